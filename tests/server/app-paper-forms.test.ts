import { describe, expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { anAppEach, aPracticeWithLogin, ask, logIn, problemOf } from '../harness/app.ts';
import { anInvited, aPractice, type TestPractice } from '../harness/builders.ts';
import { hasPoppler, pagesOf } from './documents.readers.ts';

/** Forms to print, from the door to the story. */

const present = anAppEach();

async function aDesk() {
  const app = present();
  const practice = await aPracticeWithLogin(app);
  const cookie = await logIn(app);
  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(app, 'GET', `/api/staff${path}`, { cookie, headers });
  const story = async (invitation: string): Promise<{ kind: string; who: string }[]> =>
    ((await (await get(`/invitations/${invitation}`)).json()) as { story: { kind: string; who: string }[] }).story;
  return { app, practice, get, story };
}

const onPaper = (practice: TestPractice, last = 'Whitfield', language = 'en') =>
  anInvited(practice, { name: { first: 'Margaret', last }, language }, { method: 'paper' });

describe('a paper form', () => {
  test('is a PDF to look at and print, and the story says who asked for it', async () => {
    const { practice, get, story } = await aDesk();
    const invited = await onPaper(practice, 'Peña', 'es');
    const answer = await get(`/invitations/${invited.id}/paper-form`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^inline/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (hasPoppler) {
      const [first] = pagesOf(bytes);
      expect(first).toContain('Margaret Peña');
      expect(first).toContain('Cómo usar este formulario');
      expect(first).toContain('Dr. Ana Ruiz');
    }
    expect(await story(invited.id)).toMatchObject([{ kind: 'paper-printed', who: 'Keisha Brown' }]);
  });

  test('of several is one file, in the order that was asked for', async () => {
    const { practice, get, story } = await aDesk();
    const [first, second] = [await onPaper(practice, 'First'), await onPaper(practice, 'Second')];
    const answer = await get(`/paper-forms?ids=${second.id},${first.id},${second.id}`);
    const pages = hasPoppler ? pagesOf(new Uint8Array(await answer.arrayBuffer())) : undefined;
    if (pages) {
      const firstPages = pages.filter((page) => page.includes('Page 1 of'));
      expect(firstPages.map((page) => /Margaret (\w+)/.exec(page)?.[1])).toEqual(['Second', 'First']);
    }
    for (const { id } of [first, second]) expect(await story(id)).toMatchObject([{ kind: 'paper-printed' }]);
  });

  test.each([
    ['that was cancelled', { state: 'cancelled' }, 'invitation-over'],
    ['to be signed on a tablet', { method: 'tablet' }, 'not-on-paper'],
  ] as const)('of an invitation %s is refused, in a tab on the page that says why', async (_, change, code) => {
    const { app, practice, get, story } = await aDesk();
    const [good, bad] = [await onPaper(practice), await onPaper(practice)];
    await app.store.db.updateTable('invitation').set(change).where('id', '=', bad.id).execute();
    const path = `/invitations/${bad.id}/paper-form`;
    expect(await problemOf(await get(path))).toMatchObject({ status: 409, code });
    const inTab = await get(path, { 'Sec-Fetch-Dest': 'document' });
    expect([inTab.status, inTab.headers.get('Location')]).toEqual([303, `/invitations/${bad.id}?refused=${code}`]);
    expect(await problemOf(await get(`/paper-forms?ids=${good.id},${bad.id}`))).toMatchObject({ status: 409, code });
    expect(await story(good.id)).toEqual([]);
  });

  test('of another practice is not there', async () => {
    const { app, get } = await aDesk();
    const theirs = await onPaper(await aPractice(app.store));
    expect((await get(`/invitations/${theirs.id}/paper-form`)).status).toBe(404);
    expect((await get(`/paper-forms?ids=${theirs.id}`)).status).toBe(404);
  });

  test('is made for 50 at a time, and not for what is no invitation', async () => {
    const { get } = await aDesk();
    const ids = Array.from({ length: 51 }, () => newId());
    expect((await get(`/paper-forms?ids=${ids.join()}`)).status).toBe(400);
    expect((await get('/paper-forms?ids=')).status).toBe(400);
    expect((await get('/paper-forms')).status).toBe(400);
    expect((await get('/invitations/nobody/paper-form')).status).toBe(404);
  });
});
