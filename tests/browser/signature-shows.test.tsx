/** What the canvas shows follows from the record: after undo, clearing, turning and coming back. */
import { render } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DrawnDraft } from '../../src/consent/draft.ts';
import { strokesOf } from '../../src/consent/drawing.ts';
import { SignaturePicture } from '../../src/consent/SignaturePicture.tsx';
import { aField, draw, down, hasInk, inkAt, line, move, up, type Point, type SigningField } from './signing.tsx';

let field: SigningField;

afterEach(() => {
  field.leave();
  vi.unstubAllGlobals();
  Object.defineProperty(window, 'devicePixelRatio', { value: 1, configurable: true });
});

const high = line({ x: 50, y: 50, t: 0 }, { x: 300, y: 50 });
const low = line({ x: 50, y: 200, t: 1_000 }, { x: 300, y: 200 });

async function withTwoLines(size?: { width: number; height: number }): Promise<void> {
  field = aField(null, size);
  draw(field.canvas, high);
  draw(field.canvas, low);
  await field.kept(2);
}

describe('ink', () => {
  test('is there where it was drawn, at once, and nowhere before', async () => {
    field = aField();
    expect(hasInk(field.canvas)).toBe(false);
    down(field.canvas, high[0] as Point);
    move(field.canvas, high.slice(1, 8));
    move(field.canvas, high.slice(8, 11));
    expect(inkAt(field.canvas, 60, 50, 12)).toBe(true);
    expect(inkAt(field.canvas, 60, 200, 12)).toBe(false);
    up(field.canvas, high[11] as Point);
    await field.kept(1);
  });

  test('of the last line goes with "Undo last line", and that of the others stays', async () => {
    await withTwoLines();
    field.press('Undo last line');
    await field.kept(1);
    expect(inkAt(field.canvas, 150, 50)).toBe(true);
    expect(inkAt(field.canvas, 150, 200)).toBe(false);
    field.press('Undo last line');
    expect(field.drawn()).toBeNull();
    expect(hasInk(field.canvas)).toBe(false);
  });

  test('goes with "Clear", and the field can be signed anew from its beginning', async () => {
    await withTwoLines();
    field.press('Clear');
    expect(field.drawn()).toBeNull();
    expect(hasInk(field.canvas)).toBe(false);
    draw(field.canvas, line({ x: 50, y: 100, t: 9_000 }, { x: 300, y: 100 }));
    await field.kept(1);
    expect(field.strokes()[0]?.at).toBe(0);
    expect(inkAt(field.canvas, 150, 100)).toBe(true);
  });

  test('is as sharp as the screen: two pixels a CSS pixel', async () => {
    Object.defineProperty(window, 'devicePixelRatio', { value: 2, configurable: true });
    await withTwoLines();
    expect([field.canvas.width, field.canvas.height]).toEqual([1_400, 600]);
    expect(inkAt(field.canvas, 150, 50)).toBe(true);
    expect(inkAt(field.canvas, 200, 200)).toBe(true);
    expect(inkAt(field.canvas, 400, 100, 50)).toBe(false);
    expect(field.strokes()[0]?.samples.at(-1)).toMatchObject({ x: 30_000, y: 5_000 });
  });
});

