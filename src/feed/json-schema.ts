/** Creates the published JSON Schema (2020-12) from the schema in code. The elements never load it. */
import type { Expected } from './reading.js';
import { identifier, text } from './scalars.js';
import { required } from './required.js';
import type { ObjectSchema, Schema } from './schema-types.js';
import { feedHead, item } from './schema.js';

type JsonSchema = Record<string, unknown>;

// A pattern cannot express the number of days of a month; the parser checks it.
const day = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const minute = '([01]\\d|2[0-3]):[0-5]\\d';

const values: Record<Exclude<Expected, 'object' | 'list'> | 'identifier', JsonSchema> = {
  text: { type: 'string' },
  identifier: { anyOf: [{ type: 'string' }, { type: 'number' }] },
  url: {
    type: 'string',
    // No `format: uri`, because it refuses müller.example, which browsers' URL parsers accept.
    pattern: '^https?://[^\\s/?#@\\\\]+([/?#]\\S*)?$',
    description: 'Absolute, http: or https:, without user info, as the WHATWG URL Standard reads it',
  },
  date: {
    type: 'string',
    pattern: `^${day}([Tt]${minute}(:([0-5]\\d|60)(\\.\\d+)?)?([Zz]|[+-]${minute}))?$`,
    description:
      'RFC 3339 full-date or date-time; also minutes precision, so that no seconds are invented. A date alone is a calendar date, the same in every time zone.',
  },
  count: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  integer: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  flag: { type: 'boolean' },
  language: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', description: 'BCP 47' },
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  'date-parts': {
    type: 'array',
    minItems: 1,
    maxItems: 2,
    items: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^-?\\d+$' }] },
    },
  },
};

/** "No value" may be absence, null, "" or []. A required member must have more than white space. */
function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { $ref: '#/$defs/nothing' }] };
}

function nonEmpty(schema: JsonSchema): JsonSchema {
  return { allOf: [schema, { not: { $ref: '#/$defs/nothing' } }] };
}

function convert(schema: Schema): JsonSchema {
  if (typeof schema === 'function' && 'of' in schema) {
    return { type: 'object', additionalProperties: nullable(convert(schema.of as Schema)) };
  }
  if (typeof schema === 'function') return { $ref: `#/$defs/${schema === identifier ? 'identifier' : schema.expects}` };
  if (Array.isArray(schema)) return { type: 'array', items: nullable(convert(schema[0] as Schema)) };
  return convertObject(schema as ObjectSchema);
}

function convertObject(schema: ObjectSchema): JsonSchema {
  const needed = schema[required];
  return {
    type: 'object',
    ...(needed === undefined ? {} : { required: [needed] }),
    properties: Object.fromEntries(
      Object.entries(schema).map(([member, of]) => [member, (member === needed ? nonEmpty : nullable)(convert(of))]),
    ),
  };
}

/** Returns the JSON Schema of the provision feed 1.x, as a new object. */
export function feedJsonSchema(): object {
  const { properties } = convertObject(feedHead) as { properties: JsonSchema };
  const extension = convertObject(feedHead._provision_feed) as { properties: JsonSchema };
  const record = convertObject(item) as { properties: JsonSchema };
  // The parser accepts a number too, but JSON Feed requires a string of publishers.
  record.properties['id'] = nonEmpty(convert(text));
  extension.properties['spec'] = nullable({
    type: 'string',
    pattern: '^1(\\.\\d+)?$',
    description: 'major.minor; a reader of 1.x accepts any 1.y and refuses 2.x',
  });
  return structuredClone({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:provision-feed:1:schema',
    title: 'Provision feed 1.0 (a JSON Feed 1.1 profile)',
    description:
      'A valid JSON Feed 1.1 whose items each carry a _provision object. Every string is plain text, never HTML or Markdown. Unknown members are ignored. Absent, null, "", white space and [] all mean "no value".',
    type: 'object',
    required: ['version', 'title', 'items'],
    properties: {
      ...properties,
      version: { enum: ['https://jsonfeed.org/version/1.1', 'https://jsonfeed.org/version/1'] },
      title: nonEmpty(convert(feedHead.title)),
      items: { type: 'array', items: { $ref: '#/$defs/item' } },
      _provision_feed: nullable(extension),
    },
    $defs: {
      nothing: { anyOf: [{ type: 'null' }, { type: 'string', pattern: '^\\s*$' }, { type: 'array', maxItems: 0 }] },
      item: {
        ...record,
        anyOf: [{ required: ['content_text'] }, { required: ['content_html'] }],
      },
      ...values,
    },
  });
}
