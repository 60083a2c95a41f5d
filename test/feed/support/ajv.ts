import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A validator of JSON Schema 2020-12 and its formats, in the strictest mode for the schema. */
export function validatorOf(schema: object): (input: unknown) => readonly ErrorObject[] {
  // "One of the two" is `required` without `properties` beside it.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (input) => (validate(input) ? [] : (validate.errors ?? []));
}

/** Formats an error as one line. */
export function lineOf({ instancePath, keyword, message }: ErrorObject): string {
  return `${instancePath} ${keyword}: ${message ?? ''}`;
}
