import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { uiWords } from './text.ts';
import './PinPad.css';

type PinPadProps = {
  /** Whose PIN, and what for. */
  label: string;
  length?: number;
  /** Called once with all digits; the pad is empty again at once. */
  onComplete: (pin: string) => void;
  /** What is being done with the PIN, in words; presses are let pass meanwhile, as they are while waiting after wrong ones. */
  busy?: string | false | undefined;
  /** A wrong PIN, or how long to wait: read out at once. */
  message?: ComponentChildren;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Takes a PIN by touch or keyboard. Nothing on screen or read out tells a digit, only how many there are. */
export function PinPad({ label, length = 6, onComplete, busy, message }: PinPadProps) {
  const pad = useRef<HTMLDivElement>(null);
  const typed = useSignal('');
  const words = uiWords();
  useLayoutEffect(() => pad.current?.focus(), []);

  const press = (digit: string): void => {
    if (busy) return;
    const now = typed.value + digit;
    typed.value = now.length < length ? now : '';
    if (now.length === length) onComplete(now);
  };
  const erase = (): void => {
    typed.value = typed.value.slice(0, -1);
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    if (/^\d$/.test(key.key)) press(key.key);
    else if (key.key === 'Backspace') erase();
    else return;
    key.preventDefault();
  };

  return (
    <div class="pin-pad" role="group" aria-label={label} tabIndex={-1} ref={pad} onKeyDown={onKeyDown}>
      <p class="pin-label" aria-hidden="true">
        {label}
      </p>
      <div class="pin-dots" aria-hidden="true">
        {Array.from({ length }, (_, place) => (
          <span key={place} class={place < typed.value.length ? 'pin-dot pin-dot-filled' : 'pin-dot'} />
        ))}
      </div>
      <p class={busy ? undefined : 'visually-hidden'} role="status">
        {busy || words.digitsEntered(typed.value.length, length)}
      </p>
      <div class="pin-message" role="alert">
        {message}
      </div>
      <div class="pin-keys">
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            class={digit === '0' ? 'pin-key pin-zero' : 'pin-key'}
            aria-disabled={busy ? true : undefined}
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
        <button type="button" class="pin-key pin-delete" onClick={erase}>
          {words.deleteDigit}
        </button>
      </div>
    </div>
  );
}
