/** Merges a page's own messages into ours. A lazy chunk, because few pages set `messages`. */
import { formatsOf } from './format.js';
import { canonical } from './languages.js';
import type { Localization } from './localization.js';
import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';

type Table = Readonly<Record<string, unknown>>;
type MessageFunction = (...args: unknown[]) => unknown;

/** Some messages of a table: a text for a text, a function of the same arguments for a function. */
export type Replacement<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends string | ((...given: never) => string)
    ? Table[Name]
    : Replacement<Table[Name]>;
};

/**
 * A page's own messages in place of ours. `card` has the messages of an element's first render, the others those of the parts that
 * are loaded later. `card.locale` names the language of these messages where it is one that we do not have.
 */
export type ReplacedMessages = { readonly card?: Replacement<Messages> } & {
  readonly [Part in keyof MoreMessages]?: Replacement<MoreMessages[Part]>;
};

/** Returns a localization with the page's messages in it. Our message stays where the page's has the wrong type or its function throws. */
export function overrideMessages(localization: Localization, messages: unknown): Localization {
  const card = member(messages, 'card');
  const tag = member(card, 'locale');
  const locale = typeof tag === 'string' ? canonical(tag) : undefined;
  const known = new Map<unknown, unknown>();
  return {
    ...localization,
    words: { ...merged(localization.words, card), locale: locale ?? localization.words.locale },
    formats: locale === undefined ? localization.formats : formatsOf(locale),
    say: (part, english) => {
      const table = localization.say(part, english);
      // Elements ask at every render, so each table is merged once.
      if (!known.has(table)) known.set(table, merged(table, member(messages, part)));
      return known.get(table) as typeof table;
    },
  };
}

/** Reads a member of a value that a page has assigned. It may be anything, and its getters may throw. */
function member(owner: unknown, name: string): unknown {
  try {
    return owner == null ? undefined : (owner as Table)[name];
  } catch {
    return undefined;
  }
}

function merged<Ours extends object>(ours: Ours, given: unknown): Ours {
  if (given == null || typeof given !== 'object') return ours;
  const entries = Object.entries(ours).map(([name, message]) => [name, mergedMessage(message, member(given, name))]);
  return Object.fromEntries(entries) as Ours;
}

function mergedMessage(ours: unknown, given: unknown): unknown {
  if (typeof ours === 'string') return typeof given === 'string' ? given : ours;
  if (typeof ours === 'function') {
    return typeof given === 'function' ? withFallback(given as MessageFunction, ours as MessageFunction) : ours;
  }
  return typeof ours === 'object' && ours ? merged(ours, given) : ours;
}

/** Returns a function that calls the page's function, and ours where that one throws or returns no text. */
function withFallback(given: MessageFunction, ours: MessageFunction): MessageFunction {
  return (...args) => {
    try {
      const text = given(...args);
      if (typeof text === 'string') return text;
    } catch {
      // Our message stands in.
    }
    return ours(...args);
  };
}
