/** A palm on the glass never signs: a pen goes before a hand, one finger before the next, and ink and record are one. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DrawnDraft } from '../../src/consent/draft.ts';
import {
  aField,
  cancel,
  down,
  draw,
  hasInk,
  inkAt,
  line,
  move,
  touch,
  up,
  type Contact,
  type Hand,
  type Point,
  type SigningField,
} from './signing.tsx';

let field: SigningField;

beforeEach(() => {
  field = aField();
});

afterEach(() => field.leave());

const written = line({ x: 50, y: 50, t: 100 }, { x: 300, y: 50 }, 20);
const palmAt = { x: 560, y: 260, t: 60 };
const slides = line(palmAt, { x: 660, y: 260 }, 12);

/** Pen and hand as a browser tells of them. */
type Way = {
  by: string;
  put: (who: 'pen' | 'palm', at: Point) => void;
  drag: (who: 'pen' | 'palm', through: readonly Point[]) => void;
  lift: (who: 'pen' | 'palm', at: Point) => void;
};

const hands: Record<'pen' | 'palm', Hand & { id: number }> = {
  pen: { id: 1, pointerType: 'pen' },
  palm: { id: 2, pointerType: 'touch' },
};

const pointers: Way = {
  by: 'pointer events',
  put: (who, at) => down(field.canvas, at, hands[who]),
  drag(who, through) {
    for (let i = 0; i < through.length; i += 4) move(field.canvas, through.slice(i, i + 4), hands[who]);
  },
  lift: (who, at) => up(field.canvas, at, hands[who]),
};

/** What is on the glass, for the lists of each touch event. */
const onGlass = new Map<string, Contact>();
const contact = (who: 'pen' | 'palm', at: Point): Contact => ({
  ...at,
  id: hands[who].id + 10,
  touchType: who === 'pen' ? 'stylus' : 'direct',
});
const othersThan = (who: string): Contact[] => [...onGlass].filter(([name]) => name !== who).map(([, one]) => one);

const touches: Way = {
  by: 'touch events alone',
  put(who, at) {
    touch('touchstart', field.canvas, contact(who, at), othersThan(who));
    onGlass.set(who, contact(who, at));
  },
  drag(who, through) {
    for (const at of through) touch('touchmove', field.canvas, contact(who, at), othersThan(who));
  },
  lift(who, at) {
    onGlass.delete(who);
    touch('touchend', field.canvas, contact(who, at), othersThan(who));
  },
};

const both: Way = {
  by: 'both, as an iPad sends them',
  put(who, at) {
    pointers.put(who, at);
    touches.put(who, at);
  },
  drag(who, through) {
    for (let i = 0; i < through.length; i += 4) {
      const frame = through.slice(i, i + 4);
      move(field.canvas, frame, hands[who]);
      touches.drag(who, frame.slice(-1));
    }
  },
  lift(who, at) {
    pointers.lift(who, at);
    touches.lift(who, at);
  },
};

afterEach(() => onGlass.clear());

function writes(way: Way, points: readonly Point[] = written): void {
  way.put('pen', points[0] as Point);
  way.drag('pen', points.slice(1, -1));
  way.lift('pen', points.at(-1) as Point);
}

/** The pen's strokes are whole, in record and ink, and nothing of the hand is in either. */
async function onlyThePen(strokes = 1): Promise<void> {
  await field.kept(strokes);
  for (const stroke of field.strokes()) {
    expect(stroke.pointer).toBe('pen');
    expect(stroke.samples).toHaveLength(20);
    expect([stroke.samples[0]?.x, stroke.samples.at(-1)?.x]).toEqual([5_000, 30_000]);
  }
  expect(inkAt(field.canvas, 75, 50)).toBe(true);
  expect(inkAt(field.canvas, 275, 50)).toBe(true);
  expect(inkAt(field.canvas, 610, 260, 60)).toBe(false);
}

describe.each([pointers, touches, both])('by $by', (way) => {
  test('a palm that was there first gives way to the pen', async () => {
    way.put('palm', palmAt);
    way.drag('palm', slides.slice(1, 6));
    writes(way);
    way.drag('palm', slides.slice(6, 11));
    way.lift('palm', slides[11] as Point);
    await onlyThePen();
  });

  test('a palm that comes down in the middle of a stroke ends nothing and draws nothing', async () => {
    way.put('pen', written[0] as Point);
    way.drag('pen', written.slice(1, 9));
    way.put('palm', palmAt);
    way.drag('palm', slides.slice(1, 6));
    way.drag('pen', written.slice(9, 15));
    way.lift('palm', slides[6] as Point);
    way.drag('pen', written.slice(15, 19));
    way.lift('pen', written[19] as Point);
    await onlyThePen();
  });

  test('a palm that stays between two strokes of the pen costs neither', async () => {
    way.put('pen', written[0] as Point);
    way.put('palm', palmAt);
    way.drag('pen', written.slice(1, 19));
    way.lift('pen', written[19] as Point);
    way.drag('palm', slides.slice(1, 6));
    writes(
      way,
      written.map((point) => ({ ...point, t: point.t + 500 })),
    );
    way.lift('palm', slides[6] as Point);
    await onlyThePen(2);
  });

  test('a palm that comes back once the pen has written draws nothing', async () => {
    writes(way);
    way.put('palm', palmAt);
    way.drag('palm', slides.slice(1, 11));
    way.lift('palm', slides[11] as Point);
    await onlyThePen();
  });
});

