/** Every way a request can be refused: stable codes, and the HTTP status they become at the edge (RFC 9457). */
export const PROBLEMS = {
  'unreadable-request': 400,
  'not-logged-in': 401,
  'wrong-login': 401,
  'wrong-pin': 403,
  'device-locked': 403,
  'device-unknown': 401,
  'device-revoked': 403,
  'proof-invalid': 401,
  'use-dpop-nonce': 401,
  'not-allowed': 403,
  'setup-done': 409,
  'setup-code-wrong': 403,
  'pairing-code-wrong': 404,
  'not-found': 404,
  'too-many-tries': 429,
  'too-large': 413,
  'wrong-origin': 403,
  'login-taken': 409,
  'envelope-conflict': 409,
  'envelope-device-unknown': 422,
  'envelope-cannot-open': 422,
  'envelope-bad-signature': 422,
  'envelope-bad-evidence': 422,
  'envelope-form-unknown': 422,
  'envelope-invitation-unknown': 422,
  'envelope-clauses-missing': 422,
  'invitation-over': 409,
  'duplicate-submission': 409,
  'changed-meanwhile': 409,
  'link-unknown': 404,
  'not-by-mail': 409,
  'not-on-paper': 409,
  'claimed-already': 409,
  'last-administrator': 409,
  'wrong-password': 403,
  'wrong-sign-in': 401,
  'code-wrong': 404,
  'code-over': 409,
  'passkey-wrong': 403,
  'not-enrolled': 409,
  'stopped-already': 409,
  'decided-already': 409,
  'invited-already': 409,
  'form-not-ready': 409,
  'form-version-taken': 409,
  'form-draft-there': 409,
  'certificate-unreadable': 422,
  'certificate-password-wrong': 422,
  'certificate-unfit': 422,
  'scan-empty': 422,
  'scan-too-large': 413,
  'scan-wrong-kind': 415,
  'scan-heic': 415,
  'scan-locked': 422,
  'scan-too-many-pages': 422,
  'scan-too-many-pixels': 422,
  'scan-unreadable': 422,
  'page-confirmed': 409,
  'paper-void': 409,
  'paper-incomplete': 422,
  'paper-needs-note': 422,
  'representative-not-recorded': 409,
  'server-failed': 500,
  'server-stopping': 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}

/** A field that could not be taken, named so that a screen can point at it. */
export type FieldProblem = { field: string; problem: string };

/** The body of every refusal, `application/problem+json`. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  fields?: FieldProblem[];
  /** Seconds after which another try is welcome. */
  retryAfter?: number;
};
