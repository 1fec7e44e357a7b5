/** What these packages do and their types don't say. */

declare module 'fontkit' {
  /** Parses a font file; it knows the code points that the font has. */
  export function create(bytes: Uint8Array): { postscriptName: string; characterSet: number[] };
}

declare module 'linebreak' {
  /** Line breaking after UAX 14. */
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may (or, if required, must) end: an index in UTF-16 code units. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}

declare namespace PDFKit.Mixins {
  // Since pdfkit 0.19: layout attributes that PDF/UA asks of figures, and the scope of table headers.
  interface StructureElementOptions {
    /** Left, top, right and bottom in points from the page's left and top edge. */
    bbox?: [number, number, number, number];
    placement?: 'Block' | 'Inline';
    scope?: 'Row' | 'Column' | 'Both';
  }
}
