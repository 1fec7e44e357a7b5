import * as v from 'valibot';
import { METHODS } from '../domain/invitation.ts';
import { ROLES } from '../domain/roles.ts';
import { nameSchema } from './people.ts';
import { base64url, count, filledLine, id, isoTime, line } from './shapes.ts';

/** The doors of the console: a `__Host-` cookie, same origin only. */

export const LONGEST_PASSWORD = 200;
export const SHORTEST_PASSWORD = 12;
export const newPassword = v.pipe(v.string(), v.minLength(SHORTEST_PASSWORD), v.maxLength(LONGEST_PASSWORD));
export const loginName = v.pipe(filledLine(100), v.toLowerCase(), v.regex(/^[^\s]+$/, 'has a space in it'));

export const setupRequest = v.variant('what', [
  v.strictObject({
    what: v.literal('new'),
    setupCode: line(60),
    practice: v.strictObject({ name: filledLine(200), phone: filledLine(40), zone: filledLine(60) }),
    administrator: v.strictObject({
      name: filledLine(150),
      login: loginName,
      password: newPassword,
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
  /** 32 bytes, one's own: what is half-filled lies under it on this computer, and only its owner opens it again. */
  draftKey: v.pipe(base64url, v.length(43)),
});
export type Session = v.InferOutput<typeof sessionAnswer>;

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
  /** What the practice would not take, of which the tablet keeps everything: how many, and why as far as is known. */
  refused: v.object({
    count,
    reasons: v.array(v.object({ code: v.string(), since: isoTime, invitation: v.nullable(id) })),
  }),
  locked: v.boolean(),
  revoked: v.boolean(),
  /** The patient who has it in hand, as it last told. */
  holding: v.nullable(v.object({ invitation: id, name: nameSchema })),
  /** Since when that patient asks for somebody to come. */
  asking: v.nullable(isoTime),
});
export type DeviceRow = v.InferOutput<typeof deviceRow>;
export const devicesAnswer = v.object({ devices: v.array(deviceRow) });
