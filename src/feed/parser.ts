import { FeedError } from './error.js';
import type { FeedErrorOptions } from './error.js';
import { asObject, emptyObject, isNothing, own, warn } from './reading.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import { identifier } from './scalars.js';
import type { feedHead } from './schema-core.js';
import type { ObjectSchema } from './schema-types.js';
import type { fillAuthors, fillItem } from './plain-json-feed.js';
import { finders } from './select.js';
import type { Feed, FeedWarning, ParsedFeed, Provision } from './types.js';

/** The outcome of reading something that should be a feed. */
export type ParseResult = ({ readonly ok: true } & ParsedFeed) | { readonly ok: false; readonly error: FeedError };

function refuse(code: FeedError['code'], message: string, options: FeedErrorOptions): ParseResult {
  return { ok: false, error: new FeedError(code, message, options) };
}

/** A page may hand over getters and proxies. What they throw goes into no message: it might throw when made a string. */
function guarded(parse: () => ParseResult): ParseResult {
  try {
    return parse();
  } catch (cause) {
    return refuse('schema', 'Unreadable', { cause });
  }
}

/** What records and feeds were read from, for who wants to read more of it. */
export type Sources = WeakMap<object, unknown>;

/** Fills in what ordinary JSON Feeds have in other members (`usual.ts`). */
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
  const kept: { _provision?: object } | undefined = read(itemSchema, value, reading);
  if (kept) {
    sources?.set(kept, value);
    fillers?.fillItem(kept, value as object);
    kept._provision ??= emptyObject();
    // JSON Feed 1.1 asks for one of them; a record without a summary is still worth showing.
    if (!Object.hasOwn(value as object, 'content_text') && !Object.hasOwn(value as object, 'content_html')) {
      warn(reading, 'required', 'content_text');
    }
  } else if (isNothing(value)) {
    warn(reading, 'object');
  }
  return kept as Provision | undefined;
}

/** A feed of these items, with what was read of its head. */
function feedOf(head: object | undefined, items: readonly Provision[]): Feed {
  return Object.assign(head ?? emptyObject(), { items });
}

/** The same, of items that are read when somebody asks for them: for all, or for one by its id. */
function feedWhenAsked(
  head: object | undefined,
  source: readonly unknown[],
  itemAt: (index: number) => Provision | undefined,
  readAll: () => readonly Provision[],
): Feed {
  let all: readonly Provision[] | undefined;
  let places: Map<string | undefined, number> | undefined;
  const feed = Object.defineProperty(head ?? emptyObject(), 'items', {
    // What a page has given all objects is no part of this.
    __proto__: null,
    get: () => (all ??= readAll()),
    enumerable: true,
  } as PropertyDescriptor) as unknown as Feed;
  finders.set(feed, (id) => {
    if (!places) {
      places = new Map();
      const silent = { path: [], warnings: [] };
      // The first of two has the last word.
      for (let index = source.length; index--;) {
        places.set(read(identifier, own(Object(source[index]) as object, 'id'), silent), index);
      }
    }
    const index = places.get(id);
    return index === undefined ? undefined : itemAt(index);
  });
  return feed;
}

/** The three ways in which something becomes a feed, by one schema. */
export interface Parser {
  /**
   * Reads anything as a provision feed 1.x and loses as little as possible: a wrong member costs that member, an item
   * without an id costs that item, each with a warning (the first 10,000 are kept). Refused, with the reason: what is no
   * object (`schema`), what has no list of items (`schema`), another major version of the format (`version`). Never
   * throws, whatever a getter or a proxy in it does.
   */
  readonly parseFeed: (input: unknown) => ParseResult;
  /**
   * As `parseFeed`, from the text of a feed. What is no JSON is refused (`json`). A parser with `sources` reads the items when they
   * are asked for (`findItem`, or the feed's `items`), and warns of them then: of a feed of megabytes a page shows a record or two.
   */
  readonly parseFeedText: (text: string) => ParseResult;
  /**
   * Reads what a page handed over by itself: one item, or a feed. An item becomes a feed of one, so that everything
   * after this point knows one shape. Never throws.
   */
  readonly parseProvision: (input: unknown) => ParseResult;
}

/**
 * The parser of a schema. What it has read from is noted in `sources`, where they are given. Without `fillers`, `fill-in.ts` does their
 * work for the record that is shown.
 */
export function parserOf(
  itemSchema: ObjectSchema,
  headSchema: typeof feedHead,
  sources?: Sources,
  fillers?: Fillers,
): Parser {
  function parseFeed(input: unknown, whenAsked = false): ParseResult {
    return guarded(() => {
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

      const known: (Provision | undefined)[] = [];
      const at = (index: number): Reading => ({ path: ['items', index], warnings });
      const itemAt = (index: number) =>
        (known[index] ??= readItem(itemSchema, sourceItems[index], at(index), sources, fillers));
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
      const feed = whenAsked ? feedWhenAsked(head, sourceItems, itemAt, readAll) : feedOf(head, readAll());
      sources?.set(feed, source);
      return { ok: true, feed, warnings };
    });
  }

  function parseFeedText(text: string): ParseResult {
    let input: unknown;
    try {
      // A byte order mark; what fetches a feed drops it, a file or a page’s own data may have one.
      input = JSON.parse(text.replace(/^\s*\ufeff/, ''));
    } catch (cause) {
      return refuse('json', `Not JSON: ${String(cause)}`, { cause });
    }
    // Nobody else has what a text said: it is the same whenever it is read.
    return parseFeed(input, !!sources);
  }

  function parseProvision(input: unknown): ParseResult {
    return guarded(() => {
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
