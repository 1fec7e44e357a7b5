import * as v from 'valibot';
import { evidenceSchema } from '../../src/contract/evidence.ts';
import { practiceRecord } from '../../src/contract/practiceRecord.ts';
import { filled, textIn, type Fills, type FormVersion, type Language } from '../../src/domain/form.ts';
import type { Deps } from '../deps.ts';
import { openRecord } from '../keepRecord.ts';
import { openBox } from '../keys/box.ts';
import { consentOf, type ConsentFound } from '../store/agreements.ts';
import { findEnvelope } from '../store/envelopes.ts';
import { findForm } from '../store/practices.ts';
import { findRecord } from '../store/records.ts';
import type { Scope } from '../store/scope.ts';

/** What somebody agreed to, as the kept evidence has it: on a screen, on paper or by word of mouth. */
export type Agreement = {
  consent: ConsentFound;
  form: FormVersion;
  formHash: string;
  /** The names as the text had them. */
  fills: Fills;
  /** The language that it was signed in. */
  language: Language;
  /** Of the evidence: documents name it by its check code. */
  evidenceHash: string;
};

/** The agreement by which an invitation was enrolled; undefined where it was not. */
export async function agreementOf(
  deps: Pick<Deps, 'keyring'>,
  scope: Scope,
  invitation: string,
): Promise<Agreement | undefined> {
  const consent = await consentOf(scope, invitation);
  return consent && openAgreement(deps, scope, consent);
}

export async function openAgreement(
  deps: Pick<Deps, 'keyring'>,
  scope: Scope,
  consent: ConsentFound,
): Promise<Agreement> {
  const { evidenceHash, ...kept } = await keptOf(deps, scope, consent.envelope_id);
  const form = await findForm(scope, kept.form.hash);
  if (!form) throw new Error(`no form ${kept.form.hash}`);
  return { consent, form, formHash: kept.form.hash, fills: kept.fills, language: kept.language, evidenceHash };
}

async function keptOf(deps: Pick<Deps, 'keyring'>, scope: Scope, id: string) {
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  const envelope = await findEnvelope(scope, id);
  if (envelope) {
    const label = `evidence:${scope.practice}:${id}`;
    const evidence = v.parse(evidenceSchema, JSON.parse(openBox(dataKey, envelope.evidence, label).toString()));
    return { ...evidence, evidenceHash: envelope.evidence_sha256 };
  }
  const record = await findRecord(scope, id);
  if (!record) throw new Error(`the consent ${id} is neither an envelope nor a record`);
  return { ...v.parse(practiceRecord, openRecord(scope, dataKey, record)), evidenceHash: record.sha256 };
}

/** What was agreed in four lines, in a language of the form. */
export function linesOf({ form, fills }: Agreement, language: Language): string[] {
  return textIn(form.summary, language).map((line) => filled(line, fills));
}
