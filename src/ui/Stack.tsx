import type { ComponentChildren } from 'preact';
import './Stack.css';

type LayoutProps = {
  /** In steps of 8 px. */
  gap?: 1 | 2 | 3 | 4 | 6;
  children: ComponentChildren;
};

/** One below the other. */
export function Stack({ gap = 2, children }: LayoutProps) {
  return <div class={`stack gap-${gap}`}>{children}</div>;
}

/** Side by side, in as many lines as it takes. */
export function Row({ gap = 2, children }: LayoutProps) {
  return <div class={`row gap-${gap}`}>{children}</div>;
}
