// @ts-check
/**
 * Runs a WordPress on its own port and in its own process. Started with `fork`, it sends its origin to its parent, and
 * ends with its parent. Its database is a copy, which is deleted at the end.
 *
 * Arguments: the folder of `ensureWordPress()` with PHP, the folder with WordPress, and a folder with plugins.
 */
import { createReadStream, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startPhp } from './install.mjs';

const [runtime = '', wordPress = '', plugins = ''] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));

const state = mkdtempSync(join(tmpdir(), 'provision-embed-wordpress-'));
process.on('exit', () => rmSync(state, { recursive: true, force: true }));
process.on('disconnect', () => process.exit());
mkdirSync(join(state, 'uploads'));
cpSync(join(wordPress, 'wp-content', 'database', '.ht.sqlite'), join(state, 'wordpress.sqlite'));

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Requests run one after the other, because there is one PHP. @type {Promise<unknown>} */
let last = Promise.resolve();

const server = createServer((request, response) => void answer(request, response));
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());
const origin = `http://127.0.0.1:${address.port}`;

const { php, PHPRequestHandler, mount } = await startPhp(runtime);
mount(wordPress, '/wordpress');
mount(plugins, '/plugins');
mount(join(here, 'mu-plugins'), '/mu-plugins');
mount(state, '/state');
// Beside WordPress, where it looks when its own folder has no configuration.
php.writeFile('/wp-config.php', readFileSync(join(here, 'wp-config.php'), 'utf8').replaceAll('{ORIGIN}', origin));
const handler = new PHPRequestHandler({
  php,
  documentRoot: '/wordpress',
  absoluteUrl: origin,
  cookieStore: false,
  getFileNotFoundAction: () => ({ type: 'internal-redirect', uri: '/index.php' }),
});

const made = await php.run({ code: readFileSync(join(here, 'setup.php'), 'utf8') });
if (made.exitCode !== 0 || made.errors) throw new Error(`${made.text}\n${made.errors}`);
process.send?.({ origin, passwords: JSON.parse(made.text) });

// The parent may run PHP in WordPress, as a plugin would.
process.on('message', async (/** @type {{ code: string }} */ { code }) => {
  const run = last.then(() => php.run({ code: `<?php require '/wordpress/wp-load.php'; ${code}` }));
  last = run.catch(() => undefined);
  try {
    const { text, errors } = await run;
    process.send?.({ text, errors });
  } catch (error) {
    process.send?.({ text: '', errors: String(error) });
  }
});

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  const url = new URL(request.url ?? '/', origin);
  const file = staticFile(decodeURIComponent(url.pathname));
  if (file !== undefined) {
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
    return;
  }
  const body = await buffer(request);
  /** @type {Record<string, string>} */
  const headers = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const run = last.then(() => handler.request({ method: request.method, url: url.href, headers, body }));
  last = run.catch(() => undefined);
  try {
    const result = await run;
    // A PHP notice of the plugin counts as an error.
    if (result.errors.includes(' in /plugins/')) throw new Error(result.errors);
    for (const [name, values] of Object.entries(result.headers)) response.setHeader(name, values);
    response.removeHeader('transfer-encoding');
    response.removeHeader('content-length');
    response.writeHead(result.httpStatusCode).end(result.bytes);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end(String(error));
  }
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function staticFile(path) {
  if (path.includes('..') || path.endsWith('.php')) return undefined;
  const file = path.startsWith('/plugins/') ? join(plugins, path.slice('/plugins'.length)) : join(wordPress, path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
