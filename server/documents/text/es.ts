import type { DocumentText } from './en.ts';
import { paperFormEs } from './paperForm.es.ts';
import { slipsEs } from './slips.es.ts';
import { scannedEs } from './scanned.es.ts';
import { verbalEs } from './verbal.es.ts';

export const es: DocumentText = {
  locale: 'es-US',
  subject: (kind, code) => `${kind}, código de verificación ${code}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  checkCodeIs: (code) => `Código de verificación ${code}`,

  kind: { consent: 'Consentimiento firmado', declination: 'Rechazo por escrito', withdrawal: 'Retiro por escrito' },
  patient: 'Paciente',
  practitioner: 'Profesional que cobra por el servicio',
  decided: { consent: 'Firmado', declination: 'Rechazado', withdrawal: 'Retirado' },
  inShort: 'En pocas palabras',

  acknowledged: (when, language) => `Aceptado el ${when} (mostrado en ${language})`,
  notAcknowledged: 'No aceptado',
  notInLanguage: (language) =>
    `Esta versión del formulario no tiene texto en ${language}. El texto de arriba está en el primer idioma del formulario.`,
  readBefore: 'Lo que se aceptó antes de eso',
  notReached: (titles) => `No aceptado: ${titles}.`,

  signature: 'Firma',
  decision: 'Decisión',
  reason: 'Motivo',
  ownWords: 'En sus propias palabras',
  printedName: 'Nombre en letra de imprenta',
  dateAndTime: 'Fecha y hora',
  method: 'Cómo se firmó',
  drawnWith: (tools) => `Dibujada a mano en la pantalla, con ${tools}`,
  drawn: 'Dibujada a mano en la pantalla',
  markedWith: (tools) => `Marca hecha a mano en la pantalla ante un testigo, con ${tools}`,
  marked: 'Marca hecha a mano en la pantalla ante un testigo',
  tools: { pen: 'un lápiz digital', touch: 'el dedo', mouse: 'un ratón' },
  typed: 'Escrita con el teclado en la pantalla, como firma',
  drawingLost: 'El dibujo no se puede mostrar aquí. Lo que se registró se guarda con la evidencia.',
  pictureOf: (name, how, when) => `Firma de ${name}. ${how}. ${when}.`,
  witness: 'Testigo de la marca',
  witnessSays: 'Vi hacer la marca de arriba a la persona cuyo nombre está escrito allí.',
  address: 'Dirección',
  signsFor: 'Representante legal de',
  relationship: 'Relación con el paciente',
  relationships: {
    'power-of-attorney': 'Tiene un poder notarial para la atención médica',
    guardian: 'Tutor nombrado por un juez',
    spouse: 'Esposo, esposa o pareja',
    child: 'Hijo o hija',
    parent: 'Padre o madre',
    other: 'Otra relación',
  },
  whyNotSelf: 'Por qué no firma el paciente',
  whys: {
    'cannot-decide': 'Por una enfermedad, al paciente le cuesta entender o decidir',
    'cannot-write': 'El paciente no puede escribir, ni teclear, ni hacer una marca',
    other: 'Otra razón',
  },
  takesBack: 'Lo que se retira',
  takenBackFrom: 'Hecho el',
  takenBackRecord: 'Su registro',
  stays: 'Lo que se firmó queda en el registro tal como está. Este documento se agrega a su lado.',
  noSignature: 'Para decir que no, no hace falta firmar.',

  evidence: 'Evidencia',
  evidenceIntro: (zone) =>
    `Esta página muestra quién firmó qué, cuándo y con qué, para que cualquiera lo pueda comprobar después. Las horas están en la zona horaria del consultorio, ${zone}, según el reloj de la tableta, salvo que se diga otra cosa.`,
  evidenceIntroDeclined: (zone) =>
    `Esta página muestra quién decidió qué, cuándo y con qué, para que cualquiera lo pueda comprobar después. Las horas están en la zona horaria del consultorio, ${zone}, según el reloj de la tableta, salvo que se diga otra cosa.`,

  own: {
    evidenceIntro: (zone) =>
      `Esta página muestra quién firmó qué, cuándo y con qué, para que cualquiera lo pueda comprobar después. Las horas están en la zona horaria del consultorio, ${zone}, según el reloj del aparato propio del paciente, salvo que se diga otra cosa.`,
    evidenceIntroDeclined: (zone) =>
      `Esta página muestra quién decidió qué, cuándo y con qué, para que cualquiera lo pueda comprobar después. Las horas están en la zona horaria del consultorio, ${zone}, según el reloj del aparato propio del paciente, salvo que se diga otra cosa.`,
    clock: 'Reloj del aparato',
    zone: 'Zona horaria del aparato',
    staff: 'Lo invitó',
    device: 'Aparato',
    deviceWhat: 'El propio del paciente, por el enlace de su correo',
    envelopeNumber: 'Sobre de este aparato',
  },

  times: 'Cuándo',
  handedOver: 'Entrega de la tableta',
  birthDateConfirmed: 'Fecha de nacimiento confirmada',
  atTry: (time, tries) => (tries <= 1 ? `${time}, al primer intento` : `${time}, al intento ${tries}`),
  began: 'Empezó a leer',
  signedAt: { consent: 'Firmó', declination: 'Rechazó', withdrawal: 'Retiró' },
  practiceClock: 'Por el reloj del consultorio',
  tabletClock: 'Reloj de la tableta',
  clockNotKnown: 'No se sabe cuánto difiere del reloj del consultorio: nunca se compararon',
  clockExact: 'Igual al del consultorio la última vez',
  clockBehind: (seconds) => `${seconds} s atrasado frente al del consultorio la última vez`,
  clockAhead: (seconds) => `${seconds} s adelantado frente al del consultorio la última vez`,
  tabletZone: 'Zona horaria de la tableta',

  notKnown: 'No se sabe',
  whoAndWhere: 'Quién y dónde',
  practice: 'Consultorio',
  staff: 'Entregada por',
  tablet: 'Tableta',
  app: 'Versión de la aplicación',
  browser: 'Navegador',

  record: 'Lo que se registró',
  form: 'Formulario',
  formVersion: (id, version) => `${id}, versión ${version}`,
  formHash: 'Formulario, SHA-256',
  recordId: 'Registro',
  evidenceHash: 'Evidencia, SHA-256',
  envelopeHash: 'Sobre, SHA-256',
  envelopeNumber: 'Sobre de esta tableta',
  nth: (count) => `N.º ${count}`,
  samples: 'Puntos del dibujo',
  checkCode: 'Código de verificación',
  checkCodeExplained: (code) => `${code}, de los primeros 40 bits del hash de la evidencia`,

  receipt: 'Recibo del consultorio',
  receiptEntry: 'Asiento en el libro',
  receiptHead: 'Cabeza del libro, SHA-256',
  receiptTime: 'A salvo en el consultorio',
  byPracticeClock: (time) => `${time}, según el reloj del consultorio`,
  attachment: 'La evidencia tal como se registró',
  attached: 'Adjunto a este archivo',
  attachedWhat: (name) => `${name}: la evidencia tal como se registró, con el hash de arriba`,
  translation: {
    kind: 'Traducción para su información',
    counts: {
      consent: (language) =>
        `Esta es una traducción para su información. Lo que se firmó es el texto en ${language}, y ese es el que vale.`,
      declination: (language) =>
        `Esta es una traducción para su información. Lo que se respondió es el texto en ${language}, y ese es el que vale.`,
    },
    attachment: (language) => `El texto en ${language}, para información: vale lo que se firmó`,
    attachedWhat: (name, language) => `${name}: el texto en ${language}, para su información`,
  },
  documentMade: 'Este documento se hizo',

  answers: 'Preguntas que ayudan a entender',
  answersNote: 'Tal como se contestaron. Lo que no se acierta se explica otra vez y nunca impide firmar.',
  answer: (text, right) => (right ? `${text} (bien)` : `${text} (no acertó)`),

  notDrawn: 'Letras sin forma aquí',
  notDrawnExplained: (letters) =>
    `${letters}. Cada una se dibuja como un signo de reemplazo; el registro tiene la letra misma.`,

  doubts: 'Por favor, compruebe esto antes de confiar en este documento',
  doubt: {
    form: 'El texto del formulario que sigue no tiene el hash que se firmó.',
    evidence: 'La evidencia no tiene el hash con el que se recibió.',
    receipt: 'El recibo nombra otro sobre.',
    clauses: 'Se aceptaron cláusulas que este formulario no tiene.',
  },

  paperForm: paperFormEs,
  slips: slipsEs,
  verbal: verbalEs,
  scanned: scannedEs,
};
