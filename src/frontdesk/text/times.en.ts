/** When somebody prefers to be called. */
export const timesEn = {
  anyDay: 'Any day',
  anyTime: 'any time',
  from: (time: string): string => `from ${time}`,
  until: (time: string): string => `until ${time}`,
  inZone: (times: string, city: string): string => `${times} in ${city}`,
};
