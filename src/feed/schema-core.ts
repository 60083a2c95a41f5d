/**
 * The part of the provision feed 1.x that the elements show at first, in code: what every reader loads. `schema.ts` adds
 * the rest. An object is an object of the feed, `[x]` a list of x, a function a value. Everything is optional but the
 * member that `[required]` names: without it the object around it is worth nothing.
 *
 * Not Valibot: it has no notion of "lose the member, keep the rest, say where" in one pass, and this table with its
 * reader is smaller than Valibot's own part would be (CONTRIBUTING.md has the figures).
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

/** One row of a comparison. */
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

/** `_provision`: what JSON Feed has no member for. */
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

/** An item of the feed: one provision. */
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

/** The feed without its items, which are read one by one. */
export const feedHead = {
  version: text,
  title: text,
  next_url: url,
  language,
  authors: [author],
  _provision_feed: {
    // A number is understood, so that 2 is refused as "2" is.
    spec: identifier,
    clause_types: [{ [required]: 'id', id: text, title: text }],
    scales: { severity: levels, confidence: levels, basis: levels },
    methodology_url: url,
    notices,
    source: { name: text, url, licence: text, licence_url: url, attribution: text },
  },
} as const;
