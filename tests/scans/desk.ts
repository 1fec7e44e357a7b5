import { createJobRunner } from '../../server/jobs/runner.ts';
import { perform } from '../../server/jobs/perform.ts';
import type { Paper } from '../../src/contract/scansApi.ts';
import { ask, origin, type TestApp } from '../harness/app.ts';

/** What a front desk does with scans, through the doors. */

export function send(app: TestApp, cookie: string, bytes: Uint8Array, name = 'scan.pdf'): Promise<Response> {
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/octet-stream' };
  const address = `${origin}/api/staff/scans?name=${encodeURIComponent(name)}`;
  return app.fetch(new Request(address, { method: 'POST', headers, body: new Uint8Array(bytes) }));
}

/** Does all jobs that are due. */
export async function doJobs({ deps, store }: Pick<TestApp, 'deps' | 'store'>): Promise<void> {
  const { now, log } = deps;
  await createJobRunner({ store, now, log, perform: (job) => perform(deps, job) }).runDue();
}

/** Answers the id of the file. */
export async function sendAndRead(app: TestApp, cookie: string, bytes: Uint8Array, name?: string): Promise<string> {
  const response = await send(app, cookie, bytes, name);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  await doJobs(app);
  return ((await response.json()) as { id: string }).id;
}

export async function get<T>(app: TestApp, cookie: string, path: string): Promise<T> {
  return (await (await ask(app, 'GET', `/api/staff${path}`, { cookie })).json()) as T;
}

export function paperOf(app: TestApp, cookie: string, invitation: string): Promise<Paper> {
  return get<Paper>(app, cookie, `/invitations/${invitation}/paper`);
}
