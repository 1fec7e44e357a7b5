import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The typefaces of our documents. Another script is one more line in `FILES`. */

export type Weight = 'regular' | 'bold';

export type Face = {
  /** The name it has in a document. */
  name: string;
  bytes: Uint8Array;
  covers: ReadonlySet<number>;
};

const require = createRequire(import.meta.url);

/** In the order of choice: the first that has the letter. */
const FILES: Record<Weight, string[]> = {
  regular: [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
  ],
  bold: [
    require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'),
  ],
};

const loaded = new Map<Weight, Face[]>();

export function facesOf(weight: Weight): Face[] {
  const known = loaded.get(weight);
  if (known) return known;
  const faces = FILES[weight].map((file): Face => {
    const bytes = readFileSync(file);
    // Only what it covers is kept: a parsed font remembers what was laid out with it, and a document must depend on
    // its own input alone.
    const font = create(bytes);
    return { name: `${weight} ${font.postscriptName}`, bytes, covers: new Set(font.characterSet) };
  });
  loaded.set(weight, faces);
  return faces;
}

const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
const neutral = /^[\p{Script=Common}\p{Script=Inherited}]*$/u;

/** What is drawn of a letter: joiners and direction marks have an effect but no shape. */
export function visiblePart(grapheme: string): string {
  return [...grapheme].filter((letter) => !invisible.test(letter)).join('');
}

/**
 * The face for a grapheme, or undefined where no face has all of it. Spaces and punctuation stay with the face before
 * them, so that a Hebrew name is not set in two.
 */
export function faceFor(grapheme: string, faces: readonly Face[], before: Face | undefined): Face | undefined {
  const points = [...visiblePart(grapheme)].map((letter) => letter.codePointAt(0) ?? 0);
  const covered = (face: Face): boolean => points.every((point) => face.covers.has(point));
  if (before && neutral.test(grapheme) && covered(before)) return before;
  return faces.find(covered);
}
