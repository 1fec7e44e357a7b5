import { openAPIRouteHandler } from 'hono-openapi';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { sql } from 'kysely';
import type { ProblemCode } from '../src/contract/problems.ts';
import type { Deps, Env } from './deps.ts';
import { createProofChecker } from './deviceProof.ts';
import { changeStream } from './eventStream.ts';
import { createChallenges } from './members/challenges.ts';
import { createLimits } from './limits.ts';
import { pageRoutes } from './page.ts';
import { problemDetails, Refusal } from './refusal.ts';
import { deviceRoutes } from './routes/devices.ts';
import { linkRoutes } from './routes/links.ts';
import { memberRoutes } from './routes/member.ts';
import { passkeyRoutes } from './routes/memberPasskeys.ts';
import { memberOnly, memberSessionRoutes } from './routes/memberSession.ts';
import { accountRoutes } from './routes/staffAccounts.ts';
import { adminRoutes } from './routes/staffAdmin.ts';
import { certificateRoutes } from './routes/staffCertificate.ts';
import { householdRoutes } from './routes/staffHouseholds.ts';
import { mailRoutes } from './routes/staffMails.ts';
import { formRoutes } from './routes/staffForms.ts';
import { reportRoutes } from './routes/staffReports.ts';
import { verbalRoutes } from './routes/staffVerbal.ts';
import { scanRoutes } from './routes/staffScans.ts';
import { workRoutes } from './routes/staffWork.ts';
import { setupRoutes } from './routes/setup.ts';
import { deviceAdminRoutes } from './routes/staffDevices.ts';
import { documentRoutes } from './routes/staffDocuments.ts';
import { paperFormRoutes } from './routes/staffPaperForms.ts';
import { invitationRoutes } from './routes/staffInvitations.ts';
import { sessionRoutes, staffOnly } from './routes/staffSession.ts';
import { sameOriginOnly, securityHeaders } from './securityHeaders.ts';
import { version } from './version.ts';

/** Bytes: fifty envelopes of the largest size that one may have fit. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** The whole server from Request to Response: the same in tests and in production. */
export function createApp(deps: Deps) {
  const limits = createLimits();
  const proofs = createProofChecker(deps.now);
  const tls = deps.publicOrigin?.startsWith('https:') ?? false;
  const ownOrigin = (url: string) => deps.publicOrigin ?? new URL(url).origin;
  const guarded = sameOriginOnly(ownOrigin, () => {
    throw new Refusal('wrong-origin');
  });

  const staff = new Hono<Env>()
    .use(guarded)
    .route('/', sessionRoutes(deps, limits))
    .use(staffOnly(deps))
    .get('/events', (c) => changeStream(c, deps, c.var.staff.practice_id))
    .route('/', householdRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', deviceAdminRoutes(deps))
    .route('/', documentRoutes(deps))
    .route('/', paperFormRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', mailRoutes(deps))
    .route('/', verbalRoutes(deps))
    .route('/', scanRoutes(deps))
    .route('/', workRoutes(deps))
    .route('/', reportRoutes(deps))
    .route('/', formRoutes(deps))
    .route('/', certificateRoutes(deps))
    .route('/', adminRoutes(deps, limits));

  const passkeys = { challenges: createChallenges(deps.now), originOf: ownOrigin };
  const member = new Hono<Env>()
    .use(guarded)
    .route('/', memberSessionRoutes(deps, limits, passkeys))
    .use(memberOnly(deps))
    .route('/', memberRoutes(deps, limits))
    .route('/', passkeyRoutes(deps, passkeys));

  const api = new Hono<Env>()
    .use(
      bodyLimit({
        maxSize: LARGEST_BODY,
        onError: () => {
          throw new Refusal('too-large');
        },
      }),
    )
    .use(async (c, next) => {
      await next();
      if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
    })
    .get('/health', async (c) => {
      await sql`select 1`.execute(deps.store.db);
      return c.json({ status: 'ok', version, database: deps.store.dialect, time: deps.now().toISOString() });
    })
    .use('/setup', guarded)
    .route('/setup', setupRoutes(deps, limits))
    .route('/staff', staff)
    .route('/member', member)
    .use('/link/*', guarded)
    .route('/link', linkRoutes(deps, limits, proofs))
    .route('/device', deviceRoutes(deps, limits, proofs));
  api.get(
    '/openapi.json',
    openAPIRouteHandler(api, {
      documentation: { info: { title: 'Countersign', version }, servers: [{ url: '/api' }] },
      includeEmptyPaths: true,
      exclude: [/\*/],
      defaultValidationErrorResponse: {
        description: 'A refusal (RFC 9457), with the fields that could not be taken',
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      },
    }),
  );
  api.all('*', () => {
    throw new Refusal('not-found');
  });

  const app = new Hono<Env>().use(securityHeaders(tls)).route('/api', api);
  if (deps.page) app.route('/', pageRoutes(deps.page));
  app.onError((error, c) => {
    const refusal = asRefusal(error);
    if (refusal.code === 'server-failed')
      deps.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed');
    else deps.log.info({ method: c.req.method, route: c.req.routePath, code: refusal.code }, 'request refused');
    const details = problemDetails(refusal);
    if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
    c.header('Cache-Control', 'no-store');
    return c.body(JSON.stringify(details), details.status as 400, { 'Content-Type': 'application/problem+json' });
  });
  return app;
}

const byStatus: Partial<Record<number, ProblemCode>> = {
  400: 'unreadable-request',
  404: 'not-found',
  413: 'too-large',
};

function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException) return new Refusal(byStatus[error.status] ?? 'server-failed');
  return new Refusal('server-failed');
}
