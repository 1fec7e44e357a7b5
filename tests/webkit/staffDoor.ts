/** What a test asks of the server as staff, past the console: its `__Host-` cookie wants https in a browser. */
import { once } from 'node:events';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { json } from 'node:stream/consumers';
import type { TestServer } from '../harness/server.ts';

/** `cert` is that of a secure server. */
type Server = TestServer & { cert?: string };

/** A code to pair a tablet with. */
export async function pairingCode(server: Server): Promise<string> {
  const { login, password } = server.login('front-desk');
  const session = await post(server, '/api/staff/login', { login, password });
  const cookie = (session.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const answer = await post(server, '/api/staff/pairings', {}, cookie);
  return ((await json(answer)) as { code: string }).code;
}

async function post(server: Server, path: string, body: unknown, cookie = ''): Promise<IncomingMessage> {
  const headers = { 'Content-Type': 'application/json', Origin: server.url, Cookie: cookie };
  const options = { method: 'POST', headers, ca: server.cert };
  const request = (server.cert ? requestSecure : requestPlain)(server.url + path, options);
  request.end(JSON.stringify(body));
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}.`);
  return answer;
}
