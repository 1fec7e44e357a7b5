import { uiWords } from './text.ts';
import './Segments.css';

export const TEXT_SIZES = [1, 2, 3] as const;
/** Goes into `data-text-size` of the `.patient` element. */
export type TextSize = (typeof TEXT_SIZES)[number];

const marks: Record<TextSize, string> = { 1: 'A', 2: 'A+', 3: 'A++' };

/** The three sizes of the patient's text. */
export function TextSizeSwitch({ value, onChange }: { value: TextSize; onChange: (size: TextSize) => void }) {
  const words = uiWords();
  return (
    <div class="segments" role="group" aria-label={words.textSize}>
      {TEXT_SIZES.map((size) => (
        <button
          key={size}
          type="button"
          class={`segment segment-size-${size}`}
          aria-label={`${marks[size]}, ${words.textSizes[size]}`}
          aria-pressed={size === value}
          onClick={() => onChange(size)}
        >
          {marks[size]}
        </button>
      ))}
    </div>
  );
}
