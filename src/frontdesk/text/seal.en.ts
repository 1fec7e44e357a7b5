/** The certificate that the practice's documents are sealed with. */
export const sealEn = {
  title: 'Seal of your documents',
  lead: 'Every signed document is sealed in the name of your practice. If anyone changes a letter in it later, every PDF reader can tell.',
  kinds: {
    own: 'The seal is made with a certificate that this server made for your practice. It shows that nothing was changed. That it is really your practice, a reader has to take on trust.',
    given: 'The seal is made with a certificate that your practice brought.',
  },
  ranOut:
    'The certificate that your practice brought has run out. Until there is a new one, documents are sealed with the one that this server made.',
  subject: 'Issued to',
  issuer: 'Issued by',
  ownIssuer: 'This server',
  until: 'Valid until',
  fingerprint: 'SHA-256 fingerprint',
  giveUp: 'Use this server’s certificate instead',
  givingUp: 'Changing…',
  file: 'Certificate of your practice',
  fileHint: 'A file with key and certificate, from whoever issues yours. Its name ends in .p12 or .pfx.',
  password: 'Password of the file',
  passwordHint: 'It is used once, to open the file, and not kept.',
  replace: 'Seal with this certificate',
  replacing: 'Reading the file…',
  replaced: 'From now on, documents are sealed with this certificate.',
};
