import type * as v from 'valibot';
import {
  practitionersAnswer,
  settingsSchema,
  staffAnswer,
  type newStaffRequest,
  type Settings,
  type staffChange,
} from '../contract/adminApi.ts';
import { certificateAnswer } from '../contract/certificateApi.ts';
import { keptMailAnswer, unsentMailsAnswer } from '../contract/invitationsApi.ts';
import { nothing } from '../ui/api.ts';
import { ask } from './doors.ts';

/** The administrator's doors, and those to one's own password and PIN. */

type Signal = AbortSignal | undefined;

export const staff = (signal?: Signal) => ask('GET', '/api/staff/staff', staffAnswer, undefined, signal);
export const addStaff = (staffMember: v.InferInput<typeof newStaffRequest>) =>
  ask('POST', '/api/staff/staff', staffAnswer, staffMember);
export const changeStaff = (id: string, change: v.InferInput<typeof staffChange>) =>
  ask('PUT', `/api/staff/staff/${encodeURIComponent(id)}`, staffAnswer, change);
export const setPassword = (id: string, password: string) =>
  ask('POST', `/api/staff/staff/${encodeURIComponent(id)}/password`, nothing, { password });
export const setPin = (id: string, pin: string) =>
  ask('POST', `/api/staff/staff/${encodeURIComponent(id)}/pin`, nothing, { pin });

export const changeOwnPassword = (present: string, password: string) =>
  ask('POST', '/api/staff/me/password', nothing, { present, password });
export const changeOwnPin = (present: string, pin: string) =>
  ask('POST', '/api/staff/me/pin', nothing, { present, pin });

export const practitioners = (signal?: Signal) =>
  ask('GET', '/api/staff/practitioners', practitionersAnswer, undefined, signal);
export const addPractitioner = (id: string, name: string) =>
  ask('POST', '/api/staff/practitioners', practitionersAnswer, { id, name });
export const changePractitioner = (id: string, change: { name: string; active: boolean }) =>
  ask('PUT', `/api/staff/practitioners/${encodeURIComponent(id)}`, practitionersAnswer, change);

export const settings = (signal?: Signal) => ask('GET', '/api/staff/settings', settingsSchema, undefined, signal);
export const changeSettings = (wanted: Settings) => ask('PUT', '/api/staff/settings', settingsSchema, wanted);

export const certificate = (signal?: Signal) =>
  ask('GET', '/api/staff/certificate', certificateAnswer, undefined, signal);
export const replaceCertificate = (file: string, password: string) =>
  ask('PUT', '/api/staff/certificate', certificateAnswer, { file, password });
export const giveUpCertificate = () => ask('DELETE', '/api/staff/certificate', certificateAnswer);

export const unsentMails = (signal?: Signal) => ask('GET', '/api/staff/mails', unsentMailsAnswer, undefined, signal);
export const keptMail = (id: string) => ask('GET', `/api/staff/mails/${encodeURIComponent(id)}`, keptMailAnswer);
export const sendKeptMails = () => ask('POST', '/api/staff/mails/send', unsentMailsAnswer, {});
