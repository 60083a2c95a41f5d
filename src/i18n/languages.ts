import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';

/** What the module of a language exports. */
export interface LocaleModule {
  readonly messages: Messages;
  readonly loadMore: () => Promise<{ readonly more: MoreMessages }>;
}

/**
 * The languages that we have besides English, each in a chunk of its own. They are named here and not in a chunk that would
 * have to come first: an element waits for its words. By the first part of a language tag.
 */
export const languages: Readonly<Record<string, () => Promise<LocaleModule>>> = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
  es: () => import('./locales/es.js'),
  fr: () => import('./locales/fr.js'),
  he: () => import('./locales/he.js'),
  hi: () => import('./locales/hi.js'),
  it: () => import('./locales/it.js'),
  ja: () => import('./locales/ja.js'),
  ko: () => import('./locales/ko.js'),
  nl: () => import('./locales/nl.js'),
  pl: () => import('./locales/pl.js'),
  pt: () => import('./locales/pt-BR.js'),
  tr: () => import('./locales/tr.js'),
  uk: () => import('./locales/uk.js'),
  zh: () => import('./locales/zh-Hans.js'),
};

/** A tag as it should be written, from one that a server or an editor may have written as `de_DE`, ` de ` or `“de”`; undefined where it is none. */
export function canonical(tag: string | null | undefined): string | undefined {
  try {
    return tag
      ? Intl.getCanonicalLocales(tag.replace(/^[\s"'“”„‘’]+|[\s"'“”„‘’]+$/g, '').replace(/_/g, '-'))[0]
      : undefined;
  } catch {
    return undefined;
  }
}
