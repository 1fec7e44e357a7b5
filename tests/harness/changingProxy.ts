import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { freePort } from './server.ts';

/** Stands before the server and, when told to, serves a worker with other bytes: a new version of the app. */
export type ChangingProxy = { url: string; newVersion: () => void; close: () => Promise<void> };

export async function startChangingProxy(target: string): Promise<ChangingProxy> {
  const port = await freePort();
  let suffix = '';
  const server = createServer((incoming, outgoing) => {
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        const changed = incoming.url === '/sw.js' && suffix !== '';
        const { 'content-length': _length, ...headers } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, changed ? headers : answer.headers);
        if (!changed) return void answer.pipe(outgoing);
        answer.on('data', (piece: Buffer) => outgoing.write(piece)).on('end', () => outgoing.end(suffix));
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    newVersion() {
      suffix = '\n// another version\n';
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
