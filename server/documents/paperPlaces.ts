import { COLUMN } from './design.ts';

/**
 * Where things stand on every paper form, so that a scan of one can be read by it. In points of a US Letter page (612 by
 * 792), from its left and top edge. Papers that were printed lie on desks for weeks: whoever moves a place changes the
 * `CSN1` of the page code as well.
 */

export type Place = { x: number; y: number; width: number; height: number };

/** Modules along one side, without the quiet zone: version 4, error correction Q. */
export const CODE_MODULES = 33;
/** 0.92 mm: three and a half rows of the coarsest fax (98 to the inch). */
const CODE_MODULE = 2.6;
const side = CODE_MODULES * CODE_MODULE;

/** The QR code's modules, on every page at the right above, with four modules of white around them. */
export const CODE_PLACE: Place = { x: COLUMN.right - side, y: 30, width: side, height: side };

/** A box to sign in, on page `page` (counted from 1). Nothing is printed inside of its outline. */
export type SignatureBoxPlace = Place & { page: number; who: 'patient' | 'representative' | 'witness' };

/** The boxes of a form with so many pages. The patient signs or makes a mark in theirs, before the witness. */
export function signatureBoxes(pages: number): SignatureBoxPlace[] {
  return [
    { who: 'patient', page: pages - 1, ...BOXES.patient },
    { who: 'witness', page: pages - 1, ...BOXES.witness },
    { who: 'representative', page: pages, ...BOXES.representative },
  ];
}

const across = { x: COLUMN.edge, width: COLUMN.right - COLUMN.edge };
export const BOXES: Record<SignatureBoxPlace['who'], Place> = {
  patient: { ...across, y: 318, height: 92 },
  witness: { ...across, y: 666, height: 56 },
  representative: { ...across, y: 364, height: 76 },
};
/** Points of the outline that lie inside of a box's place. */
export const OUTLINE = 1;
