import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { loadMasterKey } from '../../server/keys/masterKey.ts';

/** What the environment and the key file may be, and the sentence for each way that they may not. */

describe('the environment', () => {
  test('needs to say nothing', () => {
    expect(readConfig({ PATH: '/usr/bin' })).toEqual({
      ok: true,
      config: { PORT: 8787, COUNTERSIGN_DATA: './data', LOG_LEVEL: 'info' },
    });
  });

  test('may name a variable without a value, as service files do', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SMTP_URL: '' })).toEqual(readConfig({}));
  });

  test('may set all of it', () => {
    const env = {
      PORT: '443',
      COUNTERSIGN_HOST: '0.0.0.0',
      COUNTERSIGN_DATA: '/var/lib/countersign',
      COUNTERSIGN_KEY_FILE: '/etc/countersign/master.key',
      COUNTERSIGN_ORIGIN: 'https://consent.practice.example',
      COUNTERSIGN_TLS_CERT: '/etc/countersign/cert.pem',
      COUNTERSIGN_TLS_KEY: '/etc/countersign/key.pem',
      DATABASE_URL: 'postgresql://countersign@db/countersign',
      SMTP_URL: 'smtps://mail.example',
      MAIL_FROM: 'consent@practice.example',
      LOG_LEVEL: 'warn',
    };
    expect(readConfig(env)).toMatchObject({ ok: true, config: { ...env, PORT: 443 } });
  });

  const port = 'PORT must be a number from 0 to 65535, such as 8787.';
  const origin =
    'COUNTERSIGN_ORIGIN must be an address such as https://consent.practice.example, with no path and no slash at the end.';
  const tls = 'COUNTERSIGN_TLS_CERT goes with COUNTERSIGN_TLS_KEY: set both or none.';

  test.each<[Record<string, string>, string]>([
    [{ PORT: 'http' }, port],
    [{ PORT: '-1' }, port],
    [{ PORT: '65536' }, port],
    [{ PORT: '8787.5' }, port],
    [{ COUNTERSIGN_ORIGIN: 'consent.practice.example' }, origin],
    [{ COUNTERSIGN_ORIGIN: 'https://consent.practice.example/' }, origin],
    [{ COUNTERSIGN_ORIGIN: 'https://consent.practice.example/kiosk' }, origin],
    [{ COUNTERSIGN_ORIGIN: 'HTTPS://Consent.practice.example' }, origin],
    [{ COUNTERSIGN_ORIGIN: 'ftp://consent.practice.example' }, origin],
    [{ COUNTERSIGN_TLS_CERT: 'cert.pem' }, tls],
    [{ COUNTERSIGN_TLS_KEY: 'key.pem' }, tls],
    [{ DATABASE_URL: 'mysql://db/countersign' }, 'DATABASE_URL must start with postgres://.'],
    [{ SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must start with smtp:// or smtps://.'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM is needed beside SMTP_URL.'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an e-mail address.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be error, warn, info or debug.'],
  ])('%j is answered by one sentence', (env, sentence) => {
    expect(readConfig(env)).toEqual({ ok: false, sentences: [sentence] });
  });

  test('has all its mistakes told at once', () => {
    const read = readConfig({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      COUNTERSIGN_TLS_CERT: 'cert.pem',
      SMTP_URL: 'smtp://mail',
    });
    expect(read).toEqual({
      ok: false,
      sentences: expect.arrayContaining([port, 'LOG_LEVEL must be error, warn, info or debug.', tls]),
    });
    expect(read.ok ? 0 : read.sentences.length).toBe(4);
  });
});

describe('the master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-key-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content?: string) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    return path;
  };

  test('is made at the first start, for the server alone to read, and is the same from then on', () => {
    const path = file('new/keys/master.key');
    const key = loadMasterKey(path, true);
    expect(key).toHaveLength(32);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(path, '..')).mode & 0o077).toBe(0);
    expect(loadMasterKey(path, false)).toEqual(key);
    expect(loadMasterKey(path, true)).toEqual(key);
    expect(loadMasterKey(file('other.key'), true)).not.toEqual(key);
  });

  test('is never made anew beside data that needs the old one', () => {
    const path = file('missing.key');
    expect(() => loadMasterKey(path, false)).toThrow(
      `The key file ${path} is missing, and the data can't be read without it. Put back your copy of it and start again.`,
    );
    expect(existsSync(path)).toBe(false);
  });

  test.each(['', 'short', 'A'.repeat(44), '{"key":1}'])(
    'is called damaged when the file holds "%s", and is left as it is',
    (content) => {
      const path = file('damaged.key', content);
      for (const isNew of [true, false])
        expect(() => loadMasterKey(path, isNew)).toThrow(
          `The key file ${path} is damaged. Put back your copy of it and start again.`,
        );
      expect(readFileSync(path, 'utf8')).toBe(content);
    },
  );
});
