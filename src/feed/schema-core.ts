/**
 * The part of the provision feed 1.x that the elements show at first, as code that every reader loads. `schema.ts` adds
 * the rest. An object describes an object of the feed, `[x]` a list of x, a function a value. Every member is optional,
 * except the one that `[required]` names; without it the object is dropped.
 *
 * Not Valibot: it cannot drop a member, keep the rest and report the place in one pass, and this table with its reader
 * is smaller than Valibot's part would be (docs/decisions/schema-in-code.md).
 */
import { mapOf } from './map-of.js';
import { required } from './required.js';
import { count, date, flag, identifier, language, text, url } from './scalars.js';

export const rating = { level: text, label: text, text } as const;
export const party = { name: text, slug: text } as const;
export const author = { name: text } as const;
const notices = { disclaimer: text } as const;
const levels = [{ [required]: 'level', level: text, label: text, description: text }] as const;

/** A clause of the document. */
export const clause = { [required]: 'text', text, attribution: text, language } as const;

/** A row of a comparison. */
export const comparisonItem = {
  platform: party,
  severity: rating,
  excerpt: text,
  truncated: flag,
  language,
  url,
  record_id: text,
  match: text,
  captured: date,
} as const;

/** `_provision`, our extension of a JSON Feed item. */
export const details = {
  status: text,
  status_note: text,
  platform: party,
  document: { title: text, url, last_updated: date },
  clause_type: text,
  severity: rating,
  confidence: rating,
  basis: rating,
  prevalence: { label: text, count, total: count, text },
  why_it_matters: text,
  consumer_impact: text,
  clauses: [clause],
  comparisons: { url, total: count, distribution: /* @__PURE__ */ mapOf(count), items: [comparisonItem] },
  provenance: { source_url: url, archive_url: url, captured: date, methodology_url: url },
  notices,
} as const;

/** An item of the feed. */
export const item = {
  [required]: 'id',
  id: identifier,
  url,
  title: text,
  content_text: text,
  language,
  authors: [author],
  _provision: details,
} as const;

/** The feed without its items, which are parsed separately. */
export const feedHead = {
  version: text,
  title: text,
  next_url: url,
  language,
  authors: [author],
  _provision_feed: {
    // Accepts a number, so that 2 is refused like "2".
    spec: identifier,
    clause_types: [{ [required]: 'id', id: text, title: text }],
    scales: { severity: levels, confidence: levels, basis: levels },
    methodology_url: url,
    notices,
    source: { name: text, url, licence: text, licence_url: url, attribution: text },
  },
} as const;
