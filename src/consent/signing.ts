import type { Screen } from '../domain/consent.ts';
import type { Draft, RepresentativeDraft, SignatureDraft } from './draft.ts';

/** Whether this person has drawn or typed something. */
export function hasSigned({ how, drawn, typed }: SignatureDraft): boolean {
  return how === 'draw' ? drawn !== null : typed.trim() !== '';
}

/** The patient's own signature, where the way is to draw or to type one. */
export function ownSignature({ way, drawn, typed }: Pick<Draft, 'way' | 'drawn' | 'typed'>): SignatureDraft {
  return { how: way === 'type' ? 'type' : 'draw', drawn, typed };
}

/** A relationship that is none of the named ones has to be told in words. */
export function knowsRelationship({ relationship, relationshipWords }: RepresentativeDraft): boolean {
  return relationship === 'other' ? relationshipWords.trim() !== '' : relationship !== '';
}

export function knowsWhy({ whyNotSelf, whyNotSelfWords }: RepresentativeDraft): boolean {
  return whyNotSelf === 'other' ? whyNotSelfWords.trim() !== '' : whyNotSelf !== '';
}

export function knowsRepresentative(representative: RepresentativeDraft): boolean {
  return representative.name.trim() !== '' && knowsRelationship(representative) && knowsWhy(representative);
}

/** The screen on which something is still missing before the signature counts; undefined when all is there. */
export function unsignedScreen(draft: Draft): Screen | undefined {
  const { way, mark, witness, representative } = draft;
  if (way === 'mark') {
    if (!mark) return { kind: 'sign' };
    if (!witness.name.trim() || !witness.address.trim()) return { kind: 'witness' };
    return hasSigned(witness) ? undefined : { kind: 'witness-sign' };
  }
  if (way === 'representative') {
    if (!representative.name.trim() || !knowsRelationship(representative)) return { kind: 'representative' };
    if (!knowsWhy(representative)) return { kind: 'why-not-self' };
    return hasSigned(representative) ? undefined : { kind: 'sign' };
  }
  return hasSigned(ownSignature(draft)) ? undefined : { kind: 'sign' };
}
