import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface TestServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder's scripts to every origin, as a CDN does. */
export function serveFolder(folder: URL): Promise<TestServer> {
  return serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileURLToPath(new URL(`.${pathname}`, folder));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
    createReadStream(file).pipe(response);
  });
}

/** A newspaper with one article at every path but the favicon's, on its own origin. */
export class Newspaper {
  html = '';
  headers: Record<string, string> = {};
  readonly #server = serve((request, response) => {
    const isPage = request.url !== '/favicon.ico';
    response.writeHead(isPage ? 200 : 204, { 'content-type': 'text/html; charset=utf-8', ...this.headers });
    response.end(isPage ? `<!doctype html><html lang="en"><title>Article</title><body>${this.html}` : '');
  });

  async url(): Promise<string> {
    return (await this.#server).url;
  }

  async close(): Promise<void> {
    await (await this.#server).close();
  }
}

/** A request handler of web standards behind Node's server, as publishers deploy it. */
export function serveRequests(handle: (request: Request) => Promise<Response>): Promise<TestServer> {
  return serve((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    void handle(new Request(new URL(url, `http://${headers.host}`), { method })).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
  });
}

async function serve(answer: RequestListener): Promise<TestServer> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
