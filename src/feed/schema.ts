/**
 * The provision feed 1.x, in code: the single source of the whole parser (`parse.ts`), of the types (`types.ts`) and of
 * the published JSON Schema (`json-schema.ts`). It extends what the elements show at first (`schema-core.ts`).
 */
import { count, date, dateParts, flag, identifier, integer, language, sha256, text, url } from './scalars.js';
import * as core from './schema-core.js';
import { required } from './schema-core.js';

const { rating } = core;
const link = { title: text, text, url } as const;
const party = { ...core.party, url, hostnames: [text] } as const;
const author = { ...core.author, url, avatar: url } as const;
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
const clause = { ...core.clause, sha256, selector: [selector] } as const;
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

/** One row of a comparison. */
export const comparisonItem = { ...core.comparisonItem, platform: party } as const;

/** `_provision`: what JSON Feed has no member for. */
export const details = {
  ...core.details,
  record_id: text,
  platform: party,
  document: { ...core.details.document, id: text },
  actions: [link],
  clauses: [clause],
  comparisons: { ...core.details.comparisons, items: [comparisonItem] },
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
    ...core.details.provenance,
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

/** An item of the feed: one provision. */
export const item = {
  ...core.item,
  external_url: url,
  summary: text,
  tags: [text],
  authors: [author],
  date_published: date,
  date_modified: date,
  _provision: details,
} as const;

/** The feed without its items, which are read one by one. */
export const feedHead = {
  ...core.feedHead,
  home_page_url: url,
  feed_url: url,
  description: text,
  expired: flag,
  authors: [author],
  _provision_feed: {
    ...core.feedHead._provision_feed,
    about: url,
    generated: date,
    clause_types: [{ ...core.feedHead._provision_feed.clause_types[0], description: text, url }],
    notices,
    source: { name: text, repository: url, commit: text, licence: text, attribution: text, note: text },
  },
} as const;
