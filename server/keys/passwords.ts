import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the first choice of RFC 9106 for little memory: 64 MiB, 3 passes, 4 lanes. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 4 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

export function passwordMatches(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFKC'));
}
