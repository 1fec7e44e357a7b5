import type { verbalEn } from './verbal.en.ts';

export const verbalEs: typeof verbalEn = {
  kind: { consent: 'Consentimiento verbal, documentado', declination: 'Rechazo verbal, documentado' },
  mark: 'VERBAL: no se firmó nada',
  markWhat: {
    consent: (who) =>
      `El formulario se leyó en voz alta al paciente, y el paciente dijo que sí de palabra. Lo leyó ${who}.`,
    declination: (who) =>
      `El formulario se leyó en voz alta al paciente, y el paciente dijo que no de palabra. Lo leyó ${who}.`,
  },
  answered: { consent: 'Dijo que sí', declination: 'Dijo que no' },
  answer: 'La respuesta',
  readBy: 'Lo leyó en voz alta',
  how: 'Cómo hablaron',
  ways: { phone: 'Por teléfono', 'in-person': 'En persona', video: 'Por videollamada' },
  said: 'Lo que dijo el paciente',
  script: 'Lo que se leyó en voz alta',
  scriptNote: (version, language) => `Palabra por palabra, en ${language}: ${version}.`,
  evidenceIntro: (zone) =>
    `Esta página muestra quién preguntó, quién contestó y cuándo, para que cualquiera lo pueda comprobar después. Las horas están en la zona horaria del consultorio, ${zone}.`,
  recorded: 'Se anotó',
  recordedBy: 'Lo anotó',
  recordHash: 'Registro, SHA-256',
  attachment: 'El registro tal como se guardó',
  attachedWhat: (name) => `${name}: el registro tal como se guardó, con el hash de arriba`,
  checkCodeExplained: (code) => `${code}, de los primeros 40 bits del hash del registro`,
  doubt: {
    form: 'El texto del formulario que sigue no tiene el hash que se registró.',
    record: 'El registro no tiene el hash con el que se guardó.',
  },
};
