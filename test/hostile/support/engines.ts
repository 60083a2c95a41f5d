/**
 * The browser engines behind one small interface. Tests inspect a page with functions that run inside it, so one test
 * runs in all engines. Chromium always; `ENGINES=1` adds Firefox and WebKitGTK, `ENGINES=chromium,webkit` names them.
 */
import { chromium, firefox, type Browser, type BrowserType, type LaunchOptions, type Page } from 'playwright';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { remote } from 'webdriverio';
import { findChromium, findFirefox, findWebKit } from '../../support/browsers.mjs';
import { startWebKitDriver, webkitCapabilities } from '../../support/webkit-driver.js';

/** A window of a browser. */
export interface Tab {
  /** Opens an address and waits for the page's `load` event. */
  open(url: string): Promise<void>;
  /** Calls a function in the page, and returns its result, awaited. The function must not use anything from outside. */
  evaluate<Result, Given = undefined>(
    call: (given: Given) => Result | Promise<Result>,
    ...given: Given extends undefined ? [] : [Given]
  ): Promise<Result>;
  close(): Promise<void>;
}

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface Engine {
  readonly name: EngineName;
  /** Opens a new tab, which is closed when the test ends. */
  readonly tab: () => Promise<Tab>;
}

interface Started {
  readonly tab: () => Promise<Tab>;
  readonly stop: () => Promise<void>;
}

const viewport = { width: 800, height: 900 };

async function launch(type: BrowserType, options: LaunchOptions | undefined): Promise<Browser> {
  if (!options) throw new Error(`There is no ${type.name()}.`);
  return type.launch(options);
}

function tabOf(page: Page, close: () => Promise<void>): Tab {
  return {
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (call, ...given) => page.evaluate(call as never, given[0]),
    close,
  };
}

async function withChromium(): Promise<Started> {
  const browser = await launch(chromium, await findChromium());
  return {
    tab: async () => {
      const context = await browser.newContext({ viewport });
      return tabOf(await context.newPage(), () => context.close());
    },
    stop: () => browser.close(),
  };
}

/**
 * One window for all tests of a file, because a new one has a process of its own, and starting it takes Firefox five
 * times as long as a test. Each test has its own origins, so no storage is shared, and each opens its page in place of
 * the last one.
 */
async function withFirefox(): Promise<Started> {
  const browser = await launch(firefox, await findFirefox());
  const page = await browser.newPage({ viewport });
  return { tab: () => Promise.resolve(tabOf(page, () => Promise.resolve())), stop: () => browser.close() };
}

async function withWebDriver(): Promise<Started> {
  const found = await findWebKit();
  if (!found) throw new Error('There is no WebKitGTK.');
  const driver = await startWebKitDriver(found);
  const browser = await remote({
    hostname: '127.0.0.1',
    port: driver.port,
    logLevel: 'silent',
    connectionRetryCount: 0,
    capabilities: webkitCapabilities(found),
  });
  await browser.setTimeout({ script: 170_000, pageLoad: 170_000 });
  const evaluate = async (call: unknown, given: unknown): Promise<unknown> => {
    const answer = (await browser.executeAsyncScript(
      `const [given, done] = arguments;
      Promise.resolve().then(() => (${String(call)})(given)).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) + '\\n' + (error && error.stack) }),
      );`,
      [given ?? null],
    )) as { value?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };
  return {
    // The driver has only one window.
    tab: () =>
      Promise.resolve({
        open: async (url) => {
          await browser.url(url);
        },
        evaluate: (call, ...given) => evaluate(call, given[0]) as Promise<never>,
        close: () => Promise.resolve(),
      }),
    stop: async () => {
      await browser.deleteSession().finally(driver.stop);
    },
  };
}

const starters: Record<EngineName, () => Promise<Started>> = {
  chromium: withChromium,
  firefox: withFirefox,
  webkit: withWebDriver,
};

const asked = process.env['ENGINES'] ?? '';
const all = Object.keys(starters) as EngineName[];
const named = all.filter((name) => asked.split(',').includes(name));
export const engineNames: readonly EngineName[] = named.length ? named : asked ? all : ['chromium'];

/** Declares the same tests for every engine. Each engine starts once per test file. */
export function inEveryEngine(tests: (engine: Engine) => void): void {
  for (const name of engineNames) describe(`in ${name}`, () => tests(inEngine(name)));
}

/**
 * Starts one engine, for tests of a feature that only this engine has or lets us measure. The test gives the reason.
 */
export function inEngine(name: EngineName): Engine {
  let started: Promise<Started> | undefined;
  // A busy machine takes a minute to start a browser, and that must not count against a test's timeout.
  beforeAll(async () => {
    await (started = starters[name]());
  }, 180_000);
  afterAll(async () => (await started)?.stop());
  return {
    name,
    tab: async () => {
      const tab = await (await started)!.tab();
      onTestFinished(() => tab.close());
      return tab;
    },
  };
}
