import { describe, expect, it } from 'vitest';
import type { Count, PluralForms } from '../../src/i18n/format.js';
import { formatsOf } from '../../src/i18n/format.js';
import { enChanges } from '../../src/i18n/locales/en-changes.js';
import { enComparison } from '../../src/i18n/locales/en-comparison.js';
import { enEmbed } from '../../src/i18n/locales/en-embed.js';
import { enPage } from '../../src/i18n/locales/en-page.js';
import { enRecord } from '../../src/i18n/locales/en-record.js';
import { enTools } from '../../src/i18n/locales/en-tools.js';
import { en } from '../../src/i18n/locales/en.js';
import { languages } from '../../src/i18n/languages.js';
import { languageTags, ownNameOf } from '../../src/i18n/tags.js';
import type { Messages } from '../../src/i18n/messages.js';
import type { MoreMessages, PublishedMessages } from '../../src/i18n/more-messages.js';

type MessageFunction = (...args: unknown[]) => string;

/** All messages of a language. */
type Tables = { readonly card: Messages } & MoreMessages & PublishedMessages;

const english: Tables = {
  card: en,
  record: enRecord,
  tools: enTools,
  comparison: enComparison,
  changes: enChanges,
  embed: enEmbed,
  page: enPage,
};

const pageOf = import.meta.glob<{ page: PublishedMessages }>('../../src/i18n/locales/*-page.ts');

const others = await Promise.all(
  Object.values(languages).map(async (load): Promise<[string, Tables]> => {
    const { messages, loadMore } = await load();
    const { more } = await loadMore();
    const { page } = await pageOf[`../../src/i18n/locales/${messages.locale}-page.ts`]!();
    return [messages.locale, { card: messages, ...more, ...page }];
  }),
);
const locales: readonly (readonly [string, Tables])[] = [['en', english], ...others];

/** Arguments of messages that take more than texts, one list for each combination. A number stands for a `Count`. */
const argumentLists: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'card.rowsShown': [[3, 343]],
  'card.platforms': [[5], [5, 90]],
  'card.allRows': [[], [343]],
  'record.changesInDays': [[2, 30]],
  'record.clauseHash': [[], ['2']],
  'comparison.rated': [
    [2, 90, 'LABEL', false],
    [2, 90, 'LABEL', true],
  ],
  'comparison.shown': [
    [3, 343, false],
    [3, 343, true],
  ],
  'comparison.allShown': [
    [343, false],
    [343, true],
  ],
  'changes.unchanged': [[57]],
  'changes.announced': [[4]],
};

/** Numbers of all plural categories. */
const numbers = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 102, 103, 111, 1000, 2904];

/** Returns the messages of a language with their paths. */
function messagesOf(tables: object, path = ''): [path: string, message: unknown][] {
  return Object.entries(tables as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? messagesOf(value, `${path}${name}.`)
      : [[`${path}${name}`, value] as [string, unknown]],
  );
}

const argumentsOf = (path: string, message: MessageFunction) =>
  argumentLists[path] ?? [['FIRST', 'SECOND', 'THIRD'].slice(0, message.length)];

/** Returns a count that reports the plural forms that it chooses from. */
function count(locale: string, value: number, seen: (forms: PluralForms) => void): Count {
  const { n, plural } = formatsOf(locale).count(value);
  return {
    n,
    plural: (forms) => {
      seen(forms);
      return plural(forms);
    },
  };
}

describe.each(locales)('the messages in %s', (locale, tables) => {
  const messages = messagesOf(tables);
  const functions = messages.flatMap(([path, message]) =>
    typeof message === 'function' ? [[path, message as MessageFunction] as const] : [],
  );
  const categories = new Set(Array.from({ length: 10_000 }, (_, value) => new Intl.PluralRules(locale).select(value)));

  it('are complete, and no others are there', () => {
    const paths = (all: Tables) => messagesOf(all).map(([path, message]) => `${path}: ${typeof message}`);
    expect(paths(tables)).toEqual(paths(english));
  });

  it.each(functions)('“%s” contains all its arguments, for any number', (path, message) => {
    for (const list of argumentsOf(path, message)) {
      for (const value of list.some((argument) => typeof argument === 'number') ? numbers : [0]) {
        const args = list.map((argument, index) =>
          typeof argument !== 'number' ? argument : count(locale, index ? argument : value, () => undefined),
        );
        const text = message(...args);
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/undefined|\[object|function|=>|<|["'`]|\.\.\./);
        for (const arg of args) {
          if (typeof arg === 'string') expect(text).toContain(arg);
          // A form such as "one platform" may have the number in words.
          if (arg && typeof arg === 'object' && 'n' in arg && value > 2) expect(text).toContain(arg.n);
        }
      }
    }
  });

  it.each(functions.filter(([path]) => argumentLists[path]))('“%s” has all plural forms', (path, message) => {
    for (const list of argumentsOf(path, message)) {
      const args = list.map((argument) =>
        typeof argument !== 'number'
          ? argument
          : count(locale, argument, (forms) => {
              expect(Object.keys(forms)).toEqual(expect.arrayContaining([...categories]));
            }),
      );
      message(...args);
    }
  });
});

describe('languageTags', () => {
  it('has every language, and each has a name of its own', () => {
    expect([...languageTags].sort()).toEqual(locales.map(([locale]) => locale).sort());
    const names = languageTags.map(ownNameOf);
    expect(names).toEqual(expect.arrayContaining(['English', 'Deutsch', 'Français', 'Português (Brasil)', '日本語']));
    expect(new Set(names).size).toBe(languageTags.length);
  });
});
