import { FeedError } from '../feed/error.js';

const warned = new Set<string>();

/** Warns once per error, not once per card. Returns undefined, so that it can handle a rejection. */
export function warnOnce(error: unknown): undefined {
  const text =
    error instanceof FeedError
      ? `${error.code}: ${error.message} (${error.url ?? 'in the page'}#${error.pointer ?? ''})`
      : String(error);
  if (!warned.has(text)) console.warn(`[provision-embed] ${text}`);
  warned.add(text);
}
