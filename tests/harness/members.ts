import { createJobRunner } from '../../server/jobs/runner.ts';
import { perform } from '../../server/jobs/perform.ts';
import { SIGNED_DOCUMENT_JOB } from '../../server/jobs/signedDocument.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import type { MemberAnswer } from '../../src/contract/memberApi.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import type { Patient } from '../../src/contract/people.ts';
import { ask, type TestApp } from './app.ts';
import { aConsent, anInvited, sealed, type Invited, type TestTablet } from './builders.ts';
import type { Received } from './smtp.ts';

/** Members, from the consent on a tablet to the first sign-in. */

export const memberPassword = 'four words make a password';

/** A patient of the tablet's practice who signed on it, and so has an account. */
export async function aMember(
  app: TestApp,
  tablet: TestTablet,
  patient: Partial<Patient> & { username?: string } = {},
): Promise<Invited> {
  const invited = await anInvited(tablet.practice, patient);
  const answer = await ingest(app.deps, tablet.device, await sealed(tablet, aConsent(tablet, invited)));
  if (answer.status !== 'stored' || !answer.enrolled) throw new Error(JSON.stringify(answer));
  return invited;
}

/** Does the jobs that are due now: mails go out. Documents are made where a test asks for them: each takes a while. */
export async function work({ deps }: TestApp, documents = false): Promise<void> {
  const wanted = (kind: string): boolean => documents || kind !== SIGNED_DOCUMENT_JOB;
  await createJobRunner({
    ...deps,
    perform: async (job) => (wanted(job.kind) ? perform(deps, job) : undefined),
  }).runDue();
}

/** The token of the link that opens an account. */
export function activationIn(mail: Pick<Received, 'text'>): string {
  const token = /\/member\/start#([\w-]{43})\b/.exec(mail.text ?? '')?.[1];
  if (!token) throw new Error(`no link in: ${mail.text}`);
  return token;
}

export type Key = { token: string } | { handle: string; code: string };

export const finish = (app: TestApp, key: Key, password = memberPassword): Promise<Response> =>
  ask(app, 'POST', '/api/member/activation/finish', { body: { key, password } });

/** Chooses a password and answers the cookie to send. */
export async function activated(app: TestApp, key: Key, password = memberPassword): Promise<string> {
  const response = await finish(app, key, password);
  if (response.status !== 200) throw new Error(`activation: ${response.status} ${await response.text()}`);
  return cookieOf(response);
}

export function cookieOf(response: Response): string {
  return (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
}

export const signIn = (app: TestApp, handle: string, password = memberPassword): Promise<Response> =>
  ask(app, 'POST', '/api/member/login', { body: { handle, password } });

export async function home(app: TestApp, cookie: string): Promise<MemberAnswer> {
  const response = await ask(app, 'GET', '/api/member/session', { cookie });
  if (response.status !== 200) throw new Error(`session: ${response.status} ${await response.text()}`);
  return (await response.json()) as MemberAnswer;
}

export async function detailFor(app: TestApp, cookie: string, invitation: string): Promise<InvitationDetail> {
  const response = await ask(app, 'GET', `/api/staff/invitations/${invitation}`, { cookie });
  return (await response.json()) as InvitationDetail;
}
