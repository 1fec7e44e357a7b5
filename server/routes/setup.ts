import { timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { setupRequest, type SampleLogin, type SetupRequest } from '../../src/contract/staffApi.ts';
import { body } from '../body.ts';
import { clientAddress, isThisMachine } from '../clientAddress.ts';
import type { Deps, Env } from '../deps.ts';
import type { Limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { loadSample } from '../sample/sample.ts';
import { createPractice } from '../setup/createPractice.ts';
import { anyPractice } from '../store/practices.ts';

/** The first start: makes the practice, or loads the sample. From another machine it asks for the code in the server's window. */
export function setupRoutes(deps: Deps, limits: Limits) {
  const codeNeeded = (c: Context): boolean => !isThisMachine(c);
  let making = false;
  return new Hono<Env>()
    .get('/', async (c) => c.json({ done: await anyPractice(deps.store.db), codeNeeded: codeNeeded(c) }))
    .post('/', body(setupRequest), async (c) => {
      if (await anyPractice(deps.store.db)) throw new Refusal('setup-done');
      const request = c.req.valid('json');
      if (codeNeeded(c)) {
        await limits.setup.count(clientAddress(c));
        if (!sameText(request.setupCode.trim().toUpperCase(), deps.setupCode)) throw new Refusal('setup-code-wrong');
      }
      // Making takes a moment, in which a second request would find no practice yet.
      if (making) throw new Refusal('setup-done');
      making = true;
      try {
        if (await anyPractice(deps.store.db)) throw new Refusal('setup-done');
        return c.json({ logins: await make(deps, request) });
      } finally {
        making = false;
      }
    });
}

async function make(deps: Deps, request: SetupRequest): Promise<SampleLogin[]> {
  if (request.what === 'sample') return loadSample(deps);
  await createPractice(deps, {
    practice: request.practice,
    practitioners: [request.practitioner],
    staff: [{ ...request.administrator, role: 'administrator' }],
  });
  return [];
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
