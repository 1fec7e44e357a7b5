import type { Stroke } from '../domain/strokes.ts';

type PictureProps = { strokes: readonly Stroke[]; width: number; height: number; label: string };

/** A signature as lines, from its strokes. */
export function SignaturePicture({ strokes, width, height, label }: PictureProps) {
  return (
    <svg
      class="signature-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMinYMid meet"
    >
      {strokes.map((stroke, i) => (
        <polyline
          key={i}
          points={stroke.samples.map((sample) => `${sample.x / 100},${sample.y / 100}`).join(' ')}
          fill="none"
          stroke="currentColor"
          stroke-width="2.5"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      ))}
    </svg>
  );
}
