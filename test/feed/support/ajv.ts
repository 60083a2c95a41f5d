import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A validator of JSON Schema 2020-12, formats too, that is as strict about the schema as it can be. */
export function validatorOf(schema: object): (input: unknown) => readonly ErrorObject[] {
  // `required` without `properties` beside it is how "one of the two" is said.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (input) => (validate(input) ? [] : (validate.errors ?? []));
}

/** An error as one line. */
export function lineOf({ instancePath, keyword, message }: ErrorObject): string {
  return `${instancePath} ${keyword}: ${message ?? ''}`;
}
