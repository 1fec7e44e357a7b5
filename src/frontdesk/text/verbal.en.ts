import type { VerbalRequest } from '../../contract/verbalApi.ts';

const ways: Record<VerbalRequest['by'], string> = {
  phone: 'By phone',
  'in-person': 'In person',
  video: 'By video',
};

/** Consent by word of mouth. */
export const verbalEn = {
  open: 'Record a spoken answer',
  title: (name: string): string => `Spoken answer of ${name}`,
  lead: 'Use this when the patient cannot sign now, such as on the phone. Read every part aloud, word for word. Then write down what the patient said.',
  over: 'This patient has answered already. Nothing more can be recorded here.',
  script: 'Read this aloud',
  language: 'Language to read in',
  ask: 'Then ask:',
  question: (practice: string): string => `Do you want to take part, and may ${practice} note that you said so?`,
  record: 'What the patient said',
  answer: 'The answer',
  yes: 'Yes, they want to take part',
  no: 'No, they do not want it',
  reason: 'Why not?',
  by: 'How did you speak?',
  ways,
  readBy: 'Who read it aloud?',
  day: 'On which day?',
  time: 'At what time?',
  said: 'In the patient’s own words',
  saidHint: 'A few words are enough, such as “Yes, please call me on Mondays.”',
  save: 'Record the answer',
  saving: 'Recording…',
  kept: 'It is kept for good, marked as spoken, with the text that was read.',
};
