import { corpus, provisionData } from './data.js';

/** What a test in the browser may ask of the machine that runs it. */
export const commands = {
  readProvisionData: (_context: unknown, name: string): unknown => provisionData(name) ?? null,
  readCorpus: (_context: unknown, name: string): unknown => corpus(name) ?? null,
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    readProvisionData: (name: string) => Promise<unknown>;
    readCorpus: (name: string) => Promise<unknown>;
  }
}
