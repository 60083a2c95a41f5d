/**
 * The provision feed 1.x as code: the single source of the complete parser (`parse.ts`), the types (`types.ts`) and the
 * published JSON Schema (`json-schema.ts`). It extends the part that the elements show at first (`schema-core.ts`).
 */
import { dateParts, integer, sha256 } from './scalars-full.js';
import { required } from './required.js';
import { count, date, flag, identifier, language, text, url } from './scalars.js';
// Named imports, because a namespace import would keep an object of all exports in the script tag's file.
import {
  author as coreAuthor,
  clause as coreClause,
  comparisonItem as coreComparisonItem,
  details as coreDetails,
  feedHead as coreFeedHead,
  item as coreItem,
  party as coreParty,
  rating,
} from './schema-core.js';

const link = { title: text, text, url } as const;
const party = { ...coreParty, url, hostnames: [text] } as const;
const author = { ...coreAuthor, url, avatar: url } as const;
const notices = { disclaimer: text, actions: text, affiliation: text, citation: text, built_from: text } as const;
const selector = {
  [required]: 'type',
  type: text,
  exact: text,
  prefix: text,
  suffix: text,
  start: count,
  end: count,
} as const;
const clause = { ...coreClause, sha256, selector: [selector] } as const;
const side = {
  [required]: 'text',
  text,
  captured: date,
  effective: date,
  clause_sha256: sha256,
  document_sha256: sha256,
  url,
} as const;
const cslName = { family: text, given: text, literal: text } as const;
const cslDate = { 'date-parts': dateParts, raw: text, literal: text } as const;

/** A row of a comparison. */
export const comparisonItem = { ...coreComparisonItem, platform: party } as const;

/** `_provision`, our extension of a JSON Feed item. */
export const details = {
  ...coreDetails,
  record_id: text,
  platform: party,
  document: { ...coreDetails.document, id: text },
  actions: [link],
  clauses: [clause],
  comparisons: { ...coreDetails.comparisons, items: [comparisonItem] },
  institutional_analysis: {
    text,
    sections: [{ [required]: 'text', number: integer, heading: text, rating, text }],
  },
  agencies: [{ name: text, text, complaint_url: url }],
  regulations: [{ [required]: 'name', name: text, jurisdiction: { label: text, code: text }, url }],
  tracking: {
    first_tracked: date,
    last_verified: date,
    document_changed_before: flag,
    recent_changes: { count, days: count, scope: text, text },
  },
  changes: [{ id: text, kind: text, summary: text, from: side, to: side }],
  provenance: {
    ...coreDetails.provenance,
    snapshot_url: url,
    sha256,
    analysis_generated: date,
    snapshot_stored: flag,
    hash_verified: flag,
  },
  citation: {
    url,
    accessed: date,
    csl: {
      id: identifier,
      type: text,
      title: text,
      'title-short': text,
      'container-title': text,
      publisher: text,
      genre: text,
      number: identifier,
      version: text,
      note: text,
      language,
      URL: url,
      archive: text,
      archive_location: text,
      author: [cslName],
      issued: cslDate,
      accessed: cslDate,
    },
  },
  faqs: [{ [required]: 'answer', question: text, answer: text }],
  related: [link],
  other_risks: [{ ...link, severity: rating }],
  notices,
  promotions: [{ id: text, title: text, text, note: text, url, chips: [text] }],
} as const;

/** An item of the feed. */
export const item = {
  ...coreItem,
  external_url: url,
  summary: text,
  tags: [text],
  authors: [author],
  date_published: date,
  date_modified: date,
  _provision: details,
} as const;

/** The feed without its items, which are parsed separately. */
export const feedHead = {
  ...coreFeedHead,
  home_page_url: url,
  feed_url: url,
  description: text,
  expired: flag,
  authors: [author],
  _provision_feed: {
    ...coreFeedHead._provision_feed,
    about: url,
    generated: date,
    clause_types: [{ ...coreFeedHead._provision_feed.clause_types[0], description: text, url }],
    notices,
    source: { ...coreFeedHead._provision_feed.source, repository: url, commit: text, note: text },
  },
} as const;
