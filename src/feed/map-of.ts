import { asObject, emptyObject } from './reading.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import type { Scalar } from './reading.js';
import { text } from './scalars.js';

/** A scalar for an object whose member names are data, such as levels. */
export interface MapOf<T> extends Scalar<Readonly<Record<string, T>>> {
  /** The scalar for each of its values. */
  readonly of: Scalar<T>;
}

/**
 * Creates a scalar for a map of names to values. An invalid entry is dropped alone. A name has to be valid text too.
 */
export function mapOf<T>(of: Scalar<T>): MapOf<T> {
  return Object.assign(
    (value: unknown, reading: Reading = { path: [], warnings: [] }) => {
      const source = asObject(value);
      if (!source) return undefined;
      // null for an empty map: it counts as no value and causes no warning, which undefined would.
      let entries: Record<string, unknown> | null = null;
      for (const name of Object.keys(source)) {
        reading.path.push(name);
        const entry = read(text, name, reading) === undefined ? undefined : read(of, source[name], reading);
        reading.path.pop();
        if (entry !== undefined) (entries ??= emptyObject())[name] = entry;
      }
      return entries as unknown as Readonly<Record<string, T>>;
    },
    { expects: 'object', of } as const,
  );
}
