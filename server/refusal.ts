import { PROBLEMS, type FieldProblem, type ProblemCode, type ProblemDetails } from '../src/contract/problems.ts';

/** A request that is turned down for a reason in the catalogue. Thrown by doors, made an answer once, in `app.ts`. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblem[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, more: { fields?: FieldProblem[]; retryAfter?: number } = {}) {
    super(code);
    this.code = code;
    this.fields = more.fields;
    this.retryAfter = more.retryAfter;
  }
}

const titles: Record<ProblemCode, string> = {
  'unreadable-request': 'The request could not be read.',
  'not-logged-in': 'Nobody is logged in.',
  'wrong-login': 'The log-in name or the password is wrong.',
  'wrong-pin': 'The PIN is wrong.',
  'device-locked': 'This tablet is locked after too many wrong PINs.',
  'device-unknown': 'This tablet is not paired with a practice here.',
  'device-revoked': 'This tablet was removed from the practice.',
  'proof-invalid': 'The request is not signed by the tablet it names.',
  'use-dpop-nonce': 'The proof needs the nonce of this answer.',
  'not-allowed': 'This role may not do that.',
  'setup-done': 'The practice is set up already.',
  'setup-code-wrong': 'The set-up code is wrong.',
  'pairing-code-wrong': 'The pairing code is wrong, was used, or is older than ten minutes.',
  'not-found': 'There is nothing at this address.',
  'too-many-tries': 'There were too many tries. Wait before the next one.',
  'too-large': 'The request is too large.',
  'wrong-origin': 'The request comes from another site.',
  'login-taken': 'This log-in name is taken.',
  'envelope-conflict': 'Another envelope has this id. Both are kept for staff to look at.',
  'envelope-device-unknown': 'The envelope is from no tablet of this practice.',
  'envelope-cannot-open': 'The envelope is not sealed to this practice.',
  'envelope-bad-signature': 'The evidence is not signed by this tablet.',
  'envelope-bad-evidence': 'The evidence in the envelope is not complete.',
  'envelope-form-unknown': 'The practice has no form with this text.',
  'envelope-invitation-unknown': 'The practice has no such invitation.',
  'envelope-clauses-missing': 'Not every clause was acknowledged.',
  'invitation-over': 'The invitation is not open any more.',
  'duplicate-submission': 'Something else was sent under this id.',
  'changed-meanwhile': 'Somebody else changed it meanwhile.',
  'link-unknown': 'There is no such link.',
  'not-by-mail': 'The invitation does not go by mail.',
  'not-on-paper': 'The invitation is not to be signed on paper.',
  'claimed-already': 'Somebody else has taken it.',
  'last-administrator': 'A practice needs an administrator.',
  'wrong-password': 'The present password is wrong.',
  'wrong-sign-in': 'The sign-in name or the password is wrong.',
  'code-wrong': 'The sign-in name or the code is wrong.',
  'code-over': 'The code does not work any more.',
  'passkey-wrong': 'The passkey does not open this account.',
  'not-enrolled': 'There is nothing to stop: the patient is not enrolled.',
  'stopped-already': 'It was stopped before.',
  'invited-already': 'The patient has an invitation that is not over.',
  'decided-already': 'Somebody else has decided this.',
  'form-not-ready': 'Something in this version must be put right first.',
  'form-version-taken': 'There is a version of this name already.',
  'form-draft-there': 'A new version is being written already.',
  'certificate-unreadable': 'The file is no PKCS#12 file that can be read.',
  'certificate-password-wrong': 'The password does not open the certificate file.',
  'certificate-unfit': 'The file has no RSA key with a certificate that is valid now.',
  'scan-empty': 'The file is empty.',
  'scan-too-large': 'The file is larger than a scan may be.',
  'scan-wrong-kind': 'The file is no PDF, TIFF, JPEG or PNG.',
  'scan-heic': 'The picture is a HEIC, which cannot be read here.',
  'scan-locked': 'The PDF is locked with a password.',
  'scan-too-many-pages': 'The file has more pages than a scan may have.',
  'scan-too-many-pixels': 'The picture has more pixels than a scan may have.',
  'scan-unreadable': 'The file could not be read.',
  'page-confirmed': 'The page is part of a confirmed form.',
  'paper-void': 'The invitation is not to be signed on paper any more.',
  'paper-incomplete': 'The pages do not make up a signed form.',
  'representative-not-recorded': 'Nobody is recorded as a legal representative of this patient.',
  'paper-needs-note': 'What was pointed out needs a sentence that says why the form counts.',
  'server-failed': 'The server failed. Try again.',
  'server-stopping': 'The server is stopping. Try again in a moment.',
};

/** The body of a refusal (RFC 9457). */
export function problemDetails(refusal: Refusal): ProblemDetails {
  return {
    type: `urn:countersign:problem:${refusal.code}`,
    title: titles[refusal.code],
    status: PROBLEMS[refusal.code],
    code: refusal.code,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(refusal.retryAfter === undefined ? {} : { retryAfter: refusal.retryAfter }),
  };
}
