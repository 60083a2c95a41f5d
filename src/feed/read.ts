import { asObject, emptyObject, isNothing, own, warn } from './reading.js';
import type { Reading } from './reading.js';
import { required } from './required.js';
import type { ObjectSchema, Schema, Value } from './schema-types.js';

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
