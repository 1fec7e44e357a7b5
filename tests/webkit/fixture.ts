/** A tiny server for the fixture page, which the harness tests itself against. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSignedCertificate } from '../harness/certificate.ts';

export interface Fixture {
  /** Its address on localhost, with a slash at the end. */
  url: string;
  /** The cookie header of each request so far, as "GET /page.js: sid=1". */
  cookies: string[];
  /** Stops answering and closes every connection. */
  stop(): Promise<void>;
}

/** What fixture/page.js puts on the page's global object, for `page.run`. */
export interface FixturePage {
  put(key: string, value: unknown, durability?: IDBTransactionDurability): Promise<void>;
  get(key: string): Promise<unknown>;
  installWorker(): Promise<void>;
  pointerEvents: { type: string; pointerType: string; pressure: number; buttons: number; x: number; y: number }[];
}

const types: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript',
  'sw.js': 'text/javascript',
};

/** As strict as the app's own, so that the harness is known to work under it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
  'trusted-types fixture',
].join('; ');

/** Serves the fixture on a free port; `tls` with a certificate of its own; every answer sets these cookies. */
export async function serveFixture({ tls = false, setCookies = [] as string[] } = {}): Promise<Fixture> {
  const cookies: string[] = [];
  const answer: RequestListener = (request, response) => {
    cookies.push(`${request.method} ${request.url}: ${request.headers.cookie ?? ''}`);
    const name = fileOf(request);
    const type = types[name];
    if (!type) return void response.writeHead(404).end();
    response.setHeader('content-security-policy', policy);
    response.setHeader('set-cookie', setCookies);
    response.setHeader('content-type', type);
    void readFile(new URL(`fixture/${name}`, import.meta.url)).then((body) => response.end(body));
  };
  const server = tls ? createTlsServer(selfSignedCertificate(), answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${port}/`,
    cookies,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function fileOf({ url = '/' }: IncomingMessage): string {
  return url === '/' ? 'index.html' : url.slice(1);
}
