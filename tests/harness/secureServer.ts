/** The server as a practice runs it, over https: some of what browsers do depends on it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type TestServer } from './server.ts';
import { selfSignedCertificate } from './certificate.ts';

export type SecureServer = TestServer & {
  /** In PEM: what trusts it. */
  cert: string;
};

/** Browsers take its certificate with `acceptBadTls`. */
export async function startSecureServer(env: Record<string, string> = {}): Promise<SecureServer> {
  const { key, cert } = selfSignedCertificate();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-tls-'));
  const files = { COUNTERSIGN_TLS_KEY: join(folder, 'key.pem'), COUNTERSIGN_TLS_CERT: join(folder, 'cert.pem') };
  writeFileSync(files.COUNTERSIGN_TLS_KEY, key, { mode: 0o600 });
  writeFileSync(files.COUNTERSIGN_TLS_CERT, cert);
  const server = await startServer({ ...env, ...files });
  return {
    ...server,
    url: server.url.replace('http:', 'https:'),
    cert,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
