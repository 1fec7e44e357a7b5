import type { en } from './en.ts';

const call = (phone: string): string => `Llámenos: ${phone}.`;

export const es: typeof en = {
  starting: 'Un momento…',
  title: 'Su formulario',
  noLink: {
    title: 'Este enlace no está completo',
    text: 'Por favor abra otra vez el enlace de nuestro correo. Si lo copió, cópielo entero.',
  },
  noAnswer: {
    title: 'No hay conexión con el consultorio',
    text: 'No se pudo llegar al consultorio. Revise su conexión a internet e intente otra vez. No se perdió nada.',
    again: 'Intentar otra vez',
  },
  unfit: {
    title: 'Este navegador no puede guardar lo que usted firma',
    text: (phone) =>
      `Su navegador no deja que esta página guarde nada, por ejemplo porque está en modo privado. Por favor abra el enlace en una ventana normal, en otro navegador o en otro aparato. ${phone ? call(phone) : ''}`,
    again: 'Intentar otra vez',
  },
  over: {
    expired: {
      title: 'Este enlace ya venció',
      text: () =>
        'Los enlaces sirven por dos semanas. Podemos enviarle uno nuevo ahora. Llega a la dirección de correo que tenemos de usted.',
    },
    replaced: {
      title: 'Hay un enlace más nuevo',
      text: () =>
        'Después le enviamos otro enlace. Por favor busque nuestro correo más nuevo y abra el enlace que trae.',
    },
    answered: {
      title: 'Usted ya contestó',
      text: (practice, phone) =>
        `${practice} tiene su respuesta. No tiene que hacer nada más. ¿Preguntas? ${call(phone)}`,
    },
    changed: {
      title: 'Este enlace ya no hace falta',
      text: (practice, phone) =>
        `${practice} cambió la manera de leer y contestar el formulario, o lo canceló. ${call(phone)} Le diremos qué sigue.`,
    },
    locked: {
      title: 'Por favor llámenos',
      text: (practice, phone) =>
        `Las fechas de nacimiento no coinciden con la que tiene ${practice}. Para proteger su privacidad, este enlace está cerrado. ${call(phone)}`,
    },
    elsewhere: {
      title: 'Este enlace se abrió en otro aparato',
      text: () =>
        'Para proteger su privacidad, un enlace sirve en el aparato donde se abrió primero. Siga allí. O le enviamos un enlace nuevo y empieza otra vez aquí.',
    },
  },
  mailAgain: 'Envíenme un enlace nuevo',
  mailing: 'Pidiendo un enlace nuevo…',
  mailed: 'Un enlace nuevo va en camino a la dirección de correo que tenemos de usted. Puede tardar unos minutos.',
  notMailed: (phone) => `Hace poco se envió un enlace, o no podemos enviarlo. ${call(phone)}`,
  welcome: (name) => `Hola, ${name}`,
  from: (practice) => `${practice} le pide que lea un formulario y diga sí o no.`,
  time: 'Toma unos 10 minutos. Puede parar cuando quiera y volver con el mismo enlace.',
  confirm: 'Para estar seguros de que es usted, por favor díganos cuándo nació.',
  notMe: (phone) => `Si este no es su nombre, por favor cierre esta página. ${call(phone)}`,
  welcomeBack: 'Qué bueno que volvió',
  again: 'Aquí ya empezó a leer. Para seguir donde estaba, por favor díganos cuándo nació.',
  tooOften: {
    title: 'Por favor llámenos',
    text: (phone) => `Las fechas no coinciden. Lo que se empezó aquí queda cerrado. ${call(phone)}`,
  },
  thanks: {
    consent: { title: 'Gracias', text: 'Usted ha firmado.' },
    declination: {
      title: 'Gracias por su respuesta',
      text: 'Usted no quiere participar. Nada más cambia en su atención.',
    },
  },
  safety: {
    here: 'Seguro en este aparato',
    parked: 'Seguro en este aparato, pero el consultorio no pudo recibirlo',
    practice: 'Seguro en el consultorio',
    account: 'Cuenta creada',
  },
  keepOpen: 'Todavía no llegó al consultorio. Por favor deje abierta esta página hasta que llegue. Lo intenta sola.',
  comeBack: 'Si tiene que cerrarla, abra otra vez el enlace de nuestro correo en este aparato: sigue sola.',
  parked: (phone) => `Por favor deje esta página como está. ${call(phone)}`,
  canClose: 'Ya puede cerrar esta página.',
  account: 'Le enviaremos un correo para abrir su cuenta, donde puede ver lo que firmó.',
  looking: 'Buscando dónde está su respuesta…',
  reminders: {
    title: 'Recordatorios',
    stopping: 'Quitando los recordatorios…',
    stopped:
      'Ya no recibirá recordatorios de este formulario. El enlace de nuestro correo más nuevo todavía sirve, por si quiere leerlo.',
  },
};
