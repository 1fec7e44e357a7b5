import * as v from 'valibot';
import { isProblemCode, type ProblemDetails } from '../contract/problems.ts';

/** The console's way to the practice's server. Every outcome is a value; nothing throws. */

export type Problem =
  | ProblemDetails
  | { code: 'no-network' }
  /** Something answered, but not our server: a Wi-Fi log-in page, a proxy's error. */
  | { code: 'unreadable-answer' }
  /** The caller's own AbortSignal. */
  | { code: 'stopped' };
export type AnyProblemCode = Problem['code'];

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type CallOptions = { signal?: AbortSignal | undefined; timeout?: number | undefined };

/** For doors that answer 204. */
export const nothing = v.undefined();

const patience = 20_000;

const problemSchema = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.custom<ProblemDetails['code']>((code) => typeof code === 'string' && isProblemCode(code)),
  fields: v.optional(v.array(v.object({ field: v.string(), problem: v.string() }))),
  retryAfter: v.optional(v.number()),
});

/** Asks a door; `timeout` is in milliseconds. An answer counts only when it is JSON of the shape that `schema` names. */
export async function call<T>(
  method: Method,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  body?: unknown,
  { signal, timeout = patience }: CallOptions = {},
): Promise<Answer<T>> {
  try {
    const response = await request(method, path, body, { signal, timeout });
    return answerOf(response, await contentOf(response), schema);
  } catch {
    return { ok: false, problem: { code: signal?.aborted ? 'stopped' : 'no-network' } };
  }
}

/** Milliseconds: a document takes longer to make and to come. */
const patienceForDocuments = 60_000;

/** Asks a door for a PDF. Nothing else counts as one, such as the log-in page of a Wi-Fi. */
export async function callForPdf(method: Method, path: string, body?: unknown): Promise<Answer<Blob>> {
  try {
    const response = await request(method, path, body, { timeout: patienceForDocuments });
    if (response.ok && response.headers.get('content-type') === 'application/pdf')
      return { ok: true, value: await response.blob() };
    return answerOf(response, await contentOf(response), v.never());
  } catch {
    return { ok: false, problem: { code: 'no-network' } };
  }
}

function request(
  method: Method,
  path: string,
  body: unknown,
  { signal, timeout = patience }: CallOptions,
): Promise<Response> {
  const limit = AbortSignal.timeout(timeout);
  return fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: 'same-origin',
    cache: 'no-store',
    // A redirect is a captive portal's doing: our doors never redirect.
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
}

function answerOf<T>(response: Response, content: Content, schema: v.GenericSchema<unknown, T>): Answer<T> {
  if (!content.readable) return unreadable;
  const read = v.safeParse(response.ok ? schema : problemSchema, content.value);
  if (!read.success) return unreadable;
  if (response.ok) return { ok: true, value: read.output as T };
  return { ok: false, problem: read.output as ProblemDetails };
}

const unreadable = { ok: false, problem: { code: 'unreadable-answer' } } as const;

type Content = { readable: true; value: unknown } | { readable: false };

async function contentOf(response: Response): Promise<Content> {
  if (response.status === 204) return { readable: true, value: undefined };
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json\b/.test(type)) return { readable: false };
  const text = await response.text();
  try {
    return { readable: true, value: JSON.parse(text) as unknown };
  } catch {
    return { readable: false };
  }
}
