import { describe, expect, it } from 'vitest';
import ccm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import type { Clause, FormVersion, Language } from '../../src/domain/form.ts';
import { PLACEHOLDERS } from '../../src/domain/formCheck.ts';
import { LEGAL_ELEMENTS, lostElements, type LegalElement } from '../../src/domain/legalElements.ts';

/** The CCM form tells everything the law asks for, in each of its languages, and the languages say it alike. */

const form = ccm as FormVersion;
const languages: Language[] = ['en', 'es'];
const knownPlaceholders: readonly string[] = PLACEHOLDERS;

const esign = (part: string) => `ESIGN Act, 15 U.S.C. 7001(c)(1)${part}`;
const cms = 'CMS, Chronic Care Management: advance consent (FACTS.md, The law)';

/** What a patient has to be told: its id, where that is asked for, and words that must be there for it to be told. */
const required: { id: LegalElement; source: string; says: Record<string, RegExp> }[] = [
  {
    id: 'esign.paper-right',
    source: esign('(B)(i)(I)'),
    says: { en: /right to get these forms on paper/, es: /derecho a recibir estos formularios en papel/ },
  },
  {
    id: 'esign.withdraw',
    source: esign('(B)(i)(II) and (B)(iii)'),
    says: {
      en: /change your mind at any time.*Tell the front desk or call \{practicePhone\}/,
      es: /cambiar de opinión en cualquier momento.*Dígalo en la recepción o llame al \{practicePhone\}/,
    },
  },
  {
    id: 'esign.withdraw-consequences',
    source: esign('(B)(i)(II): conditions, consequences and fees'),
    says: { en: /no fee.*stays valid.*does not end CCM/, es: /No cuesta nada.*sigue siendo válido.*no termina el CCM/ },
  },
  {
    id: 'esign.scope',
    source: esign('(B)(ii)'),
    says: { en: /covers only your papers for Chronic/, es: /vale solo para sus documentos de Manejo/ },
  },
  {
    id: 'esign.contact-update',
    source: esign('(B)(iii)'),
    says: { en: /e-mail, phone number, or mailing address changes/, es: /cambia su correo electrónico, su teléfono/ },
  },
  {
    id: 'esign.copy',
    source: esign('(B)(iv): how to get a paper copy'),
    says: { en: /ask for a paper copy of what you signed/, es: /pedir una copia en papel de lo que firmó/ },
  },
  {
    id: 'esign.paper-fee',
    source: esign('(B)(iv): whether a fee is charged'),
    says: { en: /no charge for the copy/, es: /La copia no cuesta nada/ },
  },
  {
    id: 'esign.hardware-software',
    source: esign('(C)(i)'),
    says: {
      en: /web browser.*opens PDF files.*e-mail address.*space to save it, or a printer/,
      es: /navegador.*abra archivos PDF.*dirección de correo.*espacio en su aparato o una impresora/,
    },
  },
  {
    id: 'cms.what',
    source: cms,
    says: { en: /two or more serious health problems/, es: /dos o más problemas serios de salud/ },
  },
  {
    id: 'cms.reach',
    source: cms,
    says: {
      en: /24 hours a day, 7 days a week. Call \{practicePhone\}/,
      es: /24 horas del día, los 7 días de la semana. Llame al \{practicePhone\}/,
    },
  },
  {
    id: 'cms.programme',
    source: 'APCM (G0556 to G0558) is billed instead of CCM: the consent names its programme',
    says: { en: /This form is for CCM only/, es: /Este formulario es solo para el CCM/ },
  },
  {
    id: 'cms.cost',
    source: cms,
    says: {
      en: /Part B deductible.*20%.*coinsurance.*second insurance/,
      es: /deducible de la Parte B.*20%.*coseguro.*otro seguro/,
    },
  },
  {
    id: 'cms.one-practitioner',
    source: cms,
    says: {
      en: /only one practitioner for your CCM in each calendar month/,
      es: /cada mes del calendario, Medicare le paga a un solo profesional/,
    },
  },
  {
    id: 'cms.names-practitioner',
    source: cms,
    says: { en: /that will be \{practitioner\} at \{practice\}/, es: /será \{practitioner\}, de \{practice\}/ },
  },
  {
    id: 'cms.stop',
    source: cms,
    says: {
      en: /stop CCM at any time, for any reason.*tell the front desk or call \{practicePhone\}/,
      es: /dejar el CCM en cualquier momento y por cualquier motivo.*dígalo en la recepción o llame al \{practicePhone\}/,
    },
  },
  {
    id: 'cms.stop-effective',
    source: cms,
    says: { en: /ends on the last day of that month/, es: /termina entonces el último día de ese mes/ },
  },
  {
    id: 'cms.sharing',
    source: cms,
    says: { en: /share your health information with/, es: /comparten entre ellas su información/ },
  },
  {
    id: 'cms.care-plan-copy',
    source: 'CMS, Chronic Care Management: the patient gets a copy of the care plan',
    says: { en: /You get a copy to keep/, es: /recibe una copia para guardar/ },
  },
  {
    id: 'cms.voluntary',
    source: cms,
    says: { en: /do not have to join CCM.*stays the same/, es: /No tiene que entrar al CCM.*sigue igual/ },
  },
  {
    id: 'cms.decline-recorded',
    source: cms,
    says: { en: /write down your answer.*yes or no/, es: /Anotamos su respuesta.*sea sí o no/ },
  },
  {
    id: 'cms.consent-anew',
    source: cms,
    says: {
      en: /another practitioner is going to bill.*ask you again/,
      es: /otro profesional va a cobrar.*le preguntaremos a usted otra vez/,
    },
  },
];

