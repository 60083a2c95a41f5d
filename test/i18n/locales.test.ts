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
import type { MoreMessages } from '../../src/i18n/more-messages.js';
import type { PublishedMessages } from '../../src/i18n/page-messages.js';

type Say = (...given: unknown[]) => string;
type Words = Readonly<Record<string, unknown>>;

/** Every table of a language. */
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

const moreOf = import.meta.glob<{ more: MoreMessages }>('../../src/i18n/locales/*-more.ts');
const pageOf = import.meta.glob<{ page: PublishedMessages }>('../../src/i18n/locales/*-page.ts');

const known = await Promise.all(
  Object.values(languages).map(async (load): Promise<[string, Tables]> => {
    const { messages, loadMore } = await load();
    const { more } = await loadMore();
    const { page } = await pageOf[`../../src/i18n/locales/${messages.locale}-page.ts`]!();
    return [messages.locale, { card: messages, ...more, ...page }];
  }),
);
const locales: readonly (readonly [string, Tables])[] = [['en', english], ...known];

/** Messages with other gaps than texts: all that they may be given. A number stands for a count. */
const gaps: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
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

/** Numbers of every kind that a language tells apart. */
const numbers = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 102, 103, 111, 1000, 2904];

/** The messages of a language by their path; functions with all that they may be given. */
function messagesOf(tables: object, path = ''): [path: string, message: unknown][] {
  return Object.entries(tables as Words).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? messagesOf(value, `${path}${name}.`)
      : [[`${path}${name}`, value] as [string, unknown]],
  );
}

const given = (path: string, say: Say) => gaps[path] ?? [['FIRST', 'SECOND', 'THIRD'].slice(0, say.length)];

/** A count that notes which forms it was offered. */
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

describe.each(locales)('the words in %s', (locale, tables) => {
  const messages = messagesOf(tables);
  const functions = messages.flatMap(([path, say]) => (typeof say === 'function' ? [[path, say as Say] as const] : []));
  const categories = new Set(Array.from({ length: 10_000 }, (_, value) => new Intl.PluralRules(locale).select(value)));

  it('are in a language that has a name', () => {
    expect(Intl.getCanonicalLocales(tables.card.locale)).toEqual([locale]);
  });

  it('are all there, and no others', () => {
    const paths = (all: Tables) => messagesOf(all).map(([path, message]) => `${path}: ${typeof message}`);
    expect(paths(tables)).toEqual(paths(english));
  });

  it('are plain words', () => {
    for (const [path, message] of messages) {
      if (typeof message !== 'string') continue;
      expect(message, path).toMatch(/\S/);
      expect(message, path).not.toMatch(/undefined|<|&\w+;|["'`]|\.\.\./);
      if (path !== 'card.colon') expect(message, path).toBe(message.trim());
    }
  });

  it.each(functions)('"%s" says all that it is given, for any number', (path, say) => {
    for (const parts of given(path, say)) {
      for (const value of parts.some((part) => typeof part === 'number') ? numbers : [0]) {
        const args = parts.map((part, index) =>
          typeof part !== 'number' ? part : count(locale, index ? part : value, () => undefined),
        );
        const said = say(...args);
        expect(said).toBe(said.trim());
        expect(said).not.toMatch(/undefined|\[object|function|=>|<|["'`]|\.\.\./);
        for (const arg of args) {
          if (typeof arg === 'string') expect(said).toContain(arg);
          // "One platform" may say its number in words.
          if (arg && typeof arg === 'object' && 'n' in arg && value > 2) expect(said).toContain(arg.n);
        }
      }
    }
  });

  it.each(functions.filter(([path]) => gaps[path]))('"%s" has a form for every kind of number', (path, say) => {
    for (const parts of given(path, say)) {
      const args = parts.map((part) =>
        typeof part !== 'number'
          ? part
          : count(locale, part, (forms) => {
              expect(Object.keys(forms)).toEqual(expect.arrayContaining([...categories]));
            }),
      );
      say(...args);
    }
  });
});

it('languages are offered as they are spoken, each by its own name', () => {
  expect([...languageTags].sort()).toEqual(locales.map(([locale]) => locale).sort());
  const names = languageTags.map(ownNameOf);
  expect(names).toEqual(expect.arrayContaining(['English', 'Deutsch', 'Français', 'Português (Brasil)', '日本語']));
  expect(new Set(names).size).toBe(languageTags.length);
});

it('every language’s files are named in languages.ts', () => {
  expect(known.map(([locale]) => locale).sort()).toEqual(
    Object.keys(moreOf)
      .map((path) => /([\w-]+)-more\.ts$/.exec(path)![1])
      .sort(),
  );
});
