import { allFields, type Edit, type EditField } from './edit.ts';

/** Two desks at one invitation: nothing is overwritten in silence, and nothing typed is lost. */

export type Merged = {
  /** What goes on in the form: theirs where nothing was typed here, what was typed everywhere else. */
  values: Edit;
  /** Fields that both changed, each to something else: a person decides. */
  clashes: EditField[];
  /** Whether anything of theirs went into the form. */
  tookTheirs: boolean;
};

/** `base` is what both started from. */
export function merge(base: Edit, theirs: Edit, mine: Edit): Merged {
  const changedBy = (edit: Edit) => allFields.filter((field) => !isSame(edit[field], base[field]));
  const [changedThere, changedHere] = [changedBy(theirs), changedBy(mine)];
  const fromThem = changedThere.filter((field) => !changedHere.includes(field));
  return {
    values: { ...mine, ...Object.fromEntries(fromThem.map((field) => [field, theirs[field]])) },
    clashes: changedThere.filter((field) => changedHere.includes(field) && !isSame(theirs[field], mine[field])),
    tookTheirs: fromThem.length > 0,
  };
}

export function isSame(one: Edit[EditField], other: Edit[EditField]): boolean {
  return typeof one === 'string' ? one === other : one.join() === (other as readonly string[]).join();
}
