import type { ComponentChildren } from 'preact';
import { uiWords } from './text.ts';
import './Field.css';

/** What every field has; `id` names it for its label, its messages and the error summary. */
export type FieldCommon = {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  optional?: boolean;
  /** Out of sight, for a group whose question the screen's heading asks already. */
  labelHidden?: boolean;
  /** Reads the error out as it appears, on screens without a summary of errors. */
  announced?: boolean;
  /** How what was typed was understood, such as a date written out. */
  echo?: string | undefined;
};

type Tied = { 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** The attributes that tie a control to its hint and its error. */
export function tied({ id, hint, error, echo }: FieldCommon): Tied {
  const parts = [hint && `${id}-hint`, error && `${id}-error`, echo && `${id}-echo`].filter(Boolean);
  return { 'aria-describedby': parts.join(' ') || undefined, 'aria-invalid': error ? true : undefined };
}

/** The types know an input by one type at a time; ours is chosen while it runs. */
export function inputType(type: 'text' | 'tel' | 'email' | 'search' | 'password'): { type: 'text' } {
  return { type } as { type: 'text' };
}

/** Label, hint, error, control, in the order in which they are read. */
export function FieldFrame(props: FieldCommon & { children: ComponentChildren }) {
  const { id, error, echo, children } = props;
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={id}>
        <FieldLabel {...props} />
      </label>
      <FieldMessages {...props} />
      <div class="field-control">
        {children}
        {echo && !error && (
          <p class="field-echo" id={`${id}-echo`}>
            {echo}
          </p>
        )}
      </div>
    </div>
  );
}

/** The same for a group of controls under one question. */
export function FieldSet(props: FieldCommon & { children: ComponentChildren }) {
  const { id, error, children } = props;
  return (
    <fieldset
      class={error ? 'field field-wrong' : 'field'}
      aria-describedby={tied(props)['aria-describedby']}
      id={id}
      tabIndex={-1}
    >
      <legend class={props.labelHidden ? 'visually-hidden' : 'field-label'}>
        <FieldLabel {...props} />
      </legend>
      <FieldMessages {...props} />
      {children}
    </fieldset>
  );
}

function FieldLabel({ label, optional }: FieldCommon) {
  return (
    <>
      {label} {optional && <span class="field-optional">{uiWords().optional}</span>}
    </>
  );
}

function FieldMessages({ id, hint, error, announced }: FieldCommon) {
  return (
    <div class="field-messages">
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role={announced ? 'alert' : undefined}>
          <span class="visually-hidden">{uiWords().errorMark}</span> {error}
        </p>
      )}
    </div>
  );
}
