/** Servers on loopback, one per origin, for pages, scripts and feeds. Each logs its requests. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A received request. */
export interface Logged {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;
export type Headers = Readonly<Record<string, string>>;

/** A promise that the test fulfils with `open`. */
export type Gate = Promise<void> & { readonly open: () => void };

export function gate(): Gate {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return Object.assign(opened, { open });
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
// Read once, so that a concurrent build cannot remove a chunk while a page loads it.
const built = new Map(
  ['provision-embed.js', ...readdirSync(join(dist, 'chunks')).map((name) => `chunks/${name}`)]
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(dist, name), 'utf8')]),
);

/** The file of the script tag. */
export const builtScript = built.get('provision-embed.js')!;

/** A chunk of the build: its path in `dist`, and its code. */
export function builtChunk(name: string): { path: string; code: string } {
  const [path, code] = [...built].find(([file]) => file.startsWith(`chunks/${name}-`))!;
  return { path, code };
}

/** CORS, as a publisher's CDN sends it. */
export const cors: Headers = { 'access-control-allow-origin': '*' };

export function answer(status: number, type: string, body = '', headers: Headers = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };
}

/** Answers with a feed and the headers of a correct server. */
export function feed(content: unknown, headers: Headers = {}): Answer {
  return answer(200, 'application/feed+json', JSON.stringify(content), { ...cors, ...headers });
}

/** The same answer, once the gate is open. */
export function behind(opened: Gate, then: Answer): Answer {
  return async (response, request) => {
    await opened;
    await then(response, request);
  };
}

export class Site {
  readonly requests: Logged[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #answers = new Map<string, Answer>();
  readonly #waiting = new Set<() => void>();

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** The origin; with `name`, under another host name. `*.localhost` is this machine, but another site. */
  origin(name = '127.0.0.1'): string {
    return `http://${name}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers a path, with or without a query; returns its URL. */
  serve(path: string, given: Answer): string {
    this.#answers.set(path, given);
    return this.origin() + path;
  }

  /** Serves a page, by default in standards mode and with nothing but `body` in it. */
  page(body: string, { path = '/article', head = '', headers = {} }: PageOptions = {}): string {
    return this.serve(path, answer(200, 'text/html; charset=utf-8', wholePage(body, head), headers));
  }

  /** Serves the built script and its chunks; returns the URL of the script. */
  scripts({ folder = '/dist', base, headers = cors, version, chunksAfter }: ScriptOptions = {}): string {
    for (const [name, source] of built) {
      const named = version === undefined ? source : source.replaceAll(builtVersion, version);
      // Rewrites the published address in the build to this site.
      const code = named.replace(builtBase, `${this.origin()}${base ?? folder}/`);
      const script = answer(200, 'text/javascript', code, headers);
      const waits = chunksAfter && name.startsWith('chunks/');
      this.serve(`${folder}/${name}`, waits ? behind(chunksAfter, script) : script);
    }
    return `${this.origin()}${folder}/provision-embed.js`;
  }

  /** All served paths, with their answers. */
  answers(): { path: string; given: Answer }[] {
    return Array.from(this.#answers, ([path, given]) => ({ path, given }));
  }

  /** The number of requests for a path. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  /** Resolves when a path has been requested. */
  async asked(path: string): Promise<void> {
    while (!this.count(path)) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    // A request of the browser itself, not of the page.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    this.requests.push({ method: request.method ?? '', path, headers: request.headers });
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
    const found = this.#answers.get(path) ?? this.#answers.get(path.replace(/\?.*/, ''));
    await (found ?? answer(404, 'text/plain', 'There is nothing here.', cors))(response, request);
  }
}

interface PageOptions {
  readonly path?: string;
  readonly head?: string;
  readonly headers?: Headers;
}

interface ScriptOptions {
  readonly folder?: string;
  /** The path in the build's published address (default: the folder). */
  readonly base?: string;
  readonly headers?: Headers;
  /** Replaces the library's version in the build. */
  readonly version?: string;
  /** Delays the answers for chunks until this gate is open. */
  readonly chunksAfter?: Gate;
}

/** The published address in the build. */
export const builtBase = /https:\/\/cdn\.jsdelivr\.net\/npm\/provision-embed@[^/]+\/dist\//.exec(builtScript)![0];

/** The script as `scripts()` serves it on a site. */
export const scriptOn = (on: Site): string => builtScript.replace(builtBase, `${on.origin()}/dist/`);

const builtVersion = /provision-embed (\d[^ ]*) /.exec(builtScript)![1]!;

/** A new origin, which is closed when the test ends. */
export async function site(): Promise<Site> {
  const made = await new Site().start();
  onTestFinished(() => made.stop());
  return made;
}

/** The origin of a port without a server. */
export async function closedPort(): Promise<string> {
  const gone = await new Site().start();
  const origin = gone.origin();
  await gone.stop();
  return origin;
}

export function wholePage(body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>${head}</head>
<body>${body}</body>
</html>`;
}
