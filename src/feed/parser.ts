import { FeedError } from './error.js';
import type { FeedErrorOptions } from './error.js';
import { asObject, emptyObject, isNothing, own, warn } from './reading.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { identifier } from './scalars.js';
import type { feedHead } from './schema-core.js';
import type { ObjectSchema } from './schema-types.js';
import type { fillAuthors, fillItem } from './plain-json-feed.js';
import { itemFinders } from './find-item.js';
import type { Feed, FeedWarning, ParsedFeed, Provision } from './types.js';

/** The result of parsing a feed. */
export type ParseResult = ({ readonly ok: true } & ParsedFeed) | { readonly ok: false; readonly error: FeedError };

function refuse(code: FeedError['code'], message: string, options: FeedErrorOptions): ParseResult {
  return { ok: false, error: new FeedError(code, message, options) };
}

/**
 * Turns an exception into an error, because getters and proxies of a page may throw. The message leaves the exception
 * out, because converting it to a string may throw as well.
 */
function catchingErrors(parse: () => ParseResult): ParseResult {
  try {
    return parse();
  } catch (cause) {
    return refuse('schema', 'Reading the value threw an exception', { cause });
  }
}

/** The unparsed sources of records and feeds, for parsing more of them later. */
export type Sources = WeakMap<object, unknown>;

/** Functions that fill in members from plain JSON Feeds (`plain-json-feed.ts`). */
export interface Fillers {
  readonly fillItem: typeof fillItem;
  readonly fillAuthors: typeof fillAuthors;
}

function readItem(
  itemSchema: ObjectSchema,
  value: unknown,
  reading: Reading,
  sources?: Sources,
  fillers?: Fillers,
): Provision | undefined {
  const record: { _provision?: object } | undefined = read(itemSchema, value, reading);
  if (record) {
    sources?.set(record, value);
    fillers?.fillItem(record, value as object);
    record._provision ??= emptyObject();
    // JSON Feed 1.1 requires one of them. A record without a summary is still useful, so this is only a warning.
    if (!Object.hasOwn(value as object, 'content_text') && !Object.hasOwn(value as object, 'content_html')) {
      warn(reading, 'required', 'content_text');
    }
  } else if (isNothing(value)) {
    warn(reading, 'object');
  }
  return record as Provision | undefined;
}

/** Creates a feed from its parsed head and items. */
function feedOf(head: object | undefined, items: readonly Provision[]): Feed {
  return Object.assign(head ?? emptyObject(), { items });
}

/** Creates a feed that parses its items lazily: all of them, or one by its id. */
function lazyFeed(
  head: object | undefined,
  source: readonly unknown[],
  itemAt: (index: number) => Provision | undefined,
  readAll: () => readonly Provision[],
): Feed {
  let all: readonly Provision[] | undefined;
  let indexById: Map<string | undefined, number> | undefined;
  const feed = Object.defineProperty(head ?? emptyObject(), 'items', {
    // Null prototype, so a polluted `Object.prototype` adds nothing to this descriptor.
    __proto__: null,
    get: () => (all ??= readAll()),
    enumerable: true,
  } as PropertyDescriptor) as unknown as Feed;
  itemFinders.set(feed, (id) => {
    if (!indexById) {
      indexById = new Map();
      const silent = { path: [], warnings: [] };
      // Backwards, so that the first of two items with the same id wins.
      for (let index = source.length; index--;) {
        indexById.set(read(identifier, own(Object(source[index]) as object, 'id'), silent), index);
      }
    }
    const index = indexById.get(id);
    return index === undefined ? undefined : itemAt(index);
  });
  return feed;
}

