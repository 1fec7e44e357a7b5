import type { PageReason, PageState, ScanSource } from '../../contract/scansApi.ts';
import type { SignatureBox } from '../../domain/paperForm.ts';
import type { scansEn } from './scans.en.ts';

const sources: Record<ScanSource, string> = {
  upload: 'Enviado desde esta página',
  camera: 'Fotos de una tableta',
  folder: 'De la carpeta vigilada',
};

const reasons: Record<PageReason, string> = {
  'no-code': 'No se pudo leer ningún código.',
  'several-codes': 'En esta imagen hay más de una hoja. Escanee cada hoja por separado o asígnela a mano.',
  'unknown-invitation': 'Su código nombra una invitación que este consultorio no tiene.',
  'not-whole': 'El código se lee, pero la hoja no está completa en la imagen, o hay otras cosas. Mírela primero.',
  unreadable: 'Esta página no se pudo leer. Abra el archivo original para verla.',
  blank: 'No tiene nada.',
};

const pageStates: Record<PageState, string> = {
  matched: 'Con su invitación',
  inbox: 'Espera a que la asignen',
  aside: 'Apartada',
  confirmed: 'Parte de un formulario confirmado',
};

const boxes: Record<SignatureBox, string> = {
  patient: 'del paciente',
  witness: 'del testigo',
  representative: 'del representante legal',
};

const whoSigned: Record<SignatureBox, string> = {
  patient: 'el paciente',
  witness: 'el testigo',
  representative: 'el representante legal',
};

