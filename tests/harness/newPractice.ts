import type { Page } from '@playwright/test';
import { newId } from '../../src/contract/newId.ts';
import type { SampleLogin } from '../../src/contract/staffApi.ts';
import { startServer, type TestServer } from './server.ts';

/** A server with an empty practice of its own, made through the doors that an administrator uses. */
export async function startPractice(
  page: Page,
  practitioners: readonly [string, ...string[]],
): Promise<{ server: TestServer; frontDesk: SampleLogin; administrator: SampleLogin }> {
  const server = await startServer({}, { sample: false });
  const password = 'correct horse battery';
  const administrator = { name: 'Dana Brooks', login: 'dana', password, pin: '314159' };
  const frontDesk: SampleLogin = { name: 'Luis Ortega', role: 'front-desk', login: 'luis', password, pin: '271828' };
  const practice = { name: 'Bayside Family Practice', phone: '813 555 0100', zone: 'America/New_York' };
  const [practitioner, ...others] = practitioners;
  // In the page, so that its own cookie and origin go along.
  await page.goto(server.url);
  await page.evaluate(
    async (requests) => {
      for (const [path, body] of requests) {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      }
    },
    [
      ['/api/setup', { what: 'new', setupCode: '', practice, administrator, practitioner }],
      ['/api/staff/login', { login: administrator.login, password }],
      ...others.map((name) => ['/api/staff/practitioners', { id: newId(), name }]),
      ['/api/staff/staff', { ...frontDesk, id: newId() }],
      ['/api/staff/logout', {}],
    ] as [string, unknown][],
  );
  return { server, frontDesk, administrator: { ...administrator, role: 'administrator' } };
}
