import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/** A file of an installed package: programs are run from it directly, with no shell and no shim in between. */
export function packageFile(...parts) {
  return inRoot('node_modules', ...parts);
}
