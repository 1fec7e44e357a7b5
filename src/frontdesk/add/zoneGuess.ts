/** The states of the US that lie in one time zone. Where a state has two, an address alone does not tell. */
const zoneOfState: Record<string, string> = {
  ...inZone('America/New_York', 'CT DE DC GA ME MD MA NH NJ NY NC OH PA RI SC VT VA WV'),
  ...inZone('America/Chicago', 'AL AR IL IA LA MN MS MO OK WI'),
  ...inZone('America/Denver', 'CO MT NM UT WY'),
  ...inZone('America/Phoenix', 'AZ'),
  ...inZone('America/Los_Angeles', 'CA WA'),
  ...inZone('Pacific/Honolulu', 'HI'),
  ...inZone('America/Puerto_Rico', 'PR VI'),
  ...inZone('Pacific/Guam', 'GU'),
};

function inZone(zone: string, states: string): Record<string, string> {
  return Object.fromEntries(states.split(' ').map((state) => [state, zone]));
}

/** `CT` may be a court: a state stands before a ZIP code, or after the last comma. */
const beforeZip = /[\s,]([A-Za-z]{2})[\s,.]+\d{5}(?:-\d{4})?[\s,]*$/;
const afterComma = /,\s*([A-Za-z]{2})[\s,.]*$/;

export type ZoneGuess = { zone: string; from: 'address'; state: string } | { zone: string; from: 'practice' };

/** By the state in the address, as in `Chicago, IL 60601`; the practice's zone where that says nothing. */
export function guessZone(address: string, practiceZone: string): ZoneGuess {
  const state = (beforeZip.exec(address) ?? afterComma.exec(address))?.[1]?.toUpperCase();
  const zone = state && zoneOfState[state];
  return state && zone ? { zone, from: 'address', state } : { zone: practiceZone, from: 'practice' };
}
