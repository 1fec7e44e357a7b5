import * as v from 'valibot';
import { INVITATION_STATES, METHODS } from '../domain/invitation.ts';
import { nameSchema } from './people.ts';
import { count, filledLine, id, isoDate, isoTime, line } from './shapes.ts';

/** The doors of the console: a `__Host-` cookie, same origin only. */

export const ROLES = ['front-desk', 'health-assistant', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const LONGEST_PASSWORD = 200;
export const SHORTEST_PASSWORD = 12;
const password = v.pipe(v.string(), v.minLength(SHORTEST_PASSWORD), v.maxLength(LONGEST_PASSWORD));
const login = v.pipe(filledLine(100), v.toLowerCase(), v.regex(/^[^\s]+$/, 'has a space in it'));

export const setupRequest = v.variant('what', [
  v.strictObject({
    what: v.literal('new'),
    setupCode: line(60),
    practice: v.strictObject({ name: filledLine(200), phone: filledLine(40), zone: filledLine(60) }),
    administrator: v.strictObject({
      name: filledLine(150),
      login,
      password,
      pin: v.pipe(v.string(), v.regex(/^\d{6}$/)),
    }),
    practitioner: filledLine(200),
  }),
  v.strictObject({ what: v.literal('sample'), setupCode: line(60) }),
]);
export type SetupRequest = v.InferOutput<typeof setupRequest>;

export const setupState = v.object({ done: v.boolean(), codeNeeded: v.boolean() });
export const sampleLogin = v.object({
  name: v.string(),
  role: v.picklist(ROLES),
  login: v.string(),
  password: v.string(),
  pin: v.string(),
});
export type SampleLogin = v.InferOutput<typeof sampleLogin>;
export const setupAnswer = v.object({ logins: v.array(sampleLogin) });

export const loginRequest = v.strictObject({
  login: line(100),
  password: v.pipe(v.string(), v.maxLength(LONGEST_PASSWORD)),
});

export const sessionAnswer = v.object({
  staff: v.object({ id, name: v.string(), role: v.picklist(ROLES) }),
  practice: v.object({
    id,
    name: v.string(),
    phone: v.string(),
    zone: v.string(),
    method: v.picklist(METHODS),
    languages: v.array(v.string()),
  }),
  practitioners: v.array(v.object({ id, name: v.string() })),
});
export type Session = v.InferOutput<typeof sessionAnswer>;

export const usernameAnswer = v.object({ username: v.string() });

export const invitationRow = v.object({
  id,
  name: nameSchema,
  birthDate: isoDate,
  state: v.picklist(INVITATION_STATES),
  method: v.picklist(METHODS),
  createdAt: isoTime,
  addedBy: v.string(),
  conflicts: count,
});
export type InvitationRow = v.InferOutput<typeof invitationRow>;
export const invitationsAnswer = v.object({ invitations: v.array(invitationRow), total: count });

export const storyEvent = v.object({
  at: isoTime,
  kind: v.string(),
  who: v.nullable(v.string()),
  detail: v.nullable(v.string()),
});
export type StoryEvent = v.InferOutput<typeof storyEvent>;

export const documentRow = v.object({ id, kind: v.string(), createdAt: isoTime, sha256: v.string() });

export const invitationAnswer = v.object({
  ...invitationRow.entries,
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  language: v.string(),
  recordNumber: v.nullable(v.string()),
  practitionerName: v.string(),
  username: v.nullable(v.string()),
  note: v.string(),
  account: v.nullable(v.object({ createdAt: isoTime, handle: v.string() })),
  story: v.array(storyEvent),
  documents: v.array(documentRow),
  /** A document is still being made. */
  documentsPending: v.boolean(),
});
export type InvitationDetail = v.InferOutput<typeof invitationAnswer>;

export const pairingAnswer = v.object({ code: v.string(), expiresAt: isoTime });
export const deviceRow = v.object({
  id,
  name: v.string(),
  pairedAt: isoTime,
  lastSeen: v.nullable(isoTime),
  online: v.boolean(),
  app: v.string(),
  waiting: count,
  oldest: v.nullable(isoTime),
  locked: v.boolean(),
  revoked: v.boolean(),
});
export type DeviceRow = v.InferOutput<typeof deviceRow>;
export const devicesAnswer = v.object({ devices: v.array(deviceRow) });
