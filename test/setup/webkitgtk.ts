import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { webdriverio } from '@vitest/browser-webdriverio';
import type { WebKitGtk } from '../../.scripts/browsers.mjs';

type Provider = ReturnType<typeof webdriverio>;

/** What we reach into of the WebdriverIO provider: it has no public place for another WebDriver. */
interface Internals {
  options: Record<string, unknown>;
  buildCapabilities: () => object;
  openBrowser: () => Promise<unknown>;
  close: () => Promise<void>;
}

/** A Vitest browser provider for WebKitGTK: MiniBrowser, driven by WebKitWebDriver, in an X server of its own if there is none. */
export function webkitgtk({ mini, driver }: WebKitGtk): Provider {
  const options = { hostname: '127.0.0.1', port: 0, connectionRetryCount: 0 };
  const provider = webdriverio(options);
  const makeProvider = provider.providerFactory;
  provider.providerFactory = (project) => {
    const made = makeProvider(project);
    const internals = made as unknown as Internals;
    const children: ChildProcess[] = [];
    const open = internals.openBrowser.bind(made);
    const close = internals.close.bind(made);
    let started: Promise<void> | undefined;

    internals.buildCapabilities = () => ({
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: mini, args: ['--automation'] },
    });
    internals.openBrowser = async () => {
      await (started ??= start());
      return open();
    };
    internals.close = async () => {
      try {
        await close();
      } finally {
        for (const child of children.reverse()) child.kill();
      }
    };

    async function start(): Promise<void> {
      const env = { ...process.env, ...(await display(children)) };
      const port = await freePort();
      children.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }));
      await answers(`http://127.0.0.1:${port}/status`);
      internals.options = { ...internals.options, port };
    }
    return made;
  };
  return provider;
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

/** Until it does; the session request that follows says what is wrong if it never does. */
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
