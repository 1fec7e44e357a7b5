/** What a test asks of the server as staff, past the console: its `__Host-` cookie wants https in a browser. */
import type { TestServer } from '../harness/server.ts';

/** A code to pair a tablet with. */
export async function pairingCode(server: TestServer): Promise<string> {
  const { login, password } = server.login('front-desk');
  const session = await post(server, '/api/staff/login', { login, password });
  const cookie = session.headers.getSetCookie().map((line) => line.split(';')[0]);
  const answer = await post(server, '/api/staff/pairings', {}, cookie.join('; '));
  return ((await answer.json()) as { code: string }).code;
}

async function post(server: TestServer, path: string, body: unknown, cookie = ''): Promise<Response> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url, Cookie: cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
