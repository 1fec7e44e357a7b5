import type { ComponentChildren } from 'preact';
import { FieldSet, type FieldCommon } from './FieldFrame.tsx';
import './Choice.css';

export type ChoiceOption<Value extends string = string> = {
  value: Value;
  label: string;
  description?: string | undefined;
  /** Why it can't be chosen just now. It can still be reached, so that a screen reader tells the reason. */
  unavailable?: string | undefined;
  /** The language of the label, where it is another than the page's. */
  lang?: string | undefined;
};

type GroupProps<Value extends string> = FieldCommon & {
  options: readonly ChoiceOption<Value>[];
  /** Side by side, for short labels. */
  row?: boolean;
  onBlur?: (() => void) | undefined;
};

type ChoiceProps<Value extends string> = GroupProps<Value> & {
  value: Value | '' | undefined;
  onChange: (value: Value) => void;
};

/** One of a few, all in sight, each a large target. */
export function Choice<Value extends string>({ value, onChange, ...group }: ChoiceProps<Value>) {
  return <Group {...group} type="radio" isChosen={(one) => one === value} onToggle={onChange} />;
}

type ChoicesProps<Value extends string> = GroupProps<Value> & {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
};

/** Any number of a few; the answer keeps the order of the options. */
export function Choices<Value extends string>({ value, onChange, ...group }: ChoicesProps<Value>) {
  const toggle = (which: Value, on: boolean): void =>
    onChange(group.options.map((option) => option.value).filter((one) => (one === which ? on : value.includes(one))));
  return <Group {...group} type="checkbox" isChosen={(one) => value.includes(one)} onToggle={toggle} />;
}

type InnerProps<Value extends string> = GroupProps<Value> & {
  type: 'radio' | 'checkbox';
  isChosen: (value: Value) => boolean;
  onToggle: (value: Value, on: boolean) => void;
};

function Group<Value extends string>({ options, row, onBlur, type, isChosen, onToggle, ...common }: InnerProps<Value>) {
  return (
    <FieldSet {...common}>
      <div
        class={row ? 'choices choices-row' : 'choices'}
        onFocusOut={(leaving) => {
          if (!leaving.currentTarget.contains(leaving.relatedTarget as Node | null)) onBlur?.();
        }}
      >
        {options.map(({ value, label, description, unavailable, lang }) => (
          <ChoiceCard
            key={value}
            id={`${common.id}-${value}`}
            name={common.id}
            type={type}
            checked={isChosen(value)}
            onChange={(on) => onToggle(value, on)}
            description={description}
            unavailable={unavailable}
            lang={lang}
          >
            {label}
          </ChoiceCard>
        ))}
      </div>
    </FieldSet>
  );
}

type CardProps = {
  id: string;
  name: string;
  type: 'radio' | 'checkbox';
  checked: boolean;
  onChange: (on: boolean) => void;
  description?: string | undefined;
  unavailable?: string | undefined;
  lang?: string | undefined;
  children: ComponentChildren;
};

function ChoiceCard({ id, name, type, checked, onChange, description, unavailable, lang, children }: CardProps) {
  const described = [description && `${id}-description`, unavailable && `${id}-unavailable`].filter(Boolean).join(' ');
  return (
    <label class={unavailable ? 'choice choice-unavailable' : 'choice'} for={id} lang={lang}>
      <input
        id={id}
        name={name}
        type={type}
        checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={described || undefined}
        // Not `disabled`: then neither keys nor a screen reader would get to the reason.
        aria-disabled={unavailable ? true : undefined}
        onClick={(choosing) => {
          if (unavailable && !checked) choosing.preventDefault();
        }}
        onChange={(choosing) => onChange(choosing.currentTarget.checked)}
      />
      <span class="choice-text">
        <span class="choice-label" id={`${id}-label`}>
          {children}
        </span>
        {description && (
          <span class="choice-description" id={`${id}-description`}>
            {description}
          </span>
        )}
        {unavailable && (
          <span class="choice-reason" id={`${id}-unavailable`}>
            {unavailable}
          </span>
        )}
      </span>
    </label>
  );
}

type TickProps = {
  id: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  error?: string | undefined;
  description?: string;
  lang?: string | undefined;
  children: ComponentChildren;
};

/** A single box to tick, such as an acknowledgement. */
export function Tick({ id, error, ...card }: TickProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <ChoiceCard id={id} name={id} type="checkbox" {...card} />
    </div>
  );
}
