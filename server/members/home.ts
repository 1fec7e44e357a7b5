import type { MemberAgreement, MemberAnswer } from '../../src/contract/memberApi.ts';
import { filled, textIn } from '../../src/domain/form.ts';
import { fullName, greetingName } from '../../src/domain/people.ts';
import { hasEnded, stopTakesEffectOn } from '../../src/domain/stopping.ts';
import type { Deps } from '../deps.ts';
import type { AccessRow } from '../store/access.ts';
import { consentsOf } from '../store/agreements.ts';
import { documentsOf, findDocument } from '../store/documents.ts';
import { documentJobsPending } from '../store/jobs.ts';
import { passkeysOf } from '../store/passkeys.ts';
import { getPatient, nameOf } from '../store/patients.ts';
import { getPractice } from '../store/practices.ts';
import { scopeOf, type Scope } from '../store/scope.ts';
import { stopOf } from '../store/stops.ts';
import { linesOf, openAgreement, type Agreement } from './agreement.ts';
import { holderOf } from './holder.ts';

/** All that a member sees: what was agreed, its documents, and whether and when it ends. */
export async function homeOf(deps: Deps, access: AccessRow): Promise<MemberAnswer> {
  const scope = scopeOf(deps.store, access.practice_id);
  const holder = await holderOf(scope, access);
  const { name, phone, zone } = await getPractice(scope);
  const agreements: MemberAgreement[] = [];
  for (const consent of await consentsOf(scope, holder.patient)) {
    agreements.push(await agreementFor(deps, scope, zone, await openAgreement(deps, scope, consent)));
  }
  const member = nameOf(await getPatient(scope, holder.patient));
  return {
    practice: { name, phone, zone },
    greeting: greetingName(holder.name),
    member: fullName(member),
    actor: holder.actsFor === null ? null : fullName(holder.name),
    handle: access.handle,
    byMail: holder.email !== null,
    language: access.language ?? holder.language,
    passkeys: (await passkeysOf(scope, access.id)).map(({ id, created_at: createdAt, used_at: usedAt }) => ({
      id,
      createdAt,
      usedAt,
    })),
    agreements,
  };
}

async function agreementFor(
  deps: Pick<Deps, 'now'>,
  scope: Scope,
  zone: string,
  agreement: Agreement,
): Promise<MemberAgreement> {
  const { consent, form, fills, language } = agreement;
  const now = deps.now().toISOString();
  // A phone number that no line end breaks in two.
  const phone = fills.practicePhone.replaceAll(' ', '\u00a0');
  const onScreen = { ...agreement, fills: { ...fills, practicePhone: phone } };
  const stop = await stopOf(scope, consent.invitation_id);
  const documents = await documentsOf(scope, consent.invitation_id);
  return {
    invitation: consent.invitation_id,
    signedAt: consent.signed_at,
    method: consent.method,
    texts: Object.fromEntries(
      form.languages.map((one) => [
        one,
        { title: filled(textIn(form.title, one), fills), lines: linesOf(onScreen, one) },
      ]),
    ),
    language,
    documents: documents
      .filter((row) => row.envelope_id === consent.envelope_id)
      .map(({ id, kind, created_at: createdAt }) => ({ id, kind, createdAt })),
    documentsPending: await documentJobsPending(scope, consent.invitation_id),
    stop: stop
      ? {
          askedAt: stop.asked_at,
          effectiveOn: stop.effective_on,
          by: stop.asked_by,
          ended: hasEnded(stop.effective_on, zone, now),
        }
      : null,
    wouldEndOn: stopTakesEffectOn(now, zone),
  };
}

/** A document of the member's own consents, and of nobody else's. */
export async function ownDocument(scope: Scope, patient: string, id: string) {
  const row = await findDocument(scope, id);
  const own = row && (await consentsOf(scope, patient)).some((one) => one.envelope_id === row.envelope_id);
  return own ? row : undefined;
}
