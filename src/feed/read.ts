import { asObject, emptyObject, isNothing, own, warn } from './reading.js';
import type { Reading } from './reading.js';
import { required } from './required.js';
import type { ObjectSchema, Schema, Value } from './schema-types.js';

/**
 * Reads `value` by `schema`. An invalid part is dropped with a warning, and the parts around it stay. Copies only own
 * members that the schema names, so that neither `__proto__` nor a renderer's private mark gets in. The schema limits
 * the depth of recursion, not the input.
 */
export function read<S extends Schema>(schema: S, value: unknown, reading: Reading): Value<S> | undefined {
  return (isNothing(value) ? undefined : readValue(schema, value, reading)) as Value<S> | undefined;
}

function readValue(schema: Schema, value: unknown, reading: Reading): unknown {
  if (Array.isArray(schema)) return readList(schema[0] as Schema, value, reading);
  if (typeof schema !== 'function') return readObject(schema as ObjectSchema, value, reading);
  const result = schema(value, reading);
  if (result === undefined) warn(reading, schema.expects);
  return result ?? undefined;
}

function readList(schema: Schema, value: unknown, reading: Reading): unknown {
  if (!Array.isArray(value)) {
    warn(reading, 'list');
    return undefined;
  }
  const result: unknown[] = [];
  for (let index = 0; index < value.length; index++) {
    reading.path.push(index);
    const entry: unknown = read(schema, value[index], reading);
    reading.path.pop();
    if (entry !== undefined) result.push(entry);
  }
  return result.length ? result : undefined;
}

function readObject(schema: ObjectSchema, value: unknown, reading: Reading): unknown {
  const source = asObject(value);
  if (!source) {
    warn(reading, 'object');
    return undefined;
  }
  let result: Record<string, unknown> | undefined;
  // Iterates over the input's members, because the schema has many more.
  for (const member of Object.keys(source)) {
    const of = own(schema, member) as Schema | undefined;
    if (!of) continue;
    reading.path.push(member);
    const entry: unknown = read(of, source[member], reading);
    reading.path.pop();
    if (entry !== undefined) (result ??= emptyObject())[member] = entry;
  }
  const needed = schema[required];
  if (needed !== undefined && result?.[needed] === undefined) {
    // A value of the wrong type already caused a warning.
    if (isNothing(own(source, needed))) warn(reading, 'required', needed);
    return undefined;
  }
  return result;
}
