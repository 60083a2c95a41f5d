/** What a place in the feed should have held; a warning names it. */
export type Expected =
  'text' | 'url' | 'date' | 'count' | 'integer' | 'flag' | 'language' | 'sha256' | 'date-parts' | 'object' | 'list';

/** A reader of one value, with the word a warning uses for what it expects. */
export interface Scalar<T> {
  /** @param reading where the value stands, for a reader that looks further into it (`map-of.ts`) */
  (value: unknown, reading?: Reading): T | undefined;
  readonly expects: Expected;
}

/** A problem that cost a member, an item or nothing, but not the feed. */
export interface FeedWarning {
  /** JSON Pointer (RFC 6901) of the place, from the root of what was read. */
  readonly pointer: string;
  /** What should have stood there: a kind of value, `required`, `unique`, or a version of JSON Feed. */
  readonly expected: Expected | 'required' | 'unique' | 'json-feed-version';
}

/** A reading in progress: where it is, and what it has found wrong. */
export interface Reading {
  readonly path: (string | number)[];
  readonly warnings: FeedWarning[];
}

/** Eight megabytes can hold four million faults; nobody reads them, and they would fill the reader's memory. */
const maxWarnings = 10_000;

/** Notes a problem at the present place, or at a member of it. */
export function warn({ path, warnings }: Reading, expected: FeedWarning['expected'], member?: string): void {
  if (warnings.length === maxWarnings) return;
  const places = member === undefined ? path : [...path, member];
  warnings.push({
    pointer: places.map((place) => `/${String(place).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
    expected,
  });
}

/** Absent, null, "", white space and [] all mean "no value"; 0 and false are values. */
export function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'string' ? !value.trim() : Array.isArray(value) && !value.length);
}

/** An object of the feed as a record of unknowns, or undefined. Arrays are no objects here. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The object's own member: a page may have added to `Object.prototype`. */
export function own(source: object, member: string): unknown {
  return Object.hasOwn(source, member) ? (source as Record<string, unknown>)[member] : undefined;
}

// Not null itself: engines turn objects without a prototype into slow dictionaries.
const noPrototype = /* @__PURE__ */ Object.create(null) as object;

/**
 * An object that inherits nothing. What a feed lacks is then lacking on every page: where `Object.prototype.url` has
 * been polluted, a record without a `url` must not become a link to it.
 */
export function emptyObject(): Record<string, unknown> {
  return Object.create(noPrototype) as Record<string, unknown>;
}
