import { signal } from '@preact/signals';
import * as v from 'valibot';
import { newId } from '../../contract/newId.ts';
import { isProblemCode } from '../../contract/problems.ts';
import { scanAdded } from '../../contract/scansApi.ts';
import type { AnyProblemCode } from '../../ui/api.ts';
import { changes } from '../live.ts';
import { uploadAddress } from '../scanDoors.ts';
import { sessionEnded } from '../sessionState.ts';

/** Files on their way to the server, one after another. They go on while another room is looked at. */

export type Upload = {
  key: string;
  file: File;
  state:
    | { at: 'waiting' }
    | { at: 'sending'; percent: number }
    | { at: 'arrived'; known: boolean }
    | { at: 'refused'; code: AnyProblemCode };
};

export const uploads = signal<readonly Upload[]>([]);
let running = false;

export function sendFiles(files: Iterable<File>): void {
  const more = [...files].map((file): Upload => ({ key: newId(), file, state: { at: 'waiting' } }));
  uploads.value = [...uploads.value, ...more];
  void sendAll();
}

export function sendAgain(key: string): void {
  set(key, { at: 'waiting' });
  void sendAll();
}

/** What is under way stays in sight. */
export function clearUploads(): void {
  uploads.value = uploads.value.filter(({ state }) => state.at === 'waiting' || state.at === 'sending');
}

async function sendAll(): Promise<void> {
  if (running) return;
  running = true;
  for (let next = waiting(); next; next = waiting()) {
    const { key, file } = next;
    set(key, { at: 'sending', percent: 0 });
    set(key, await sendOne(file, (percent) => set(key, { at: 'sending', percent })));
    changes.value++;
  }
  running = false;
}

function waiting(): Upload | undefined {
  return uploads.value.find(({ state }) => state.at === 'waiting');
}

function set(key: string, state: Upload['state']): void {
  uploads.value = uploads.value.map((one) => (one.key === key ? { ...one, state } : one));
}

/** Milliseconds that a server may take to keep a file, after all of it was sent. */
const PATIENCE = 120_000;

/** `fetch` tells nothing of how far it is with what it sends. */
function sendOne(file: File, progress: (percent: number) => void): Promise<Upload['state']> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const refused = (code: AnyProblemCode): void => resolve({ at: 'refused', code });
    request.open('POST', uploadAddress(file.name || 'scan'));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    });
    request.upload.addEventListener('load', () => void (request.timeout = PATIENCE));
    request.addEventListener('load', () => {
      const answer = read(request.responseText);
      const added = v.safeParse(scanAdded, answer);
      if (request.status === 200 && added.success) return resolve({ at: 'arrived', known: added.output.known });
      const code = v.safeParse(v.object({ code: v.string() }), answer);
      if (!code.success || !isProblemCode(code.output.code)) return refused('unreadable-answer');
      if (code.output.code === 'not-logged-in') sessionEnded();
      return refused(code.output.code);
    });
    for (const failure of ['error', 'timeout', 'abort'] as const)
      request.addEventListener(failure, () => refused('no-network'));
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
