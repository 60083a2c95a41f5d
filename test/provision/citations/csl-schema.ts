/**
 * The JSON Schema of CSL-JSON 1.0.2 (`csl-data.json` of citation-style-language/schema, which no npm package contains):
 * a list of items, each with an id, a type, and these members only.
 */
const types = `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
  dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`;

const strings = `language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location
  archive-place authority call-number citation-label collection-title container-title container-title-short dimensions
  division DOI event event-place genre ISAN ISBN ISCI ISMN ISRC ISSN ISWC jurisdiction keyword medium note
  original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references
  reviewed-title scale section source status title title-short translated-title translated-title-short URL version
  year-suffix`;

const numbers = `id chapter-number citation-number collection-number edition first-reference-note-number issue locator
  number number-of-pages number-of-volumes page page-first part printing supplement volume`;

const names = `author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer illustrator interviewer  organizer original-author performer producer
  recipient reviewed-author translator`;

const dates = 'accessed available-date container event-date issued original-date submitted';

const words = (text: string): string[] => text.split(/\s+/);
const each = (members: string, schema: object): Record<string, object> =>
  Object.fromEntries(words(members).map((member) => [member, schema]));

const text = { type: 'string' };
const textOrNumber = { type: ['string', 'number'] };
const flag = { type: ['string', 'number', 'boolean'] };

const name = {
  type: 'object',
  properties: {
    ...each('family given dropping-particle non-dropping-particle suffix literal', text),
    ...each('comma-suffix static-ordering parse-names', flag),
  },
  additionalProperties: false,
};

const dateParts = { type: 'array', items: textOrNumber, minItems: 1, maxItems: 3 };
const date = {
  type: 'object',
  properties: {
    'date-parts': { type: 'array', items: dateParts, minItems: 1, maxItems: 2 },
    season: textOrNumber,
    circa: flag,
    literal: text,
    raw: text,
    edtf: text,
  },
  additionalProperties: false,
};

export const cslSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    properties: {
      type: { enum: words(types) },
      categories: { type: 'array', items: text },
      custom: { type: 'object' },
      ...each(strings, text),
      ...each(numbers, textOrNumber),
      ...each(names, { type: 'array', items: name }),
      ...each(dates, date),
    },
    additionalProperties: false,
  },
};
