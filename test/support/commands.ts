import { corpus, provisionData } from './data.js';

/** The Node functions that a test in the browser may call. */
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
