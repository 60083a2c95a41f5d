/** Opens built projects in Chromium, each on its own server, with the sample's publisher beside it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

export interface Site {
  readonly url: string;
  close(): void;
}

/** Serves a folder as a static host does. */
export async function serve(folder: string): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, normalize(decodeURIComponent(pathname)));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Folders by the addresses that they are served at. */
export type Hosts = Readonly<Record<string, string>>;

const demo = fileURLToPath(new URL('../../demo', import.meta.url));

/** Opens a page. The sample's publisher is always reachable. */
export async function visit(
  browser: Browser,
  url: string,
  hosts: Hosts = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  for (const [address, folder] of Object.entries({ ...hosts, 'https://clausewatch.example/': demo })) {
    await page.route(`${address}**`, async (route) => {
      const path = join(folder, new URL(route.request().url()).href.slice(address.length));
      await (existsSync(path)
        ? route.fulfill({
            path,
            headers: { 'access-control-allow-origin': '*', 'content-type': types[extname(path)] ?? '' },
          })
        : route.fulfill({ status: 404 }));
    });
  }
  await page.goto(url);
  return { page, complaints };
}
