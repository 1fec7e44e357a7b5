import type { paperFormEn } from './paperForm.en.ts';

export const paperFormEs: typeof paperFormEn = {
  kind: 'Formulario en papel',
  subject: 'Formulario para leer y firmar en papel',
  howTitle: 'Cómo usar este formulario',
  how: (programme) => [
    'Lea cada parte. Tómese todo el tiempo que necesite y pregúntenos lo que quiera.',
    'Al final de cada parte, marque la casilla si está de acuerdo.',
    'Firme y ponga la fecha en la página que se llama “Firma”.',
    'Devuelva todas las páginas en la recepción, también las que dejó en blanco.',
    `¿No quiere el ${programme}? Entonces no tiene que firmar. Solo díganoslo. El resto de su atención médica sigue igual.`,
  ],

  onPaperTitle: 'Leer y firmar en papel',
  onPaper: (programme, phone) => [
    `Para este formulario no necesita computadora, teléfono ni correo electrónico. Si prefiere leer y firmar en una pantalla, dígalo en la recepción o llame al ${phone}. Las dos formas valen lo mismo.`,
    `Puede recibir cuando quiera una copia en papel de lo que firmó y de los documentos del ${programme} que vengan después. No cuesta nada. Pídala en la recepción o llame al ${phone}.`,
    'Cuando nos devuelva el formulario, guardaremos una imagen de él en su expediente. Si cambia su teléfono o su dirección, por favor avísenos.',
  ],

  signHere: 'Paciente: firme dentro de este recuadro',
  date: 'Fecha: mes / día / año',
  cannotSign:
    'Si no puede escribir su nombre, haga cualquier marca en el recuadro, como una X, delante de otra persona. Luego esa persona llena la parte de abajo. Si un representante legal firma por usted, usa la última página.',
  witnessTitle: 'Solo si hizo una marca: el testigo',
  witnessSays: 'Vi al paciente hacer la marca en el recuadro de arriba.',
  witnessName: 'Nombre del testigo, en letra de molde',
  witnessAddress: 'Dirección del testigo',
  witnessSignsHere: 'Testigo: firme dentro de este recuadro',

  representativeTitle: 'Solo si otra persona firma por el paciente',
  representativeLead:
    'Esta página es para un representante legal. Si usted firma por sí mismo, déjela en blanco y devuélvala con las demás.',
  representativeSignsHere: 'Representante legal: firme dentro de este recuadro',
  representativeName: 'Nombre del representante legal, en letra de molde',
  relationship: '¿Qué es usted del paciente? Marque una opción.',
  why: '¿Por qué no firma el paciente? Marque una opción.',
  ownWords: 'Si marcó “Otra relación” u “Otra razón”, por favor dígalo aquí',

  emptySide: 'Este lado está en blanco a propósito. El próximo formulario empieza en otra hoja.',
};
