import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebKitGtk } from './browsers.mjs';

export interface WebKitDriver {
  readonly port: number;
  readonly stop: () => void;
}

/** The capabilities of a WebDriver session. */
export function webkitCapabilities({ mini }: WebKitGtk) {
  return {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': { binary: mini, args: ['--automation'] },
  };
}

/** Starts WebKitWebDriver, which starts MiniBrowser, in a new X server when there is none. The caller stops it. */
export async function startWebKitDriver({ driver }: WebKitGtk): Promise<WebKitDriver> {
  const children: ChildProcess[] = [];
  const env = { ...process.env, ...(await display(children)) };
  const port = await freePort();
  children.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
  await answers(`http://127.0.0.1:${port}/status`);
  return {
    port,
    stop: () => {
      for (const child of children.reverse()) child.kill();
    },
  };
}

async function display(children: ChildProcess[]): Promise<NodeJS.ProcessEnv> {
  if (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) return {};
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(server);
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return { DISPLAY: `:${number.toString().trim()}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits for the server. If it never answers, the session request that follows reports the error. */
async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(url);
      return;
    } catch {
      await sleep(50);
    }
  }
}
