import type { en } from './en.ts';

export const es: typeof en = {
  starting: 'Abriendo este iPad…',
  pairing: {
    title: 'Conectar este iPad',
    lead: 'En una computadora, abra Countersign, vaya a Tabletas y elija «Conectar una tableta». Escriba aquí el código que aparece.',
    notKept: 'Este iPad podría borrar lo que se guarda aquí.',
    notKeptWhy:
      'Primero instale Countersign: en Safari, toque Compartir, luego «Agregar a pantalla de inicio», y ábralo desde allí. Después conéctelo.',
    code: 'Código',
    codeHint: '8 letras y números, por ejemplo 7K2M-9QXA',
    codeUnreadable: 'El código tiene 8 letras y números. Por favor revíselo.',
    name: 'Nombre de este iPad',
    nameHint: 'Para que el personal sepa cuál es, por ejemplo «Recepción 1»',
    nameMissing: 'Por favor póngale un nombre a este iPad.',
    pair: 'Conectar este iPad',
    pairing: 'Conectando…',
    keysDoNotSurvive:
      'Este navegador no puede guardar sus claves de forma segura y no se puede conectar. Use un iPad con iPadOS 18.4 o más nuevo.',
  },
  locked: {
    title: 'Este iPad está bloqueado',
    who: '¿Quién es usted?',
    pinOf: (name) => `PIN de ${name}`,
    notMe: 'No soy yo',
    checking: 'Revisando…',
    loading: 'Buscando al personal…',
    noStaffYet: 'Los nombres del personal todavía no están en este iPad. Conéctelo a la red del consultorio.',
    wrongPin: (left) =>
      `El PIN no es correcto. ${left === 1 ? 'Queda 1 intento' : `Quedan ${left} intentos`} antes de que el iPad se bloquee.`,
    lockedOut:
      'Este iPad está bloqueado después de diez PIN equivocados. Desbloquéelo en una computadora: Countersign, Tabletas, «Desbloquear». Lo que se firmó aquí está a salvo.',
    neverUnlockedHere:
      'Sin red, solo puede desbloquearlo quien ya usó este iPad antes. Conéctelo o pida ayuda a un colega.',
    waitABit: (seconds) => `Espere ${seconds} segundos.`,
  },
  sync: {
    reach: {
      unknown: 'Buscando al consultorio…',
      reached: 'Conectado al consultorio',
      'not-reached': 'Sin conexión con el consultorio. Puede seguir trabajando.',
    },
    refused: 'Por ahora el consultorio no acepta este iPad',
    nothingWaits: 'Todo lo firmado aquí ya está en el consultorio',
    waits: (count, oldest) => `Todavía no está en el consultorio: ${count}, lo más antiguo hace ${oldest}`,
  },
  staff: {
    patients: 'Pacientes',
    add: 'Agregar miembros',
    cannotAddYet:
      'Este iPad todavía no ha hablado con el consultorio. Conéctelo una vez; después podrá agregar miembros también sin red.',
    safety: 'Lo que se firmó',
    picture: 'Formulario en papel',
    lock: 'Bloquear',
  },
  picture: {
    title: 'Tomar una foto de un formulario en papel',
    lead: 'Para un formulario que se firmó en papel. También funciona sin red.',
    take: 'Tomar una foto',
    keeping: 'Guardando…',
    how: 'Una hoja por foto. Póngala plana y con buena luz, y llene la foto con la hoja entera: el código cuadrado de arriba tiene que verse nítido. Aquí no se puede ver una foto después de guardarla; la lee el consultorio.',
    taken: 'Fotos tomadas',
    pictureNumber: (number: number) => `Foto ${number}:`,
    notYet:
      'Este iPad todavía no ha tenido contacto con el consultorio. Conéctelo una vez; después podrá tomar fotos también sin red.',
    trouble: {
      unreadable: 'Esta foto no se pudo leer, así que no se guardó. Tómela otra vez.',
      'not-kept': 'Esta foto no se pudo guardar en este iPad. Tómela otra vez. Si no funciona, escanee el formulario.',
    },
  },
  queue: {
    title: '¿Quién va a firmar?',
    household: 'Siguiente de la familia',
    householdWhy: 'De la misma familia:',
    next: (name) => `Siguiente: entregar a ${name}`,
    search: 'Busque por nombre, fecha de nacimiento o número de expediente',
    loading: 'Abriendo la lista…',
    none: 'Por ahora no hay nadie invitado a firmar en tableta. Agregue a un paciente en la computadora y aparecerá aquí.',
    noneFound: 'Aquí no hay nadie con ese nombre, fecha o número.',
    count: (count) => (count === 1 ? '1 paciente' : `${count} pacientes`),
    more: (count) => `Y ${count} más. Use la búsqueda para encontrarlos.`,
    born: (day) => `Nació el ${day}`,
    added: (by, when) => `Agregado por ${by}, ${when}`,
    elsewhere: (tablet) => `Este paciente tiene ahora: ${tablet}`,
  },
  states: {
    waiting: 'En espera',
    presented: 'Empezado',
    signed: 'Firmado',
    declined: 'Dijo que no',
    enrolled: 'Cuenta creada',
    cancelled: 'Cancelado',
    expired: 'Vencido',
  },
  handOver: {
    title: (name) => `Entregue el iPad a ${name}`,
    lead: 'Desde aquí, el iPad muestra solo el formulario de este paciente. Para recuperarlo, necesita su PIN.',
    back: 'Volver a la lista',
    elsewhere: (tablet) =>
      `Según lo último que se supo en el consultorio, este paciente tiene ${tablet}. Revíselo antes de entregar otra tableta.`,
    begun:
      'Este paciente ya empezó. Sigue donde estaba, después de confirmar su fecha de nacimiento si aún no lo hizo.',
    handOver: 'Entregar ahora',
    goOn: 'Entregar y seguir',
    startOver: 'Descartar y empezar de nuevo',
    preparing: 'Preparando…',
    problems: {
      'form-missing':
        'El formulario todavía no está en este iPad. Conéctelo a la red del consultorio e intente otra vez.',
      'draft-unreadable':
        'Lo que este paciente empezó no se puede abrir en este iPad. Elija «Descartar y empezar de nuevo».',
      over: 'Esta invitación ya terminó o se canceló. No se entregó nada.',
      storage: 'Este iPad no pudo preparar el formulario. Intente otra vez. Si vuelve a pasar, use otro iPad.',
    },
  },
  readiness: {
    title: 'Este iPad',
    measuring: 'Revisando este iPad…',
    writes: 'Puede guardar una firma',
    full: 'No tiene espacio: no podría guardar una firma. Libere espacio primero.',
    cannotWrite: 'Ahora no puede guardar una firma. Cierre Countersign, ábralo e intente otra vez.',
    formFresh: (when) => `El formulario está al día (comparado con el consultorio: ${when})`,
    formOld: (when) =>
      when
        ? `El formulario está aquí. Comparado con el consultorio por última vez: ${when}`
        : 'El formulario está aquí, todavía sin comparar con el consultorio',
    formMissing: 'El formulario todavía no está en este iPad. Conéctelo a la red del consultorio.',
    nothingWaits: 'Nada de lo firmado aquí espera para enviarse',
    waits: (count, oldest) => `Espera para enviarse: ${count}, lo más antiguo hace ${oldest}`,
    opensOffline: 'Abre sin red',
    notOffline: 'Todavía no abriría sin red. Conéctelo y vuelva a abrir Countersign.',
    installed: 'Abierto desde la pantalla de inicio',
    notInstalled: 'No se abrió desde la pantalla de inicio. Instálelo para que los datos estén seguros.',
    kept: 'El iPad conserva lo guardado',
    notKept: 'El iPad podría borrar lo guardado si le falta espacio',
    keptUnknown: 'No se sabe si el iPad conserva lo guardado',
    room: (megabytes) => `Espacio para datos nuevos: ${megabytes.toLocaleString('es-US')} MB`,
    roomUnknown: 'No se sabe cuánto espacio queda',
    advice: 'Por favor revise esto usted: Countersign no lo puede medir.',
    advices: [
      'Suba el brillo de la pantalla para que se lea bien.',
      'Active el Acceso Guiado: presione tres veces el botón superior (o el de inicio). Así el iPad mismo se queda en Countersign.',
    ],
  },
  safety: {
    title: 'Lo que se firmó aquí',
    lead: 'Se queda en este iPad hasta que el consultorio confirme que lo tiene.',
    nothing: 'En el último día no se firmó nada aquí, y no hay nada pendiente.',
    who: 'Paciente',
    unknownName: 'Ya no está en este iPad',
    what: 'Respuesta',
    kinds: {
      consent: 'Firmó',
      declination: 'Dijo que no',
      withdrawal: 'Lo retiró',
      household: 'Agregado',
      scan: 'Formulario en papel',
    },
    noName: 'Se sabrá al leerlo',
    when: 'Cuándo',
    state: 'Qué tan seguro',
    'on-this-ipad': 'A salvo en este iPad',
    'at-the-practice': 'A salvo en el consultorio',
    'account-created': 'Cuenta creada',
    parked: 'A salvo en este iPad. El consultorio no pudo recibirlo',
    parkedWhy:
      'El consultorio no pudo recibir algo que se firmó aquí. Está a salvo en este iPad. Avise al administrador antes de borrar este iPad.',
    handIn: 'Enviar ahora',
    handingIn: 'Enviando…',
    rescue: 'Guardar una copia sellada',
    rescueWhy: 'La copia sellada tiene todo lo que espera aquí. Solo el servidor del consultorio puede abrirla.',
  },
  patient: {
    staffOnly: 'Para el personal',
    staffOnlyLead: 'El personal recupera el iPad con su nombre y su PIN.',
    backToReading: 'Volver a leer',
    backToCover: 'Volver',
  },
  goOn: {
    title: '¿Quién sigue?',
    lead: 'El lugar en el formulario está guardado.',
    goOn: (name) => `Seguir con ${name}`,
    list: 'Volver a la lista',
  },
  idle: {
    title: '¿Sigue usted ahí?',
    text: 'En medio minuto vamos a tapar esta pantalla para proteger su privacidad. No se pierde nada.',
    goOn: 'Aquí sigo',
  },
  cover: {
    title: 'Esta pantalla está tapada',
    lead: 'No se perdió nada. Para seguir, escriba su fecha de nacimiento.',
    askDesk: 'No se perdió nada. Para seguir, entregue el iPad en recepción.',
    staff: 'Personal',
  },
  answered: {
    kinds: {
      consent: { title: 'Gracias', text: 'Usted firmó. Su firma está guardada.' },
      declination: {
        title: 'Gracias por decirnos',
        text: 'Usted dijo que no. Su respuesta está guardada. El resto de su atención sigue igual.',
      },
      withdrawal: {
        title: 'Usted retiró su respuesta',
        text: 'Eso también está guardado. En recepción hablarán con usted sobre lo que sigue.',
      },
    },
    changedMind: 'Cambié de opinión',
    looking: 'Viendo dónde está…',
    giveBack: 'Por favor devuelva el iPad a recepción.',
    closing:
      'En medio minuto vamos a cerrar esta pantalla para proteger su privacidad. Su respuesta está guardada. Después, si cambia de opinión, avise en recepción.',
    done: 'Listo',
    closingTitle: 'Por favor devuelva el iPad',
    closingLead: 'El personal sigue con su nombre y su PIN.',
  },
  changeMind: {
    kinds: {
      consent: {
        title: '¿Quiere retirar su firma?',
        meaning: (patient) =>
          `Cambié de opinión. Se retira el sí al Manejo de Cuidados Crónicos (CCM) que se acaba de firmar para ${patient}.`,
        keep: 'Dejar mi firma',
        take: 'Retirarla',
      },
      declination: {
        title: '¿Quiere retirar su no?',
        meaning: (patient) =>
          `Cambié de opinión. Se retira el no al Manejo de Cuidados Crónicos (CCM) que se acaba de dar para ${patient}.`,
        keep: 'Dejar mi respuesta',
        take: 'Retirarla',
      },
    },
    stays: 'Lo que hizo antes queda en el registro. Agregamos que lo retiró, y se avisa a recepción.',
    taking: 'Estamos guardando su respuesta…',
    failed: 'Todavía no se pudo guardar en este iPad. Intente otra vez o avise en recepción.',
  },
  trouble: {
    title: 'Este iPad no puede usar su almacenamiento',
    full: 'El iPad está lleno. No se borró nada. Libere espacio e intente otra vez.',
    lost: 'Se perdió la conexión con el almacenamiento. Lo que se guardó sigue ahí. Intente otra vez; si no ayuda, cierre Countersign y vuelva a abrirlo.',
    refused:
      'Este navegador no permite guardar aquí. Abra Countersign desde la pantalla de inicio, no en una pestaña privada.',
    unknown:
      'Pasó algo inesperado. Lo que se guardó sigue ahí. Intente otra vez; si vuelve a pasar, avise al administrador.',
    again: 'Intentar otra vez',
  },
};