/** Everything a clause shows, as one line. */
function wording(clause: Clause, language: Language): string {
  const text = clause.text[language];
  return text === undefined ? '' : [text.title, text.summary, ...text.body, text.acknowledge].join(' ');
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^}]*)\}/g)].map((found) => found[1] ?? ''))].toSorted();
}

/** Every text of the form that a person may read, by the place it stands in. */
function texts(language: Language): Map<string, string> {
  const all = new Map<string, string>();
  const put = (place: string, text: string | undefined) => all.set(place, text ?? '');
  put('title', form.title[language]);
  for (const { id, text } of form.clauses) {
    const said = text[language];
    put(`${id} title`, said?.title);
    put(`${id} summary`, said?.summary);
    put(`${id} acknowledge`, said?.acknowledge);
    said?.body.forEach((paragraph, index) => put(`${id} paragraph ${index + 1}`, paragraph));
  }
  for (const { id, text } of form.questions) {
    const said = text[language];
    put(`question ${id}`, said?.question);
    put(`question ${id} explain`, said?.explain);
    for (const answer of said?.answers ?? []) put(`question ${id} answer ${answer.id}`, answer.text);
  }
  for (const { id, text } of form.declineReasons) put(`decline reason ${id}`, text[language]);
  put('meaning', form.meaning[language]);
  put('representative meaning', form.representativeMeaning[language]);
  put('decline meaning', form.declineMeaning[language]);
  form.summary[language]?.forEach((line, index) => put(`summary ${index + 1}`, line));
  return all;
}

const rows = (language: Language) => [...texts(language)].map(([place, text]) => ({ place, text }));

