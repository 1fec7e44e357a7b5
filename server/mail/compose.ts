import { greetingName } from '../../src/domain/people.ts';
import { isUnfinished } from '../../src/domain/invitation.ts';
import { dayInZone } from '../../src/domain/stopping.ts';
import type { Deps } from '../deps.ts';
import { hashSecret, newSecret } from '../keys/secrets.ts';
import { MAIL_DAYS, mailToken } from '../members/activation.ts';
import { ACTIVATION_MAIL } from '../members/activationMail.ts';
import { holderOf } from '../members/holder.ts';
import { accessesOf, findAccess } from '../store/access.ts';
import { findCaregiver } from '../store/caregivers.ts';
import { findWithPeople } from '../store/invitations.ts';
import { addLink } from '../store/links.ts';
import type { MailRow } from '../store/mails.ts';
import { nameOf } from '../store/patients.ts';
import { getPractice, type PracticeRow } from '../store/practices.ts';
import type { Scope } from '../store/scope.ts';
import { STOPPED_MAIL, stopOf } from '../store/stops.ts';
import { letter, type Words } from './letter.ts';
import type { Letter } from './mailer.ts';
import { mailLanguages } from './text/catalogues.ts';
import type { MailText } from './text/en.ts';

/** Days that a link works. */
const LINK_DAYS = 14;
const DAY = 24 * 60 * 60_000;

export type Composed = Letter & { unsubscribe?: string | undefined };

type Composing = { deps: Pick<Deps, 'now' | 'address'>; scope: Scope; mail: MailRow };
/** Undefined where the mail is of no use any more. */
type Composer = (composing: Composing) => Promise<Composed | undefined>;

const composers: Record<string, Composer> = {
  invitation: (composing) => invitationMail(composing, false),
  reminder: (composing) => invitationMail(composing, true),
  caregiver: caregiverMail,
  [ACTIVATION_MAIL]: activationMail,
  [STOPPED_MAIL]: stoppedMail,
};

/** Writes a mail at the moment it is sent, with what is true then. Inside a transaction: it may make a link. */
export function compose(composing: Composing): Promise<Composed | undefined> {
  const composer = composers[composing.mail.kind];
  if (!composer) throw new Error(`no mail of the kind ${composing.mail.kind}`);
  return composer(composing);
}

async function invitationMail({ deps, scope, mail }: Composing, reminds: boolean): Promise<Composed | undefined> {
  const people = await findWithPeople(scope, mail.subject);
  if (!people || people.method !== 'app' || !isUnfinished(people.state)) return undefined;
  if (reminds && people.reminders_stopped_at !== null) return undefined;
  const token = newSecret();
  const now = deps.now();
  await addLink(scope, {
    tokenHash: hashSecret(token),
    invitation: people.id,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + LINK_DAYS * DAY).toISOString(),
  });
  const practice = await getPractice(scope);
  const page = (path: string): string => `${deps.address()}/${path}#${token}`;
  const stop = page('no-reminders');
  const words = (text: MailText, language: string): Words => ({
    language,
    subject: (reminds ? text.reminder : text.invitation).subject(practice.name),
    greeting: text.greeting(greetingName(nameOf(people))),
    before: [
      ...(reminds ? text.reminder.before(practice.name) : []),
      ...(reminds ? text.invitation.before(practice.name).slice(1) : text.invitation.before(practice.name)),
    ],
    button: { label: text.invitation.button, address: page('in-app') },
    after: [...text.invitation.after(LINK_DAYS, practice.phone), ...(reminds ? [text.reminder.stop(stop)] : [])],
  });
  return { ...inAllLanguages(people.language, practice, words), ...(reminds ? { unsubscribe: stop } : {}) };
}

async function caregiverMail({ scope, mail }: Composing): Promise<Composed | undefined> {
  const caregiver = await findCaregiver(scope, mail.subject);
  const people = mail.invitation_id === null ? undefined : await findWithPeople(scope, mail.invitation_id);
  if (!caregiver || !people) return undefined;
  const practice = await getPractice(scope);
  return inAllLanguages(people.language, practice, (text, language) => ({
    language,
    subject: text.caregiver.subject(practice.name),
    greeting: text.greeting(greetingName(nameOf(caregiver))),
    before: text.caregiver.before(practice.name, greetingName(nameOf(people))),
    after: text.caregiver.after(practice.phone),
  }));
}

/** Opens an account. The name to sign in by is not told here: it may be the patient's. */
async function activationMail({ deps, scope, mail }: Composing): Promise<Composed | undefined> {
  const access = await findAccess(scope, mail.subject);
  if (!access) return undefined;
  const holder = await holderOf(scope, access);
  const practice = await getPractice(scope);
  const address = `${deps.address()}/member/start#${await mailToken(deps, scope, access.id)}`;
  return inAllLanguages(access.language ?? holder.language, practice, ({ greeting, activation }, language) => ({
    language,
    subject: activation.subject(practice.name),
    greeting: greeting(greetingName(holder.name)),
    before: holder.actsFor
      ? activation.beforeActing(practice.name, greetingName(holder.actsFor))
      : activation.before(practice.name),
    button: { label: activation.button, address },
    after: activation.after(MAIL_DAYS, practice.phone),
  }));
}

/** Confirms a stop in writing: the day of the request and the last day, and not what it is that ends. */
async function stoppedMail({ deps, scope, mail }: Composing): Promise<Composed | undefined> {
  const stop = mail.invitation_id === null ? undefined : await stopOf(scope, mail.invitation_id);
  const people = mail.invitation_id === null ? undefined : await findWithPeople(scope, mail.invitation_id);
  if (!stop || !people) return undefined;
  const [access] = await accessesOf(scope, people.patient_id);
  const practice = await getPractice(scope);
  const asked = dayInZone(stop.asked_at, practice.zone);
  return inAllLanguages(access?.language ?? people.language, practice, (text, language) => ({
    language,
    subject: text.stopped.subject(practice.name),
    greeting: text.greeting(greetingName(nameOf(people))),
    before: text.stopped.before(practice.name, dayFor(asked, language), dayFor(stop.effective_on, language)),
    after: text.stopped.after(`${deps.address()}/member`, practice.phone),
  }));
}

function dayFor(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(`${language}-US`, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** The reader's language first, the others below. */
function inAllLanguages(
  wanted: string,
  practice: Pick<PracticeRow, 'name' | 'phone'>,
  words: (text: MailText, language: string) => Words,
): Letter {
  const [first, ...others] = mailLanguages(wanted);
  if (!first) throw new Error('mails are written in no language');
  const [language, text] = first;
  return letter(
    [words(text, language), ...others.map(([other, otherText]) => words(otherText, other))],
    text.sender(practice.name, practice.phone),
  );
}
