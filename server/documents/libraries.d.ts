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

declare namespace PDFKit {
  interface PDFDocument {
    /** The catalog, which there is no other way to add to. */
    _root: { data: Record<string, unknown> };
    endAcroForm(): PDFDocument;
  }
  interface PDFPage {
    annotations: PDFKitReference[];
  }
}

declare namespace PDFKit.Mixins {
  // Since pdfkit 0.18: what the file is to the document (ISO 19005-3, 6.8).
  interface PDFAttachmentOptions {
    relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
  }

  // Since pdfkit 0.19: layout attributes that PDF/UA asks of figures, and the scope of table headers.
  interface StructureElementOptions {
    /** Left, top, right and bottom in points from the page's left and top edge. */
    bbox?: [number, number, number, number];
    placement?: 'Block' | 'Inline';
    scope?: 'Row' | 'Column' | 'Both';
  }
}
