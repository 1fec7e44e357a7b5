import { generateProof } from 'dpop';
import * as v from 'valibot';
import type { DeviceKeys } from './deviceKeys.ts';

/** Requests of this tablet to its practice, each with a proof signed by its key (RFC 9449). */

export type Answer<T> =
  | { kind: 'ok'; value: T }
  /** The practice's server said no, with a code of the catalogue. */
  | { kind: 'refused'; status: number; code: string; retryAfter?: number | undefined }
  /** No network, or an answer that is not our server's: a captive portal, a proxy's page. */
  | { kind: 'no-answer' };

const problem = v.object({ code: v.string(), retryAfter: v.optional(v.number()) });

export type DeviceDoor = {
  ask<S extends v.GenericSchema>(
    method: 'GET' | 'POST',
    path: string,
    schema: S,
    body?: unknown,
    /** Milliseconds to wait for an answer. */
    patience?: number,
  ): Promise<Answer<v.InferOutput<S>>>;
  /** The raw answer of a stream, or undefined where there is none to be had. */
  stream(path: string, signal: AbortSignal): Promise<Response | undefined>;
};

/** Milliseconds: a batch of envelopes passes on a slow line within this. */
const PATIENCE = 30_000;

type Given = { keys: Pick<DeviceKeys, 'signing'>; origin: string; fetch: typeof fetch };

export function createDeviceDoor({ keys, origin, fetch }: Given): DeviceDoor {
  let nonce: string | undefined;

  async function once(method: string, path: string, init: RequestInit): Promise<Response | undefined> {
    const url = new URL(path, origin);
    try {
      const proof = await generateProof(keys.signing, url.origin + url.pathname, method, nonce);
      const response = await fetch(url, {
        ...init,
        method,
        headers: { ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }), DPoP: proof },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
      });
      nonce = response.headers.get('DPoP-Nonce') ?? nonce;
      return response;
    } catch {
      return undefined;
    }
  }

  /** A first request has no nonce yet, and an old one is refused: then the answer brings one to try again with. */
  async function request(method: string, path: string, init: RequestInit): Promise<Response | undefined> {
    const before = nonce;
    const response = await once(method, path, init);
    const needsNonce =
      response?.status === 401 && nonce !== before && (await codeOf(response.clone())) === 'use-dpop-nonce';
    return needsNonce ? once(method, path, init) : response;
  }

  return {
    async ask(method, path, schema, body, patience = PATIENCE) {
      const init: RequestInit = { signal: AbortSignal.timeout(patience) };
      if (body !== undefined) init.body = JSON.stringify(body);
      const response = await request(method, path, init);
      if (!response) return { kind: 'no-answer' };
      const content = await jsonOf(response);
      if (response.ok) {
        const parsed = v.safeParse(schema, content);
        return parsed.success ? { kind: 'ok', value: parsed.output } : { kind: 'no-answer' };
      }
      const refusal = v.safeParse(problem, content);
      if (refusal.success) return { kind: 'refused', status: response.status, ...refusal.output };
      // Proxies before the server have limits of their own, and say so with a page: smaller requests pass.
      if (response.status === 413) return { kind: 'refused', status: 413, code: 'too-large' };
      return { kind: 'no-answer' };
    },
    async stream(path, signal) {
      const response = await request('GET', path, { signal });
      const ours = response?.ok && response.headers.get('Content-Type')?.startsWith('text/event-stream');
      return ours ? response : undefined;
    },
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

async function codeOf(response: Response): Promise<string | undefined> {
  const read = v.safeParse(problem, await jsonOf(response));
  return read.success ? read.output.code : undefined;
}
