import { commands } from 'vitest/browser';
import type {} from './commands.js';

/** `provisionData` for a test that runs in the browser: `const feed = await readData('seed-feed.json')` at its top. */
export async function readData(name: string): Promise<unknown> {
  return (await commands.readProvisionData(name)) ?? undefined;
}

/** `corpus`, likewise. */
export async function readCorpus(name: string): Promise<unknown> {
  return (await commands.readCorpus(name)) ?? undefined;
}
