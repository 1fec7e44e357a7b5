import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './Button.css';

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain';

export type ButtonProps = Omit<ButtonHTMLAttributes, 'kind' | 'disabled' | 'onClick'> & {
  kind?: ButtonKind;
  /** What is being done just now, in words: shown instead of the label, and presses are let pass. */
  busy?: string | false | undefined;
  disabled?: boolean;
  onClick?: () => void;
  children: ComponentChildren;
};

export function Button({ kind = 'primary', type = 'button', busy, disabled, onClick, children, ...rest }: ButtonProps) {
  const off = Boolean(busy) || disabled === true;
  return (
    <>
      <button
        {...rest}
        type={type}
        class={`button button-${kind}`}
        // Not `disabled`: that would throw the focus away in the middle of what a person is doing.
        aria-disabled={off || undefined}
        onClick={(press) => {
          if (off) press.preventDefault();
          else onClick?.();
        }}
      >
        {busy || children}
      </button>
      {busy !== undefined && (
        <span class="visually-hidden" role="status">
          {busy}
        </span>
      )}
    </>
  );
}

type ButtonLinkProps = {
  href: string;
  kind?: ButtonKind;
  /** Opens beside this page, such as a document. */
  newTab?: boolean;
  children: ComponentChildren;
};

/** A link that leads on and looks like the button it is used as. */
export function ButtonLink({ href, kind = 'primary', newTab, children }: ButtonLinkProps) {
  return (
    <a class={`button button-${kind}`} href={href} {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {children}
    </a>
  );
}
