import { localeLoaders } from './locale-loaders.js';
import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';

/** The exports of a language's module. */
export interface LocaleModule {
  readonly messages: Messages;
  readonly loadMore: () => Promise<{ readonly more: MoreMessages }>;
}

/**
 * Loads a language besides English, by the first part of a language tag. Each is a chunk. The list itself is in the entry and not in
 * a chunk: the first render waits for its messages, and would have to wait for that chunk before.
 */
export const languages: Readonly<Record<string, () => Promise<LocaleModule>>> = localeLoaders;

/**
 * Returns the canonical form of a language tag, or undefined where it is not valid. Servers and editors also write `de_DE`, ` de `
 * and `“de”`.
 */
export function canonical(tag: string | null | undefined): string | undefined {
  try {
    return tag
      ? Intl.getCanonicalLocales(tag.replace(/^[\s"'“”„‘’]+|[\s"'“”„‘’]+$/g, '').replace(/_/g, '-'))[0]
      : undefined;
  } catch {
    return undefined;
  }
}