describe('the record of a palm that gives way', () => {
  test('is taken back where a part of it was kept already', async () => {
    const slow = line({ x: 560, y: 260, t: 0 }, { x: 660, y: 260 }, 12).map((point) => ({ ...point, t: point.x * 10 }));
    pointers.put('palm', slow[0] as Point);
    pointers.drag('palm', slow.slice(1));
    await field.kept(1);
    pointers.put('pen', written[0] as Point);
    expect(field.drawn()).toBeNull();
    expect(inkAt(field.canvas, 610, 260, 60)).toBe(false);
    pointers.drag('pen', written.slice(1, 19));
    pointers.lift('pen', written[19] as Point);
    await onlyThePen();
  });
});

describe('fingers', () => {
  const finger: Hand = { id: 5, pointerType: 'touch' };
  const second: Hand = { id: 6, pointerType: 'touch', first: false };

  test('a second one begins nothing and spoils nothing, and the first may lift before it', async () => {
    down(field.canvas, written[0] as Point, finger);
    move(field.canvas, written.slice(1, 6), finger);
    down(field.canvas, palmAt, second);
    move(field.canvas, slides.slice(1, 6), second);
    move(field.canvas, written.slice(6, 19), finger);
    up(field.canvas, written[19] as Point, finger);
    move(field.canvas, slides.slice(6, 9), second);
    up(field.canvas, slides[9] as Point, second);
    await field.kept(1);
    expect(field.strokes()[0]?.samples).toHaveLength(20);
    expect(inkAt(field.canvas, 275, 50)).toBe(true);
    expect(inkAt(field.canvas, 610, 260, 60)).toBe(false);
  });

  test('that follows one whose end did not arrive is not lost', async () => {
    down(field.canvas, written[0] as Point, finger);
    move(field.canvas, written.slice(1, 6), finger);
    draw(field.canvas, line({ x: 50, y: 150, t: 900 }, { x: 300, y: 150 }), { ...finger, id: 9 });
    await field.kept(2);
    expect(field.strokes().map(({ samples }) => samples.length)).toEqual([6, 12]);
  });

  test('that draw where the pen has written are told why they do not, and may after "Clear"', async () => {
    const told = (): string => document.querySelector('.signature-field')?.textContent ?? '';
    writes(pointers);
    await field.kept(1);
    pointers.put('palm', palmAt);
    pointers.lift('palm', { ...palmAt, t: 300 });
    cancel(field.canvas, slides[3] as Point, hands.palm);
    expect(told(), 'a hand that only rests').not.toContain('The pencil signs here');
    draw(field.canvas, slides, finger);
    await expect.poll(told).toContain('The pencil signs here');
    await onlyThePen();
    field.press('Clear');
    await expect.poll(told).not.toContain('The pencil signs here');
    draw(field.canvas, slides, finger);
    await field.kept(1);
    expect(field.strokes()[0]?.pointer).toBe('touch');
    expect(inkAt(field.canvas, 610, 260, 60)).toBe(true);
  });

  test('do not draw either where the pen wrote before the page was left', async () => {
    writes(pointers);
    await field.kept(1);
    const kept = field.drawn() as DrawnDraft;
    field.leave();
    field = aField(kept);
    draw(field.canvas, slides, finger);
    await onlyThePen();
  });
});

describe('what is undone in the middle of a stroke', () => {
  test('is the stroke before, and the field does not go deaf', async () => {
    draw(field.canvas, line({ x: 50, y: 50, t: 0 }, { x: 100, y: 50 }));
    await field.kept(1);
    const points = line({ x: 50, y: 150, t: 500 }, { x: 300, y: 150 });
    down(field.canvas, points[0] as Point);
    move(field.canvas, points.slice(1, 5));
    field.press('Undo last line');
    expect(inkAt(field.canvas, 75, 50)).toBe(false);
    expect(hasInk(field.canvas), 'the stroke that is being drawn stays').toBe(true);
    move(field.canvas, points.slice(5, 11));
    up(field.canvas, points[11] as Point);
    await field.kept(1);
    draw(field.canvas, line({ x: 50, y: 200, t: 900 }, { x: 100, y: 200 }));
    await field.kept(2);
    expect(field.strokes().map(({ samples }) => [samples.length, samples[0]?.y])).toEqual([
      [12, 15_000],
      [12, 20_000],
    ]);
  });
});

describe('a stroke that is being drawn', () => {
  test('is kept now and then, so that a killed tab loses a moment of it, and is one stroke in the end', async () => {
    const slow = Array.from({ length: 9 }, (_, i) => ({ x: 50 + i * 30, y: 50, t: i * 200 }));
    const before = line({ x: 50, y: 200, t: -900 }, { x: 300, y: 200 });
    draw(field.canvas, before);
    down(field.canvas, slow[0] as Point);
    move(field.canvas, slow.slice(1, 3));
    await field.kept(1);
    move(field.canvas, slow.slice(3, 4));
    await field.kept(2);
    expect(field.strokes()[1]?.samples.at(-1)).toMatchObject({ t: 6_000 });
    move(field.canvas, slow.slice(4, 5));
    expect(field.strokes()[1]?.samples.at(-1)).toMatchObject({ t: 6_000 });
    // The tab goes out of sight: now or never.
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(field.strokes()[1]?.samples.at(-1)).toMatchObject({ t: 8_000 });
    move(field.canvas, slow.slice(5, 8));
    up(field.canvas, slow[8] as Point);
    await field.kept(2);
    expect(field.strokes().map(({ samples }) => samples.length)).toEqual([12, 9]);
    expect(field.strokes()[1]?.at).toBe(900);
  });
});
