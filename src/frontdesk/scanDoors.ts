import {
  filePagesAnswer,
  paperAnswer,
  scansAnswer,
  type ConfirmRequest,
  type MatchRequest,
} from '../contract/scansApi.ts';
import { ask } from './doors.ts';

/** The console's doors to scans of paper forms. */

type Signal = AbortSignal | undefined;
const page = (id: string, what: string): string => `/api/staff/scan-pages/${encodeURIComponent(id)}/${what}`;
const paperAddress = (invitation: string): string => `/api/staff/invitations/${encodeURIComponent(invitation)}/paper`;

export const uploadAddress = (name: string): string => `/api/staff/scans?name=${encodeURIComponent(name)}`;
export const scans = (signal?: Signal) => ask('GET', '/api/staff/scans', scansAnswer, undefined, signal);
export const scanFile = (id: string, signal?: Signal) =>
  ask('GET', `/api/staff/scans/${encodeURIComponent(id)}`, filePagesAnswer, undefined, signal);
/** Saved by the browser itself. */
export const originalAddress = (id: string): string => `/api/staff/scans/${encodeURIComponent(id)}/original`;
export const pictureAddress = (id: string): string => page(id, 'picture');

export const matchPage = (id: string, match: MatchRequest) => ask('POST', page(id, 'match'), scansAnswer, match);
export const setPageAside = (id: string, note: string) => ask('POST', page(id, 'aside'), scansAnswer, { note });
export const takePageBack = (id: string) => ask('POST', page(id, 'back'), scansAnswer, {});
export const turnPage = (id: string, turn: number) => ask('POST', page(id, 'turn'), scansAnswer, { turn });

export const paper = (invitation: string, signal?: Signal) =>
  ask('GET', paperAddress(invitation), paperAnswer, undefined, signal);
/** The server makes a document of all pages before it answers. */
export const confirmPaper = (invitation: string, request: ConfirmRequest) =>
  ask('POST', paperAddress(invitation), paperAnswer, request, undefined, 60_000);
