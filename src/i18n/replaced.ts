/** Puts a page's own words in the place of ours: a lazy chunk, for pages that have some. */
import { formatsOf } from './format.js';
import { canonical } from './languages.js';
import type { Messages } from './messages.js';
import type { MoreMessages } from './more-messages.js';
import type { Spoken } from './spoken.js';

type Words = Readonly<Record<string, unknown>>;
type Say = (...given: unknown[]) => unknown;

/** Some words of a table: a text for a text, a function of the same arguments for a function. */
export type Replacement<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends string | ((...given: never) => string)
    ? Table[Name]
    : Replacement<Table[Name]>;
};

/**
 * Words that a page says otherwise than we do, by where they are: `card` is what an element is first painted with, the
 * others are parts that are loaded later. `card.locale` says that they are of a language that we do not have.
 */
export type ReplacedMessages = { readonly card?: Replacement<Messages> } & {
  readonly [Part in keyof MoreMessages]?: Replacement<MoreMessages[Part]>;
};

/** What is said with a page's words in it. What is of the wrong kind, or throws, or says nothing, leaves our own word. */
export function replaced(spoken: Spoken, messages: unknown): Spoken {
  const card = member(messages, 'card');
  const tag = member(card, 'locale');
  const locale = typeof tag === 'string' ? canonical(tag) : undefined;
  const known = new Map<unknown, unknown>();
  return {
    ...spoken,
    words: { ...merged(spoken.words, card), locale: locale ?? spoken.words.locale },
    formats: locale === undefined ? spoken.formats : formatsOf(locale),
    say: (part, english) => {
      const table = spoken.say(part, english);
      if (!known.has(table)) known.set(table, merged(table, member(messages, part)));
      return known.get(table) as typeof table;
    },
  };
}

/** Anything may have been assigned, and may throw when it is looked at. */
function member(owner: unknown, name: string): unknown {
  try {
    return owner == null ? undefined : (owner as Words)[name];
  } catch {
    return undefined;
  }
}

function merged<Table extends object>(table: Table, given: unknown): Table {
  if (given == null || typeof given !== 'object') return table;
  const words = Object.entries(table).map(([name, ours]) => [name, mergedWord(ours, member(given, name))]);
  return Object.fromEntries(words) as Table;
}

function mergedWord(ours: unknown, given: unknown): unknown {
  if (typeof ours === 'string') return typeof given === 'string' ? given : ours;
  if (typeof ours === 'function') return typeof given === 'function' ? said(ours as Say, given as Say) : ours;
  return typeof ours === 'object' && ours ? merged(ours, given) : ours;
}

function said(ours: Say, theirs: Say): Say {
  return (...given) => {
    try {
      const words = theirs(...given);
      if (typeof words === 'string') return words;
    } catch {
      // Ours, then.
    }
    return ours(...given);
  };
}
