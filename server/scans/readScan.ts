import { newId } from '../../src/contract/newId.ts';
import type { Deps } from '../deps.ts';
import { MoreToDo } from '../jobs/tryLater.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { touchInvitation } from '../store/invitations.ts';
import { addScanPage, hasPages, placesRead } from '../store/scanPages.ts';
import { findScan, settleScan, type ScanRow } from '../store/scans.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';
import { lockPicture, openKeptScan } from './keepScan.ts';
import { matchPage } from './matchPage.ts';
import type { ReadPage } from './readPage.ts';
import type { ScanKind } from './scanKind.ts';

/** Milliseconds that a file is read before other jobs, such as mails, have their turn. */
const SLICE = 10_000;

/** Reads a kept file page by page. Each page is kept as it is read: after a crash, reading goes on where it stopped. */
export async function readScan(deps: Deps, practice: string, scanId: string): Promise<void> {
  const scope = scopeOf(deps.store, practice);
  const scan = await findScan(scope, scanId);
  if (!scan || scan.state !== 'reading') return;
  const reading = await deps.scanReader.open(await openKeptScan(deps, scope, scan), scan.kind as ScanKind);
  if (!reading.ok) {
    await settleScan(scope, scanId, { state: 'refused', trouble: reading.trouble });
    deps.nudges.nudge(practice);
    return;
  }
  try {
    await settleScan(scope, scanId, { pages: reading.pages });
    const done = new Set(await placesRead(scope, scanId));
    const left = Array.from({ length: reading.pages }, (_, place) => place).filter((place) => !done.has(place));
    const until = Date.now() + SLICE;
    for (const place of left) {
      if (Date.now() > until) throw new MoreToDo(`scan ${scanId} goes on at page ${place + 1}`);
      // Once more: what ended the process may have been a lack of memory just then.
      await keepPage(deps, scope, scan, place, (await reading.page(place)) ?? (await reading.page(place)));
      deps.nudges.nudge(practice);
    }
    await settleScan(scope, scanId, { state: 'read' });
    deps.nudges.nudge(practice);
  } finally {
    await reading.close();
  }
}

async function keepPage(
  deps: Deps,
  scope: Scope,
  scan: ScanRow,
  place: number,
  read: ReadPage | undefined,
): Promise<void> {
  const id = newId();
  const picture = read ? await lockPicture(deps, scope, id, read.picture) : null;
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const match = await matchPage(within, read);
    const isFirst = match.invitation_id !== null && !(await hasPages(within, scan.id, match.invitation_id));
    await addScanPage(within, { id, scan_id: scan.id, place, picture, ...match });
    if (match.invitation_id === null) return;
    const at = deps.now().toISOString();
    if (isFirst) await tell(within, { invitation: match.invitation_id, kind: 'paper-scan', at, detail: scan.name });
    await touchInvitation(within, match.invitation_id);
  });
}