describe('a tablet that is turned', () => {
  test('shows the same signature, smaller or larger, and the record stays as it is', async () => {
    await withTwoLines();
    const before = field.drawn();
    await field.resize(350, 150);
    expect(inkAt(field.canvas, 75, 25)).toBe(true);
    expect(inkAt(field.canvas, 75, 100)).toBe(true);
    expect(inkAt(field.canvas, 250, 75, 50)).toBe(false);
    await field.resize(1_050, 450);
    expect(inkAt(field.canvas, 225, 75)).toBe(true);
    expect(inkAt(field.canvas, 225, 300)).toBe(true);
    expect(field.drawn()).toEqual(before);
  });

  test('records what comes after in the same space as what came before', async () => {
    await withTwoLines();
    await field.resize(350, 150);
    draw(field.canvas, line({ x: 25, y: 60, t: 2_000 }, { x: 150, y: 60 }));
    await field.kept(3);
    expect(field.strokes()[2]?.samples[0]).toMatchObject({ x: 5_000, y: 12_000 });
    expect(field.drawn()).toMatchObject({ width: 700, height: 300 });
  });

  test('while a hand is drawing waits for the end of the stroke, and loses nothing of it', async () => {
    field = aField();
    down(field.canvas, high[0] as Point);
    move(field.canvas, high.slice(1, 6));
    const turned = field.resize(350, 150);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(field.canvas.width).toBe(700);
    move(field.canvas, high.slice(6, 11));
    up(field.canvas, high[11] as Point);
    await field.kept(1);
    await turned;
    expect(field.strokes()[0]?.samples).toHaveLength(12);
    expect(inkAt(field.canvas, 75, 25)).toBe(true);
    draw(field.canvas, line({ x: 25, y: 100, t: 5_000 }, { x: 150, y: 100 }));
    await field.kept(2);
  });

  test('has room that the first line did not have: what is drawn there is in the picture too', async () => {
    await withTwoLines({ width: 400, height: 300 });
    await field.resize(1_000, 300);
    draw(field.canvas, line({ x: 700, y: 150, t: 2_000 }, { x: 980, y: 150 }));
    await field.kept(3);
    const drawn = field.drawn() as DrawnDraft;
    const furthest = Math.max(...strokesOf(drawn).flatMap(({ samples }) => samples.map(({ x }) => x / 100)));
    expect(furthest).toBeGreaterThan(900);
    expect(drawn.width).toBeGreaterThanOrEqual(furthest);

    const { container, unmount } = render(
      <SignaturePicture strokes={strokesOf(drawn)} width={drawn.width} height={drawn.height} label="The signature" />,
    );
    const svg = container.querySelector('svg') as SVGSVGElement;
    for (const ink of svg.querySelectorAll('polyline'))
      expect(ink.getBoundingClientRect().right).toBeLessThanOrEqual(svg.getBoundingClientRect().right + 1);
    unmount();
  });
});

describe('a field that is come back to', () => {
  test('shows what was drawn before, and what comes now follows on it', async () => {
    await withTwoLines();
    const kept = field.drawn();
    field.leave();

    field = aField(kept);
    expect(inkAt(field.canvas, 150, 50)).toBe(true);
    expect(inkAt(field.canvas, 150, 200)).toBe(true);
    draw(field.canvas, line({ x: 50, y: 120, t: 77_000 }, { x: 300, y: 120 }));
    await field.kept(3);
    expect(field.strokes().slice(0, 2)).toEqual(strokesOf(kept));
    const [, second, third] = field.strokes();
    expect(third?.at).toBeGreaterThanOrEqual((second?.at ?? 0) + (second?.samples.at(-1)?.t ?? 0) / 10);
    expect(field.drawn()).toMatchObject({ width: 700, height: 300 });
  });

  test('in another size shows it in that size', async () => {
    await withTwoLines();
    const kept = field.drawn();
    field.leave();
    field = aField(kept, { width: 350, height: 150 });
    expect(inkAt(field.canvas, 75, 25)).toBe(true);
    expect(inkAt(field.canvas, 75, 100)).toBe(true);
  });

  test('lets the last line be undone, also one of before', async () => {
    await withTwoLines();
    const kept = field.drawn();
    field.leave();
    field = aField(kept);
    field.press('Undo last line');
    await field.kept(1);
    expect(field.strokes()).toEqual(strokesOf(kept).slice(0, 1));
    expect(inkAt(field.canvas, 150, 200)).toBe(false);
  });
});

test('what is drawn is told to those who do not see it', async () => {
  await withTwoLines();
  const told = () => document.querySelector('.signature-field [role=status]')?.textContent;
  await expect.poll(told).toBe('2 lines drawn');
  field.press('Undo last line');
  await expect.poll(told).toBe('1 line drawn');
  field.press('Clear');
  await expect.poll(told).toBe('Nothing drawn yet');
});
