// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Whether a built file is missing, or older than something it is built from.
 * @param {string} file  from the project's root
 */
export function isStale(file) {
  const built = join(root, file);
  return !existsSync(built) || newestSource() > statSync(built).mtimeMs;
}

function newestSource() {
  const files = ['src', '.scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  files.push(
    'vite.config.ts',
    'tsconfig.json',
    'tsconfig.build.json',
    'tsconfig.cli.json',
    'package.json',
    'package-lock.json',
  );
  return Math.max(...files.map((file) => statSync(join(root, file)).mtimeMs));
}
