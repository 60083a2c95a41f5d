// @ts-check
/**
 * Finds the browsers that the tests drive, and installs the missing ones.
 *
 * Looked for in this order: the environment (`CHROMIUM_PATH`, `FIREFOX_PATH`), Playwright's own download, the system.
 * `OLD_CHROMIUM=106` takes that old build instead, which `old-chromium.mjs` fetches from npm.
 * `TEST_BROWSERS=chromium,firefox,webkit` names the required ones; a required browser that cannot be installed is a failure.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { ensureOldChromium } from './old-chromium.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName */
/** @typedef {{ executablePath?: string, channel?: string, args?: string[], env?: NodeJS.ProcessEnv }} LaunchOptions  what Playwright's `launch` takes */
/** @typedef {{ mini: string, driver: string }} WebKitGtk  MiniBrowser, and the WebDriver that drives it */

const isRoot = process.getuid?.() === 0;

const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  // Tests count requests, so the browser itself must send none.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
];

/** Chromium without its window: the same engine, and a new context takes a third of the time. */
const headlessShell = 'chromium-headless-shell';

/** @returns {Promise<LaunchOptions | undefined>} */
export async function findChromium() {
  const { PROGRAMFILES, OLD_CHROMIUM } = process.env;
  if (OLD_CHROMIUM) return ensureOldChromium(OLD_CHROMIUM);
  const explicit = chosenChromium();
  if (explicit) return { executablePath: explicit, args: chromiumFlags };
  if (await playwrightHas('chromium')) return { args: chromiumFlags };
  const executablePath =
    onPath(
      headlessShell,
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'chrome',
      'msedge',
    ) ??
    firstExecutable(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      PROGRAMFILES && `${PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
    );
  return executablePath ? { executablePath, args: chromiumFlags } : undefined;
}

function chosenChromium() {
  const { CHROMIUM_PATH, CHROME_PATH, CHROME_BIN } = process.env;
  return CHROMIUM_PATH ?? CHROME_PATH ?? CHROME_BIN;
}

/** @returns {Promise<LaunchOptions | undefined>} */
export async function findFirefox() {
  const { FIREFOX_PATH, PROGRAMFILES } = process.env;
  if (!FIREFOX_PATH && (await playwrightHas('firefox'))) return {};
  const executablePath =
    FIREFOX_PATH ??
    onPath('firefox', 'firefox-esr') ??
    firstExecutable(
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      PROGRAMFILES && `${PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
    );
  // This channel makes Playwright drive a stock Firefox over WebDriver BiDi instead of its own patched one.
  return executablePath ? { channel: 'moz-firefox', executablePath } : undefined;
}

/** @returns {Promise<WebKitGtk | undefined>} */
export async function findWebKit() {
  const mini = firstExecutable(
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/webkit2gtk-4.1/MiniBrowser',
  );
  const driver = onPath('WebKitWebDriver');
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? onPath('Xvfb');
  return mini && driver && display ? { mini, driver } : undefined;
}

const finders = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };

/** @type {Record<BrowserName, string[]>} */
const debianPackages = {
  // For systems without the headless shell (before Debian 12.10, Ubuntu).
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb'],
};

/**
 * Installs the missing ones among the required browsers.
 * @param {string} [required]  comma-separated names; `TEST_BROWSERS` overrides it
 * @returns {Promise<BrowserName[]>} the ones that are still missing
 */
export async function ensureBrowsers(required = 'chromium') {
  const names = (process.env.TEST_BROWSERS ?? required).split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(name in finders));
  if (unknown !== undefined) throw new Error(`TEST_BROWSERS: unknown browser: ${JSON.stringify(unknown)}`);
  const wanted = /** @type {BrowserName[]} */ (names);

  const canInstall = isRoot && onPath('apt-get') !== undefined;
  if (canInstall && wanted.includes('chromium') && (await wantsShell())) aptInstall([headlessShell]);
  let missing = await missingOf(wanted);
  if (missing.length > 0 && canInstall) {
    aptInstall(missing.flatMap((name) => debianPackages[name]));
    missing = await missingOf(missing);
  }
  if (missing.length > 0) {
    playwrightInstall(missing);
    missing = await missingOf(missing);
  }
  for (const name of missing) {
    console.error(
      `No ${name} found, and none could be installed. Set CHROMIUM_PATH or FIREFOX_PATH, or run: npx playwright install ${name}`,
    );
  }
  return missing;
}

async function wantsShell() {
  return !chosenChromium() && !onPath(headlessShell) && !(await playwrightHas('chromium'));
}

/** @param {BrowserName[]} names */
async function missingOf(names) {
  const found = await Promise.all(names.map((name) => finders[name]()));
  return names.filter((_, index) => found[index] === undefined);
}

let updated = false;

/** @param {string[]} packages */
function aptInstall(packages) {
  console.log(`Installing ${packages.join(' ')} (apt-get)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!updated) spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  updated = true;
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

/** @param {BrowserName[]} names */
function playwrightInstall(names) {
  console.log(`Installing ${names.join(' ')} (playwright install)…`);
  const cli = createRequire(import.meta.url).resolve('playwright/cli.js');
  spawnSync(process.execPath, [cli, 'install', ...names], { stdio: ['ignore', 'inherit', 'inherit'] });
}

/** @param {'chromium' | 'firefox'} name */
async function playwrightHas(name) {
  const playwright = await import('playwright');
  return existsSync(playwright[name].executablePath());
}

/** @param {string[]} names */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return firstExecutable(...names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))));
}

/** @param {(string | undefined)[]} paths */
function firstExecutable(...paths) {
  return paths.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
