import type { FormVersion, Language } from './form.ts';
import { textAt } from './formTexts.ts';

/**
 * What the law wants a patient to be told before a consent counts: CMS's advance consent to Chronic Care Management, and
 * ESIGN 101(c), 15 U.S.C. 7001(c). A clause says by `covers` which of these it tells.
 */
export const LEGAL_ELEMENTS = [
  'esign.paper-right',
  'esign.withdraw',
  'esign.withdraw-consequences',
  'esign.scope',
  'esign.contact-update',
  'esign.copy',
  'esign.paper-fee',
  'esign.hardware-software',
  'cms.what',
  'cms.reach',
  'cms.programme',
  'cms.cost',
  'cms.one-practitioner',
  'cms.names-practitioner',
  'cms.stop',
  'cms.stop-effective',
  'cms.sharing',
  'cms.care-plan-copy',
  'cms.voluntary',
  'cms.decline-recorded',
  'cms.consent-anew',
] as const;
export type LegalElement = (typeof LEGAL_ELEMENTS)[number];

/**
 * Words without which an element is hardly told: of each list at least one. They find what was cut out, and say nothing
 * of how well it is told: that stays for people who know the law.
 */
type Cues = readonly (readonly string[])[];

const cues: Record<Language, Record<LegalElement, Cues>> = {
  en: {
    'esign.paper-right': [['on paper', 'paper form']],
    'esign.withdraw': [
      ['change your mind', 'withdraw', 'back to paper'],
      ['{practicePhone}', 'front desk'],
    ],
    'esign.withdraw-consequences': [
      ['stays valid', 'remains valid', 'still counts', 'still valid'],
      ['fee', 'charge', 'free'],
    ],
    'esign.scope': [['covers only', 'only covers', 'applies only', 'only applies', 'only for']],
    'esign.contact-update': [['e-mail', 'email'], ['change']],
    'esign.copy': [['paper copy', 'copy on paper', 'printed copy']],
    'esign.paper-fee': [['charge', 'fee', 'free', 'cost']],
    'esign.hardware-software': [['browser'], ['PDF']],
    'cms.what': [['two or more', 'at least two', '2 or more']],
    'cms.reach': [['24 hours', 'any hour', 'day and night', 'around the clock'], ['{practicePhone}']],
    'cms.programme': [['CCM only', 'only for CCM', 'only to CCM', 'other program']],
    'cms.cost': [['deductible'], ['coinsurance', 'copay', 'share of the cost', '20%']],
    'cms.one-practitioner': [['only one', 'just one', 'one practitioner'], ['month']],
    'cms.names-practitioner': [['{practitioner}']],
    'cms.stop': [['stop'], ['any time', 'whenever']],
    'cms.stop-effective': [['last day of', 'end of the month', 'end of that month', 'month is over']],
    'cms.sharing': [['share'], ['health information', 'medical information', 'health records']],
    'cms.care-plan-copy': [['care plan'], ['copy']],
    'cms.voluntary': [['do not have to', 'your choice', 'choice is yours', 'free to']],
    'cms.decline-recorded': [['write down', 'record', 'note down']],
    'cms.consent-anew': [['ask you again', 'new consent', 'sign again', 'consent again']],
  },
  es: {
    'esign.paper-right': [['en papel', 'el papel']],
    'esign.withdraw': [
      ['cambiar de opinión', 'volver al papel', 'retirar'],
      ['{practicePhone}', 'recepción'],
    ],
    'esign.withdraw-consequences': [
      ['sigue siendo válido', 'sigue valiendo', 'sigue teniendo validez'],
      ['cuesta', 'gratis', 'cargo', 'costo'],
    ],
    'esign.scope': [['vale solo', 'solo vale', 'es solo para', 'solo se aplica', 'se aplica solo']],
    'esign.contact-update': [['correo'], ['cambi']],
    'esign.copy': [['copia en papel', 'copia impresa']],
    'esign.paper-fee': [['cuesta', 'gratis', 'cargo', 'costo']],
    'esign.hardware-software': [['navegador'], ['PDF']],
    'cms.what': [['dos o más', 'al menos dos', '2 o más']],
    'cms.reach': [['24 horas', 'cualquier hora', 'día y noche'], ['{practicePhone}']],
    'cms.programme': [['solo para el CCM', 'solo al CCM', 'otro programa']],
    'cms.cost': [['deducible'], ['coseguro', 'copago', 'parte del costo', '20%']],
    'cms.one-practitioner': [['un solo', 'solo un', 'una sola', 'único'], ['mes']],
    'cms.names-practitioner': [['{practitioner}']],
    'cms.stop': [
      ['dejar', 'terminar', 'parar'],
      ['cualquier momento', 'cuando quiera'],
    ],
    'cms.stop-effective': [['último día', 'fin de ese mes', 'final de ese mes', 'fin de mes', 'acaba el mes']],
    'cms.sharing': [['compart'], ['información', 'datos']],
    'cms.care-plan-copy': [['plan de cuidado'], ['copia']],
    'cms.voluntary': [['no tiene que', 'usted decide', 'decisión es', 'libre']],
    'cms.decline-recorded': [['anota', 'registr', 'apunta']],
    'cms.consent-anew': [['otra vez', 'de nuevo', 'nuevo consentimiento']],
  },
};

export type LostElement = {
  element: LegalElement;
  /** Undefined where no clause tells it in any language. */
  language?: Language;
  /** The clauses that should tell it. */
  clauses: string[];
  /** Of each list one word is missing. */
  words: Cues;
};

/** The elements that a form does not tell. Languages without a list of words are asked for the clauses alone. */
export function lostElements(form: FormVersion): LostElement[] {
  return LEGAL_ELEMENTS.flatMap((element): LostElement[] => {
    const clauses = form.clauses.filter(({ covers }) => covers.includes(element)).map(({ id }) => id);
    if (clauses.length === 0) return [{ element, clauses, words: [] }];
    return form.languages.flatMap((language) => {
      const said = clauses
        .map((id) => wordingOf(form, language, id))
        .join(' ')
        .toLowerCase();
      const words = (cues[language]?.[element] ?? []).filter(
        (alternatives) => !alternatives.some((word) => said.includes(word.toLowerCase())),
      );
      return words.length === 0 ? [] : [{ element, language, clauses, words }];
    });
  });
}

/** Everything that a clause shows, as one line. */
function wordingOf(form: FormVersion, language: Language, clause: string): string {
  return ['title', 'summary', 'body', 'acknowledge']
    .map((part) => textAt(form, language, `clause ${clause} ${part}`))
    .join(' ')
    .replace(/\s+/g, ' ');
}
