import type { decideEn } from './decide.en.ts';

export const decideEs: typeof decideEn = {
  question: '¿Qué decide usted?',
  why: '¿Por qué?',
  whyHint: 'Por ejemplo, a quién preguntó y cuándo. Queda en la historia de esta invitación.',
  button: 'Anotar la decisión',
  signed: (when) => `Respondió ${when}.`,
  document: 'Abrir lo que se respondió (PDF)',
  consent: {
    counts: { label: 'Este consentimiento vale', effect: 'El paciente queda inscrito ahora y recibe una cuenta.' },
    'does-not-count': {
      label: 'No vale',
      effect: 'No se inscribe a nadie. El registro se guarda aquí. El paciente tendría que firmar otra vez.',
    },
  },
  declination: {
    counts: { label: 'Este “no” vale', effect: 'La invitación termina con un “no”.' },
    'does-not-count': { label: 'No vale', effect: 'La invitación sigue como está. El registro se guarda aquí.' },
  },
  change: {
    stay: {
      label: 'Quiere seguir',
      effect: 'El servicio continúa y la cuenta se queda. Se guardan todos los registros.',
    },
    stop: {
      label: 'No lo quiere',
      effect:
        'El servicio termina con este mes. Se anota, se confirma por correo si hay una dirección y pasa a la lista de trabajo. La cuenta se queda para que pueda leer lo que se firmó.',
    },
  },
};
