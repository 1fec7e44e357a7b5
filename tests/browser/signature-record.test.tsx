/** Every sample of a signature is in the record. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packStrokes, sampleCount } from '../../src/domain/strokes.ts';
import {
  aField,
  down,
  draw,
  expectSamples,
  line,
  move,
  pointer,
  threeSeconds,
  up,
  type Point,
  type SigningField,
} from './signing.tsx';

let field: SigningField;

beforeEach(() => {
  field = aField();
});

afterEach(() => field.leave());

describe('a signature of three seconds at 240 Hz, sixty frames a second', () => {
  test('is recorded sample by sample, with place, time, pressure and tilt', async () => {
    const points = threeSeconds(5_000);
    draw(field.canvas, points);
    await field.kept(1);
    const [stroke] = field.strokes();
    expect(stroke?.samples).toHaveLength(720);
    expect(stroke).toMatchObject({ pointer: 'pen', at: 0 });
    expectSamples(stroke?.samples ?? [], points);
    expect(field.drawn()).toMatchObject({ coalesced: true, width: 700, height: 300 });
  });

  test('in three strokes keeps the pauses between them', async () => {
    const points = threeSeconds(5_000);
    for (const n of [0, 1, 2]) draw(field.canvas, points.slice(n * 240, (n + 1) * 240));
    await field.kept(3);
    expect(sampleCount(field.strokes())).toBe(720);
    expect(field.strokes().map((stroke) => stroke.at)).toEqual([0, 1_000, 2_000]);
  });

  test('takes little room', async () => {
    draw(field.canvas, threeSeconds(0));
    await field.kept(1);
    expect(packStrokes(field.strokes()).length).toBeLessThanOrEqual(6 * 1024);
  });
});

describe('each of these is kept', () => {
  const points = line({ x: 50, y: 50, t: 0 }, { x: 200, y: 120 });

  test('strokes that follow each other faster than the page gets to run', async () => {
    const starts = [0, 100, 200, 300, 400, 500];
    for (const t of starts) draw(field.canvas, line({ x: 20 + t, y: 50, t }, { x: 60 + t, y: 150 }));
    await field.kept(6);
    expect(field.strokes().map(({ at, samples }) => ({ at, many: samples.length, x: samples[0]?.x }))).toEqual(
      starts.map((t) => ({ at: t, many: 12, x: (20 + t) * 100 })),
    );
  });

  test('a stroke that the system ends (a call, a gesture)', async () => {
    down(field.canvas, points[0] as Point);
    move(field.canvas, points.slice(1));
    field.canvas.dispatchEvent(pointer('pointercancel', field.canvas, points[11] as Point));
    await field.kept(1);
    expect(field.strokes()[0]?.samples).toHaveLength(12);
  });

  test('a dot', async () => {
    down(field.canvas, { x: 80, y: 80, t: 10 });
    up(field.canvas, { x: 80, y: 80, t: 60 });
    await field.kept(1);
    expect(field.strokes()[0]?.samples[0]).toMatchObject({ x: 8_000, y: 8_000 });
  });

  test('a stroke that leaves the canvas and ends outside', async () => {
    down(field.canvas, { x: 680, y: 280, t: 0 });
    const outside = pointer('pointermove', field.canvas, { x: 760, y: 340, t: 16 });
    outside.getCoalescedEvents = () => [outside];
    document.body.dispatchEvent(outside);
    document.body.dispatchEvent(pointer('pointerup', field.canvas, { x: 760, y: 340, t: 32 }));
    await field.kept(1);
    expect(field.strokes()[0]?.samples.at(-1)).toMatchObject({ x: 76_000, y: 34_000 });
  });

  test('a stroke whose button changes in the middle, and the next', async () => {
    down(field.canvas, points[0] as Point);
    move(field.canvas, points.slice(1, 6));
    move(field.canvas, points.slice(6, 11), { buttons: 3 });
    up(field.canvas, points[11] as Point);
    draw(field.canvas, line({ x: 300, y: 50, t: 900 }, { x: 400, y: 50 }));
    await field.kept(2);
    expect(field.strokes().map(({ samples }) => [samples.length, samples[0]?.x])).toEqual([
      [12, 5_000],
      [12, 30_000],
    ]);
  });

  test.each(['pen', 'mouse'] as const)(
    'a stroke by %s whose end does not arrive, and the next',
    async (pointerType) => {
      down(field.canvas, points[0] as Point, { pointerType });
      move(field.canvas, points.slice(1, 11), { pointerType });
      draw(field.canvas, line({ x: 300, y: 50, t: 900 }, { x: 400, y: 50 }), { pointerType });
      await field.kept(2);
      expect(field.strokes().map(({ samples }) => [samples.length, samples[0]?.x])).toEqual([
        [11, 5_000],
        [12, 30_000],
      ]);
    },
  );

  test('a mouse that is let go where the page does not see it ends its stroke', async () => {
    down(field.canvas, points[0] as Point, { pointerType: 'mouse' });
    move(field.canvas, points.slice(1, 6), { pointerType: 'mouse' });
    move(field.canvas, points.slice(6, 9), { pointerType: 'mouse', buttons: 0 });
    await field.kept(1);
    move(field.canvas, points.slice(9, 11), { pointerType: 'mouse', buttons: 0 });
    expect(field.strokes()[0]?.samples).toHaveLength(6);
  });

  test.each(['pen', 'touch', 'mouse'] as const)('a stroke by %s, named as such', async (pointerType) => {
    draw(field.canvas, points, { pointerType });
    await field.kept(1);
    expect(field.strokes()[0]?.pointer).toBe(pointerType);
  });

  test('pressure that a mouse makes up is not', async () => {
    draw(
      field.canvas,
      points.map((point) => ({ ...point, pressure: 0.5 })),
      { pointerType: 'mouse' },
    );
    await field.kept(1);
    expect(new Set(field.strokes()[0]?.samples.map(({ p }) => p))).toEqual(new Set([0]));
  });
});
