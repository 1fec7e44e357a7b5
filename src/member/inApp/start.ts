import * as v from 'valibot';
import { beginAnswer, linkAnswer } from '../../contract/linkApi.ts';
import type { Checked } from '../../consent/BirthDateForm.tsx';
import { lockValue, openValue } from '../../local/box.ts';
import { createDeviceDoor, type DeviceDoor } from '../../local/deviceDoor.ts';
import { keysSurvive, makeDeviceKeys, publicKeyOf } from '../../local/deviceKeys.ts';
import {
  forgetOwnLink,
  keepOwnLink,
  linkName,
  openOwnDatabase,
  ownLink,
  ownStoredAndReadBack,
  type OwnBegun,
} from '../../local/ownLink.ts';
import { storageTrouble } from '../../local/storageTrouble.ts';
import { appVersion } from '../../ui/appVersion.ts';
import { isUiLanguage, language } from '../../ui/language.ts';
import { read } from './reading.ts';
import { inApp, type Held, type OwnMatter } from './state.ts';
import { inAppWords } from './text.ts';

/** Opens the link in the address: goes on with what was begun here, or asks the practice what it is. */
export async function start(token: string | undefined): Promise<void> {
  if (token === undefined) return void (inApp.value = { is: 'no-link' });
  inApp.value = { is: 'starting' };
  try {
    const name = await linkName(token);
    const known = await ownLink(name);
    if (known?.begun) return await goOn({ token, name, link: known });
    const keys = known?.keys ?? (await makeDeviceKeys());
    if (!(await keysSurvive(keys, ownStoredAndReadBack))) return void (inApp.value = { is: 'unfit', trouble: 'keys' });
    // Kept before anything is asked: should an answer be lost on the way, the practice knows this browser again.
    if (!known) await keepOwnLink(name, { keys });
    await askPractice({ token, name, link: { keys } });
  } catch (error) {
    inApp.value = { is: 'unfit', trouble: storageTrouble(error) };
  }
}

/** The link that the page is open with. */
let held: Held | undefined;

async function askPractice(now: Held): Promise<void> {
  held = now;
  const answer = await doorOf(now).ask('POST', '/api/link/open', linkAnswer, { token: now.token });
  if (answer.kind === 'no-answer') return void (inApp.value = { is: 'no-answer' });
  if (answer.kind === 'refused')
    return void (inApp.value = answer.code === 'link-unknown' ? { is: 'no-link' } : { is: 'no-answer' });
  const { value } = answer;
  if (isUiLanguage(value.language)) language.value = value.language;
  inApp.value =
    value.state === 'over'
      ? { is: 'over', why: value.why, practice: value.practice }
      : { is: 'closed', greeting: value.greeting, practice: value.practice, left: value.left };
}

/** What was begun here before: to be read on, or answered and on its way. */
async function goOn(now: Held): Promise<void> {
  const { link, name } = now;
  const begun = link.begun;
  if (!begun) throw new Error('nothing was begun');
  held = now;
  const database = openOwnDatabase(name);
  const [waiting, delivered] = await Promise.all([database.outbox.toArray(), database.delivered.toArray()]);
  const [sealed] = [...waiting, ...delivered];
  if (sealed && waiting.length === 0) {
    database.close();
    await forgetOwnLink(name);
    return void (inApp.value = { is: 'over', why: 'answered', practice: begun.practice });
  }
  if (sealed) {
    const kind = sealed.kind === 'declination' ? 'declination' : 'consent';
    return void (inApp.value = { is: 'answered', answered: { kind, envelope: sealed.id, begun } });
  }
  database.close();
  inApp.value = { is: 'begun', begun };
}

/** Asks the practice whether the birth date is right; the right one brings all there is to read. */
export async function confirmBirthDate(birthDate: string): Promise<Checked> {
  const words = inAppWords();
  if (!held) return { is: 'not-checked', why: words.noAnswer.text };
  const { token, name, link } = held;
  const publicKey = await publicKeyOf(link.keys);
  const request = { token, birthDate, publicKey, app: appVersion };
  const answer = await doorOf(held).ask('POST', '/api/link/begin', beginAnswer, request);
  if (answer.kind !== 'ok') return { is: 'not-checked', why: words.noAnswer.text };
  const { value } = answer;
  if (value.is === 'wrong' && value.left > 0) return { is: 'wrong', left: value.left };
  if (value.is !== 'right') {
    await askPractice(held);
    return { is: 'not-checked', why: '' };
  }
  try {
    await keepBegun(held, value);
    held = { token, name, link: (await ownLink(name)) ?? link };
  } catch (error) {
    inApp.value = { is: 'unfit', trouble: storageTrouble(error) };
  }
  return { is: 'right' };
}

type Right = Extract<v.InferOutput<typeof beginAnswer>, { is: 'right' }>;

async function keepBegun({ name, link }: Held, value: Right): Promise<void> {
  const { device, practice, receiveKey, receiptKey, staff, form, formHash, invitation, time } = value;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const matter: OwnMatter = { invitation, form, formHash, staff, recognised: time, tries: 1 };
  const begun: OwnBegun = {
    device,
    practice,
    receiveKey,
    receiptKey,
    matter: { key, box: await lockValue(key, matter, matterLabel(name)) },
  };
  await keepOwnLink(name, { ...link, begun });
  await read(name, link.keys, begun, key, matter);
}

/** Opens what was begun here, if the birth date is that of the person it is about. */
export async function openAgain(begun: OwnBegun, birthDate: string): Promise<Checked> {
  const words = inAppWords();
  const left = inAppTries();
  if (!held || !begun.matter) return { is: 'not-checked', why: words.unfit.text(begun.practice.phone) };
  const { name, link } = held;
  const { key, box } = begun.matter;
  const matter = await openValue<OwnMatter>(key, box, matterLabel(name));
  if (!matter) return { is: 'not-checked', why: words.unfit.text(begun.practice.phone) };
  if (matter.invitation.birthDate !== birthDate) {
    triesHere += 1;
    return { is: 'wrong', left: left - 1 };
  }
  await read(name, link.keys, begun, key, matter);
  return { is: 'right' };
}

const MOST_TRIES = 3;
let triesHere = 0;

/** Tries that are left with what was begun on this device. */
export function inAppTries(): number {
  return Math.max(0, MOST_TRIES - triesHere);
}

/** What was read is forgotten here, once the answer is sealed to the practice. */
export async function forgetMatter(): Promise<OwnBegun | undefined> {
  if (!held?.link.begun) return undefined;
  const begun = { ...held.link.begun, matter: undefined };
  held = { ...held, link: { ...held.link, begun } };
  await keepOwnLink(held.name, held.link);
  return begun;
}

export function doorOf({ link }: Held): DeviceDoor {
  return createDeviceDoor({
    keys: link.keys,
    origin: location.origin,
    fetch: (input, init) => fetch(input, init),
  });
}

/** The link in hand, for those who carry what was signed to the practice. */
export function inHand(): Held | undefined {
  return held;
}

function matterLabel(name: string): string {
  return `own-matter:${name}`;
}
