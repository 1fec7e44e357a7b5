import { currentForm } from '../../server/forms/currentForm.ts';
import * as forms from '../../server/store/forms.ts';
import * as refusals from '../../server/store/refused.ts';
import { at } from '../harness/builders.ts';
import { ownVersion } from './fullPractice.ts';
import type { Tried } from './scoped.ts';

/** What the versions of the form, and what was refused of tablets, ask of the store, from another practice. */

const refused = { sees: { value: false }, changes: true } as const;

export const scopedForms: Record<string, Tried> = {
  'forms.listForms': {
    call: async (other, ours) =>
      (await forms.listForms(other)).filter((one) => one.hash === ours.formHash && one.version === ownVersion),
    sees: { value: [] },
  },
  'forms.makeCurrent': { call: (other, ours) => forms.makeCurrent(other, ours.formHash, ours.practice.staff.id, at) },
  'forms.untouchedInvitations': { call: (other) => forms.untouchedInvitations(other), sees: { value: [] } },
  'forms.moveToForm': { call: (other, ours) => forms.moveToForm(other, ours.waiting.id, 'taken') },
  'forms.findFormDraft': { call: (other) => forms.findFormDraft(other), sees: { value: undefined } },
  'forms.beginFormDraft': {
    call: (other, ours) =>
      forms.beginFormDraft(other, { base: ours.formHash, form: currentForm, by: ours.practice.staff.id, at }),
  },
  'forms.changeFormDraft': {
    call: (other, ours) =>
      forms.changeFormDraft(other, { form: currentForm, revision: 1, by: ours.practice.staff.id, at }),
  },
  'refused.takenAfterAll': {
    call: (other, ours) => refusals.takenAfterAll(other, ours.refused, at),
    ...refused,
  },
  'refused.noteRefused': {
    call: (other, ours) =>
      refusals.noteRefused(other, {
        envelope: ours.refused,
        device: ours.tablet.device.id,
        invitation: ours.waiting.id,
        code: 'taken',
        at,
      }),
    sees: { value: true },
    changes: true,
  },
  'refused.settleRefused': {
    call: (other, ours) =>
      refusals.settleRefused(other, { invitation: ours.enrolled.id, by: ours.practice.staff.id, at }),
    ...refused,
  },
  'refused.stillRefused': { call: (other) => refusals.stillRefused(other), sees: { value: [] } },
  'forms.dropFormDraft': { call: (other) => forms.dropFormDraft(other, 1), ...refused },
};
