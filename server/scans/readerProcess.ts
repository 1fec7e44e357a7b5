import { openScan, type OpenScan } from './openScan.ts';
import { readPage } from './readPage.ts';
import type { ReaderAnswer, ReaderRequest } from './readerMessages.ts';

/**
 * Reads scans beside the server: decoding and looking for codes takes whole seconds of a processor, and a file made to
 * harm a decoder ends this process, not the server's (docs/decisions/0015). Ends with the server.
 */

let scan: OpenScan | undefined;

async function answer(request: ReaderRequest): Promise<ReaderAnswer> {
  if (request.ask === 'open') {
    scan?.close();
    scan = undefined;
    const opened = await openScan(request.bytes, request.kind);
    if (!opened.ok) return opened;
    scan = opened.scan;
    return { ok: true, pages: scan.pages };
  }
  if (request.ask === 'page') {
    if (!scan) return { ok: false, trouble: 'scan-unreadable' };
    return { ok: true, page: await readPage(await scan.page(request.place)) };
  }
  scan?.close();
  scan = undefined;
  return { ok: true, closed: true };
}

process.on('message', (request: ReaderRequest) => {
  answer(request).then(
    (given) => process.send?.(given),
    () => process.send?.({ ok: false, trouble: 'scan-unreadable' } satisfies ReaderAnswer),
  );
});
process.on('disconnect', () => process.exit(0));
// A service manager or a terminal tells all processes to stop: this one stops when the server, which finishes its page, does.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
