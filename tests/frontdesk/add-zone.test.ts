import { expect, test } from 'vitest';
import { guessZone } from '../../src/frontdesk/add/zoneGuess.ts';

const practice = 'America/Denver';

test.each([
  ['5 Lake St, Chicago, IL 60601', 'America/Chicago', 'IL'],
  ['5 Lake St, Chicago IL 60601-1234', 'America/Chicago', 'IL'],
  ['5 Lake St, Seattle, wa', 'America/Los_Angeles', 'WA'],
  ['7 Calle Luna, San Juan, PR 00901 ', 'America/Puerto_Rico', 'PR'],
])('the state in "%s" has one zone', (address, zone, state) => {
  expect(guessZone(address, practice)).toEqual({ zone, from: 'address', state });
});

test.each([
  ['9 Bay Rd, Tampa, FL 33602', 'the state has two zones'],
  ['12 Dover Ct', 'a court is no state'],
  ['12 Dover Rd, Paris, France', 'another country'],
  ['', 'nothing is known'],
])('"%s" leaves the zone of the practice: %s', (address) => {
  expect(guessZone(address, practice)).toEqual({ zone: practice, from: 'practice' });
});
