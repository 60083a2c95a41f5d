import { siteName, isSoleAuthor } from './citation-data.js';
import { dateParts } from './dates.js';
import { evidenceNote } from './evidence-note.js';
import type { CitationData, CitationDate } from './types.js';

/**
 * Returns a CSL-JSON list with one item. Values without a CSL variable are in `custom`, and in `note`, because
 * reference managers keep only the latter. Publisher and site are left out where they equal the author, because a
 * processor would print both.
 */
export function cslJson(data: CitationData): string {
  const { authors, issued, accessed, csl } = data;
  const site = siteName(data);
  const repeated = isSoleAuthor(csl.publisher, authors) || csl.publisher === site;
  return `${json([
    {
      id: data.id,
      type: csl.type ?? 'webpage',
      title: data.title,
      'title-short': csl['title-short'],
      author: authors.length ? authors : undefined,
      'container-title': site,
      publisher: repeated ? undefined : csl.publisher,
      genre: csl.genre,
      number: data.number,
      version: csl.version,
      issued: issued && cslDate(issued),
      accessed: accessed && cslDate(accessed),
      URL: data.url,
      archive: csl.archive,
      archive_location: csl.archive_location,
      language: data.language,
      note: csl.note ?? evidenceNote(data),
      custom: {
        record_id: data.recordId,
        platform: data.platform,
        document: data.document,
        document_id: data.documentId,
        captured: data.captured,
        sha256: data.sha256,
        source_url: data.sourceUrl,
        archive_url: data.archiveUrl,
      },
    },
  ])}\n`;
}

function cslDate(date: CitationDate): unknown {
  return 'literal' in date ? { literal: date.literal } : { 'date-parts': [dateParts(date)] };
}

/**
 * Serializes JSON without undefined members. Not `JSON.stringify`, because a page may have given arrays and strings a
 * `toJSON` (as Prototype.js did), and this data leaves the page.
 */
function json(value: unknown, indent = '\n'): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown) => json(item, inner));
    return typeof value[0] === 'object' ? `[${inner}${items.join(`,${inner}`)}${indent}]` : `[${items.join(', ')}]`;
  }
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : `${quote(name)}: ${json(member, inner)}`,
  );
  return members.length ? `{${inner}${members.join(`,${inner}`)}${indent}}` : '{}';
}

function quote(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\p{Zl}\p{Zp}]/gu, (mark) =>
    /["\\]/.test(mark) ? `\\${mark}` : `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
