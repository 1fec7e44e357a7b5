/** A screen nobody looks at, for browser windows to open on. */
import type { Readable } from 'node:stream';
import { killFamily, startProgram } from './processes.ts';

export interface Display {
  /** What the DISPLAY variable of a program must say, as ":1". */
  name: string;
  close(): Promise<void>;
}

/** Room for the largest iPad in either direction at two device pixels per CSS pixel. */
const screen = '2752x2752x24';

/** Starts Xvfb on a display number that is free. Throws when it ends before it is ready. */
export async function startDisplay(): Promise<Display> {
  // Without -noreset it starts afresh each time the last window goes, and refuses new ones meanwhile.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = startProgram('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const number = await firstLine(server.stdio[3] as Readable);
    return { name: `:${number}`, close: () => killFamily(server) };
  } catch (error) {
    await killFamily(server);
    throw error;
  }
}

/** Xvfb writes its display number and a line end once it accepts windows. */
async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n')).trim();
  }
  throw new Error('Xvfb ended before it was ready.');
}
