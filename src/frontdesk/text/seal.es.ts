import type { sealEn } from './seal.en.ts';

export const sealEs: typeof sealEn = {
  title: 'Sello de sus documentos',
  lead: 'Cada documento firmado lleva un sello a nombre de su consultorio. Si después alguien cambia una letra, cualquier lector de PDF lo nota.',
  kinds: {
    own: 'El sello se hace con un certificado que este servidor hizo para su consultorio. Muestra que nada se cambió. Que de verdad es su consultorio, quien lo lee tiene que creerlo.',
    given: 'El sello se hace con un certificado que trajo su consultorio.',
  },
  ranOut:
    'El certificado que trajo su consultorio ya venció. Mientras no haya uno nuevo, los documentos se sellan con el que hizo este servidor.',
  subject: 'A nombre de',
  issuer: 'Emitido por',
  ownIssuer: 'Este servidor',
  until: 'Válido hasta',
  fingerprint: 'Huella SHA-256',
  giveUp: 'Usar el certificado de este servidor',
  givingUp: 'Cambiando…',
  file: 'Certificado de su consultorio',
  fileHint: 'Un archivo con clave y certificado, de quien emite el suyo. El nombre termina en .p12 o .pfx.',
  password: 'Contraseña del archivo',
  passwordHint: 'Se usa una vez, para abrir el archivo, y no se guarda.',
  replace: 'Sellar con este certificado',
  replacing: 'Leyendo el archivo…',
  replaced: 'Desde ahora los documentos se sellan con este certificado.',
};
