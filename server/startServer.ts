import { existsSync, readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { join, resolve } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { createJobRunner } from './jobs/runner.ts';
import { planExpiry } from './jobs/expire.ts';
import { perform } from './jobs/perform.ts';
import { createKeyring, type PracticeKeyring } from './keys/keyring.ts';
import { loadMasterKey } from './keys/masterKey.ts';
import { newCode } from './keys/secrets.ts';
import { createMailer } from './mail/mailer.ts';
import { createNudges } from './nudges.ts';
import { keptSampleLogins, loadSample } from './sample/sample.ts';
import { createScanFolder } from './scans/scanFolder.ts';
import { createScanReader } from './scans/scanReader.ts';
import { migrate } from './store/migrate.ts';
import { openPostgres, openSqlite, type Store } from './store/open.ts';
import { anyPractice, somePractice } from './store/practices.ts';
import { greeting, sampleNotice } from './greeting.ts';

export type RunningServer = { url: string; stop(): Promise<void> };

/** Milliseconds that requests under way get to finish. */
const GRACE = 10_000;

export async function startServer(config: Config, { sample }: { sample: boolean }): Promise<RunningServer> {
  const data = resolve(config.COUNTERSIGN_DATA);
  const store = await openStore(config, data);
  await migrate(store);
  const first = !(await anyPractice(store.db));
  const keyFile = resolve(config.COUNTERSIGN_KEY_FILE ?? join(data, 'keys', 'master.key'));
  const master = loadMasterKey(keyFile, first);
  const keyring = createKeyring(store, master);
  await assertKeyFits(store, keyring, keyFile);
  const log = pino({ level: config.LOG_LEVEL });
  const stopping = new AbortController();
  const now = () => new Date();
  const jobs = createJobRunner({
    store,
    now,
    log,
    perform: (job) => perform(deps, job),
    plan: () => planExpiry(deps),
  });
  const tls = config.COUNTERSIGN_TLS_CERT !== undefined;
  const deps: Deps = {
    store,
    master,
    keyring,
    nudges: createNudges(),
    jobs,
    log,
    now,
    setupCode: newCode(8),
    publicOrigin: config.COUNTERSIGN_ORIGIN,
    address: () => url,
    mail: createMailer({ url: config.SMTP_URL, from: config.MAIL_FROM, folder: join(data, 'mail') }),
    scanReader: createScanReader(),
    scansFolder: config.COUNTERSIGN_SCANS === undefined ? undefined : resolve(config.COUNTERSIGN_SCANS),
    page: resolve(import.meta.dirname, '..', 'dist'),
    stopping: stopping.signal,
    data,
  };
  const { server, port } = await listen(config, createApp(deps));
  const url = config.COUNTERSIGN_ORIGIN ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  jobs.start();
  const folder = deps.scansFolder === undefined ? undefined : createScanFolder(deps, deps.scansFolder);
  folder?.start();
  console.log(
    greeting({
      url,
      data,
      database: store.dialect,
      first,
      setupCode: deps.setupCode,
      reachable: tls || config.COUNTERSIGN_HOST !== undefined,
    }),
  );
  if (sample) console.log(sampleNotice(await sampleLogins(deps)));
  return {
    url,
    async stop() {
      stopping.abort();
      await folder?.stop();
      await closed(server);
      await jobs.stop();
      await deps.scanReader.stop();
      await store.close();
    },
  };
}

/** With another key every unlock and every envelope would fail later, where nobody could tell why. */
async function assertKeyFits(store: Store, keyring: PracticeKeyring, file: string): Promise<void> {
  const practice = await somePractice(store.db);
  if (practice === undefined) return;
  try {
    await keyring.keysOf(practice);
  } catch (error) {
    throw new Error(
      `The key in ${file} is not the one that this data was kept with. Put back your copy of it and start again.`,
      { cause: error },
    );
  }
}

async function openStore(config: Config, data: string): Promise<Store> {
  try {
    return config.DATABASE_URL === undefined
      ? await openSqlite(join(data, 'countersign.sqlite'))
      : await openPostgres(config.DATABASE_URL);
  } catch (error) {
    const where = config.DATABASE_URL === undefined ? `in the folder ${data}` : 'at DATABASE_URL';
    throw new Error(`The database ${where} could not be opened.`, { cause: error });
  }
}

async function sampleLogins(deps: Deps) {
  return (await anyPractice(deps.store.db)) ? keptSampleLogins(deps.data) : loadSample(deps);
}

async function listen(
  config: Config,
  app: ReturnType<typeof createApp>,
): Promise<{ server: ServerType; port: number }> {
  const { COUNTERSIGN_TLS_CERT: certFile, COUNTERSIGN_TLS_KEY: keyFile } = config;
  const tls =
    certFile !== undefined && keyFile !== undefined ? { cert: readTls(certFile), key: readTls(keyFile) } : undefined;
  // Without TLS no tablet can use it (FACTS: service workers need a secure context), so nobody else should see it.
  const hostname = config.COUNTERSIGN_HOST ?? (tls ? '0.0.0.0' : 'localhost');
  return new Promise((ready, failed) => {
    const server = serve(
      {
        fetch: app.fetch,
        port: config.PORT,
        hostname,
        ...(tls ? { createServer: createTlsServer, serverOptions: tls } : {}),
      },
      (info) => ready({ server, port: info.port }),
    );
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new Error(whyNotListening(error, config.PORT), { cause: undefined })),
    );
  });
}

function whyNotListening(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=8788 npm start`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used without more rights. Choose one above 1023: PORT=8787 npm start`;
  return `The server could not listen on port ${port}: ${error.message}`;
}

function readTls(file: string): string {
  if (!existsSync(file))
    throw new Error(`The TLS file ${file} is not there. Check COUNTERSIGN_TLS_CERT and COUNTERSIGN_TLS_KEY.`);
  return readFileSync(file, 'utf8');
}

function closed(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, GRACE).unref();
  });
}
