/** The words of a record of an answer by word of mouth. */
export const verbalEn = {
  kind: { consent: 'Verbal consent, documented', declination: 'Declined by word of mouth, documented' },
  mark: 'VERBAL: nothing was signed',
  markWhat: {
    consent: (who: string): string =>
      `The form was read aloud to the patient, and the patient said yes by word of mouth. ${who} read it.`,
    declination: (who: string): string =>
      `The form was read aloud to the patient, and the patient said no by word of mouth. ${who} read it.`,
  },
  answered: { consent: 'Said yes', declination: 'Said no' },
  answer: 'The answer',
  readBy: 'Read aloud by',
  how: 'How they spoke',
  ways: { phone: 'By phone', 'in-person': 'In person', video: 'By video call' },
  said: 'What the patient said',
  script: 'What was read aloud',
  scriptNote: (version: string, language: string): string => `Word for word, in ${language}: ${version}.`,
  evidenceIntro: (zone: string): string =>
    `This page shows who asked, who answered, and when, so that anyone can check it later. Times are in the practice’s time zone, ${zone}.`,
  recorded: 'Written down',
  recordedBy: 'Written down by',
  recordHash: 'Record, SHA-256',
  attachment: 'The record as it was kept',
  attachedWhat: (name: string): string => `${name}: the record as it was kept, with the hash above`,
  checkCodeExplained: (code: string): string => `${code}, from the first 40 bits of the record’s hash`,
  doubt: {
    form: 'The form’s text below does not have the hash that was recorded.',
    record: 'The record does not have the hash it was kept with.',
  },
};
