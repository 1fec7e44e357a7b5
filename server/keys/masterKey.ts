import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The key that wraps all others, in a file outside the database. Made at the first start; without it a database or a
 * backup shows no consent. `databaseIsNew` guards against a silent new key beside an old database.
 */
export function loadMasterKey(file: string, databaseIsNew: boolean): Buffer {
  if (existsSync(file)) {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (key.length !== 32)
      throw new Error(`The key file ${file} is damaged. Put back your copy of it and start again.`);
    return key;
  }
  if (!databaseIsNew)
    throw new Error(
      `The key file ${file} is missing, and the data can't be read without it. Put back your copy of it and start again.`,
    );
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, `${key.toString('base64url')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return key;
}
