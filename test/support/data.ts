import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Real feeds and records, which are not part of the repository. Tests over them run when they are installed. */
export const provisionDataDir = process.env['PROVISION_DATA'] ?? join(root, '../shared/data');
/** Attack strings and reference results, likewise. */
export const corporaDir = process.env['PROVISION_CORPORA'] ?? join(root, '../shared/corpora');

/** The parsed file of that name, or undefined when it is not installed: `describe.skipIf(data === undefined)`. */
export function provisionData(name: string): unknown {
  return readIfPresent(join(provisionDataDir, name), 'PROVISION_DATA');
}

/** The same for a corpus. */
export function corpus(name: string): unknown {
  return readIfPresent(join(corporaDir, name), 'PROVISION_CORPORA');
}

function readIfPresent(file: string, variable: string): unknown {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.warn(`No ${file}: the tests over it are skipped. ${variable} says where such files are.`);
  return undefined;
}
