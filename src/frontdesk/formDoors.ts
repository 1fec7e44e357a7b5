import { formDraftAnswer, formsAnswer, oneFormAnswer, type WaitingChoice } from '../contract/formsApi.ts';
import type { FormVersion } from '../domain/form.ts';
import { ask } from './doors.ts';

/** The administrator's doors to the versions of the form. */

type Signal = AbortSignal | undefined;

export const forms = (signal?: Signal) => ask('GET', '/api/staff/forms', formsAnswer, undefined, signal);
export const oneForm = (hash: string, signal?: Signal) =>
  ask('GET', `/api/staff/forms/${encodeURIComponent(hash)}`, oneFormAnswer, undefined, signal);
export const takeForm = (hash: string, waiting: WaitingChoice) =>
  ask('POST', `/api/staff/forms/${encodeURIComponent(hash)}/use`, formsAnswer, { waiting });

export const formDraft = (signal?: Signal) => ask('GET', '/api/staff/form-draft', formDraftAnswer, undefined, signal);
export const beginDraft = (base: string) => ask('POST', '/api/staff/form-draft', formDraftAnswer, { base });
export const changeDraft = (revision: number, form: FormVersion) =>
  ask('PUT', '/api/staff/form-draft', formDraftAnswer, { revision, form });
export const dropDraft = (revision: number) => ask('POST', '/api/staff/form-draft/drop', formsAnswer, { revision });
export const takeDraft = (revision: number, waiting: WaitingChoice) =>
  ask('POST', '/api/staff/form-draft/use', formsAnswer, { revision, waiting });
