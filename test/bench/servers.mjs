// @ts-check
/** Servers on loopback: a newspaper, and a publisher on another origin. They compress their answers as a CDN does. */
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

/** @typedef {{ type: string, body: Buffer, brotli?: Buffer }} File */

export class Site {
  /** @type {Map<string, File>} */
  #files = new Map();
  #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = this.#files.get(pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const headers = {
      'content-type': file.type,
      'access-control-allow-origin': '*',
      'timing-allow-origin': '*',
      'cache-control': 'max-age=600',
      vary: 'accept-encoding',
    };
    if (/\bbr\b/.test(String(request.headers['accept-encoding']))) {
      // Compressed once, at the highest quality, like files on a CDN; at a lower one when large, because that would
      // take minutes.
      file.brotli ??= brotliCompressSync(file.body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: file.body.length > 500_000 ? 5 : 11 },
      });
      response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': file.brotli.length });
      response.end(file.brotli);
    } else {
      response.writeHead(200, { ...headers, 'content-length': file.body.length }).end(file.body);
    }
  });
  port = 0;

  async start() {
    await new Promise((done) => this.#server.listen(0, '127.0.0.1', () => done(undefined)));
    ({ port: this.port } = /** @type {import('node:net').AddressInfo} */ (this.#server.address()));
    return this;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /**
   * Serves a file at this path.
   *
   * @param {string} path
   * @param {string} type
   * @param {string | Buffer} body
   * @returns {string} its address
   */
  put(path, type, body) {
    this.#files.set(path, { type, body: Buffer.from(body) });
    return this.origin + path;
  }

  /** @param {string} path */
  has(path) {
    return this.#files.has(path);
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
