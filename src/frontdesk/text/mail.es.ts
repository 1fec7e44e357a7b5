import type { mailEn } from './mail.en.ts';

const kinds: Record<string, string> = {
  invitation: 'Enlace al formulario',
  reminder: 'Recordatorio',
  caregiver: 'Aviso al cuidador',
  activation: 'Enlace a la cuenta',
  stopped: 'Confirmación de que lo deja',
};

export const mailEs: typeof mailEn = {
  title: 'Correo electrónico',
  states: {
    waiting: 'Espera para enviarse',
    sent: 'Enviado',
    kept: 'No enviado: se guarda aquí',
    failed: 'No se pudo entregar',
    void: 'No enviado: ya no hace falta',
  },
  kindOf: (kind) => kinds[kind] ?? 'Correo',
  none: 'No se envió ningún correo sobre esta invitación.',
  to: (recipient) => `para ${recipient}`,
  said: (problem) => `El servidor de correo dijo: ${problem}`,
  again: 'Enviar el correo otra vez',
  sending: 'Enviando…',
  againHint: 'El paciente recibe un enlace nuevo. El anterior deja de servir.',
  againDone: 'Un correo nuevo va en camino.',
  failedTitle: 'Al paciente no le llegó el correo',
  failed: (recipient) =>
    `No se pudo entregar el correo para ${recipient}. Revise la dirección con el paciente y corríjala en Editar, o elija otra manera de firmar. Una dirección corregida recibe un correo nuevo sola.`,
  keptTitle: 'El correo no se envió',
  kept: 'Este servidor no tiene servidor de correo, así que el correo se guarda aquí. Pregunte al administrador, o elija otra manera de firmar.',

  room: {
    title: 'Correo sin enviar',
    lead: 'Correos que no salieron. No se pierde nada.',
    noServer:
      'No hay servidor de correo, así que nadie recibe correos. Cada uno se guarda en la carpeta de datos y se muestra aquí. Ponga SMTP_URL y MAIL_FROM donde se inicia el servidor; el manual dice cómo. Después envíe lo guardado.',
    nowhere: (address) =>
      `Los enlaces de los correos llevan a ${address}, que solo sirve en esta computadora. Ponga en COUNTERSIGN_ORIGIN la dirección a la que pueden llegar los pacientes.`,
    nothing: 'No hay nada pendiente. Se enviaron todos los correos.',
    caption: 'Correos que no se enviaron',
    what: 'Qué',
    recipient: 'Para',
    when: 'Desde',
    state: 'Estado',
    action: 'Qué hacer',
    invitation: 'Abrir la invitación',
    read: 'Leer',
    readOf: (recipient) => `Leer el correo para ${recipient}`,
    reading: (recipient) => `Correo para ${recipient}`,
    private:
      'El enlace que trae es solo para quien lo recibe: abre su formulario o su cuenta. No se lo dé a nadie más.',
    close: 'Cerrar',
    send: 'Enviar lo guardado',
  },

  settings: {
    reminders: 'Recordatorios por correo',
    remindersHint:
      'Para En la app: cuántas veces se le recuerda al paciente, cada tres días. Con 0 no se envía ninguno.',
  },
};
