import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../../src/import/decode.js';
import type { ImportFile } from '../../src/import/types.js';

/** Real extracts of the sources that have an importer. They are other people's text and not part of the repository. */
export const provisionImportDir =
  process.env['PROVISION_IMPORT'] ?? join(fileURLToPath(new URL('../..', import.meta.url)), '../shared/import');

/** Path of a file or folder of the extracts; undefined, with a message, when it is absent. */
export function importData(name: string): string | undefined {
  const path = join(provisionImportDir, name);
  if (existsSync(path)) return path;
  console.warn(`No ${path}: the tests over it are skipped. PROVISION_IMPORT names the folder of the extracts.`);
  return undefined;
}

/** The text files below a folder of the extracts. */
export function filesBelow(folder: string): ImportFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: decodeText(readFileSync(path)).text }));
}
