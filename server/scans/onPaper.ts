import { PAGE } from '../documents/design.ts';
import { CODE_PLACE, type Place } from '../documents/paperPlaces.ts';
import type { Corners, Point } from './findCodes.ts';

/** From places on the printed sheet, in points, to pixels of its picture: by where its code is found there. */
export type OnPaper = (point: Point) => Point;

/** The affine map that brings the code's printed corners closest to those that were found. */
export function onPaper({ topLeft, topRight, bottomRight, bottomLeft }: Corners): OnPaper {
  const { x, y, width, height } = CODE_PLACE;
  // With the four corners of a rectangle, least squares is the mean of opposite sides.
  const across = {
    x: (topRight.x - topLeft.x + bottomRight.x - bottomLeft.x) / 2 / width,
    y: (topRight.y - topLeft.y + bottomRight.y - bottomLeft.y) / 2 / width,
  };
  const down = {
    x: (bottomLeft.x - topLeft.x + bottomRight.x - topRight.x) / 2 / height,
    y: (bottomLeft.y - topLeft.y + bottomRight.y - topRight.y) / 2 / height,
  };
  const middle = {
    x: (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
    y: (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4,
  };
  return (point) => {
    const right = point.x - (x + width / 2);
    const below = point.y - (y + height / 2);
    return {
      x: middle.x + right * across.x + below * down.x,
      y: middle.y + right * across.y + below * down.y,
    };
  };
}

/** How far a sheet may reach out of its picture: a fax cuts its edges, and a code tells its far end only roughly. */
const OUTSIDE = 0.12;
/** The least part of a picture that is one sheet: two sheets side by side have half of it each. */
const LEAST_PART = 0.55;

/** Whether the picture shows this one sheet, all of it, and not much besides. */
export function isWhole(corners: Corners, { width, height }: { width: number; height: number }): boolean {
  const place = onPaper(corners);
  const sheet = cornersOf({ x: 0, y: 0, ...PAGE }).map(place);
  const inside = sheet.every(
    ({ x, y }) =>
      x > -OUTSIDE * width && x < (1 + OUTSIDE) * width && y > -OUTSIDE * height && y < (1 + OUTSIDE) * height,
  );
  return inside && areaOf(sheet) > LEAST_PART * width * height;
}

function cornersOf({ x, y, width, height }: Place): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function areaOf(polygon: readonly Point[]): number {
  let twice = 0;
  polygon.forEach((point, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? point;
    twice += point.x * next.y - next.x * point.y;
  });
  return Math.abs(twice) / 2;
}
