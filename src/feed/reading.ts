/** The expected kind of a value, for warnings. */
export type Expected =
  'text' | 'url' | 'date' | 'count' | 'integer' | 'flag' | 'language' | 'sha256' | 'date-parts' | 'object' | 'list';

/** A function that reads one value, and the kind that it expects. */
export interface Scalar<T> {
  /** @param reading place of the value, for a scalar that reads into it (`map-of.ts`) */
  (value: unknown, reading?: Reading): T | undefined;
  readonly expects: Expected;
}

/** A problem that dropped a member or an item, or nothing, but not the feed. */
export interface FeedWarning {
  /** JSON Pointer (RFC 6901) of the place, from the root of the input. */
  readonly pointer: string;
  /** The kind of value that was expected, `required`, `unique`, or a version of JSON Feed. */
  readonly expected: Expected | 'required' | 'unique' | 'json-feed-version';
}

/** The state of a parse: the current place and the warnings so far. */
export interface Reading {
  readonly path: (string | number)[];
  readonly warnings: FeedWarning[];
}

/** A limit, because a feed of 8 MiB can cause four million warnings, which would fill the reader's memory. */
const maxWarnings = 10_000;

/** Adds a warning at the current place, or at a member of it. */
export function warn({ path, warnings }: Reading, expected: FeedWarning['expected'], member?: string): void {
  if (warnings.length === maxWarnings) return;
  const places = member === undefined ? path : [...path, member];
  warnings.push({
    pointer: places.map((place) => `/${String(place).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
    expected,
  });
}

/** Whether a value counts as "no value": absent, null, "", white space and []. 0 and false are values. */
export function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'string' ? !value.trim() : Array.isArray(value) && !value.length);
}

/** Returns an object of the feed with unknown members; undefined for anything else, including arrays. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Returns an object's own member, because a page may have added members to `Object.prototype`. */
export function own(source: object, member: string): unknown {
  return Object.hasOwn(source, member) ? (source as Record<string, unknown>)[member] : undefined;
}

// Not null itself, because engines turn objects without a prototype into slow dictionaries.
const noPrototype = /* @__PURE__ */ Object.create(null) as object;

/**
 * Returns an object that inherits nothing, so that a missing member is missing on every page: where
 * `Object.prototype.url` is polluted, a record without a `url` must not become a link to it.
 */
export function emptyObject(): Record<string, unknown> {
  return Object.create(noPrototype) as Record<string, unknown>;
}
