import 'fake-indexeddb/auto';
import './dom.ts';
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { useLive } from '../../src/ui/live.ts';

function Shown({ record, answers }: { record: string; answers: Record<string, Promise<string>> }) {
  const value = useLive(async () => answers[record], [record]);
  return <p>{value ?? 'not known yet'}</p>;
}

test('invariant 11: what was true of one record is not shown of the next while that is looked up', async () => {
  const later = Promise.withResolvers<string>();
  const answers = { no: Promise.resolve('safe at the practice'), withdrawal: later.promise };
  const { rerender } = render(<Shown record="no" answers={answers} />);
  await screen.findByText('safe at the practice');
  rerender(<Shown record="withdrawal" answers={answers} />);
  expect(screen.getByText('not known yet')).toBeTruthy();
  later.resolve('on this iPad');
  await screen.findByText('on this iPad');
});
