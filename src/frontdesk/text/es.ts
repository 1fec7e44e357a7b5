import { addEs } from './add.es.ts';
import type { en } from './en.ts';
import { adminEs } from './admin.es.ts';
import { decideEs } from './decide.es.ts';
import { formsEs } from './forms.es.ts';
import { invitationEs } from './invitation.es.ts';
import { invitationsEs } from './invitations.es.ts';
import { mailEs } from './mail.es.ts';
import { membersEs } from './members.es.ts';
import { reportsEs } from './reports.es.ts';
import { scansEs } from './scans.es.ts';
import { sealEs } from './seal.es.ts';
import { setupEs } from './setup.es.ts';
import { storyEs } from './story.es.ts';
import { tabletsEs } from './tablets.es.ts';
import { timesEs } from './times.es.ts';
import { verbalEs } from './verbal.es.ts';
import { worklistEs } from './worklist.es.ts';

export const es: typeof en = {
  skipToContent: 'Ir al contenido',
  tryAgain: 'Intentar de nuevo',
  loading: 'Cargando…',
  notKnown: 'No indicado',
  roles: { 'front-desk': 'Recepción', 'health-assistant': 'Asistente de salud', administrator: 'Administrador' },
  methods: { tablet: 'En tableta', paper: 'En papel', app: 'En la app' },
  states: {
    waiting: 'Sin firmar todavía',
    presented: 'Ahora con el paciente',
    signed: 'A salvo en el consultorio',
    declined: 'Dijo que no',
    enrolled: 'Cuenta creada',
    cancelled: 'Cancelada',
    expired: 'Vencida',
  },
  sexes: { female: 'Femenino', male: 'Masculino', other: 'Otro', unknown: 'No se sabe' },
  ownDevice: 'el aparato propio del paciente',
  mistakes: {
    'last-missing': 'Escriba un apellido. Si la persona tiene un solo nombre, escríbalo aquí.',
    'too-long': 'Es demasiado largo. Acórtelo.',
    'birth-date-empty': 'Escriba la fecha de nacimiento.',
    'birth-date-unreadable':
      'Escriba la fecha como mes, día y año con cuatro cifras. Por ejemplo, 3/9/1947 es el 9 de marzo.',
    'birth-date-impossible': 'Ese día no existe. Revise el mes y el día.',
    'birth-date-future': 'La fecha de nacimiento está en el futuro. Revise el año.',
    'birth-date-too-long-ago': 'La fecha de nacimiento es de hace más de 125 años. Revise el año.',
    'sex-missing': 'Elija el sexo. Si no lo sabe, elija “No se sabe”.',
    'phone-unreadable': 'Esto no es un número de teléfono. Escriba diez cifras, o + y el código del país.',
    'email-unreadable': 'Esto no es un correo electrónico. Revíselo o déjelo en blanco.',
    'email-needed-for-app':
      '“En la app” envía un enlace por correo. Escriba un correo electrónico o elija “En tableta” o “En papel”.',
    'practitioner-missing': 'Elija el profesional que factura. El consentimiento lo nombra.',
    'times-reversed': 'El final es antes del comienzo. Elija una hora más tarde.',
    'relationship-missing': 'Escriba qué relación tiene con el paciente.',
    'caregiver-email-missing': 'Escriba el correo electrónico del cuidador. A los cuidadores se les avisa por correo.',
    'caregiver-email-unreadable': 'Esto no es un correo electrónico. Revíselo.',
    'representative-missing': 'Elija si es representante legal o no.',
    refused: 'El servidor del consultorio no pudo aceptar esto. Revíselo y cámbielo.',
    'practice-name-missing': 'Escriba el nombre del consultorio, como lo conocen los pacientes.',
    'practice-phone-missing': 'Escriba un teléfono. Se les pide a los pacientes que llamen a ese número.',
    'practitioner-name-missing': 'Escriba el nombre del profesional, como debe decirlo el consentimiento.',
    'admin-name-missing': 'Escriba su nombre.',
    'login-missing': 'Escriba un nombre de usuario.',
    'login-has-space': 'Un nombre de usuario no puede tener espacios.',
    'password-missing': 'Escriba la contraseña.',
    'password-too-short':
      'La contraseña debe tener al menos 12 caracteres. Unas cuantas palabras seguidas funcionan bien.',
    'pin-not-six': 'Escriba un PIN de seis cifras.',
    'setup-code-missing': 'Escriba el código de configuración que aparece en la ventana del servidor.',
    'reason-missing': 'Escriba el motivo. Queda en la historia de esta invitación.',
    'note-missing': 'Escriba lo que se hizo.',
    'decision-missing': 'Elija qué decide.',
    'why-aside-missing': 'Escriba por qué se aparta la página.',
    'patient-missing': 'Busque al paciente y elíjalo.',
    'page-number-missing': 'Escriba el número de página, por ejemplo 3.',
    'page-count-missing': 'Escriba cuántas páginas tiene el formulario.',
    'printed-name-missing': 'Escriba el nombre de quien firmó.',
    'signed-on-unreadable': 'Escriba la fecha junto a la firma, por ejemplo 3/9/2026.',
    'signed-on-future': 'Ese día todavía no llega. Revise la fecha en el papel.',
    'why-counts-missing': 'Escriba por qué el formulario vale de todos modos.',
    'stop-words-missing': 'Escriba lo que dijo el paciente.',
    'tablet-name-missing': 'Escriba un nombre para la tableta.',
    'staff-name-missing': 'Escriba el nombre de la persona.',
    'login-taken': 'Alguien ya usa ese nombre para entrar. Elija otro.',
    'answer-missing': 'Elija lo que contestó el paciente.',
    'decline-reason-missing': 'Elija el motivo más parecido.',
    'reader-missing': 'Escriba quién lo leyó en voz alta.',
    'spoken-missing': 'Elija cómo hablaron.',
    'answered-at-unreadable': 'Escriba el día y la hora.',
    'answered-at-future': 'Esa hora todavía no ha llegado. Revise el día y la hora.',
    'days-wrong': 'Escriba un número de días de 0 a 1000.',
    'reminders-wrong': 'Escriba un número del 0 al 5.',
    'certificate-missing': 'Elija el archivo con el certificado de su consultorio.',
    'certificate-too-large':
      'Este archivo es demasiado grande para ser un certificado. Elija el que termina en .p12 o .pfx.',
    'present-password-missing': 'Escriba la contraseña con la que entra ahora.',
    'present-password-wrong': 'Esta no es la contraseña con la que entra ahora. Revísela e intente de nuevo.',
  },
  add: addEs,
  setup: setupEs,
  story: storyEs,
  invitations: invitationsEs,
  invitation: invitationEs,
  tablets: tabletsEs,
  times: timesEs,
  worklist: worklistEs,
  reports: reportsEs,
  admin: adminEs,
  decide: decideEs,
  forms: formsEs,
  mail: mailEs,
  members: membersEs,
  seal: sealEs,
  verbal: verbalEs,
  scans: scansEs,

  nav: {
    label: 'Secciones',
    add: 'Agregar miembros',
    addUnfinished: 'Sin terminar',
    invitations: 'Invitaciones',
    scans: 'Escaneos',
    tablets: 'Tabletas',
    worklist: 'Lista de trabajo',
    reports: 'Informes',
    staff: 'Personal',
    practitioners: 'Profesionales',
    forms: 'Formulario',
    mail: 'Correo sin enviar',
    settings: 'Ajustes',
    own: 'Su contraseña y su PIN',
  },

  oldSince: (time) =>
    `Es posible que esta página no esté al día: no hay conexión desde las ${time}. Se actualiza sola.`,
  neverConnected: 'No hay conexión con el servidor del consultorio. Esta página lo sigue intentando.',
  unreachable: 'El servidor del consultorio no responde',

  login: {
    title: 'Iniciar sesión',
    ended: 'Su sesión terminó. Inicie sesión y continúe donde estaba: lo que escribió sigue aquí.',
    name: 'Nombre de usuario',
    password: 'Contraseña',
    button: 'Iniciar sesión',
    busy: 'Iniciando sesión…',
    out: 'Cerrar sesión',
    outFailed: 'Su sesión sigue abierta.',
  },

  notFound: {
    title: 'Esta página no existe',
    text: 'Es posible que la dirección esté mal escrita o que la página haya cambiado de lugar.',
    back: 'Ir a Invitaciones',
    notYours: 'Esta página no es parte de su función',
    notYoursText: 'Si la necesita, hable con el administrador del consultorio.',
  },
};
