/**
 * The resolution of each page of a TIFF, in both directions: a fax in standard mode has 204 dots an inch across and 98
 * down. The image library tells only the first (TIFF 6.0, section 2; tags 282 and 283).
 */
export function tiffStretch(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return stretches(view);
  } catch {
    // Offsets that lead out of the file: whoever decodes it will say what is wrong with it.
    return [];
  }
}

const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RATIONAL = 5;
const CLASSIC = 42;
/** More than any file that is taken has, and an end to a chain that bites its tail. */
const MOST_DIRECTORIES = 1_000;

function stretches(view: DataView): number[] {
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== CLASSIC) return [];
  const found: number[] = [];
  let directory = view.getUint32(4, little);
  while (directory !== 0 && found.length < MOST_DIRECTORIES) {
    const entries = view.getUint16(directory, little);
    let [x, y] = [0, 0];
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + entry * 12;
      const tag = view.getUint16(at, little);
      if (tag === X_RESOLUTION) x = rational(view, at, little);
      if (tag === Y_RESOLUTION) y = rational(view, at, little);
    }
    found.push(x > 0 && y > 0 ? x / y : 1);
    directory = view.getUint32(directory + 2 + entries * 12, little);
  }
  return found;
}

function rational(view: DataView, entry: number, little: boolean): number {
  if (view.getUint16(entry + 2, little) !== RATIONAL) return 0;
  const at = view.getUint32(entry + 8, little);
  return view.getUint32(at, little) / Math.max(1, view.getUint32(at + 4, little));
}