describe('what the law asks for', () => {
  it.each(required)('$id is told ($source)', ({ id, says }) => {
    const telling = form.clauses.filter((clause) => clause.covers.includes(id));
    expect(telling.length).toBeGreaterThanOrEqual(1);
    for (const language of languages) {
      expect(telling.map((clause) => wording(clause, language)).join(' ')).toMatch(says[language] ?? /^$/);
    }
  });

  it('claims nothing that is not on the list, and the list is the one that new versions are held to', () => {
    const listed: string[] = required.map((element) => element.id);
    expect(form.clauses.flatMap((clause) => clause.covers).filter((id) => !listed.includes(id))).toEqual([]);
    expect(listed).toEqual(LEGAL_ELEMENTS);
    expect(lostElements(form)).toEqual([]);
  });

  it('the ESIGN disclosure comes first and is an act of its own', () => {
    const [first, ...rest] = form.clauses;
    expect(first?.kind).toBe('disclosure');
    expect(first?.covers.filter((id) => !id.startsWith('esign.'))).toEqual([]);
    expect(rest.filter((clause) => clause.kind !== 'clause')).toEqual([]);
    expect(rest.flatMap((clause) => clause.covers).filter((id) => id.startsWith('esign.'))).toEqual([]);
  });

  it('promises no amount of money', () => {
    for (const language of languages) for (const text of texts(language).values()) expect(text).not.toMatch(/\$\s*\d/);
  });

  it.each(['meaning', 'representativeMeaning'] as const)('the %s names patient, practice and practitioner', (key) => {
    for (const language of languages) {
      expect(placeholders(form[key][language] ?? '')).toEqual(['patient', 'practice', 'practitioner']);
    }
  });
});

describe('languages', () => {
  it('are the same everywhere', () => {
    expect(form.languages).toEqual(languages);
    const carriers: Record<string, unknown>[] = [
      form.title,
      form.meaning,
      form.representativeMeaning,
      form.declineMeaning,
      form.summary,
      ...form.clauses.map((clause) => clause.text),
      ...form.questions.map((question) => question.text),
      ...form.declineReasons.map((reason) => reason.text),
    ];
    for (const carrier of carriers) expect(Object.keys(carrier).toSorted()).toEqual(languages);
  });

  it('have a paragraph for each paragraph, so that one can be flipped in place', () => {
    expect([...texts('es').keys()]).toEqual([...texts('en').keys()]);
  });

  describe.each(languages)('%s', (language) => {
    it.each(rows(language))('$place is there and tidy', ({ text }) => {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim().replaceAll(/\s+/g, ' '));
    });

    it.each(rows(language))('$place has only known placeholders, the same in each language', ({ place, text }) => {
      const used = placeholders(text);
      expect(used.filter((name) => !knownPlaceholders.includes(name))).toEqual([]);
      expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
      for (const other of languages) expect(placeholders(texts(other).get(place) ?? '')).toEqual(used);
    });

    it('is not a copy of another language', () => {
      for (const other of languages.filter((one) => one !== language)) {
        const same = rows(language).filter(({ place, text }) => texts(other).get(place) === text);
        expect(same).toEqual([]);
      }
    });
  });
});

describe('clauses, questions and reasons', () => {
  it('have ids of their own', () => {
    for (const list of [form.clauses, form.questions, form.declineReasons]) {
      const ids = list.map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('the three questions are about cost, one practice and how to stop, each beside its clause', () => {
    expect(form.questions.map((question) => question.id)).toEqual(['cost', 'one-practice', 'stop']);
    const clauses = form.clauses.map((clause) => clause.id);
    for (const question of form.questions) expect(clauses).toContain(question.clause);
  });

  it.each(form.questions)('question $id has three answers and one right one, the same in each language', ({ text }) => {
    const [first, ...others] = languages.map((language) => text[language]?.answers ?? []);
    expect(first).toHaveLength(3);
    expect(first?.filter((answer) => answer.right === true)).toHaveLength(1);
    const shape = first?.map(({ id, right }) => ({ id, right: right ?? false }));
    for (const other of others) expect(other.map(({ id, right }) => ({ id, right: right ?? false }))).toEqual(shape);
  });

  it('the right answer is not always in the same place', () => {
    const places = form.questions.map((question) => question.text['en']?.answers.findIndex((answer) => answer.right));
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it('a reason to say no can be anything, or left untold', () => {
    const ids = form.declineReasons.map((reason) => reason.id);
    expect(ids).toEqual(expect.arrayContaining(['cost', 'not-now', 'privacy', 'enough-care', 'talk-first', 'other']));
    expect(ids.at(-1)).toBe('no-answer');
  });

  it('the summary has four lines', () => {
    for (const language of languages) expect(form.summary[language]).toHaveLength(4);
  });
});