export const scansEs: typeof scansEn = {
  boxes,
  whoSigned,
  title: 'Escaneos',
  lead: 'Aquí llegan los formularios firmados en papel. Cada página encuentra a su paciente por el código impreso en ella.',

  drop: {
    title: 'Enviar escaneos',
    hint: 'PDF, TIFF, JPEG o PNG, hasta 40 MB y 200 páginas por archivo. Puede haber páginas de varios pacientes en un archivo.',
    choose: 'Elegir archivos',
    or: 'o suéltelos aquí',
    folder: 'Los archivos que un fax pone en la carpeta vigilada llegan aquí por sí solos.',
    sending: (percent) => `Enviando, ${percent} %`,
    waiting: 'Espera su turno',
    arrived: 'Llegó. Abajo se ve qué pasa con él.',
    known: 'Este archivo ya está aquí. No se guardó dos veces.',
    refused: 'No se aceptó',
    list: 'Archivos que envió',
    again: 'Intentar otra vez',
    clear: 'Vaciar esta lista',
  },

  waiting: {
    title: 'Formularios por confirmar',
    none: 'Ningún formulario espera a que lo confirmen.',
    caption: 'Formularios cuyas páginas están aquí',
    patient: 'Paciente',
    pages: 'Páginas aquí',
    since: 'Desde',
    state: 'Estado',
    over: 'Ya respondió o terminó: mírelo',
    method: (method) => `Ahora se firma «${method}»: mírelo`,
    ready: 'Listo para mirar',
  },

  inbox: {
    title: 'Páginas por asignar a mano',
    none: 'Ninguna página espera. Todas encontraron a su paciente.',
    count: (count) => (count === 1 ? '1 página espera' : `${count} páginas esperan`),
    page: (place, file) => `Página ${place} del archivo ${file}`,
    told: (page, pages) => `Según su código es la página ${page} de ${pages} de un formulario.`,
  },

  files: {
    title: 'Archivos',
    none: 'Todavía no ha llegado nada.',
    caption: 'Archivos que llegaron, los más recientes primero',
    name: 'Archivo',
    came: 'Llegó',
    what: 'Qué pasó con él',
    sources,
    from: (who, when) => `${when}, de ${who}`,
    reading: (read, pages) => (pages === null ? 'Se está leyendo' : `Se está leyendo: ${read} de ${pages} páginas`),
    counts: (matched, inbox, aside) =>
      [
        `${matched} con su paciente`,
        ...(inbox > 0 ? [`${inbox} por asignar a mano`] : []),
        ...(aside > 0 ? [`${aside} ${aside === 1 ? 'apartada' : 'apartadas'}`] : []),
      ].join(', '),
    back: 'Volver a Escaneos',
    missing: 'No se encontró este archivo',
    original: 'Guardar el archivo original',
    pages: 'Páginas de este archivo',
  },

  page: {
    alt: (place, file) => `Página ${place} del archivo ${file}, como se escaneó`,
    altForm: (page) => `Página ${page} del formulario, como se escaneó`,
    noPicture: 'No hay imagen de esta página.',
    larger: 'Ver más grande',
    smaller: 'Ver más pequeño',
    turn: 'Girar',
    turnOf: (name) => `Girar ${name}`,
    match: 'Asignar a un paciente',
    aside: 'Apartar',
    back: 'Recuperarla',
    states: pageStates,
    reasons,
    byHand: 'Asignada a mano',
    settled: (who, when) => `${who}, ${when}`,
    invitation: 'Abrir la invitación',
  },

  match: {
    title: '¿De quién es esta página?',
    search: 'Buscar al paciente',
    searchHint: 'Nombre, fecha de nacimiento o número de expediente.',
    patient: 'Paciente',
    nobody: 'No se encontró a nadie.',
    born: (day) => `nació el ${day}`,
    page: 'Número de página',
    pageHint: 'Está al pie de la página.',
    pages: 'De cuántas',
    button: 'Es su página',
    busy: 'Asignando…',
    cancel: 'Ahora no',
    failed: 'La página no se asignó.',
  },

  aside: {
    title: '¿Apartar esta página?',
    why: '¿Por qué?',
    hint: 'Por ejemplo, «una portada de fax». La página se conserva y se puede recuperar.',
    button: 'Apartarla',
    busy: 'Apartando…',
    cancel: 'Dejarla aquí',
    failed: 'La página sigue donde estaba.',
  },

  paper: {
    title: 'Formulario en papel',
    none: 'Todavía no ha vuelto ninguna página. Cuando el paciente haya firmado el formulario impreso, escanéelo y envíelo en Escaneos.',
    toScans: 'Ir a Escaneos',
    voidTitle: 'El formulario impreso ya no vale',
    void: (method) =>
      `Ahora la forma de firmar es «${method}», así que lo impreso ya no cuenta. Las páginas se conservan. Si el paciente sí firmó en papel, vuelva a poner «En papel» en Editar; entonces podrá confirmarlas.`,
    endedTitle: 'Esta invitación terminó',
    ended:
      'Se canceló o venció, así que este formulario no crea una cuenta. Las páginas se conservan. Si el paciente quiere el servicio, invítelo otra vez. Si confirma el formulario, se guarda como una respuesta que llegó tarde.',
    answeredTitle: 'El paciente ya respondió',
    answered:
      'Las páginas se conservan. Si este formulario también está firmado, confírmelo: se guarda junto a la primera respuesta y se le presenta para que decida. Nadie recibe una segunda cuenta. Si es una copia, aparte las páginas.',
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
    missing: (page) => `Falta la página ${page}`,
    use: (page) => `Usar esta como página ${page}`,
    twice: (page) => `Hay más de una página ${page}. Elija la que cuenta.`,
    ink: (box) => `Hay tinta en el recuadro ${box}.`,
    empty: (box) => `El recuadro ${box} parece vacío.`,
    unknown: (box) => `No se pudo revisar el recuadro ${box}. Mírelo en la imagen.`,
    otherForm: 'Esta página se imprimió de otra versión del formulario.',
    asideList: (count) => (count === 1 ? 'Se apartó 1 página' : `Se apartaron ${count} páginas`),
    confirmed: (who, when) => `Confirmado por ${who}, ${when}`,
    signedBy: (name, day) => `Firmado por ${name} el ${day}`,
    shown: 'Página en pantalla',
  },

  confirm: {
    title: 'Confirmar el formulario',
    lead: 'Compare las páginas con los datos registrados. Después diga lo que está escrito en el papel.',
    points: 'Mire esto primero, por favor',
    point: {
      missing: (page) => `Falta la página ${page}. Escanéela o escriba por qué el formulario vale sin ella.`,
      empty: (box, page) =>
        `En la página ${page} el recuadro ${box} parece vacío. Si de todos modos hay una firma, escriba lo que ve.`,
      unchecked: (who, page) => `No se pudo revisar si ${who} firmó en la página ${page}. Mire la imagen.`,
      'other-form': 'El formulario se imprimió de otra versión que la que pide esta invitación.',
      'no-signature-page': (page) =>
        `La página ${page}, que es la que se firma, no está. Sin ella no se puede confirmar el formulario.`,
      mixed: 'Estas páginas vienen de impresiones distintas del formulario. Aparte las que no correspondan.',
    },
    signer: '¿Quién firmó?',
    signers: {
      patient: 'El paciente',
      representative: 'Un representante legal',
      mark: 'El paciente, con una marca y un testigo',
    },
    name: 'Nombre en letra de molde de quien firmó',
    nameHint: 'Como está en el papel.',
    signedOn: 'Fecha junto a la firma',
    note: '¿Por qué vale de todos modos?',
    noteHint: 'Se guarda con el formulario.',
    button: 'Confirmar y crear la cuenta',
    buttonOver: 'Confirmarlo como segunda respuesta',
    busy: 'Confirmando…',
    failed: 'El formulario no se confirmó.',
    notPaper: '¿El paciente no aceptó? Entonces no confirme: cancele la invitación y escriba por qué.',
  },
};
