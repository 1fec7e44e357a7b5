import type { PageOfForm } from '../../src/domain/pageCode.ts';
import { findCodes, type Corners, type Point } from './findCodes.ts';
import { isWhole } from './onPaper.ts';
import { signaturesSeen, type Ink } from './signatureSeen.ts';
import { darkShare, fromGrey, pictureOf, toGrey, type GreyPage } from './greyPage.ts';

/** What was read of one page. */
export type ReadPage = {
  picture: Uint8Array;
  /** Of all our codes in the picture. More than one means more than one sheet. */
  codes: PageOfForm[];
  /** The picture shows the one sheet, all of it. */
  whole: boolean;
  /** The share of the picture that is dark. */
  dark: number;
  /** What is seen in the boxes to sign in that are on this page. */
  ink: Ink;
};

/** Finds the codes of a page, and turns it upright by the one it has. Without one, it stays as it lay. */
export async function readPage(page: GreyPage): Promise<ReadPage> {
  const codes = await findCodes(page);
  const dark = darkShare(page);
  const [code, other] = codes;
  if (!code || other)
    return { picture: await pictureOf(page), codes: codes.map(({ of }) => of), whole: false, dark, ink: {} };
  const quarters = quartersToUpright(code.corners);
  const upright = quarters === 0 ? page : await toGrey(fromGrey(page).rotate(quarters * 90));
  const corners = turnedCorners(code.corners, page, quarters);
  return {
    picture: await pictureOf(upright),
    codes: [code.of],
    whole: isWhole(corners, upright),
    dark,
    ink: signaturesSeen(code.of, corners, upright),
  };
}

/** Quarter turns, clockwise, that bring the upper edge of a code to the top. */
function quartersToUpright({ topLeft, topRight }: Corners): 0 | 1 | 2 | 3 {
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
  const quarters = Math.round(-angle / (Math.PI / 2));
  return (((quarters % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

function turnedCorners(corners: Corners, { width, height }: GreyPage, quarters: number): Corners {
  const turn = ({ x, y }: Point): Point => {
    if (quarters === 1) return { x: height - y, y: x };
    if (quarters === 2) return { x: width - x, y: height - y };
    return quarters === 3 ? { x: y, y: width - x } : { x, y };
  };
  const { topLeft, topRight, bottomRight, bottomLeft } = corners;
  return {
    topLeft: turn(topLeft),
    topRight: turn(topRight),
    bottomRight: turn(bottomRight),
    bottomLeft: turn(bottomLeft),
  };
}
