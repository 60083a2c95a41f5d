/**
 * A reader's browser: one Chromium per test file, a new context per visit, and a record of errors and console lines.
 */
import { firefox } from 'playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, onTestFinished } from 'vitest';
import { findFirefox } from '../support/browsers.mjs';
import { launchChromium } from '../support/chromium.js';

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

/** An event that an element or the browser dispatched. */
export interface Seen {
  readonly type: string;
  /** For a provision event: the element, and the error's code. For a policy violation: the blocked address. */
  readonly by: string;
  readonly detail: string;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every line of the console, `type: text`. */
  readonly console: string[];
  /** Uncaught exceptions and unhandled rejections. */
  readonly errors: string[];
  /** Opens the page and waits for its `load` event, or for an earlier one. */
  readonly open: (url: string, waitUntil?: 'load' | 'domcontentloaded' | 'commit') => Promise<void>;
  /** The events so far. */
  readonly seen: (type?: string) => Promise<Seen[]>;
  /** Resolves when there were `times` events of a type. */
  readonly told: (type: string, times?: number) => Promise<void>;
  /** Uncaught errors and all console lines. */
  readonly complaints: () => string[];
}

declare global {
  interface Window {
    seenByTest: Seen[];
    toldTest: (type: string, times: number) => Promise<void>;
  }
}

/** Runs before any script of the page. */
function record(): void {
  const seen: Seen[] = [];
  const waiting = new Set<() => void>();
  const note = (type: string, by: string, detail: string): void => {
    seen.push({ type, by, detail });
    for (const wake of waiting) wake();
  };
  for (const type of ['provision-load', 'provision-error', 'provision-toggle']) {
    document.addEventListener(type, (event) => {
      const element = event.target as Element;
      const { error, section } = event as Event & { error?: { code: string }; section?: string };
      note(type, element.id || element.localName, error?.code ?? section ?? '');
    });
  }
  document.addEventListener('securitypolicyviolation', ({ type, violatedDirective, blockedURI, sample }) => {
    note(type, `${violatedDirective} ${blockedURI}`, sample);
  });
  window.seenByTest = seen;
  window.toldTest = (type, times) =>
    new Promise((resolve) => {
      const check = (): void => {
        if (seen.filter((one) => one.type === type).length < times) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
}

/** `PAGES_IN=firefox` runs a file in Firefox. WebKitGTK has no driver that a `Page` of Playwright could use. */
async function launchFirefox(): Promise<Browser> {
  return firefox.launch((await findFirefox()) ?? {});
}

/** A new reader; the context is closed when the test ends. */
export async function visitor(options: BrowserContextOptions = {}): Promise<Visit> {
  browser ??= process.env['PAGES_IN'] === 'firefox' ? launchFirefox() : launchChromium();
  const context = await (await browser).newContext({ viewport: { width: 800, height: 900 }, ...options });
  onTestFinished(() => context.close());
  // Shorter than a test's timeout, so that the failure names what was awaited.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const lines: string[] = [];
  const errors: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => {
    // Playwright's Firefox reports its own lines about a refused file as exceptions.
    if (!/^(?:Error: )?(?:Cross-Origin Request Blocked|Loading module from)/.test(String(error)))
      errors.push(String(error));
  });
  if (options.javaScriptEnabled !== false) await page.addInitScript(record);
  return {
    page,
    context,
    console: lines,
    errors,
    open: async (url, waitUntil = 'load') => {
      await page.goto(url, { waitUntil });
    },
    seen: (type) =>
      page.evaluate((only) => window.seenByTest.filter((one) => only === undefined || one.type === only), type),
    told: (type, times = 1) => page.evaluate(([what, often]) => window.toldTest(what, often), [type, times] as const),
    complaints: () => [...errors.map((error) => `uncaught: ${error}`), ...lines],
  };
}

/**
 * Runs a test's way of opening a page in a window so high that every element is near the reader, and makes the window small afterwards. A page of
 * many elements would otherwise start the far ones after three seconds.
 */
export async function openInFull(
  reader: Visit,
  viewport: { width: number; height: number },
  open: () => Promise<void>,
): Promise<void> {
  await reader.page.setViewportSize({ width: viewport.width, height: 20_000 });
  await open();
  await reader.page.setViewportSize(viewport);
  await settled(reader.page);
}

/** The painted inside of elements: the inner root of each that shows its record. */
export function painted(within: Page | Locator, tag = 'provision-card'): Locator {
  return within.locator(`${tag} [part~="base"]`);
}

/** Resolves two frames later, when layout and paint are done. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
