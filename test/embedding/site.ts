/** Servers on loopback, one an origin, for pages, scripts and feeds; each keeps a log of what it was asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** One request, as it came in. */
export interface Logged {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;
export type Headers = Readonly<Record<string, string>>;

/** Something that a test lets happen when it wants to: a promise, and what fulfils it. */
export type Gate = Promise<void> & { readonly open: () => void };

export function gate(): Gate {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return Object.assign(opened, { open });
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
// Read once: whoever builds meanwhile does not take the chunk from under a page that is loading it.
const built = new Map(
  ['provision-embed.js', ...readdirSync(join(dist, 'chunks')).map((name) => `chunks/${name}`)]
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(dist, name), 'utf8')]),
);

/** What the script tag loads. */
export const builtScript = built.get('provision-embed.js')!;

/** One chunk of the build: its path in `dist`, and its code. */
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

/** A feed, as it should be served. */
export function feed(content: unknown, headers: Headers = {}): Answer {
  return answer(200, 'application/feed+json', JSON.stringify(content), { ...cors, ...headers });
}

/** The same answer, but not before the gate is open. */
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

  /** The address, under a name of its own where one is given: `*.localhost` is this machine, and another site. */
  origin(name = '127.0.0.1'): string {
    return `http://${name}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers a path, with or without a query; returns its URL. */
  serve(path: string, given: Answer): string {
    this.#answers.set(path, given);
    return this.origin() + path;
  }

  /** Serves a page; where it does not say otherwise, in standards mode and with no more than `body` in it. */
  page(body: string, { path = '/article', head = '', headers = {} }: PageOptions = {}): string {
    return this.serve(path, answer(200, 'text/html; charset=utf-8', wholePage(body, head), headers));
  }

  /** Serves the built script and its chunks; returns the URL of the script. */
  scripts({ folder = '/dist', base, headers = cors, version, chunksAfter }: ScriptOptions = {}): string {
    for (const [name, source] of built) {
      const named = version === undefined ? source : source.replaceAll(builtVersion, version);
      // A build that is published on this site.
      const code = named.replace(builtBase, `${this.origin()}${base ?? folder}/`);
      const script = answer(200, 'text/javascript', code, headers);
      const waits = chunksAfter && name.startsWith('chunks/');
      this.serve(`${folder}/${name}`, waits ? behind(chunksAfter, script) : script);
    }
    return `${this.origin()}${folder}/provision-embed.js`;
  }

  /** All paths that are served, with what they are answered. */
  answers(): { path: string; given: Answer }[] {
    return Array.from(this.#answers, ([path, given]) => ({ path, given }));
  }

  /** How often a path was asked for. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  /** Resolves when a path has been asked for. */
  async asked(path: string): Promise<void> {
    while (!this.count(path)) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    // The browser's own wish, not the page's.
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
  /** Path under which the build says that it is published (default: the folder). */
  readonly base?: string;
  readonly headers?: Headers;
  /** Pretends to be another version of the library. */
  readonly version?: string;
  /** What the chunks wait for, once they are asked for. */
  readonly chunksAfter?: Gate;
}

/** Where the build says that it is published. */
export const builtBase = /https:\/\/cdn\.jsdelivr\.net\/npm\/provision-embed@[^/]+\/dist\//.exec(builtScript)![0];

/** The script as a site serves it, by `scripts()`. */
export const scriptOn = (on: Site): string => builtScript.replace(builtBase, `${on.origin()}/dist/`);

const builtVersion = /provision-embed (\d[^ ]*) /.exec(builtScript)![1]!;

/** A new origin, closed when the test ends. */
export async function site(): Promise<Site> {
  const made = await new Site().start();
  onTestFinished(() => made.stop());
  return made;
}

/** The URL of a port on which nobody listens. */
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
