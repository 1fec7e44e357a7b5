import { en, type MailText } from './en.ts';
import { es } from './es.ts';

const catalogues: Record<string, MailText> = { en, es };

/** Every language that mails are written in, the reader's first. */
export function mailLanguages(wanted: string): [string, MailText][] {
  const all = Object.entries(catalogues);
  return [...all.filter(([language]) => language === wanted), ...all.filter(([language]) => language !== wanted)];
}
