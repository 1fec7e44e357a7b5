import type { ReaderAnswer, ReaderRequest } from '../../server/scans/readerMessages.ts';

/** A reader of three pages that the second one is too much for, as a file made to harm a decoder would be. */
process.on('message', (request: ReaderRequest) => {
  if (request.ask === 'page' && request.place === 1) process.exit(1);
  const page = { picture: new Uint8Array(1), codes: [], whole: false, dark: process.pid, ink: {} };
  const answers: Record<ReaderRequest['ask'], ReaderAnswer> = {
    open: { ok: true, pages: 3 },
    page: { ok: true, page },
    close: { ok: true, closed: true },
  };
  process.send?.(answers[request.ask]);
});
process.on('disconnect', () => process.exit(0));
