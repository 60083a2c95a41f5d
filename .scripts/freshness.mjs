// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Whether a built file is missing, or older than something it is built from.
 * @param {string} file  from the project's root
 * @param {readonly string[]} [folders]  what it is built from, besides the settings
 */
export function isStale(file, folders = ['src', '.scripts']) {
  const built = join(root, file);
  return !existsSync(built) || newestSource(folders) > statSync(built).mtimeMs;
}

/** @param {readonly string[]} folders */
function newestSource(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      // What was built is no source, and touches the folder that it is in.
      .filter((file) => !/^dist(?:[\\/]|$)/.test(file))
      .map((file) => join(folder, file)),
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
