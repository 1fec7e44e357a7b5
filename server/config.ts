import * as v from 'valibot';

/** What the environment sets. Every mistake is a sentence, and all are told at once. */

const port = v.pipe(
  v.optional(v.string(), '8787'),
  v.regex(/^\d{1,5}$/, 'must be a number from 0 to 65535, such as 8787'),
  v.transform(Number),
  v.maxValue(65_535, 'must be a number from 0 to 65535, such as 8787'),
);
const origin = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an address such as https://consent.practice.example, with no path and no slash at the end',
  ),
);
const postgres = v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/./, 'must start with postgres://'));
const smtp = v.pipe(v.string(), v.regex(/^smtps?:\/\/./, 'must start with smtp:// or smtps://'));

const environment = v.pipe(
  v.object({
    PORT: port,
    COUNTERSIGN_HOST: v.optional(v.string()),
    COUNTERSIGN_DATA: v.optional(v.string(), './data'),
    COUNTERSIGN_KEY_FILE: v.optional(v.string()),
    COUNTERSIGN_ORIGIN: v.optional(origin),
    COUNTERSIGN_TLS_CERT: v.optional(v.string()),
    COUNTERSIGN_TLS_KEY: v.optional(v.string()),
    /** A folder that scans and faxes are put into. */
    COUNTERSIGN_SCANS: v.optional(v.string()),
    DATABASE_URL: v.optional(postgres),
    SMTP_URL: v.optional(smtp),
    MAIL_FROM: v.optional(v.pipe(v.string(), v.includes('@', 'must be an e-mail address'))),
    LOG_LEVEL: v.optional(v.picklist(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'), 'info'),
  }),
  v.forward(
    v.partialCheck(
      [['COUNTERSIGN_TLS_CERT'], ['COUNTERSIGN_TLS_KEY']],
      (env) => (env.COUNTERSIGN_TLS_CERT === undefined) === (env.COUNTERSIGN_TLS_KEY === undefined),
      'goes with COUNTERSIGN_TLS_KEY: set both or none',
    ),
    ['COUNTERSIGN_TLS_CERT'],
  ),
  v.forward(
    v.partialCheck(
      [['SMTP_URL'], ['MAIL_FROM']],
      (env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined,
      'is needed beside SMTP_URL',
    ),
    ['MAIL_FROM'],
  ),
);

export type Config = v.InferOutput<typeof environment>;
export type ConfigResult = { ok: true; config: Config } | { ok: false; sentences: string[] };

export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  // A variable that is set to nothing counts as not set, as in most service files.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = v.safeParse(environment, set);
  if (result.success) return { ok: true, config: result.output };
  return {
    ok: false,
    sentences: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'The environment'} ${issue.message}.`),
  };
}
