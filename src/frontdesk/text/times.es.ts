import type { timesEn } from './times.en.ts';

export const timesEs: typeof timesEn = {
  anyDay: 'Cualquier día',
  anyTime: 'a cualquier hora',
  from: (time) => `desde las ${time}`,
  until: (time) => `hasta las ${time}`,
  inZone: (times, city) => `${times} en ${city}`,
};
