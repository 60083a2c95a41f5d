// @ts-check
/**
 * Installs a real WordPress for the tests, with npm alone: PHP as WebAssembly, and WordPress with SQLite from the package in which WordPress
 * Playground ships it. `npm ci` does not install them, because they are a download of 160 MB that only the slow tests need.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, root } from '../../../scripts/run.mjs';
import { packNpm, quiet } from '../../support/npm.mjs';

/** The last that has WordPress in it; Playground downloads it since. */
const builds = {
  name: '@wp-playground/wordpress-builds@0.9.19',
  integrity: 'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
};

/** The one of the package's six that is both released and newest. */
export const wordPressVersion = '6.5';

/** Counts up when `assemble` does something else, so that what is there is made again. */
const arrangement = 1;

const runtime = join(root, 'test', 'cms', 'wordpress', 'runtime');
const cache = join(root, 'node_modules', '.cache', 'provision-embed-wordpress');

/**
 * @typedef {object} WordPress
 * @property {string} php  folder whose `node_modules` has PHP
 * @property {string} folder  WordPress, with SQLite; nothing is to be written in it
 */

/**
 * Installs it, unless it is there.
 * @returns {Promise<WordPress>}
 */
export async function ensureWordPress() {
  const key = createHash('sha256')
    .update(readFileSync(join(runtime, 'package-lock.json')))
    .update(`${builds.integrity} ${wordPressVersion} ${arrangement}`)
    .digest('hex')
    .slice(0, 16);
  const place = join(cache, key);
  const made = { php: place, folder: join(place, 'wordpress') };
  if (existsSync(place)) return made;

  console.log('Installing WordPress for the tests (npm, 160 MB)…');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  // Named at last, so that one that was broken off is not taken for a whole one.
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(runtime, name), join(unfinished, name));
  // PHP is built for any Node that has WebAssembly, whatever it says of its engines.
  npm(['ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: unfinished,
    stdio: quiet,
  });
  const archive = packNpm(builds, unfinished);
  untar(archive, unfinished);
  rmSync(archive);
  await assemble(unfinished);
  renameSync(unfinished, place);
  return made;
}

/**
 * @param {string} archive
 * @param {string} folder
 */
function untar(archive, folder) {
  const wanted = [
    `package/src/wordpress/wp-${wordPressVersion}.zip`,
    `package/public/wp-${wordPressVersion}`,
    'package/src/sqlite-database-integration/sqlite-database-integration.zip',
  ];
  const { status, error } = spawnSync('tar', ['-xzf', archive, ...wanted], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw error ?? new Error('tar failed');
}

/**
 * The package has what PHP runs in an archive, and what the browser loads beside it. There is a PHP to open archives.
 * @param {string} folder
 */
async function assemble(folder) {
  const { php, mount } = await startPhp(folder);
  mount(folder, '/in');
  const result = await php.run({
    code: `<?php
      foreach ( [
        'wordpress/wp-${wordPressVersion}.zip' => 'wordpress',
        'sqlite-database-integration/sqlite-database-integration.zip' => 'sqlite',
      ] as $archive => $target ) {
        $zip = new ZipArchive();
        if ( true !== $zip->open( "/in/package/src/$archive" ) || ! $zip->extractTo( "/in/$target" ) ) {
          exit( 1 );
        }
      }`,
  });
  if (result.exitCode !== 0) throw new Error(`The archives cannot be opened: ${result.errors}`);
  php.exit();
  const site = join(folder, 'wordpress');
  const content = join(site, 'wp-content');
  cpSync(join(folder, 'package', 'public', `wp-${wordPressVersion}`), site, { recursive: true });
  cpSync(join(folder, 'sqlite', 'sqlite-database-integration-main'), join(content, 'sqlite'), { recursive: true });
  const dropIn = readFileSync(join(content, 'sqlite', 'db.copy'), 'utf8');
  writeFileSync(
    join(content, 'db.php'),
    dropIn.replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', '/wordpress/wp-content/sqlite'),
  );
  // Each test's WordPress has its own, outside.
  rmSync(join(site, 'wp-config.php'));
  for (const name of ['package', 'sqlite']) rmSync(join(folder, name), { recursive: true });
}

/**
 * A PHP in this process, with sockets and the host's files.
 * @param {string} folder  whose `node_modules` has it
 */
export async function startPhp(folder) {
  const require = createRequire(join(folder, 'package.json'));
  /** @param {string} name */
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const { loadNodeRuntime, createNodeFsMountHandler } = await load('@php-wasm/node');
  const { PHP, PHPRequestHandler, setPhpIniEntries } = await load('@php-wasm/universal');
  const php = new PHP(await loadNodeRuntime('8.3', { emscriptenOptions: { processId: 1 } }));
  // Nothing of it changes while it runs, and to ask the host about each file takes as long as to run it.
  await setPhpIniEntries(php, { 'opcache.validate_timestamps': '0', 'opcache.memory_consumption': '128' });
  return {
    php,
    PHPRequestHandler,
    /**
     * @param {string} from  folder of the host
     * @param {string} to  where PHP sees it
     */
    mount: (from, to) => php.mount(to, createNodeFsMountHandler(from)),
  };
}
