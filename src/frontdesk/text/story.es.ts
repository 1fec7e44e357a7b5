import type { storyEn } from './story.en.ts';

export const storyEs: typeof storyEn = {
  events: {
    added: (who) => (who ? `${who} agregó esta invitación` : 'Se agregó la invitación'),
    presented: (who) => (who ? `Entregada al paciente en ${who}` : 'Entregada al paciente'),
    'taken-back': (who) => (who ? `Devuelta por el paciente en ${who}` : 'Devuelta por el paciente'),
    signed: (who) => (who ? `${who} firmó` : 'El paciente firmó'),
    declined: (who) => (who ? `${who} dijo que no` : 'El paciente dijo que no'),
    withdrawn: (who) => (who ? `${who} se retractó de su respuesta` : 'El paciente se retractó de su respuesta'),
    received: (who) => (who ? `A salvo en el consultorio, recibido de ${who}` : 'A salvo en el consultorio'),
    enrolled: () => 'Persona inscrita en el Manejo de Cuidados Crónicos',
    'account-created': () => 'Cuenta creada',
    'document-made': () => 'Se hizo un documento',
    cancelled: (who) => (who ? `${who} canceló la invitación` : 'Se canceló la invitación'),
    edited: (who) => (who ? `${who} editó esta invitación` : 'Se editó la invitación'),
    'method-changed': (who) => (who ? `${who} editó esta invitación` : 'Se editó la invitación'),
    'decided-counts': (who) => (who ? `${who} decidió que la respuesta vale` : 'Se decidió que la respuesta vale'),
    'decided-does-not-count': (who) =>
      who ? `${who} decidió que la respuesta no vale` : 'Se decidió que la respuesta no vale',
    'decided-stay': (who) => (who ? `${who} anotó que el paciente quiere seguir` : 'El paciente quiere seguir'),
    'decided-stop': (who) =>
      who ? `${who} anotó que el paciente no quiere el servicio` : 'El paciente no quiere el servicio',
    refused: (who) => (who ? `No se pudo recibir un registro de ${who}` : 'No se pudo recibir un registro'),
    'refused-over': (who) => (who ? `El registro de ${who} se recibió al final` : 'Un registro se recibió al final'),
    'brought-in': (who) => (who ? `${who} trajo una copia sellada` : 'Se trajo una copia sellada'),
    expired: () => 'La invitación venció: nadie la contestó',
    'invited-again': (who) => (who ? `${who} invitó al paciente de nuevo` : 'Se invitó al paciente de nuevo'),
    'form-changed': (who) =>
      who ? `${who} le dio una versión más nueva del formulario` : 'Recibió una versión más nueva del formulario',
    'conflict-settled': (who) =>
      who ? `${who} resolvió lo que había que revisar` : 'Se resolvió lo que había que revisar',
    'verbal-consent': (who) =>
      who ? `El paciente dijo que sí de palabra; lo registró ${who}` : 'El paciente dijo que sí de palabra',
    'verbal-declination': (who) =>
      who ? `El paciente dijo que no de palabra; lo registró ${who}` : 'El paciente dijo que no de palabra',
    'caregiver-recorded': (who) => (who ? `${who} registró a un cuidador` : 'Se registró a un cuidador'),
    'representative-recorded': (who) =>
      who ? `${who} registró a un representante legal` : 'Se registró a un representante legal',
    'paper-printed': (who) =>
      who ? `${who} abrió el formulario en papel para imprimirlo` : 'Se abrió el formulario en papel para imprimirlo',
    'mail-resent': (who) => (who ? `${who} envió el correo otra vez` : 'Se envió el correo otra vez'),
    'mail-sent': () => 'Se envió un correo',
    'mail-kept': () => 'Se guardó un correo: no hay servidor de correo',
    'mail-failed': () => 'No se pudo entregar un correo',
    'link-opened': () => 'El paciente abrió el enlace y dio la fecha de nacimiento correcta',
    'link-locked': () => 'El enlace se cerró después de tres fechas de nacimiento equivocadas',
    'link-asked': () => 'El paciente pidió un enlace nuevo',
    'reminders-stopped': () => 'El paciente no quiere más recordatorios',
    'activation-slip': (who) =>
      who ? `${who} imprimió una hoja para entrar a la cuenta` : 'Se imprimió una hoja para entrar a la cuenta',
    'activation-mailed': (who) => (who ? `${who} hizo enviar un enlace a la cuenta` : 'Se envió un enlace a la cuenta'),
    'activation-asked': () => 'Se pidió un enlace nuevo a la cuenta',
    'account-opened': (who) => (who ? `${who} abrió la cuenta` : 'Se abrió la cuenta'),
    'password-renewed': (who) => (who ? `${who} eligió una contraseña nueva` : 'Se eligió una contraseña nueva'),
    'stopped-by-member': (who) => (who ? `${who} pidió dejarlo` : 'La persona pidió dejarlo'),
    'stopped-by-representative': (who) =>
      who ? `${who} pidió dejarlo, como representante legal` : 'Un representante legal pidió dejarlo',
    'stopped-by-staff': (who) =>
      who ? `${who} registró que el paciente lo deja` : 'Se registró que el paciente lo deja',
    'stop-reason': () => 'Lo que se dijo al respecto',
    'paper-scan': () => 'Llegaron páginas escaneadas del formulario en papel',
    'paper-page': (who) =>
      who ? `${who} asignó una página escaneada a esta invitación` : 'Se asignó una página escaneada a esta invitación',
    'paper-aside': (who) => (who ? `${who} apartó una página escaneada` : 'Se apartó una página escaneada'),
    'paper-confirmed': (who) =>
      who ? `${who} confirmó el formulario firmado en papel` : 'Se confirmó el formulario firmado en papel',
    'work-claim': (who) => (who ? `${who} tomó la primera llamada` : 'Alguien tomó la primera llamada'),
    'work-release': (who) =>
      who ? `${who} devolvió la primera llamada a la lista` : 'La primera llamada volvió a la lista',
    'work-done': (who) => (who ? `${who} marcó la primera llamada como hecha` : 'La primera llamada está hecha'),
    'work-reopen': (who) => (who ? `${who} abrió otra vez la primera llamada` : 'La primera llamada se abrió otra vez'),
    'conflict-signed-twice': (who) => `Llegó una segunda respuesta${who ? ` de ${who}` : ''}`,
    'conflict-other-content': (who) => `Llegó otro registro con el mismo número${who ? `, de ${who}` : ''}`,
    'conflict-after-cancel': (who) => `Llegó una respuesta después del fin de la invitación${who ? `, de ${who}` : ''}`,
    'conflict-device-revoked': (who) => `Llegó una respuesta de una tableta retirada${who ? `, ${who}` : ''}`,
    'conflict-text-mismatch': (who) => `El texto mostrado tenía otros nombres${who ? `, en ${who}` : ''}`,
    'conflict-withdrawn': (who) => `El paciente cambió de opinión antes de irse${who ? `, en ${who}` : ''}`,
    'conflict-representative-unknown': (who) =>
      `Alguien que no está registrado como representante legal contestó por el paciente${who ? `, en ${who}` : ''}`,
  },
  beganOnOwn: 'El paciente empezó a leer en su propio aparato',
  eventUnknown: 'Se registró algo más. Vuelva a cargar esta página para ver si una versión más nueva lo puede mostrar.',
  conflicts: {
    'conflict-signed-twice':
      'Este paciente respondió más de una vez. Se guardan todas las respuestas y por ahora vale la primera. Pregunte al paciente cuál quiere y anótelo.',
    'conflict-other-content':
      'Llegaron dos registros distintos con el mismo número. Se guardan los dos. Muestre esto al administrador antes de usar cualquiera de ellos.',
    'conflict-after-cancel':
      'Llegó una respuesta después de que la invitación se canceló o venció. Se guarda y no se inscribió a nadie. Pregunte al paciente y luego decida si vale.',
    'conflict-device-revoked':
      'La respuesta vino de una tableta que se había retirado del consultorio. Se guarda y no se inscribió a nadie. Averigüe quién tenía la tableta ese día, pregunte al paciente y luego decida si vale.',
    'conflict-withdrawn':
      'El paciente se retractó de su respuesta antes de irse. Se guardan los dos registros. Pregunte al paciente qué quiere y anótelo. Si ya hay una cuenta, queda hasta que usted decida.',
    'conflict-text-mismatch':
      'Los nombres en el texto que vio el paciente no son los que constan hoy. La respuesta se guarda junto con el texto que se mostró. Revise los nombres con el paciente.',
    'conflict-representative-unknown':
      'Contestó por este paciente alguien que no está registrado aquí como representante legal. La respuesta se guardó y no se inscribió a nadie. Averigüe si esa persona puede decidir por el paciente. Si es así, regístrela como representante legal en Cuidadores. Luego decida si la respuesta vale.',
  },
  conflictUnknown: 'Hay algo en esta invitación que no concuerda. Todo se guarda. Muestre esto al administrador.',
  declineReasons: {
    cost: 'Le preocupa el costo',
    'not-now': 'Ahora no',
    privacy: 'No quiere que se comparta su información',
    'enough-care': 'Ya tiene la atención que necesita',
    'other-practice': 'Ya recibe el CCM de otro consultorio',
    'talk-first': 'Primero quiere hablar con alguien',
    other: 'Otro motivo',
    'no-answer': 'Prefiere no decirlo',
  },
  reason: (reason) => `Motivo: ${reason}`,
  paperPage: (page, of) => `Página ${page} de ${of}`,
  paperSigned: (name) => `Firmado por ${name}`,
  reasonUnknown: 'Se dio un motivo. Está en el documento.',
  nowSigns: (method) => `La firma ahora es: ${method}`,
  readBy: (name: string): string => `Leído en voz alta por ${name}`,
  lastDay: (day) => `Último día: ${day}`,
  signsInAs: (handle) => `Entra como ${handle}`,
};
