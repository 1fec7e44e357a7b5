import 'fake-indexeddb/auto';
import '../ui/dom.ts';
import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { ReadinessList } from '../../src/kiosk/ReadinessList.tsx';
import type { Readiness } from '../../src/kiosk/readiness.ts';
import { safetyOfEnvelope } from '../../src/local/safety.ts';
import { SyncLine } from '../../src/kiosk/SyncLine.tsx';
import type { Reach } from '../../src/kiosk/syncLoop.ts';
import type { Running } from '../../src/kiosk/state.ts';
import { openTabletDatabase } from '../../src/local/database.ts';

const nothingKnown: Readiness = {
  installed: false,
  opensOffline: false,
  persisted: undefined,
  room: undefined,
  writing: 'works',
  form: 'here',
  heardAt: undefined,
  waiting: { count: 0, oldest: null, parked: 0 },
};

describe('invariant 11: what is not known is shown as not known', () => {
  test('in the check before hand-off', () => {
    render(<ReadinessList readiness={nothingKnown} />);
    expect(screen.getByText('Whether storage is kept is not known')).toBeTruthy();
    expect(screen.getByText('How much room is left is not known')).toBeTruthy();
    expect(screen.queryByText('Storage is kept by the iPad')).toBeNull();
  });

  test('what it can only advise is not among what it measured', () => {
    const { container } = render(<ReadinessList readiness={nothingKnown} />);
    const [measured, advised] = [...container.querySelectorAll('ul')];
    expect(measured?.textContent).not.toMatch(/brightness|Guided Access/);
    expect(advised?.textContent).toMatch(/brightness.*Guided Access/);
    expect(advised?.querySelector('.badge')).toBeNull();
    expect(screen.getByText(/Countersign cannot measure it/)).toBeTruthy();
  });

  test.each<[Reach, string]>([
    ['unknown', 'Looking for the practice…'],
    ['not-reached', 'No connection to the practice. You can go on working.'],
    [{ refused: 'device-revoked' }, 'The practice does not accept this iPad just now'],
  ])('of the connection: %j is not "connected"', (reach, sentence) => {
    const running = {
      tablet: { database: openTabletDatabase(`lies-${JSON.stringify(reach)}`) },
      sync: { reach: signal(reach) },
    };
    render(<SyncLine {...(running as unknown as Running)} />);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByText('Connected to the practice')).toBeNull();
  });

  test('of an envelope: nothing is called safe that is neither here nor receipted', async () => {
    expect(await safetyOfEnvelope(openTabletDatabase('lies-safety'), 'no-such-envelope')).toEqual({ step: 'none' });
  });
});
