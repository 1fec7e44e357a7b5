import { folded, type PersonName } from './people.ts';

/**
 * The readable stem of a username for a member without e-mail: folded name, letters and dots only.
 * It holds no digits, so that a number behind it is never taken for a birth year.
 */
export function usernameStem(name: PersonName): string {
  const part = (text: string, length: number): string => {
    const piece = folded(text)
      .replace(/[^a-z]/g, '')
      .slice(0, length);
    return isUnfortunate(piece) ? '' : piece;
  };
  const first = part(name.first, 12);
  const last = part(name.last, 16);
  const preferred = part(name.preferred ?? '', 20);
  const both = [first, last].filter(Boolean).join('.');
  if (both && !isUnfortunate(first + last)) return both;
  return last || preferred || 'member';
}

/** The n-th candidate, counted from 0: `ana.ruiz`, `ana.ruiz.2`, `ana.ruiz.3` and so on. */
export function usernameCandidate(stem: string, n: number): string {
  return n === 0 ? stem : `${stem}.${n + 1}`;
}

/** Unfortunate wherever it stands. Real names that hold one (Shitara) get a plainer username, which harms nobody. */
const NEVER = ['fuck', 'shit', 'cunt', 'bitch', 'nigger', 'faggot', 'putamadre', 'hijodeputa', 'mierda', 'pendejo'];

/** Unfortunate by itself, and harmless in a longer name: Dickinson, Putallaz, Cassandra. */
const ALONE = [
  'anal anus arse ass boob boobs cock coon crap cum dick dyke fag gook hoe kike nazi nigga paki penis piss',
  'poop prick pussy rape sex slut spic suck tit tits turd twat vagina wank wanker whore cabron cabrona caca',
  'cagar chinga chingada chocho cono culo joder maricon mear mojon ojete pedo pene perra pinche polla puta',
  'puto teta tetas verga zorra',
].flatMap((line) => line.split(' '));

function isUnfortunate(piece: string): boolean {
  return ALONE.includes(piece) || NEVER.some((word) => piece.includes(word));
}
