import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SignFormsMethod } from '../../domain/invitation.ts';

/** What all drawings share. They are hidden from screen readers: the table beside each says the same, and more exactly. */

/** Told apart by pattern, so that colour is never the only sign. */
export type Fill = 'full' | 'lines' | 'empty';

export const methodFills: Record<SignFormsMethod, Fill> = { tablet: 'full', paper: 'lines', app: 'empty' };

/** A drawing and its table, side by side where there is room. */
export function Pair({ drawing, children }: { drawing: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="report-pair">
      <div class="report-drawing" aria-hidden="true">
        {drawing}
      </div>
      {children}
    </div>
  );
}

type CanvasProps = { height: string; children: (fillOf: (fill: Fill) => string) => ComponentChildren };

/** Measured in shares of its width and in the size of its text, so that nothing in it is stretched. */
export function Canvas({ height, children }: CanvasProps) {
  const pattern = `lines-${useId()}`;
  const fills: Record<Fill, string> = { full: 'var(--accent)', lines: `url(#${pattern})`, empty: 'var(--surface)' };
  return (
    <svg class="report-canvas" width="100%" style={{ blockSize: height }} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--accent-wash)" />
          <rect width="2.5" height="6" fill="var(--accent)" />
        </pattern>
      </defs>
      {children((fill) => fills[fill])}
    </svg>
  );
}

export function Legend({ entries }: { entries: readonly { fill: Fill; label: string }[] }) {
  return (
    <ul class="report-legend">
      {entries.map(({ fill, label }) => (
        <li key={label}>
          <Canvas height="1em">
            {(fillOf) => <rect class="report-bar" x="1" y="1" width="90%" height="80%" fill={fillOf(fill)} />}
          </Canvas>
          {label}
        </li>
      ))}
    </ul>
  );
}

export type Bar = { label: string; parts: { fill: Fill; count: number }[] };

/** Lying bars, each under its label, its number at the end. */
export function Bars({ bars, most }: { bars: readonly Bar[]; most: number }) {
  const step = 3.25;
  return (
    <Canvas height={`${bars.length * step}em`}>
      {(fillOf) =>
        bars.map(({ label, parts }, place) => {
          const total = parts.reduce((sum, { count }) => sum + count, 0);
          let start = 0;
          return (
            <g key={label}>
              <text x="0" y={`${place * step + 1}em`}>
                {label}
              </text>
              <text class="report-number" x="100%" y={`${place * step + 1}em`} text-anchor="end">
                {total}
              </text>
              <line class="report-track" x1="0" x2="100%" y1={`${place * step + 2}em`} y2={`${place * step + 2}em`} />
              {parts.map(({ fill, count }) => {
                const x = start;
                start += share(count, most);
                return count === 0 ? null : (
                  <rect
                    key={fill}
                    class="report-bar"
                    x={`${x}%`}
                    y={`${place * step + 1.5}em`}
                    width={`${share(count, most)}%`}
                    height="1em"
                    fill={fillOf(fill)}
                  />
                );
              })}
            </g>
          );
        })
      }
    </Canvas>
  );
}

export function share(count: number, most: number): number {
  return most === 0 ? 0 : (100 * count) / most;
}
