import type { slipsEn } from './slips.en.ts';

export const slipsEs: typeof slipsEn = {
  for: 'Para',
  printed: (day) => `Impreso el ${day}`,
  help: (phone) => `¿Necesita ayuda? Llame al ${phone}.`,

  activation: {
    title: 'Su cuenta en línea',
    lead: (practice) => `Con esta hoja puede entrar por primera vez a su cuenta de ${practice}.`,
    address: 'Abra esta página en su teléfono o computadora',
    orScan: 'O apunte al cuadro con la cámara de su teléfono.',
    handle: 'Escriba este nombre de usuario',
    code: 'Escriba este código, que sirve una sola vez',
    password: 'Elija una contraseña propia',
    passwordHint: 'Desde entonces, usted entra con su nombre de usuario y esa contraseña.',
    expires: (day) =>
      `El código sirve una sola vez, hasta el ${day}. No le muestre esta hoja a nadie. Tírela cuando ya haya entrado.`,
  },

  receipt: {
    title: 'Lo que usted aceptó',
    signed: 'Usted dijo que sí el',
    how: 'Cómo',
    methods: {
      tablet: 'Firmó en nuestra tableta',
      paper: 'Firmó en papel',
      app: 'Firmó en su propio aparato',
      verbal: 'De palabra, después de que se lo leímos',
    },
    inShort: 'En pocas palabras',
    stopTitle: 'Cómo dejarlo',
    stop: (programme, phone) =>
      `Puede dejar el ${programme} en cualquier momento, sin dar un motivo. Dígalo en la recepción o llame al ${phone}. Entonces termina el último día de ese mes.`,
    copy: (phone) =>
      `Puede recibir gratis una copia de todo el formulario. Pídala en la recepción o llame al ${phone}.`,
    checkCode: 'Código de verificación',
    checkCodeHint: 'Con este código encontramos su formulario si nos llama.',
    keep: 'Guarde esta hoja con sus documentos.',
  },

  stop: {
    title: (programme) => `Usted nos pidió dejar el ${programme}`,
    ends: (programme) => `Su último día en el ${programme}`,
    asked: 'Nos lo pidió el',
    pay: (day) =>
      `Es posible que todavía tenga que pagar lo que le toca hasta el ${day}. Después de ese día ya no hay nada más que pagar por esto.`,
    care: 'El resto de su atención médica sigue igual.',
    again: (programme, phone) =>
      `¿Quiere volver al ${programme} más adelante? Dígalo en la recepción o llame al ${phone}.`,
    notYou: (phone) => `¿No es lo que usted quería? Por favor, llame al ${phone}.`,
    keep: 'Guarde esta hoja con sus documentos.',
  },
};
