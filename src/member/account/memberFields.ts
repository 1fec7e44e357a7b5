import type { Form } from '../../ui/form.ts';
import type { FieldError } from '../../ui/ErrorSummary.tsx';
import { memberWords } from './text.ts';

/** What can be wrong with a field of a member's forms; the words are in `text/`. */
export type MemberMistake = keyof ReturnType<typeof memberWords>['mistakes'];

/** Ties a member's form to its fields on screen. */
export function fieldsOf<Values extends Record<string, string>>(form: Form<Values, MemberMistake>) {
  type Name = keyof Values & string;
  const errorOf = (name: Name): string | undefined => {
    const mistake = form.shown.value[name];
    return mistake && memberWords().mistakes[mistake];
  };
  return {
    text: (name: Name) => ({
      id: name,
      value: form.values.value[name],
      error: errorOf(name),
      onInput: (value: string) => form.set({ [name]: value } as Partial<Values>),
      onBlur: () => undefined,
    }),
    summary: (names: readonly Name[]): { errors: FieldError[]; attempt: number } => ({
      errors: names.flatMap((name) => {
        const text = errorOf(name);
        return text === undefined || form.attempt.value === 0 ? [] : [{ id: name, text }];
      }),
      attempt: form.attempt.value,
    }),
  };
}
