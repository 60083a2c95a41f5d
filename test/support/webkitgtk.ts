import { webdriverio } from '@vitest/browser-webdriverio';
import type { WebKitGtk } from './browsers.mjs';
import { startWebKitDriver, webkitCapabilities, type WebKitDriver } from './webkit-driver.js';

type Provider = ReturnType<typeof webdriverio>;

/** Internals of the WebdriverIO provider, which has no public option for another WebDriver. */
interface Internals {
  options: Record<string, unknown>;
  buildCapabilities: () => object;
  openBrowser: () => Promise<unknown>;
  close: () => Promise<void>;
}

/** A Vitest browser provider for WebKitGTK: MiniBrowser, driven by WebKitWebDriver. */
export function webkitgtk(found: WebKitGtk): Provider {
  const options = { hostname: '127.0.0.1', port: 0, connectionRetryCount: 0 };
  const provider = webdriverio(options);
  const makeProvider = provider.providerFactory;
  provider.providerFactory = (project) => {
    const made = makeProvider(project);
    const internals = made as unknown as Internals;
    const open = internals.openBrowser.bind(made);
    const close = internals.close.bind(made);
    let started: Promise<WebKitDriver> | undefined;

    internals.buildCapabilities = () => webkitCapabilities(found);
    internals.openBrowser = async () => {
      const { port } = await (started ??= startWebKitDriver(found));
      internals.options = { ...internals.options, port };
      return open();
    };
    internals.close = async () => {
      try {
        await close();
      } finally {
        (await started)?.stop();
      }
    };
    return made;
  };
  return provider;
}
