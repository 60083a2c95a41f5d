import { chromium, type Browser, type LaunchOptions } from 'playwright';
import { findChromium } from '../../.scripts/browsers.mjs';

/** Starts Chromium for a test that drives whole pages itself. The caller closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error('There is no Chromium: npm test installs one, or set CHROMIUM_PATH.');
  return chromium.launch({ ...found, ...options, args: [...(found.args ?? []), ...(options.args ?? [])] });
}
