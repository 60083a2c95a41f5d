import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestServer {
  readonly origin: string;
  /** Returns the address of a path on this server. */
  at(path: string): string;
  /** The requests, oldest first. */
  readonly requests: readonly IncomingMessage[];
}

/** A real HTTP server on the loopback interface. It closes after the test that started it. */
export async function serve(answer: RequestListener): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    // Many of these tests close the connection, which is no error.
    response.on('error', () => undefined);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, at: (path) => origin + path, requests };
}

/** Starts a server that answers every request with this body. */
export function serveBody(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): Promise<TestServer> {
  return serve((_, response) => {
    response.writeHead(status, { 'content-type': 'application/feed+json', ...headers });
    response.end(body);
  });
}
