import type { FieldError } from '../ui/ErrorSummary.tsx';
import type { Form } from '../ui/form.ts';
import type { Mistake } from './mistake.ts';
import { frontdeskWords } from './text.ts';

/** Ties a form of the front desk to its fields on screen. `prefix` keeps ids apart where two forms share a page. */
export function bind<Values extends object>(form: Form<Values, Mistake>, prefix: string) {
  type FieldName = keyof Values & string;
  type NameOf<Kind> = { [Field in FieldName]: Values[Field] extends Kind ? Field : never }[FieldName];

  const idOf = (field: FieldName): string => `${prefix}-${field}`;
  const errorOf = (field: FieldName): string | undefined => {
    const mistake = form.shown.value[field];
    return mistake && frontdeskWords().mistakes[mistake];
  };
  const common = <Field extends FieldName>(field: Field) => ({
    id: idOf(field),
    value: form.values.value[field],
    error: errorOf(field),
    onBlur: () => form.leave(field),
  });

  return {
    /** For `Field`, `TextArea` and `PasswordField`. */
    text: (field: NameOf<string | undefined>) => ({
      ...common(field),
      value: (form.values.value[field] as string | undefined) ?? '',
      onInput: (value: string) => form.set({ [field]: value } as unknown as Partial<Values>),
    }),
    /** For `Choice`, `Choices` and `Select`. */
    choice: <Field extends FieldName>(field: Field) => ({
      ...common(field),
      onChange: (value: Values[Field]) => form.set({ [field]: value } as unknown as Partial<Values>),
    }),
    /** For `ErrorSummary`: the mistakes of these fields, in the order in which they stand on the page. */
    summary: (fields: readonly FieldName[]): { errors: FieldError[]; attempt: number } => ({
      errors: form.attempt.value === 0 ? [] : fields.flatMap((field) => asError(idOf(field), errorOf(field))),
      attempt: form.attempt.value,
    }),
  };
}

function asError(id: string, text: string | undefined): FieldError[] {
  return text === undefined ? [] : [{ id, text }];
}
