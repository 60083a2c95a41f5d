/**
 * Serves the demo: this folder, `dist/` at /dist/, the sample feeds at /feeds/, and real feeds at /data/ when available. Pages and feeds
 * contain `https://clausewatch.example`, as a publisher's would. The server replaces it with its own origin, so that everything works
 * without a network.
 *
 *     node demo/serve.mjs [--port 4173] [--host 127.0.0.1] [--data DIR] [--connect ORIGIN]…
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { extname, relative, resolve, sep } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { withNextTerms } from './feeds/next-terms.mjs';

const publisher = 'https://clausewatch.example';
const demo = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');
const root = resolve(demo, '..');
const feeds = resolve(demo, 'feeds');
const compress = promisify(brotliCompress);

/** Content types by extension. Other files are not served, such as our scripts (`.mjs`) and notes. */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
/** The guide that the embed builder links, served as text. Other Markdown is not served. */
const recipe = '/docs/your-first-feed.md';
const compressible = /^(?:text\/|image\/svg|application\/(?:.+\+)?json)/;

/** Returns the file for a decoded path within a folder. Hidden files, files outside the folder and unknown types are refused. */
async function findFile(folder, path) {
  const parts = path.split('/');
  // Also refuses "..", encoded or not, because the path is decoded and never normalised.
  if (/[\0\\]/.test(path) || parts.some((part) => part.startsWith('.'))) return undefined;
  const wanted = resolve(folder, ...parts);
  // A name without extension is a page: /record is record.html.
  const candidates = /(^|\/)$/.test(path) ? [resolve(wanted, 'index.html')] : [wanted, `${wanted}.html`];
  for (const file of candidates.filter((name) => extname(name) in types)) {
    try {
      // Refuse symbolic links to targets outside the folder.
      const [real, home] = await Promise.all([realpath(file), realpath(folder)]);
      if (!real.startsWith(home + sep)) return undefined;
      const entry = await stat(real);
      if (entry.isFile()) return { file: real, version: `${entry.mtimeMs} ${entry.size}` };
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code)) throw error;
    }
  }
  return undefined;
}

const isWithin = (folder, file) => !relative(folder, file).startsWith('..');

/** Returns how to send a file: content type, whether to rewrite our URL in it, and which origins may read it. */
function manners(file, folder) {
  const type = types[extname(file)];
  const json = type === types['.json'] && extname(file) === '.json';
  const snapshot = isWithin(resolve(feeds, 'snapshots'), file);
  const feed =
    json && (isWithin(feeds, file) ? !isWithin(resolve(feeds, 'comparison'), file) : folder.prefix === '/data/');
  return {
    type: feed ? 'application/feed+json' : type,
    changes: feed && isWithin(feeds, file),
    // Snapshots are sent unchanged because they are hashed; so are the library and other publishers' feeds.
    rewrites: isWithin(demo, file) && !snapshot && (json || type === types['.html']),
    open: isWithin(feeds, file) || folder.prefix === '/dist/',
  };
}