/** Three ways to parse a feed by a schema. */
export interface Parser {
  /**
   * Parses any value as a provision feed 1.x. Drops as little as possible: an invalid member alone, an item without an
   * id alone, each with a warning (at most 10,000). Returns an error for a value that is no object (`schema`), for one
   * without a list of items (`schema`), and for another major version of the format (`version`). Never throws, even
   * where a getter or a proxy does.
   */
  readonly parseFeed: (input: unknown) => ParseResult;
  /**
   * Parses the text of a feed, like `parseFeed`. Returns an error for text that is not JSON (`json`). A parser with
   * `sources` parses items lazily (`findItem`, or the feed's `items`) and adds their warnings then, because a page
   * shows a record or two of a feed of megabytes.
   */
  readonly parseFeedText: (text: string) => ParseResult;
  /**
   * Parses a value that the page passed: one item, or a feed. An item becomes a feed with one item, so that later code
   * handles one shape only. Never throws.
   */
  readonly parseProvision: (input: unknown) => ParseResult;
}

/**
 * Creates the parser of a schema. It stores unparsed values in `sources`, if given. Without `fillers`,
 * `fill-from-json-feed.ts` fills in the record that is shown.
 */
export function parserOf(
  itemSchema: ObjectSchema,
  headSchema: typeof feedHead,
  sources?: Sources,
  fillers?: Fillers,
): Parser {
  function parseFeed(input: unknown, isLazy = false): ParseResult {
    return catchingErrors(() => {
      const source = asObject(input);
      if (!source) return refuse('schema', 'Not a JSON object', { pointer: '' });

      const warnings: FeedWarning[] = [];
      const reading: Reading = { path: [], warnings };
      let head = read(headSchema, source, reading);
      fillers?.fillAuthors((head ??= emptyObject()), source);
      const spec = head?._provision_feed?.spec;
      if (spec !== undefined && !/^1(\.\d+)?$/.test(spec)) {
        return refuse('version', `Not a provision feed 1.x: ${spec.slice(0, 20)}`, {
          pointer: '/_provision_feed/spec',
        });
      }
      const sourceItems = own(source, 'items');
      if (!Array.isArray(sourceItems)) {
        return refuse('schema', 'No list "items"', { pointer: '/items' });
      }
      if (!/^https:\/\/jsonfeed\.org\/version\/1(\.1)?$/.test(head?.version ?? '')) {
        warn(reading, 'json-feed-version', 'version');
      }
      if (isNothing(own(source, 'title'))) warn(reading, 'required', 'title');

      const records: (Provision | undefined)[] = [];
      const at = (index: number): Reading => ({ path: ['items', index], warnings });
      const itemAt = (index: number) =>
        (records[index] ??= readItem(itemSchema, sourceItems[index], at(index), sources, fillers));
      const readAll = () => {
        const items: Provision[] = [];
        const seen = new Set<string>();
        for (let index = 0; index < sourceItems.length; index++) {
          const provision = itemAt(index);
          if (!provision) continue;
          if (seen.has(provision.id)) warn(at(index), 'unique', 'id');
          seen.add(provision.id);
          items.push(provision);
        }
        return items;
      };
      const feed = isLazy ? lazyFeed(head, sourceItems, itemAt, readAll) : feedOf(head, readAll());
      sources?.set(feed, source);
      return { ok: true, feed, warnings };
    });
  }

  function parseFeedText(text: string): ParseResult {
    let input: unknown;
    try {
      // `fetch` drops a byte order mark, but a file or a page’s own data may have one.
      input = JSON.parse(text.replace(/^\s*\ufeff/, ''));
    } catch (cause) {
      return refuse('json', `Not JSON: ${String(cause)}`, { cause });
    }
    // Lazy parsing is safe for text only, because a page could change an object in the meantime.
    return parseFeed(input, !!sources);
  }

  function parseProvision(input: unknown): ParseResult {
    return catchingErrors(() => {
      if (Array.isArray(own(Object(input) as object, 'items'))) return parseFeed(input);
      const reading: Reading = { path: [], warnings: [] };
      const provision = readItem(itemSchema, input, reading, sources, fillers);
      return provision
        ? { ok: true, feed: feedOf(undefined, [provision]), warnings: reading.warnings }
        : refuse('schema', 'No item with an id', { pointer: '' });
    });
  }

  return { parseFeed: (input) => parseFeed(input), parseFeedText, parseProvision };
}
