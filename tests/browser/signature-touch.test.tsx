/** On an iPad Scribble swallows pointer events, some or all (FACTS), and touches tell the rest: the record holds up to both. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aField, down, inkAt, line, move, touch, up, type Point, type SigningField } from './signing.tsx';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15';
const points = line({ x: 50, y: 50, t: 0 }, { x: 300, y: 50 });

let field: SigningField;

beforeEach(() => {
  expect('ontouchstart' in document, 'this browser has touch').toBe(true);
  Object.defineProperty(navigator, 'userAgent', { value: MAC, configurable: true });
  field = aField();
});

afterEach(() => {
  field.leave();
  Reflect.deleteProperty(navigator, 'userAgent');
});

type Swallowed = { down?: boolean; moves?: boolean; up?: boolean };

/** A stroke as an iPad sends it: of each pair the pointer event first. */
function drawOnIPad(stroke: readonly Point[], swallowed: Swallowed = {}): void {
  const [first, ...rest] = stroke;
  const last = rest.pop();
  if (!first || !last) throw new Error('a stroke has two points and more');
  const pencil = (point: Point) => ({ ...point, id: 7, touchType: 'stylus' }) as const;
  if (!swallowed.down) down(field.canvas, first);
  touch('touchstart', field.canvas, pencil(first));
  for (let i = 0; i < rest.length; i += 4) {
    const frame = rest.slice(i, i + 4);
    if (!swallowed.moves) move(field.canvas, frame);
    touch('touchmove', field.canvas, pencil(frame.at(-1) ?? last));
  }
  if (!swallowed.up) up(field.canvas, last);
  touch('touchend', field.canvas, pencil(last));
}

const lower = (by: number): Point[] => points.map((point) => ({ ...point, y: point.y + by, t: point.t + by * 10 }));

describe('on an iPad', () => {
  test('every sample between two touches is recorded and drawn, once', async () => {
    drawOnIPad(points);
    await field.kept(1);
    expect(field.strokes()[0]?.samples).toHaveLength(12);
    expect(field.strokes()[0]?.pointer).toBe('pen');
    expect(inkAt(field.canvas, 150, 50)).toBe(true);
  });

  test('where Scribble swallows all pointer events, the touches are the record', async () => {
    drawOnIPad(points, { down: true, moves: true, up: true });
    await field.kept(1);
    const samples = field.strokes()[0]?.samples ?? [];
    expect(samples.length).toBeGreaterThanOrEqual(4);
    expect(samples[0]).toMatchObject({ x: 5_000, y: 5_000 });
    expect(samples.at(-1)).toMatchObject({ x: 30_000, y: 5_000 });
  });

  test.each<[string, Swallowed]>([
    ['the beginning', { down: true }],
    ['the middle', { moves: true }],
    ['the end', { up: true }],
    ['all but the beginning', { moves: true, up: true }],
    ['all but the end', { down: true, moves: true }],
  ])(
    'where it swallows %s of a stroke, the strokes before and after are whole, and each is kept once',
    async (_what, swallowed) => {
      drawOnIPad(points);
      await field.kept(1);
      drawOnIPad(lower(50), swallowed);
      await field.kept(2);
      drawOnIPad(lower(100));
      await field.kept(3);
      const [before, between, after] = field.strokes();
      expect(before?.samples).toHaveLength(12);
      expect(between?.samples.length).toBeGreaterThanOrEqual(4);
      expect(between?.samples[0]).toMatchObject({ x: 5_000, t: 0 });
      expect(between?.samples.at(-1)).toMatchObject({ x: 30_000, t: 440 });
      expect(between?.pointer).toBe('pen');
      expect(inkAt(field.canvas, 275, 100)).toBe(true);
      expect(new Set(between?.samples.map(({ y }) => y))).toEqual(new Set([10_000]));
      expect(after?.samples).toHaveLength(12);
      expect(after?.samples[0]).toMatchObject({ x: 5_000, y: 15_000 });
    },
  );

  test('a stroke that begins before the page has seen to the last is kept apart from it', async () => {
    drawOnIPad(points);
    drawOnIPad(lower(50), { up: true });
    drawOnIPad(lower(100));
    await field.kept(3);
    expect(field.strokes().map(({ samples }) => samples[0]?.y)).toEqual([5_000, 10_000, 15_000]);
  });
});
