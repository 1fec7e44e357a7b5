import type { SignFormsMethod } from '../domain/invitation.ts';
import type { TabletDatabase } from './database.ts';

/** Single values of this tablet, by name. */
export type MetaValues = {
  /** Place in the practice's change feed. */
  cursor: number;
  practice: { name: string; phone: string };
  /** What adding members needs: the form to sign, who bills, where Sign Forms starts. */
  adding: {
    form: string;
    practitioners: { id: string; name: string }[];
    settings: { method: SignFormsMethod; zone: string };
  };
  /** Envelopes sealed so far. */
  counter: number;
  /** Server clock minus tablet clock, in milliseconds, when they last met. */
  clockOffset: number;
  /** When the server was last heard, by this tablet's clock. */
  heardAt: string;
  /** When the next PIN is taken after wrong ones, in milliseconds since 1970. */
  pinWait: number;
  /** How the last try to hand in went. */
  drain: { failures: number; notBefore: number; askStaff?: string | undefined };
};

export async function getMeta<K extends keyof MetaValues>(
  database: TabletDatabase,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return (await database.meta.get(key))?.value as MetaValues[K] | undefined;
}

export async function setMeta<K extends keyof MetaValues>(
  database: TabletDatabase,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await database.meta.put({ key, value });
}
