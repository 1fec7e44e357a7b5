/** Around the pages of a form that was signed on paper. */
export const scannedEn = {
  title: (patient: string): string => `Signed paper form: ${patient}`,
  subject: 'Scan of a consent form that was signed on paper',
  pageAlt: (page: number, pages: number): string => `Page ${page} of ${pages} of the signed form, as scanned`,
  attachment: 'What the practice recorded of this form, as it was kept',
};
