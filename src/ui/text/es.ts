import type { en } from './en.ts';

export const es: typeof en = {
  problems: {
    'unreadable-request': 'No se pudo leer algo del formulario. Revise los campos marcados e intente de nuevo.',
    'not-logged-in': 'Usted no ha iniciado sesión o su sesión terminó. Inicie sesión y continúe donde estaba.',
    'wrong-login': 'Ese nombre de usuario y esa contraseña no coinciden. Revise los dos e intente de nuevo.',
    'wrong-pin': 'Ese PIN no es correcto. Intente de nuevo o pregunte al administrador del consultorio.',
    'device-locked':
      'Esta tableta está bloqueada porque hubo demasiados PIN incorrectos. En recepción pueden desbloquearla en la página Tabletas.',
    'device-unknown':
      'El consultorio no reconoce esta tableta. Pida al administrador que la vincule de nuevo. No se borra nada de lo guardado en ella.',
    'device-revoked':
      'Esta tableta fue retirada del consultorio. Entréguela al administrador. No se borra nada de lo guardado en ella.',
    'proof-invalid':
      'El consultorio no pudo confirmar que esto viene de esta tableta. Revise la fecha y la hora de la tableta e intente de nuevo.',
    'use-dpop-nonce': 'El consultorio pidió a esta tableta que se identifique otra vez. Intente de nuevo.',
    'not-allowed': 'Su función no le permite hacer esto. Pregunte al administrador del consultorio.',
    'setup-done': 'Este consultorio ya está configurado. Inicie sesión.',
    'setup-code-wrong':
      'Ese código de configuración no es correcto. Cópielo tal como aparece en la ventana donde funciona el servidor.',
    'pairing-code-wrong':
      'Ese código de vinculación es incorrecto o ya no sirve. Cree un código nuevo en la página Tabletas y escríbalo.',
    'not-found': 'No se encontró. Puede que lo hayan quitado o que la dirección esté mal. Regrese a la lista.',
    'too-many-tries': 'Hubo demasiados intentos en poco tiempo. Espere y luego intente de nuevo.',
    'too-large': 'Esto es demasiado grande para enviarlo. Hágalo más corto e intente de nuevo.',
    'wrong-origin': 'Esta página no vino de la dirección del consultorio. Abra esa dirección e intente de nuevo.',
    'login-taken': 'Otra persona ya usa ese nombre de usuario. Elija otro.',
    'envelope-conflict':
      'El consultorio ya tiene otro registro con el mismo número. Se guardan los dos. El personal los verá y decidirá.',
    'envelope-device-unknown':
      'Este registro es de una tableta que nunca se vinculó con este consultorio. Revise si pertenece a otro consultorio.',
    'envelope-cannot-open':
      'El consultorio no pudo abrir este consentimiento. Sigue guardado en el iPad. Avise al administrador y no borre el iPad.',
    'envelope-bad-signature':
      'El consultorio no pudo confirmar que este consentimiento viene de este iPad. Sigue guardado en el iPad. Avise al administrador.',
    'envelope-bad-evidence':
      'Falta una parte del registro de este consentimiento. Sigue guardado en el iPad. Avise al administrador.',
    'envelope-form-unknown':
      'El consultorio no reconoce el formulario que se firmó. El consentimiento sigue guardado en el iPad. Avise al administrador.',
    'envelope-invitation-unknown':
      'El consultorio no reconoce la invitación que se firmó. El consentimiento sigue guardado en el iPad. Avise al administrador.',
    'envelope-clauses-missing':
      'Hubo una parte del formulario que no se aceptó. El registro sigue guardado en el iPad. Avise al administrador: quizás el paciente tenga que firmar otra vez.',
    'invitation-over': 'Esta invitación ya terminó o se canceló. Ábrala para ver qué pasó.',
    'duplicate-submission': 'Esto ya se envió antes, con otros datos. Abra la lista para ver lo que llegó.',
    'changed-meanwhile':
      'Otra persona cambió esto mientras usted lo tenía abierto. Se muestra lo que guardó; revíselo y vuelva a hacer su cambio.',
    'link-unknown':
      'Este enlace no está completo o no es nuestro. Ábralo otra vez desde el correo, o cópielo entero. Si eso no ayuda, llame al consultorio.',
    'not-by-mail':
      'Esta invitación no se envía por correo. Primero cambie Firma de formularios a En la app y ponga un correo electrónico.',
    'not-on-paper':
      'Esta invitación no se firma en papel. Primero cambie Firma de formularios a En papel y luego imprima el formulario.',
    'claimed-already': 'Un colega ya tomó este caso. La lista muestra quién.',
    'last-administrator':
      'El consultorio necesita al menos un administrador. Primero nombre administrador a otra persona.',
    'wrong-password': 'Su contraseña actual no es correcta. Revísela e intente otra vez.',
    'wrong-sign-in':
      'El nombre de usuario y la contraseña no coinciden. Revise los dos e intente otra vez. Si todavía no eligió una contraseña, use primero su código.',
    'code-wrong': 'El nombre de usuario y el código no coinciden. Cópielos tal como están en su hoja.',
    'code-over': 'Este código ya se usó, o hay uno más nuevo. Use el más nuevo, o llame al consultorio.',
    'passkey-wrong': 'Esta llave de acceso no abre ninguna cuenta aquí. Entre con su contraseña.',
    'not-enrolled': 'No hay nada que dejar: este paciente no está inscrito.',
    'stopped-already': 'Esto ya se dejó antes. La página muestra cuándo termina.',
    'invited-already': 'Este paciente ya tiene otra invitación que no ha terminado. Abra esa.',
    'decided-already': 'Otra persona ya se ocupó de esto. La historia muestra qué se decidió.',
    'form-not-ready': 'Hay algo que corregir antes de usar esta versión. La página muestra qué es.',
    'form-version-taken': 'Ya hay una versión con este nombre, y una versión nunca cambia. Dele otro nombre a esta.',
    'form-draft-there': 'Ya se está escribiendo una versión nueva. Siga con esa o descártela primero.',
    'certificate-unreadable':
      'Este archivo no se puede leer. Elija el archivo con su clave y su certificado; el nombre termina en .p12 o .pfx.',
    'certificate-password-wrong':
      'La contraseña no abre este archivo. Es la que se puso cuando se hizo el archivo. Revísela e intente otra vez.',
    'certificate-unfit':
      'Este archivo no sirve. Necesita una clave RSA de al menos 2048 bits y un certificado para ella que sea válido hoy. Pregunte a quien lo emitió.',
    'scan-empty': 'Este archivo está vacío. Escanee las páginas otra vez y envíe el archivo nuevo.',
    'scan-too-large':
      'Este archivo pesa más de 40 MB. Escanee en blanco y negro a 200 o 300 puntos por pulgada, o envíe las páginas en varios archivos.',
    'scan-wrong-kind': 'Este archivo no es PDF, TIFF, JPEG ni PNG. Guarde lo escaneado como PDF y envíe ese archivo.',
    'scan-heic':
      'Esta es una foto HEIC, que aquí no se puede leer. En el teléfono, elija «Más compatible» en Cámara, Formatos, y tome la foto otra vez. O guárdela como JPEG.',
    'scan-locked': 'Este PDF tiene contraseña. Guárdelo sin contraseña y envíe ese archivo.',
    'scan-too-many-pages': 'Este archivo tiene más de 200 páginas. Envíelas en varios archivos.',
    'scan-too-many-pixels':
      'Esta imagen tiene más detalle del que se puede leer aquí. Escanee a 200 o 300 puntos por pulgada y envíe ese archivo.',
    'scan-unreadable':
      'Este archivo está dañado o incompleto. Ábralo en su computadora para ver si muestra todas las páginas, o escanéelas otra vez.',
    'page-confirmed': 'Esta página es parte de un formulario que ya se confirmó. Se queda como está.',
    'paper-void':
      'Este paciente ya no va a firmar en papel, así que el formulario impreso no vale. Para usarlo de todos modos, vuelva a poner «En papel» en la forma de firmar.',
    'paper-incomplete':
      'Estas páginas no forman un formulario firmado completo. Vea qué página falta o cuál no va con las demás.',
    'representative-not-recorded':
      'Aquí no hay nadie registrado como representante legal de este paciente. Averigüe si esa persona puede firmar, regístrela en Cuidadores y después confirme el formulario.',
    'paper-needs-note': 'Se señaló algo en este formulario. Escriba por qué vale de todos modos.',
    'server-failed':
      'Algo falló en el servidor del consultorio. Intente de nuevo. Si vuelve a pasar, avise al administrador.',
    'server-stopping': 'El servidor del consultorio se está reiniciando. Espere un minuto y luego intente de nuevo.',
    'no-network': 'No hay conexión con el servidor del consultorio. Revise la red y luego intente de nuevo.',
    'unreadable-answer':
      'La respuesta no vino del servidor del consultorio. Si esta red Wi-Fi pide iniciar sesión, hágalo primero. Luego intente de nuevo.',
    stopped: 'Esto se detuvo antes de terminar. Intente de nuevo.',
  },
  tryAgainIn: (seconds) =>
    seconds < 90
      ? `Puede intentar de nuevo en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`
      : `Puede intentar de nuevo en ${Math.ceil(seconds / 60)} minutos.`,
  documentTitle: (page) => `${page} – Countersign`,
  optional: '(opcional)',
  errorMark: 'Error:',
  errorSummary: (count) => (count === 1 ? 'Hay un problema' : `Hay ${count} problemas`),
  month: 'Mes',
  day: 'Día',
  year: 'Año',
  show: 'Mostrar',
  hide: 'Ocultar',
  language: 'Idioma',
  textSize: 'Tamaño del texto',
  textSizes: { 1: 'Texto normal', 2: 'Texto más grande', 3: 'Texto muy grande' },
  deleteDigit: 'Borrar',
  digitsEntered: (count, of) => `${count} de ${of} dígitos escritos`,
};
