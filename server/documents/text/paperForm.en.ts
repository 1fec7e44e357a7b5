/** The words that only a form on paper has: see docs/decisions/0008. */
export const paperFormEn = {
  kind: 'Paper form',
  subject: 'Form to read and sign on paper',
  howTitle: 'How to use this form',
  how: (programme: string): string[] => [
    'Read each part. Take all the time you need, and ask us anything.',
    'At the end of each part, check the box if you agree.',
    'Sign and date the page called “Signature”.',
    'Give all pages back to the front desk, also those you left empty.',
    `You do not want ${programme}? Then you do not have to sign. Just tell us. The rest of your care stays the same.`,
  ],

  onPaperTitle: 'Reading and signing on paper',
  onPaper: (programme: string, phone: string): string[] => [
    `You do not need a computer, a phone, or e-mail for this form. If you would rather read and sign on a screen, tell the front desk or call ${phone}. Both count the same.`,
    `You can get a paper copy of what you signed, and of later papers about ${programme}, at any time. There is no charge. Ask the front desk or call ${phone}.`,
    'Once you give the form back, we keep a picture of it with your records. If your phone number or address changes, please let us know.',
  ],

  signHere: 'Patient: sign inside this box',
  date: 'Date: month / day / year',
  cannotSign:
    'If you cannot write your name, make any mark in the box, such as an X, while someone watches. That person then fills in the part below. If a legal representative signs for you, they use the last page.',
  witnessTitle: 'Only for a mark: the witness',
  witnessSays: 'I saw the patient make the mark in the box above.',
  witnessName: 'Printed name of the witness',
  witnessAddress: 'Address of the witness',
  witnessSignsHere: 'Witness: sign inside this box',

  representativeTitle: 'Only if someone signs for the patient',
  representativeLead:
    'This page is for a legal representative. If you sign for yourself, leave it empty and give it back with the other pages.',
  representativeSignsHere: 'Legal representative: sign inside this box',
  representativeName: 'Printed name of the legal representative',
  relationship: 'What are you to the patient? Check one.',
  why: 'Why does the patient not sign? Check one.',
  ownWords: 'If you checked “something else” or “another reason”, please say it here',

  emptySide: 'This side is empty on purpose. The next form begins on a new sheet.',
};
