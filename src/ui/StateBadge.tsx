import type { ComponentChildren } from 'preact';
import './StateBadge.css';

/** A shape for each, so that colour is never the only sign. */
export type BadgeShape = 'open' | 'half' | 'done' | 'over' | 'attention';

/** A state in words, with a shape before them to find it by in a long list. */
export function StateBadge({ shape, children }: { shape: BadgeShape; children: ComponentChildren }) {
  return (
    <span class={`badge badge-${shape}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
        {shapes[shape]}
      </svg>
      <span>{children}</span>
    </span>
  );
}

const shapes: Record<BadgeShape, ComponentChildren> = {
  open: <circle cx="8" cy="8" r="6" />,
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" stroke="none" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="M4.8 8.3 7 10.5l4.2-4.8" stroke="var(--surface)" />
    </>
  ),
  over: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M4 12 12 4" />
    </>
  ),
  attention: (
    <>
      <path d="M8 1.8 14.8 14H1.2z" stroke-linejoin="round" />
      <path d="M8 6v4M8 11.3v1.2" />
    </>
  ),
};
