import * as v from 'valibot';
import { INVITATION_STATES, METHODS } from '../domain/invitation.ts';
import { contactSchema, emailSchema, nameSchema, patientSchema, phoneSchema } from './people.ts';
import { filledLine, id, isoDate, isoTime, note } from './shapes.ts';

/** A household as staff enter it: the patient, related patients and caregivers, in one go. */

export const caregiverSchema = v.strictObject({
  id,
  name: nameSchema,
  relationship: filledLine(80),
  phone: v.nullable(phoneSchema),
  /** Required: a caregiver is told by e-mail. */
  email: emailSchema,
  /** Decides who may sign for the patient; nothing else does. */
  legalRepresentative: v.boolean(),
});
export type Caregiver = v.InferOutput<typeof caregiverSchema>;

export const memberSchema = v.strictObject({
  /** Ids made by whoever sends it, so that the same household twice is one. */
  invitation: id,
  patientId: id,
  patient: patientSchema,
  method: v.picklist(METHODS),
  /** To the first member; null for that one. */
  relationship: v.nullable(filledLine(80)),
});

export const newHouseholdSchema = v.strictObject({
  id,
  members: v.pipe(v.array(memberSchema), v.minLength(1), v.maxLength(10)),
  caregivers: v.pipe(v.array(caregiverSchema), v.maxLength(10)),
  contact: contactSchema,
  note: note(2_000),
});
export type NewHousehold = v.InferOutput<typeof newHouseholdSchema>;

export const addedMember = v.object({
  invitation: id,
  name: nameSchema,
  method: v.picklist(METHODS),
  email: v.nullable(v.string()),
  /** Where there is no e-mail. */
  username: v.nullable(v.string()),
});
export const householdAnswer = v.object({ id, members: v.array(addedMember) });
export type HouseholdAnswer = v.InferOutput<typeof householdAnswer>;

/** `key` is the sender's own name for a person, given back with what was found. */
export const duplicatesRequest = v.strictObject({
  people: v.pipe(
    v.array(
      v.strictObject({
        key: filledLine(60),
        name: nameSchema,
        birthDate: isoDate,
        recordNumber: v.nullable(filledLine(60)),
      }),
    ),
    v.maxLength(20),
  ),
});
export const duplicate = v.object({
  key: v.string(),
  reasons: v.array(v.picklist(['name-and-birth-date', 'record-number'])),
  invitation: id,
  name: nameSchema,
  birthDate: isoDate,
  recordNumber: v.nullable(v.string()),
  state: v.picklist(INVITATION_STATES),
  createdAt: isoTime,
});
export type Duplicate = v.InferOutput<typeof duplicate>;
export const duplicatesAnswer = v.object({ duplicates: v.array(duplicate) });

export const usernamesRequest = v.strictObject({ names: v.pipe(v.array(nameSchema), v.minLength(1), v.maxLength(10)) });
/** In the order of the names; each other than the ones before it. */
export const usernamesAnswer = v.object({ usernames: v.array(v.string()) });
