import * as v from 'valibot';
import { INVITATION_STATES, METHODS } from '../domain/invitation.ts';
import { PAPER_SIGNERS, SIGNATURE_SIGHTS } from '../domain/paperForm.ts';
import { LONGEST_FULL_NAME, nameSchema } from './people.ts';
import { count, filledLine, id, isoDate, isoTime, note } from './shapes.ts';

/** Scans of paper forms: what came in, what each page is, and how a form is confirmed. */

/** Why a file of scans could not be taken, or not be read. */
export const SCAN_TROUBLES = [
  'scan-empty',
  'scan-too-large',
  'scan-wrong-kind',
  'scan-heic',
  'scan-locked',
  'scan-too-many-pages',
  'scan-too-many-pixels',
  'scan-unreadable',
] as const;
export type ScanTrouble = (typeof SCAN_TROUBLES)[number];

export const SCAN_SOURCES = ['upload', 'camera', 'folder'] as const;
export type ScanSource = (typeof SCAN_SOURCES)[number];
export const SCAN_STATES = ['reading', 'read', 'refused'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** A page is with its invitation, waits to be matched by hand, was set aside, or is part of a confirmed form. */
export const PAGE_STATES = ['matched', 'inbox', 'aside', 'confirmed'] as const;
export type PageState = (typeof PAGE_STATES)[number];
/** Why nobody but a person can say what a page is; or why it was set aside by itself. */
export const PAGE_REASONS = [
  'no-code',
  'several-codes',
  'unknown-invitation',
  'not-whole',
  'unreadable',
  'blank',
] as const;
export type PageReason = (typeof PAGE_REASONS)[number];

const sight = v.optional(v.picklist(SIGNATURE_SIGHTS));
const scanFile = v.object({
  id,
  name: v.string(),
  source: v.picklist(SCAN_SOURCES),
  addedBy: v.nullable(v.string()),
  addedAt: isoTime,
  state: v.picklist(SCAN_STATES),
  trouble: v.nullable(v.picklist(SCAN_TROUBLES)),
  /** Null until it is known. */
  pages: v.nullable(count),
  /** How many pages were read, and what became of them. */
  read: count,
  counts: v.object({ matched: count, inbox: count, aside: count, confirmed: count }),
});
export type ScanFile = v.InferOutput<typeof scanFile>;

const scanPage = v.object({
  id,
  scan: id,
  scanName: v.string(),
  addedAt: isoTime,
  /** Its place in the file, from 1. */
  place: count,
  state: v.picklist(PAGE_STATES),
  why: v.nullable(v.picklist(PAGE_REASONS)),
  /** Which page of how many it is of the form. */
  page: v.nullable(count),
  pages: v.nullable(count),
  found: v.nullable(v.picklist(['code', 'hand'])),
  /** What is seen in the boxes to sign in that are on this page. */
  ink: v.object({ patient: sight, witness: sight, representative: sight }),
  /** Printed from another version of the form than the invitation asks for. */
  otherForm: v.boolean(),
  /** Degrees, clockwise, that the picture is shown turned by. */
  turn: count,
  /** False where the page could not be shown. */
  picture: v.boolean(),
  settled: v.nullable(v.object({ at: isoTime, by: v.string(), note: v.string() })),
});
export type ScanPage = v.InferOutput<typeof scanPage>;

export const scansAnswer = v.object({
  files: v.array(scanFile),
  /** Pages that wait for a person, the oldest first. */
  inbox: v.array(scanPage),
  /** Forms whose pages are there and wait to be confirmed. */
  waiting: v.array(
    v.object({
      invitation: id,
      name: nameSchema,
      state: v.picklist(INVITATION_STATES),
      method: v.picklist(METHODS),
      pages: count,
      since: isoTime,
    }),
  ),
  /** Whether a folder is watched, as for a fax server. */
  folder: v.boolean(),
});
export type Scans = v.InferOutput<typeof scansAnswer>;

export const scanAdded = v.object({ id, /** The same file is here already. */ known: v.boolean() });

export const filePagesAnswer = v.object({
  file: scanFile,
  pages: v.array(v.object({ ...scanPage.entries, invitation: v.nullable(id) })),
});
export type FilePages = v.InferOutput<typeof filePagesAnswer>;

const pageNumber = v.pipe(count, v.minValue(1), v.maxValue(99));
export const matchRequest = v.pipe(
  v.strictObject({ invitation: id, page: pageNumber, pages: pageNumber }),
  v.check(({ page, pages }) => page <= pages, 'a page beyond the last'),
);
export type MatchRequest = v.InferOutput<typeof matchRequest>;
export const asideRequest = v.strictObject({ note: v.pipe(note(500), v.trim(), v.minLength(1)) });
export const turnRequest = v.strictObject({ turn: v.picklist([0, 90, 180, 270]) });

export const paperAnswer = v.object({
  pages: v.array(scanPage),
  /** The form as it was confirmed. */
  confirmed: v.nullable(
    v.object({
      at: isoTime,
      by: v.string(),
      signer: v.picklist(PAPER_SIGNERS),
      printedName: v.string(),
      signedOn: isoDate,
      note: v.string(),
    }),
  ),
});
export type Paper = v.InferOutput<typeof paperAnswer>;

export const confirmRequest = v.strictObject({
  /** Made by whoever asks: the same request again is the same confirmation. */
  id,
  /** The pages that make up the form, one for each page number. */
  pages: v.pipe(v.array(id), v.minLength(1), v.maxLength(99)),
  signedOn: isoDate,
  signer: v.picklist(PAPER_SIGNERS),
  printedName: filledLine(LONGEST_FULL_NAME),
  /** Why it counts although something was pointed out. */
  note: note(1_000),
});
export type ConfirmRequest = v.InferOutput<typeof confirmRequest>;