/** Returns the origin of a request; undefined when its Host header is not ours (DNS rebinding). */
function originOf(hostHeader, host, port) {
  const [, name, given = '80'] = /^(\[[\da-f:]+\]|[\w.-]+)(?::(\d+))?$/i.exec(hostHeader ?? '') ?? [];
  if (!name || Number(given) !== port) return undefined;
  const bare = name.replace(/^\[|\]$/g, '').toLowerCase();
  const everywhere = host === '0.0.0.0' || host === '::';
  return bare === host.toLowerCase() ||
    bare === '127.0.0.1' ||
    bare === '::1' ||
    /(^|\.)localhost$/.test(bare) ||
    (everywhere && isIP(bare))
    ? `http://${hostHeader.toLowerCase()}`
    : undefined;
}

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 chooses a free port
 * @param {string} [options.host]
 * @param {string} [options.dataDir] folder of feeds to serve at /data/; default `PROVISION_DATA`, else ../shared/data
 * @param {readonly string[]} [options.connect] other origins whose feeds our pages may load
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serveDemo({
  port = 4173,
  host = '127.0.0.1',
  dataDir = process.env['PROVISION_DATA'] ?? '../shared/data',
  connect = [],
} = {}) {
  const data = resolve(root, dataDir);
  const folders = [
    { prefix: '/dist/', path: resolve(root, 'dist') },
    { prefix: '/data/', path: data },
    // A permalink with ".json" is the record's own feed.
    { prefix: '/r/', path: resolve(feeds, 'r') },
    { prefix: '/', path: demo },
  ];
  // The policy that we recommend to publishers: no inline script, no inline style, no external resource.
  const contentSecurityPolicy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...connect].join(' '),
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'self'",
  ].join('; ');

  /** The sample's frames, badges and oEmbed data by origin, made on first request by the publishing kit. */
  const published = new Map();

  async function publishedFile(origin, path) {
    const kit = new URL('builder/dist/kit.js', import.meta.url);
    const make = async () => {
      const { parseFeedText, publish } = await import(kit.href);
      const text = await readFile(resolve(feeds, 'clausewatch.json'), 'utf8');
      const files = new Map();
      const { feed } = parseFeedText(text.replaceAll(publisher, origin));
      for await (const { path: name, content } of publish(feed, { baseUrl: origin })) files.set(name, content);
      return files;
    };
    if (published.size > 10) published.clear();
    if (!published.has(origin)) published.set(origin, make());
    // Before a build there is no kit, so these files are missing.
    return (await published.get(origin).catch(() => published.delete(origin) && new Map())).get(path);
  }

  /** Time of the terms change, set by the switch in the article. */
  let changedAt;

  /** Response bodies by file, origin, encoding and state of the switch. */
  const bodies = new Map();

  async function bodyOf({ file, version }, { rewrites, type, changes }, origin, brotli) {
    const edition = changes ? changedAt : undefined;
    const key = `${brotli ? 'br' : ''} ${rewrites ? origin : ''} ${edition?.getTime() ?? ''} ${file}`;
    const known = bodies.get(key);
    if (known?.version === version) return known.body;
    const make = async () => {
      let content = await readFile(file);
      if (edition) content = Buffer.from(JSON.stringify(withNextTerms(JSON.parse(content.toString('utf8')), edition)));
      if (rewrites) content = Buffer.from(content.toString('utf8').replaceAll(publisher, origin));
      const tag = createHash('sha256').update(content).digest('base64url').slice(0, 22);
      if (!brotli) return { content, etag: `"${tag}"` };
      const params = {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // Maximum compression of a feed of several megabytes would delay its first reader by seconds.
        [constants.BROTLI_PARAM_QUALITY]: content.length > 256 * 1024 ? 5 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      };
      return { content: await compress(content, { params }), etag: `"${tag}-br"` };
    };
    // Cache the promise, so that simultaneous requests share one compression.
    const body = make();
    if (bodies.size > 1000) bodies.clear();
    bodies.set(key, { version, body });
    body.catch(() => bodies.delete(key));
    return { ...(await body), type };
  }

  async function dataIndex() {
    const names = await readdir(data).catch(() => []);
    const listed = names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort();
    return Promise.all(
      listed.map(async (name) => ({
        url: `/data/${encodeURIComponent(name)}`,
        bytes: (await stat(resolve(data, name))).size,
      })),
    );
  }

  async function answer(request, response) {
    const finish = (status, headers, content) => {
      response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers });
      response.end(request.method === 'HEAD' ? undefined : content);
    };
    const say = (status, text, headers) => {
      finish(status, { 'content-type': types['.txt'], ...headers }, `${text}\n`);
    };
    const origin = originOf(request.headers.host, host, server.address().port);
    if (!origin) return say(421, 'This server does not answer for that host.');
    if (request.method === 'POST' && request.url === '/terms') {
      // Accept requests from our own pages only.
      if (request.headers.origin !== origin) return say(403, 'For the article’s own switch.');
      let body = '';
      for await (const piece of request) if ((body += piece).length > 1000) return say(413, 'Too long.');
      changedAt = /"changed":\s*true/.test(body) ? new Date() : undefined;
      return finish(200, { 'content-type': types['.json'] }, JSON.stringify({ changed: !!changedAt }));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return say(405, 'GET and HEAD only.', { allow: 'GET, HEAD' });

    let path;
    try {
      path = decodeURIComponent(request.url.replace(/[?#].*$/s, ''));
    } catch {
      return say(400, 'Not a valid path.');
    }
    const brotli = /(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(
      request.headers['accept-encoding'] ?? '',
    );

    const send = async (found, folder, status = 200) => {
      const how = manners(found.file, folder);
      const encoded = brotli && compressible.test(how.type);
      const { content, etag } = await bodyOf(found, how, origin, encoded);
      const headers = {
        etag,
        // Revalidate each time, so that edits are visible at once.
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
        ...(how.open ? { 'access-control-allow-origin': '*' } : {}),
      };
      const tags = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
      if (status === 200 && (tags.includes(etag) || tags.includes('*'))) return finish(304, headers);
      return finish(
        status,
        {
          ...headers,
          'content-type': how.type,
          'content-length': content.length,
          ...(encoded ? { 'content-encoding': 'br' } : {}),
          ...(how.type === types['.html'] ? { 'content-security-policy': contentSecurityPolicy } : {}),
        },
        content,
      );
    };

    if (path === '/terms') {
      const body = JSON.stringify({ changed: !!changedAt });
      return finish(200, { 'content-type': types['.json'], 'cache-control': 'no-store' }, body);
    }
    if (path === '/data/index.json') {
      const list = JSON.stringify(await dataIndex());
      return finish(200, { 'content-type': types['.json'], 'cache-control': 'no-cache' }, list);
    }
    if (path === recipe) {
      const text = await readFile(resolve(root, `.${recipe}`), 'utf8');
      return finish(200, { 'content-type': types['.txt'], 'cache-control': 'no-cache' }, text);
    }
    const folder = folders.find(({ prefix }) => path.startsWith(prefix));
    const found = folder && (await findFile(folder.path, path.slice(folder.prefix.length)));
    if (found) return send(found, folder);

    // The sample's published site. Its pages contain their own policy.
    const [, kept] = /^\/((?:e\/[\w-]+\/|badge\/[\w-]+\.svg|oembed\/[\w-]+\.json))$/.exec(path) ?? [];
    const file = kept?.endsWith('/') ? `${kept}index.html` : kept;
    const content = file && (await publishedFile(origin, file));
    if (content !== undefined) {
      return finish(
        200,
        { 'content-type': types[extname(file)], 'cache-control': 'no-cache', 'access-control-allow-origin': '*' },
        content,
      );
    }

    // A permalink leads to the record page of the demo, in place of the page from the publishing kit.
    const [, id] = /^\/r\/([\w-]+)$/.exec(path) ?? [];
    if (id && (await findFile(resolve(feeds, 'r'), `${id}.json`))) {
      return say(302, 'See the record.', { location: `${origin}/record?record=${id}` });
    }
    // Redirect a folder to its URL with a slash, because relative links need it.
    if (folder && /[^/]$/.test(path) && (await findFile(folder.path, `${path.slice(folder.prefix.length)}/`))) {
      return say(302, 'See the folder.', { location: `${origin}${encodeURI(path)}/` });
    }
    const page = /\btext\/html\b/.test(request.headers.accept ?? '') && (await findFile(demo, '404.html'));
    return page ? send(page, { prefix: '/' }, 404) : say(404, 'There is nothing here.');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': types['.txt'] });
      response.end();
    });
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  const at = server.address();
  const named = at.family === 'IPv6' ? `[${at.address}]` : at.address;
  return {
    url: `http://${named === '0.0.0.0' || named === '[::]' ? 'localhost' : named}:${at.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      connect: { type: 'string', multiple: true },
    },
  });
  const { url } = await serveDemo({
    ...(values.port ? { port: Number(values.port) } : {}),
    ...(values.host ? { host: values.host } : {}),
    ...(values.data ? { dataDir: resolve(values.data) } : {}),
    ...(values.connect ? { connect: values.connect } : {}),
  });
  console.log(`The article is at ${url}/, any record at ${url}/record`);
}
