import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { FieldFrame, inputType, tied, type FieldCommon } from './FieldFrame.tsx';
import { uiWords } from './text.ts';

type PasswordFieldProps = FieldCommon & {
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  autoComplete: 'current-password' | 'new-password' | 'off';
  inputMode?: 'text' | 'numeric';
};

/** A secret that may be looked at while typing; pasting is allowed, so that a password manager works (WCAG 3.3.8). */
export function PasswordField({ value, onInput, onBlur, autoComplete, inputMode, ...common }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const label = shown ? uiWords().hide : uiWords().show;
  return (
    <FieldFrame {...common}>
      <div class="field-password">
        <input
          class="control"
          id={common.id}
          name={common.id}
          {...inputType(shown ? 'text' : 'password')}
          dir="ltr"
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellcheck={false}
          inputMode={inputMode}
          onInput={(typing) => onInput(typing.currentTarget.value)}
          onBlur={onBlur}
          {...tied(common)}
        />
        <Button
          kind="plain"
          onClick={() => setShown(!shown)}
          aria-controls={common.id}
          aria-label={`${label}: ${common.label}`}
        >
          {label}
        </Button>
      </div>
    </FieldFrame>
  );
}
