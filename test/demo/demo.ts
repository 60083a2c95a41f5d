/** Starts the demo server as `npm start` does, on a free port. */
import { existsSync } from 'node:fs';
import { request as send, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { onTestFinished } from 'vitest';
import { provisionDataDir } from '../support/data.js';

export interface Demo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

type ServeDemo = (options: { port: number; dataDir: string }) => Promise<Demo>;

// Import by URL, because it is JavaScript without types.
const { serveDemo } = (await import(new URL('../../demo/serve.mjs', import.meta.url).href)) as { serveDemo: ServeDemo };

export const hasData = existsSync(provisionDataDir);
if (!hasData)
  console.warn(`No ${provisionDataDir}: the tests over /data/ are skipped. PROVISION_DATA says where it is.`);

/** Serves the demo until it is closed. */
export const startDemo = (): Promise<Demo> => serveDemo({ port: 0, dataDir: provisionDataDir });

/** Serves the demo until the test ends; returns its origin. */
export async function demo(): Promise<string> {
  const { url, close } = await startDemo();
  onTestFinished(close);
  return url;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Requests a path exactly as written: `fetch` would remove ".." before sending. */
export function ask(origin: string, path: string, options: RequestOptions = {}): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = send({ hostname, port, path, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}
