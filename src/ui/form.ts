import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';

/** What is typed into a form, and which mistakes are to be shown: those of fields that were left, or sent. */

export type Mistakes<Values, Mistake> = { [Field in keyof Values]?: Mistake };

export type Form<Values extends object, Mistake extends string> = {
  values: ReadonlySignal<Values>;
  set: (change: Partial<Values>) => void;
  /** Call when a field loses the focus: from then on its mistake is shown. */
  leave: (field: keyof Values) => void;
  shown: ReadonlySignal<Mistakes<Values, Mistake>>;
  /** Presses of the form's button that found mistakes; `ErrorSummary` takes the focus when it grows. */
  attempt: ReadonlySignal<number>;
  /** Whether these fields can be sent, without showing anything. */
  isRight: (fields: readonly (keyof Values)[]) => boolean;
  /** Whether these fields can be sent. Shows what is wrong where they can't. */
  submit: (fields: readonly (keyof Values)[]) => boolean;
  /** Marks fields that the server turned down, until they are changed. */
  refuse: (fields: readonly (keyof Values)[], mistake: Mistake) => void;
  /** Whether anything was typed since the start. */
  dirty: ReadonlySignal<boolean>;
  start: (values: Values) => void;
};

/** A form that lives outside of its component, so that what was typed outlives the screen. */
export function createForm<Values extends object, Mistake extends string>(
  initial: Values,
  check: (values: Values) => Mistakes<Values, Mistake>,
): Form<Values, Mistake> {
  const values = signal(initial);
  const left = signal<ReadonlySet<keyof Values>>(new Set());
  const refused = signal<Mistakes<Values, Mistake>>({});
  const attempt = signal(0);
  const dirty = signal(false);
  const mistakes = computed(() => ({ ...refused.value, ...check(values.value) }));
  const shown = computed(() => only(mistakes.value, (field) => left.value.has(field)));

  function set(change: Partial<Values>): void {
    batch(() => {
      values.value = { ...values.value, ...change };
      refused.value = only(refused.value, (field) => !(field in change));
      dirty.value = true;
    });
  }

  function leave(field: keyof Values): void {
    if (!left.value.has(field)) left.value = new Set([...left.value, field]);
  }

  function isRight(fields: readonly (keyof Values)[]): boolean {
    return fields.every((field) => mistakes.value[field] === undefined);
  }

  function submit(fields: readonly (keyof Values)[]): boolean {
    const right = isRight(fields);
    batch(() => {
      left.value = new Set([...left.value, ...fields]);
      attempt.value = right ? 0 : attempt.value + 1;
    });
    return right;
  }

  function refuse(fields: readonly (keyof Values)[], mistake: Mistake): void {
    batch(() => {
      refused.value = Object.fromEntries(fields.map((field) => [field, mistake])) as Mistakes<Values, Mistake>;
      submit(fields);
    });
  }

  function start(fresh: Values): void {
    batch(() => {
      values.value = fresh;
      left.value = new Set();
      refused.value = {};
      attempt.value = 0;
      dirty.value = false;
    });
  }

  return { values, set, leave, shown, attempt, isRight, submit, refuse, dirty, start };
}

function only<Values, Mistake>(
  mistakes: Mistakes<Values, Mistake>,
  keep: (field: keyof Values) => boolean,
): Mistakes<Values, Mistake> {
  const kept = Object.entries(mistakes).filter(([field]) => keep(field as keyof Values));
  return Object.fromEntries(kept) as Mistakes<Values, Mistake>;
}
