import '../ui/dom.ts';
import { configure, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { MemberAgreement, MemberAnswer } from '../../src/contract/memberApi.ts';
import { Member } from '../../src/member/account/Member.tsx';
import { memberState, type MemberState } from '../../src/member/account/state.ts';
import { en } from '../../src/member/account/text/en.ts';
import { language } from '../../src/ui/language.ts';
import { done, fakeServer, noNetwork, refusal } from '../frontdesk/fakeServer.ts';

/** A member's own pages, by what is read on screen. */

configure({ asyncUtilTimeout: 5_000 });

const SESSION = 'GET /api/member/session';
const STOP = 'POST /api/member/stop';
const LOGIN = 'POST /api/member/login';
const invitation = '01900000-0000-7000-8000-000000000001';

function anAgreement(change: Partial<MemberAgreement> = {}): MemberAgreement {
  return {
    invitation,
    signedAt: '2026-03-09T03:00:00.000Z',
    method: 'tablet',
    texts: {
      en: { title: 'Consent for CCM', lines: ['One.', 'Two.', 'Three.', 'Four.'] },
      es: { title: 'Consentimiento para el CCM', lines: ['Uno.', 'Dos.', 'Tres.', 'Cuatro.'] },
    },
    language: 'en',
    documents: [],
    documentsPending: false,
    stop: null,
    wouldEndOn: '2026-03-31',
    ...change,
  };
}

function aHome(change: Partial<MemberAnswer> = {}): MemberAnswer {
  return {
    practice: { name: 'Bayside Family Practice', phone: '(813) 555-0100', zone: 'America/New_York' },
    greeting: 'Margaret',
    member: 'Margaret Whitfield',
    actor: null,
    handle: 'margaret.whitfield',
    byMail: true,
    language: 'en',
    passkeys: [],
    agreements: [anAgreement()],
    ...change,
  };
}

function open(path = '/member', state: MemberState = { at: 'asking' }) {
  history.replaceState(null, '', path);
  memberState.value = state;
  window.scrollTo = () => {};
  onTestFinished(() => {
    language.value = 'en';
  });
  render(<Member />);
  return userEvent.setup();
}
const press = async (user: ReturnType<typeof userEvent.setup>, name: string): Promise<void> =>
  user.click(await screen.findByRole('button', { name }));

describe('signed in', () => {
  test('a member reads four lines, with the day as it was at the practice', async () => {
    fakeServer({ [SESSION]: () => aHome() });
    open();
    expect(await screen.findByText('Signed on our tablet on March 8, 2026.')).toBeVisible();
    expect(screen.getByText('Four.')).toBeVisible();
    expect(screen.queryByText(/You act for/)).toBeNull();
  });

  test('in the other language, the form is in it too, and it is kept with the practice', async () => {
    const home = aHome();
    const server = fakeServer({
      [SESSION]: () => home,
      'PUT /api/member/language': () => Object.assign(home, { language: 'es' }),
    });
    const user = open();
    await press(user, 'Español');
    expect(await screen.findByText('Cuatro.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Consentimiento para el CCM' })).toHaveAttribute('lang', 'es');
    expect(server.asked('PUT /api/member/language')[0]?.body).toEqual({ language: 'es' });
  });

  test('who acts for a member is told so on every page', async () => {
    fakeServer({ [SESSION]: () => aHome({ greeting: 'Thomas', actor: 'Thomas Whitfield' }) });
    const user = open();
    expect(await screen.findByText('You are Thomas Whitfield. You act for Margaret Whitfield.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: en.home.stopButton }));
    expect(await screen.findByRole('heading', { name: en.stop.title })).toBeVisible();
    expect(screen.getByText('You are Thomas Whitfield. You act for Margaret Whitfield.')).toBeVisible();
  });

  test('a stop is asked for with the day that was shown, and the page says it from then on', async () => {
    const stop = {
      askedAt: '2026-03-09T15:00:00.000Z',
      effectiveOn: '2026-03-31',
      by: 'member',
      ended: false,
    } as const;
    const server = fakeServer({
      [SESSION]: () => aHome(),
      [STOP]: () => aHome({ byMail: false, agreements: [anAgreement({ stop })] }),
    });
    const user = open(`/member/stop/${invitation}`);
    await press(user, en.stop.yes);
    expect(await screen.findByText(en.home.ends('March 31, 2026'))).toBeVisible();
    expect(screen.getByText(en.home.confirmedOnPaper)).toBeVisible();
    expect(screen.queryByRole('link', { name: en.home.stopButton })).toBeNull();
    expect(server.asked(STOP)[0]?.body).toEqual({ invitation, effectiveOn: '2026-03-31', reason: '' });
    expect(location.pathname).toBe('/member');
  });

  test('where a month has ended meanwhile, the new day is shown before anything is stopped', async () => {
    let home = aHome();
    fakeServer({
      [SESSION]: () => home,
      [STOP]: () => {
        home = aHome({ agreements: [anAgreement({ wouldEndOn: '2026-04-30' })] });
        return refusal('changed-meanwhile');
      },
    });
    const user = open(`/member/stop/${invitation}`);
    await press(user, en.stop.yes);
    expect(await screen.findByText(en.stop.otherDay)).toBeVisible();
    expect(await screen.findByText('April 30, 2026')).toBeVisible();
  });

  test('a document that does not come is told, and the log-in page of a Wi-Fi is not saved as one', async () => {
    const documents = [{ id: invitation, kind: 'consent', createdAt: '2026-03-09T15:00:00.000Z' }];
    const DOCUMENT = 'GET /api/member/documents/:id';
    const server = fakeServer({
      [SESSION]: () => aHome({ agreements: [anAgreement({ documents })] }),
      [DOCUMENT]: () => noNetwork,
    });
    const user = open();
    await press(user, en.home.consent);
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no connection');
    server.nowAt(DOCUMENT, () => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
    await press(user, en.home.consent);
    await expect.poll(() => screen.queryByRole('alert')?.textContent).toContain('did not come from the practice');
    server.nowAt(DOCUMENT, () => refusal('not-logged-in'));
    await press(user, en.home.consent);
    expect(await screen.findByText(en.signIn.ended)).toBeVisible();
  });
});

describe('a member who has left the page alone', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  const MINUTE = 60_000;

  test('is warned after 25 minutes, and signed out after 30', async () => {
    fakeServer({ [SESSION]: () => aHome(), 'POST /api/member/logout': done });
    open('/member', { at: 'in', home: aHome() });
    await vi.advanceTimersByTimeAsync(25 * MINUTE);
    expect(await screen.findByText(en.endsSoon)).toBeVisible();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await screen.findByText(en.signIn.ended)).toBeVisible();
    expect(screen.queryByText('Four.')).toBeNull();
  });

  test('stays by any touch, which the practice hears of', async () => {
    const server = fakeServer({ [SESSION]: () => aHome() });
    open('/member', { at: 'in', home: aHome() });
    await vi.advanceTimersByTimeAsync(26 * MINUTE);
    window.dispatchEvent(new Event('pointerdown'));
    await expect.poll(() => screen.queryByText(en.endsSoon)).toBeNull();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(screen.getByText('Four.')).toBeVisible();
    expect(server.asked(SESSION)).toHaveLength(1);
  });
});

describe('signed out', () => {
  test('whoever comes to a page inside signs in there, and goes on where they were', async () => {
    fakeServer({ [SESSION]: () => refusal('not-logged-in'), [LOGIN]: () => aHome() });
    const user = open(`/member/stop/${invitation}`);
    await press(user, en.signIn.button);
    expect((await screen.findAllByText(en.mistakes.handle)).length).toBeGreaterThan(0);
    await user.type(screen.getByLabelText(en.signIn.handle), 'margaret.whitfield');
    await user.type(screen.getByLabelText(en.signIn.password), 'four words');
    await press(user, en.signIn.button);
    expect(await screen.findByRole('heading', { name: en.stop.title })).toBeVisible();
  });

  test('a wrong password is refused in a sentence, and what was typed stays', async () => {
    fakeServer({ [SESSION]: () => refusal('not-logged-in'), [LOGIN]: () => refusal('wrong-sign-in') });
    const user = open();
    await user.type(await screen.findByLabelText(en.signIn.handle), 'margaret.whitfield');
    await user.type(screen.getByLabelText(en.signIn.password), 'not it');
    await press(user, en.signIn.button);
    expect(await screen.findByRole('alert')).toHaveTextContent('do not match');
    expect(screen.getByLabelText(en.signIn.handle)).toHaveValue('margaret.whitfield');
  });

  test('a server that does not answer is asked again, and nobody is told that they are signed out', async () => {
    const server = fakeServer({ [SESSION]: () => noNetwork });
    const user = open();
    expect(await screen.findByRole('heading', { name: en.noAnswer })).toBeVisible();
    server.nowAt(SESSION, () => aHome());
    await press(user, en.again);
    expect(await screen.findByText('Four.')).toBeVisible();
  });
});

describe('the first sign-in', () => {
  const OPEN = 'POST /api/member/activation/open';
  const FINISH = 'POST /api/member/activation/finish';
  const token = 'A'.repeat(43);
  const practice = { name: 'Bayside Family Practice', phone: '(813) 555-0100' };
  const opening = { state: 'open', practice, language: 'en', greeting: 'Margaret', handle: 'm.w', actsFor: null };

  test('by a link: the token goes in the body, and leaves the address once the account is open', async () => {
    const server = fakeServer({ [OPEN]: () => opening, [FINISH]: () => aHome() });
    const user = open(`/member/start#${token}`);
    expect(await screen.findByText('m.w')).toBeVisible();
    await user.type(screen.getByLabelText(en.choose.password), 'too short');
    await press(user, en.choose.button);
    expect((await screen.findAllByText(en.mistakes.short)).length).toBeGreaterThan(0);
    expect(server.asked(FINISH)).toEqual([]);
    await user.type(screen.getByLabelText(en.choose.password), ' no more');
    await press(user, en.choose.button);
    expect(await screen.findByText('Four.')).toBeVisible();
    expect(server.asked(FINISH)[0]?.body).toEqual({ key: { token }, password: 'too short no more' });
    expect(location.href).not.toContain(token);
  });

  test('a code that another device used meanwhile is told as such', async () => {
    const server = fakeServer({ [OPEN]: () => opening, [FINISH]: () => refusal('code-over') });
    const user = open(`/member/start#${token}`);
    await user.type(await screen.findByLabelText(en.choose.password), 'four words make one');
    server.nowAt(OPEN, () => ({ state: 'over', why: 'used', practice, language: 'en' }));
    await press(user, en.choose.button);
    expect(await screen.findByRole('heading', { name: en.first.over.used.title })).toBeVisible();
  });

  test('by a slip: what was typed stays where it does not match', async () => {
    fakeServer({ [OPEN]: () => refusal('code-wrong') });
    const user = open('/member/start');
    await user.type(await screen.findByLabelText(en.signIn.handle), 'm.w');
    await user.type(screen.getByLabelText(en.first.code), '4k7p-2m9x-tr3d');
    await press(user, en.first.button);
    expect(await screen.findByRole('alert')).toHaveTextContent('do not match');
    expect(screen.getByLabelText(en.first.code)).toHaveValue('4k7p-2m9x-tr3d');
  });
});
