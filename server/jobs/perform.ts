import type { Deps } from '../deps.ts';
import { SCAN_JOB } from '../scans/keepScan.ts';
import { readScan } from '../scans/readScan.ts';
import { MAIL_JOB } from '../store/mails.ts';
import type { Job } from '../store/jobs.ts';
import { makeRecordDocument, RECORD_DOCUMENT_JOB } from './recordDocument.ts';
import { EXPIRE_JOB, expireInvitations } from './expire.ts';
import { REMINDER_JOB, remind, sendMail } from './sendMail.ts';
import { makeSignedDocument, SIGNED_DOCUMENT_JOB } from './signedDocument.ts';

/** What each kind of job does, with the practice and the subject it was asked for. */
const kinds: Record<string, (deps: Deps, practice: string, subject: string) => Promise<void>> = {
  [SIGNED_DOCUMENT_JOB]: makeSignedDocument,
  [RECORD_DOCUMENT_JOB]: makeRecordDocument,
  [MAIL_JOB]: sendMail,
  [REMINDER_JOB]: remind,
  [SCAN_JOB]: readScan,
  [EXPIRE_JOB]: expireInvitations,
};

export function perform(deps: Deps, { kind, practice, subject }: Job): Promise<void> {
  const work = kinds[kind];
  if (!work) throw new Error(`no job of the kind ${kind}`);
  return work(deps, practice, subject);
}
