import type { reportsEn } from './reports.en.ts';

export const reportsEs: typeof reportsEn = {
  title: 'Informes',
  lead: (from, to) => `Invitaciones hechas del ${from} al ${to}`,
  period: 'Período',
  from: 'Desde',
  to: 'Hasta',
  last: { 28: 'Últimas 4 semanas', 84: 'Últimas 12 semanas', 364: 'Últimas 52 semanas' },
  wrongPeriod: 'El período termina antes de empezar. Elija un final posterior.',
  none: 'No se invitó a nadie en este período.',
  noneHint: 'Elija un período más largo.',

  funnel: 'De la invitación a la cuenta',
  step: 'Paso',
  people: 'Cantidad',
  share: 'Del total',
  steps: {
    invited: 'Personas invitadas',
    signed: 'Firmaron',
    enrolled: 'Cuenta creada',
    declined: 'Dijeron que no',
    open: 'Sin respuesta todavía',
    cancelled: 'Canceladas o vencidas',
  },

  time: 'Tiempo hasta inscribirse',
  timeLead: (median, slowest) => `La mitad tardó ${median} o menos. La más lenta tardó ${slowest}.`,
  timeNone: 'Nadie de este período se ha inscrito todavía.',
  within: 'En menos de',
  hours: (hours) => `${hours} ${hours === 1 ? 'hora' : 'horas'}`,
  days: (days) => `${days} ${days === 1 ? 'día' : 'días'}`,
  minutes: 'unos minutos',

  weeks: 'Semana por semana',
  week: 'Semana del',
  method: 'Firma',
  invited: 'Invitaciones hechas',
  enrolled: 'Cuentas creadas',
  declined: 'Dijeron que no',

  declines: 'Por qué los pacientes dijeron que no',
  declinesNone: 'Nadie de este período dijo que no.',
  reason: 'Motivo',
  times: 'Veces',

  download: 'Para una hoja de cálculo',
  downloadHint: 'Los archivos con nombres son privados: guárdelos donde se guardan los demás datos de pacientes.',
  csv: {
    weeks: 'Semanas (CSV)',
    declines: 'Motivos (CSV)',
    invitations: 'Todas las invitaciones con nombres (CSV)',
  },
};
