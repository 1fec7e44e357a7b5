import './dom.ts';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { readBirthDate } from '../../src/domain/birthDate.ts';
import { Button } from '../../src/ui/Button.tsx';
import { Choices } from '../../src/ui/Choice.tsx';
import { DateField } from '../../src/ui/DateField.tsx';
import { ErrorSummary } from '../../src/ui/ErrorSummary.tsx';
import { Field } from '../../src/ui/Field.tsx';

test('hint, error and how it was understood are read out with the field', () => {
  render(<Field id="name" label="Name" hint="As on the card" error="Enter a name" value="" onInput={() => {}} />);
  const field = screen.getByRole('textbox', { name: 'Name' });
  expect(field).toHaveAccessibleDescription('As on the card Error: Enter a name');
  expect(field).toBeInvalid();
});

test('a date is typed in three parts, and read as one', async () => {
  const user = userEvent.setup();
  let typed = '';
  render(<BirthDate onTyped={(value) => (typed = value)} />);
  await user.type(screen.getByLabelText('Month'), '3');
  await user.type(screen.getByLabelText('Day'), '9');
  await user.type(screen.getByLabelText('Year'), '1947');
  expect(readBirthDate(typed, '2026-01-01')).toEqual({ ok: true, date: '1947-03-09' });
});

test('a whole date pasted into one part fills all three', async () => {
  const user = userEvent.setup();
  render(<BirthDate onTyped={() => {}} />);
  await user.click(screen.getByLabelText('Month'));
  await user.paste('03/09/1947');
  expect(screen.getByLabelText('Year')).toHaveValue('1947');
  expect(screen.getByLabelText('Day')).toHaveValue('09');
});

test('emptying all parts of a date is empty again, not unreadable', async () => {
  const user = userEvent.setup();
  let typed = '';
  render(<BirthDate onTyped={(value) => (typed = value)} />);
  await user.type(screen.getByLabelText('Day'), '9');
  await user.clear(screen.getByLabelText('Day'));
  expect(typed).toBe('');
});

test('the error summary takes the focus with each try, and leads to its fields', async () => {
  const user = userEvent.setup();
  render(<SmallForm />);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const summary = screen.getByText('There are 2 problems').parentElement;
  expect(summary).toHaveFocus();

  await user.click(screen.getByRole('link', { name: 'Enter a name' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Choose a day' }));
  expect(screen.getByRole('checkbox', { name: 'Mon' })).toHaveFocus();

  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(summary).toHaveFocus();
});

test('choices keep the order in which they are shown, not that of the ticks', async () => {
  const user = userEvent.setup();
  render(<Days />);
  await user.click(screen.getByRole('checkbox', { name: 'Tue' }));
  await user.click(screen.getByRole('checkbox', { name: 'Mon' }));
  expect(screen.getByTestId('chosen')).toHaveTextContent('mon,tue');
});

test('a busy button says what it does, keeps the focus and lets presses pass', async () => {
  const user = userEvent.setup();
  let presses = 0;
  const { rerender } = render(<Button onClick={() => presses++}>Send</Button>);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  rerender(
    <Button busy="Sending…" onClick={() => presses++}>
      Send
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Sending…' });
  await user.click(button);
  expect(presses).toBe(1);
  expect(button).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent('Sending…');
});

function BirthDate({ onTyped }: { onTyped: (value: string) => void }) {
  const [value, setValue] = useState('');
  const change = (typed: string): void => {
    setValue(typed);
    onTyped(typed);
  };
  return <DateField id="birth" label="Date of birth" value={value} onChange={change} />;
}

function SmallForm() {
  const [attempt, setAttempt] = useState(0);
  const errors = [
    { id: 'name', text: 'Enter a name' },
    { id: 'days', text: 'Choose a day' },
  ];
  return (
    <>
      <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
      <Field id="name" label="Name" value="" onInput={() => {}} />
      <Days />
      <Button onClick={() => setAttempt(attempt + 1)}>Send</Button>
    </>
  );
}

function Days() {
  const [days, setDays] = useState<('mon' | 'tue')[]>([]);
  const options = [
    { value: 'mon' as const, label: 'Mon' },
    { value: 'tue' as const, label: 'Tue' },
  ];
  return (
    <>
      <Choices id="days" label="Days" value={days} onChange={setDays} options={options} />
      <p data-testid="chosen">{days.join()}</p>
    </>
  );
}
