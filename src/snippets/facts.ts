import type { Clause } from '../feed/types.js';
import type { PublishedWords } from '../i18n/published.js';
import { attributionOf, attributionText } from '../provision/attribution.js';
import type { Attribution } from '../provision/attribution.js';
import { readDate } from '../provision/dates.js';
import { sha256Hex } from '../provision/hash.js';
import { analystNames, documentName, provisionTitle } from '../provision/display-names.js';
import { shownRating } from '../provision/rating.js';
import { attributes, markup, pastedText } from '../html/markup.js';
import type { Markup } from '../html/markup.js';
import type { EmbedSource } from './source.js';

/** What every form says about a record, in words. */
export interface EmbedFacts {
  /** The platform's words; empty where the record quotes none. */
  readonly clauses: readonly Clause[];
  /** The analyst's summary, where there is nothing to quote. */
  readonly summary: string | undefined;
  readonly title: string;
  /** That the record was corrected or withdrawn. */
  readonly status: string | undefined;
  /** "Severity: Medium". */
  readonly severity: string | undefined;
  /** "Analysis by Clausewatch". */
  readonly analysis: string | undefined;
  /** "Data: PrivacySpy, CC BY 4.0": whose data the record was made from, in one line without links. */
  readonly data: string | undefined;
  /** The same with its addresses, for forms that can link the licence. */
  readonly attribution: Attribution | undefined;
  /** Platform and document, and when it was captured: the text of the link to the record. */
  readonly source: string;
  /** When it was captured, as the feed writes it, and as `source` does. */
  readonly captured: { readonly written: string; readonly said: string } | undefined;
  /** BCP 47 tag of the analyst's words, where the feed tells it. */
  readonly language: string | undefined;
  /** BCP 47 tag of our own words. */
  readonly locale: string;
}

/** The day of a date in UTC. A sentence needs no seconds; the record has them. */
function dayOf(written: string): string {
  const day = readDate(written).value.toISOString().slice(0, 10);
  // An offset can take the first and the last day that a date can be written for out of what can be written.
  return /^\d{4}-/.test(day) ? day : written.slice(0, 10);
}

/** The facts of a record, in our words where the feed has none. */
export function embedFacts({ provision, feed }: EmbedSource, said: PublishedWords): EmbedFacts {
  const { clauses = [], severity, provenance, status } = provision._provision;
  const { words, embed, formats } = said;
  const rating = shownRating(severity, 'severity', feed);
  const names = analystNames(provision, feed);
  const name = documentName(provision) ?? provision.title ?? embed.record;
  const written = provenance?.captured;
  const attribution = attributionOf(feed);
  const captured = written === undefined ? undefined : { written, said: formats.date(dayOf(written)) };
  return {
    clauses,
    summary: clauses.length ? undefined : provision.content_text,
    title: provisionTitle(provision) ?? words.untitled,
    status: status === 'withdrawn' ? words.withdrawn : status === 'corrected' ? words.corrected : undefined,
    severity: rating && embed.rated(rating.label),
    analysis: names.length ? words.analysisBy(formats.list(names)) : undefined,
    data: attribution && words.dataFrom(attributionText(attribution)),
    attribution,
    source: captured === undefined ? name : embed.sourceCaptured(name, captured.said),
    captured,
    language: provision.language ?? feed?.language,
    locale: words.locale,
  };
}

/**
 * SHA-256 of the wording that a snippet quotes: what is pinned. One for each clause, in their order, apart by spaces.
 * Undefined where nothing is quoted or where there is no SHA-256 to be had (a page without https).
 */
export async function quotedHash(clauses: readonly Clause[]): Promise<string | undefined> {
  const hashes = await Promise.all(clauses.map(({ text }) => sha256Hex(text)));
  return hashes.length && hashes.every((hash) => hash !== undefined) ? hashes.join(' ') : undefined;
}

/** The facts as sentences: "Severity: Medium. Analysis by Clausewatch." A label that ends in a mark gets no second one. */
export function sentences(parts: readonly (string | undefined)[], { embed }: PublishedWords): string {
  const given = parts.filter((part) => part !== undefined);
  return given.map((part) => (/[.!?…。！？؟।]$/.test(part) ? part : embed.sentence(part))).join(' ');
}

/** Our own words in a line of the analyst's: in their own language and direction, where that is another one. */
export function ourWords(said: string, { locale, language }: EmbedFacts): Markup {
  const text = pastedText(said);
  const isSame = locale.split('-')[0] === language?.split('-')[0];
  // English was never told apart where nothing says what the line is in.
  return isSame || !said || (language === undefined && locale === 'en')
    ? text
    : markup`<span${attributes({ lang: locale, dir: 'auto' })}>${text}</span>`;
}

/** Whose data it is, with the licence as a link where it has an address; a blank after it. Nothing where the feed names no source. */
export function creditLine(facts: EmbedFacts, words: PublishedWords): Markup | undefined {
  const { attribution, data } = facts;
  if (attribution === undefined || data === undefined) return undefined;
  const { name, licence, licenceUrl } = attribution;
  if (licence === undefined || licenceUrl === undefined) return markup`${ourWords(sentences([data], words), facts)} `;
  const link = markup`<a${attributes({ href: licenceUrl, rel: 'license' })}>${pastedText(licence)}</a>`;
  return markup`${ourWords(`${words.words.dataFrom(name)},`, facts)} ${link}. `;
}
