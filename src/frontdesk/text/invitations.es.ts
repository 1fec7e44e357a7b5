import type { invitationsEn } from './invitations.en.ts';

export const invitationsEs: typeof invitationsEn = {
  title: 'Invitaciones',
  name: 'Paciente',
  state: 'Estado',
  method: 'Firma',
  added: 'Agregada',
  tablet: 'Tableta',
  noTablet: 'Ninguna',
  addedBy: (who) => `por ${who}`,
  recordNumber: (number) => `Expediente ${number}`,
  empty: 'Todavía no se ha invitado a nadie.',
  emptyHint: 'Cuando agregue miembros, aparecerán aquí con el estado de cada invitación.',
  needsLook: 'Hay que revisarla',
  shown: (from, to, total) => `${from} a ${to} de ${total}`,
  total: (total, one) => (one ? `${total} invitación` : `${total} invitaciones`),
  matching: (total, one) => (one ? `${total} invitación coincide` : `${total} invitaciones coinciden`),
  newer: 'Más nuevas',
  older: 'Más antiguas',
  pages: 'Más invitaciones',

  find: 'Buscar una invitación',
  search: 'Buscar',
  searchHint: 'Nombre, nacimiento, expediente o teléfono. Tecla: /',
  searching: 'Buscando…',
  anyState: 'Cualquier estado',
  stillOpen: 'Sin respuesta todavía',
  anyMethod: 'Cualquier forma',
  and: (one, other) => `${one} o ${other}`,
  printForms: (count, more) =>
    more
      ? `Imprimir los primeros ${count} formularios (PDF)`
      : count === 1
        ? 'Imprimir el formulario (PDF)'
        : `Imprimir estos ${count} formularios (PDF)`,
  clear: 'Quitar todo',
  nothing: 'Ninguna invitación coincide.',
  nothingHint: 'Revise cómo está escrito, busque con menos palabras o quite los filtros.',
};
