import { required } from './required.js';
import type { ObjectSchema, Schema, Value } from './schema-core.js';
import type { FeedWarning } from './types.js';

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

/**
 * Reads `value` by `schema`. What is wrong is left out, noted, and costs nothing around it. Only members that the
 * schema names are copied, own ones only, so that neither `__proto__` nor a renderer's private mark gets in; the depth
 * is the schema's, never the input's.
 */
export function read<S extends Schema>(schema: S, value: unknown, reading: Reading): Value<S> | undefined {
  return (isNothing(value) ? undefined : readValue(schema, value, reading)) as Value<S> | undefined;
}

function readValue(schema: Schema, value: unknown, reading: Reading): unknown {
  if (Array.isArray(schema)) return readList(schema[0] as Schema, value, reading);
  if (typeof schema !== 'function') return readObject(schema as ObjectSchema, value, reading);
  const kept = schema(value, reading);
  if (kept === undefined) warn(reading, schema.expects);
  return kept ?? undefined;
}

function readList(schema: Schema, value: unknown, reading: Reading): unknown {
  if (!Array.isArray(value)) {
    warn(reading, 'list');
    return undefined;
  }
  const kept: unknown[] = [];
  for (let index = 0; index < value.length; index++) {
    reading.path.push(index);
    const entry: unknown = read(schema, value[index], reading);
    reading.path.pop();
    if (entry !== undefined) kept.push(entry);
  }
  return kept.length ? kept : undefined;
}

function readObject(schema: ObjectSchema, value: unknown, reading: Reading): unknown {
  const source = asObject(value);
  if (!source) {
    warn(reading, 'object');
    return undefined;
  }
  let kept: Record<string, unknown> | undefined;
  // The input's members, which are few, rather than the schema's, which are many.
  for (const member of Object.keys(source)) {
    const of = own(schema, member) as Schema | undefined;
    if (!of) continue;
    reading.path.push(member);
    const entry: unknown = read(of, source[member], reading);
    reading.path.pop();
    if (entry !== undefined) (kept ??= emptyObject())[member] = entry;
  }
  const needed = schema[required];
  if (needed !== undefined && kept?.[needed] === undefined) {
    // Present but of the wrong type has been noted already.
    if (isNothing(own(source, needed))) warn(reading, 'required', needed);
    return undefined;
  }
  return kept;
}
