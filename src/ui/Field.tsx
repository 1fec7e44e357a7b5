import type { InputHTMLAttributes } from 'preact';
import { FieldFrame, inputType, tied, type FieldCommon } from './FieldFrame.tsx';

export type FieldProps = FieldCommon & {
  value: string;
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  type?: 'text' | 'tel' | 'email' | 'search';
  /** Off unless a person fills in their own data: a front desk types other people's. */
  autoComplete?: string;
  inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'decimal' | 'search' | 'url' | 'none';
  /** `auto` for names, which may be written from right to left. */
  dir?: 'ltr' | 'rtl' | 'auto';
  spellcheck?: boolean;
  short?: boolean;
  autoCapitalize?: InputHTMLAttributes['autoCapitalize'];
};

/** One line of text. */
export function Field({
  value,
  onInput,
  onBlur,
  type = 'text',
  autoComplete = 'off',
  short,
  inputMode,
  dir,
  spellcheck,
  autoCapitalize,
  ...common
}: FieldProps) {
  return (
    <FieldFrame {...common}>
      <input
        class={short ? 'control control-short' : 'control'}
        id={common.id}
        name={common.id}
        {...inputType(type)}
        value={value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        dir={dir}
        spellcheck={spellcheck ?? false}
        autoCapitalize={autoCapitalize}
        onInput={(typing) => onInput(typing.currentTarget.value)}
        onBlur={onBlur}
        {...tied(common)}
      />
    </FieldFrame>
  );
}
