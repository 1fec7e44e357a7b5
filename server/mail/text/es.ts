import type { MailText } from './en.ts';

export const es: MailText = {
  greeting: (first) => `Hola, ${first}:`,
  sender: (practice, phone) =>
    `Este correo lo envió ${practice}, teléfono ${phone}. Por favor no lo conteste: nadie lee las respuestas.`,
  invitation: {
    subject: (practice) => `${practice} le pide que lea y conteste un formulario`,
    before: (practice) => [
      `${practice} le pide que lea un formulario y diga sí o no. Toma unos diez minutos.`,
      'Puede hacerlo en este teléfono, tableta o computadora. Primero le preguntaremos su fecha de nacimiento.',
    ],
    button: 'Leer el formulario',
    after: (days, phone) => [
      `El enlace es solo para usted. Sirve por ${days} días y para una sola respuesta. Por favor no lo comparta.`,
      `¿Prefiere leerlo en papel, o con alguien que le ayude? Llámenos: ${phone}.`,
    ],
  },
  reminder: {
    subject: (practice) => `Un formulario de ${practice} todavía le espera`,
    before: (practice) => [
      `Hace unos días ${practice} le pidió que leyera un formulario y dijera sí o no. Todavía le espera.`,
      'Este es un enlace nuevo. El del correo anterior ya no sirve.',
    ],
    stop: (address) => `¿No quiere más recordatorios? Abra esta página: ${address}`,
  },
  activation: {
    subject: (practice) => `${practice} creó una cuenta para usted`,
    before: (practice) => [
      `${practice} creó una cuenta para usted. Allí puede ver lo que aceptó, guardar una copia y cambiar de opinión.`,
      'Abra este enlace y elija una contraseña.',
    ],
    beforeActing: (practice, member) => [
      `${practice} creó un acceso para que usted entre en nombre de ${member}. Allí puede ver lo que se aceptó, guardar una copia y actuar por ${member}.`,
      'Abra este enlace y elija su propia contraseña.',
    ],
    button: 'Abrir mi cuenta',
    after: (days, phone) => [
      `El enlace es solo para usted. Sirve por ${days} días y una sola vez. Por favor no lo comparta.`,
      `¿No esperaba este correo, o necesita ayuda? Llámenos: ${phone}.`,
    ],
  },
  stopped: {
    subject: (practice) => `${practice} confirma que usted lo deja`,
    before: (practice, asked, last) => [
      `El ${asked} se le dijo a ${practice} que usted quiere dejar lo que había aceptado.`,
      `Este correo lo confirma. El último día es el ${last}. El resto de su atención sigue igual.`,
      'Usted no tiene que hacer nada.',
    ],
    after: (address, phone) => [
      `También puede verlo en su cuenta: ${address}`,
      `¿Es un error, o cambió de opinión? Llámenos: ${phone}.`,
    ],
  },
  caregiver: {
    subject: (practice) => `${practice} tiene su nombre como contacto`,
    before: (practice, patient) => [
      `${practice} anotó su nombre y su correo como persona que ayuda a ${patient}.`,
      'Usted no tiene que hacer nada.',
    ],
    after: (phone) => [`¿Es un error, o quiere que quitemos su nombre? Llámenos: ${phone}.`],
  },
};
