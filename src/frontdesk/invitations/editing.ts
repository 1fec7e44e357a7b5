import { batch, effect, signal, type Signal } from '@preact/signals';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { createForm, type Form } from '../../ui/form.ts';
import { today } from '../../ui/moments.ts';
import type { Mistake } from '../mistake.ts';
import { sessionState } from '../sessionState.ts';
import { checkEdit, fieldsOf, patientFields, toEdit, type Edit, type EditField } from './edit.ts';
import { isSame, merge } from './merge.ts';

/** An edit under way. It lives above the screens, so that a session that ends meanwhile loses nothing typed. */
export type Editing = {
  form: Form<Edit, Mistake>;
  /** What the edit is made on: the newest that is known. */
  stored: Signal<InvitationDetail>;
  clashes: Signal<EditField[]>;
  /** Something of another desk went into the form. */
  tookTheirs: Signal<boolean>;
  /** What was typed of fields that can't be changed any more, since the patient answered meanwhile. */
  tooLate: Signal<Partial<Edit>>;
};

const underWay = new Map<string, Editing>();

effect(() => {
  const state = sessionState.value;
  // Whoever logs out has left: the next person is somebody else.
  if (state.at === 'out' && !state.ended) underWay.clear();
});

/** Goes on where it was left, or begins. */
export function editingOf(stored: InvitationDetail): Editing {
  const known = underWay.get(stored.id);
  if (known) return known;
  const fresh: Editing = {
    form: createForm<Edit, Mistake>(toEdit(stored), (values) => {
      const mistakes = checkEdit(values, today());
      const allowed = fieldsOf(fresh.stored.value);
      return Object.fromEntries(Object.entries(mistakes).filter(([field]) => allowed.includes(field as EditField)));
    }),
    stored: signal(stored),
    clashes: signal([]),
    tookTheirs: signal(false),
    tooLate: signal({}),
  };
  underWay.set(stored.id, fresh);
  return fresh;
}

/** Drops what was typed, for what is stored. */
export function startEditingAnew({ form, stored, clashes, tookTheirs, tooLate }: Editing): void {
  batch(() => {
    form.start(toEdit(stored.peek()));
    clashes.value = [];
    tookTheirs.value = false;
    tooLate.value = {};
  });
}

export function endEditing(id: string): void {
  underWay.delete(id);
}

/** Another desk saved, or the patient answered: what is typed stays, what is not typed follows, and a clash is put before the person. */
export function catchUp(editing: Editing, newest: InvitationDetail): void {
  const { form, stored } = editing;
  const before = stored.peek();
  if (newest.version <= before.version) return;
  const base = toEdit(before);
  const theirs = toEdit(newest);
  const mine = form.values.peek();
  const merged = merge(base, theirs, mine);
  const answered = isUnfinished(before.state) && !isUnfinished(newest.state);
  batch(() => {
    stored.value = newest;
    if (answered) {
      const late = patientFields.filter((field) => !isSame(mine[field], base[field]));
      editing.tooLate.value = pick(mine, late);
    }
    const values = isUnfinished(newest.state) ? merged.values : { ...merged.values, ...pick(theirs, patientFields) };
    const allowed = fieldsOf(newest);
    const still = editing.clashes.peek().filter((field) => !isSame(theirs[field], mine[field]));
    editing.clashes.value = allowed.filter((field) => merged.clashes.includes(field) || still.includes(field));
    if (merged.tookTheirs && form.dirty.peek()) editing.tookTheirs.value = true;
    if (form.dirty.peek()) form.set(values);
    else form.start(values);
  });
}

/** The person has decided about one field. */
export function decide(editing: Editing, field: EditField, whose: 'theirs' | 'mine'): void {
  batch(() => {
    if (whose === 'theirs') editing.form.set(pick(toEdit(editing.stored.peek()), [field]));
    editing.clashes.value = editing.clashes.value.filter((one) => one !== field);
  });
}

function pick(edit: Edit, fields: readonly EditField[]): Partial<Edit> {
  return Object.fromEntries(fields.map((field) => [field, edit[field]]));
}
