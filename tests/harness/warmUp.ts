import { startServer } from './server.ts';

/** One start and one stop in good order leave the server's compiled code in the cache, where every test finds it. */
export default async function warmUp(): Promise<void> {
  const server = await startServer();
  await server.stop();
  await server.close();
}
