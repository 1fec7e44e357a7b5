import * as v from 'valibot';
import { METHODS } from '../domain/invitation.ts';
import { ROLES } from '../domain/roles.ts';
import { pin } from './deviceApi.ts';
import { filledLine, id } from './shapes.ts';
import { loginName, newPassword } from './staffApi.ts';

/** What the practice's administrator sets: staff, practitioners, the practice itself. */

const role = v.picklist(ROLES);

export const staffRow = v.object({ id, name: v.string(), role, login: v.string(), active: v.boolean() });
export type StaffRow = v.InferOutput<typeof staffRow>;
export const staffAnswer = v.object({ staff: v.array(staffRow) });
export const newStaffRequest = v.strictObject({
  id,
  name: filledLine(150),
  role,
  login: loginName,
  password: newPassword,
  pin,
});
export const staffChange = v.strictObject({ name: filledLine(150), role, active: v.boolean() });
export const passwordRequest = v.strictObject({ password: newPassword });
export const pinRequest = v.strictObject({ pin });
/** One's own: with the present password, so that an unattended desk can't be taken over. */
export const ownPasswordRequest = v.strictObject({
  present: v.pipe(v.string(), v.maxLength(200)),
  password: newPassword,
});
export const ownPinRequest = v.strictObject({ present: v.pipe(v.string(), v.maxLength(200)), pin });

export const practitionerRow = v.object({ id, name: v.string(), active: v.boolean() });
export type PractitionerRow = v.InferOutput<typeof practitionerRow>;
export const practitionersAnswer = v.object({ practitioners: v.array(practitionerRow) });
export const newPractitionerRequest = v.strictObject({ id, name: filledLine(200) });
export const practitionerChange = v.strictObject({ name: filledLine(200), active: v.boolean() });

export const MOST_EXPIRE_DAYS = 1_000;
export const settingsSchema = v.strictObject({
  name: filledLine(200),
  phone: filledLine(40),
  zone: filledLine(60),
  /** Where Sign Forms starts. */
  method: v.picklist(METHODS),
  /** How often a patient is reminded of a form that waits in their mail. */
  reminders: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
  /** Days after which an invitation that nobody answers is over; 0 for never. */
  expireDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_EXPIRE_DAYS)),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const tabletChange = v.strictObject({ name: filledLine(60) });
