import { asObject, emptyObject } from './reading.js';
import { read } from './read.js';
import type { Reading } from './reading.js';
import type { Scalar } from './reading.js';
import { text } from './scalars.js';

/** A reader of an object whose names are data: levels, for instance. */
export interface MapOf<T> extends Scalar<Readonly<Record<string, T>>> {
  /** Reads each of its values. */
  readonly of: Scalar<T>;
}

/** Names to values. An entry that is wrong costs that entry; a name has to be text, too. */
export function mapOf<T>(of: Scalar<T>): MapOf<T> {
  return Object.assign(
    (value: unknown, reading: Reading = { path: [], warnings: [] }) => {
      const source = asObject(value);
      if (!source) return undefined;
      // Empty is no value, and nothing to warn of, which undefined would be.
      let kept: Record<string, unknown> | null = null;
      for (const name of Object.keys(source)) {
        reading.path.push(name);
        const entry = read(text, name, reading) === undefined ? undefined : read(of, source[name], reading);
        reading.path.pop();
        if (entry !== undefined) (kept ??= emptyObject())[name] = entry;
      }
      return kept as unknown as Readonly<Record<string, T>>;
    },
    { expects: 'object', of } as const,
  );
}
