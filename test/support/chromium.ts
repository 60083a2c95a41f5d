import { chromium, type Browser, type LaunchOptions } from 'playwright';
import { findChromium } from './browsers.mjs';

/** Starts Chromium for a test that drives whole pages itself. The caller closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error('There is no Chromium: npm test installs one, or set CHROMIUM_PATH.');
  const browser = await chromium.launch({
    ...found,
    ...options,
    args: [...(found.args ?? []), ...(options.args ?? [])],
  });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (wishes) => {
    const context = await open(wishes);
    // Playwright's default of 30 seconds is too short on a busy machine; Vitest's timeout ends a test that hangs.
    context.setDefaultTimeout(90_000);
    return context;
  };
  return browser;
}
