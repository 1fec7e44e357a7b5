import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from './server.ts';

/** What happens to one request on its way. `lose-reply`: the server does its work, and its answer never arrives. */
export type Fault = 'none' | 'lose-reply' | 'captive-portal' | 'server-error';

/** Stands between a browser and the server and breaks what it is told to. */
export type FaultProxy = {
  url: string;
  /** Decides for each request; by default nothing is broken. */
  fault: (path: string) => Fault;
  /** Paths that a fault befell, in order. */
  broken: string[];
  close: () => Promise<void>;
};

export async function startFaultProxy(target: () => string): Promise<FaultProxy> {
  const port = await freePort();
  const proxy: FaultProxy = {
    url: `http://localhost:${port}`,
    fault: () => 'none',
    broken: [],
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  const server = createServer((incoming, outgoing) => pass(proxy, target(), incoming, outgoing));
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return proxy;
}

function pass(proxy: FaultProxy, target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const path = incoming.url ?? '/';
  const fault = proxy.fault(path);
  if (fault !== 'none') proxy.broken.push(path);
  if (fault === 'captive-portal') {
    outgoing
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>Welcome to the clinic Wi-Fi</title>');
    return;
  }
  if (fault === 'server-error') {
    outgoing.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal Server Error');
    return;
  }
  const onward = request(
    new URL(path, target),
    { method: incoming.method, headers: { ...incoming.headers } },
    (answer) => {
      if (fault === 'lose-reply') {
        answer.resume().on('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
