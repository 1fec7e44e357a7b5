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
  caregiver: {
    subject: (practice) => `${practice} tiene su nombre como contacto`,
    before: (practice, patient) => [
      `${practice} anotó su nombre y su correo como persona que ayuda a ${patient}.`,
      'Usted no tiene que hacer nada.',
    ],
    after: (phone) => [`¿Es un error, o quiere que quitemos su nombre? Llámenos: ${phone}.`],
  },
};
