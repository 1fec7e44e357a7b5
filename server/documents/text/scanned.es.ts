import type { scannedEn } from './scanned.en.ts';

export const scannedEs: typeof scannedEn = {
  title: (patient) => `Formulario firmado en papel: ${patient}`,
  subject: 'Imagen de un formulario de consentimiento que se firmó en papel',
  pageAlt: (page, pages) => `Página ${page} de ${pages} del formulario firmado, como se escaneó`,
  attachment: 'Lo que el consultorio registró de este formulario, tal como se guardó',
};
