import { startServer } from './startServer.ts';
import { readConfig } from './config.ts';

/** Starts the server from the environment, and stops it when asked to, finishing what it accepted. */

const read = readConfig(process.env);
if (!read.ok) {
  for (const sentence of read.sentences) console.error(sentence);
  process.exit(2);
}

try {
  const server = await startServer(read.config, { sample: process.argv.includes('--sample') });
  const stop = (): void => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('The server could not stop cleanly.', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause) console.error(error.cause);
  process.exit(1);
}
