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

/** The facts about a record that every form shows, as text. */
export interface EmbedFacts {
  /** The clauses; empty when the record quotes none. */
  readonly clauses: readonly Clause[];
  /** The analyst's summary, when there is no clause to quote. */
  readonly summary: string | undefined;
  readonly title: string;
  /** "Corrected" or "withdrawn", in the interface language. */
  readonly status: string | undefined;
  /** Example: "Severity: Medium". */
  readonly severity: string | undefined;
  /** Example: "Analysis by Clausewatch". */
  readonly analysis: string | undefined;
  /** Example: "Data: PrivacySpy, CC BY 4.0". Names the source of the data in one line without links. */
  readonly data: string | undefined;
  /** The same source with its URLs, for forms that can link the licence. */
  readonly attribution: Attribution | undefined;
  /** Link text of the record: platform, document and date of capture. */
  readonly source: string;
  /** Date of capture: as in the feed, and as in `source`. */
  readonly captured: { readonly written: string; readonly said: string } | undefined;
  /** BCP 47 tag of the analyst's text, when the feed states it. */
  readonly language: string | undefined;
  /** BCP 47 tag of the interface language. */
  readonly locale: string;
}

/** Returns the UTC day of a date, because a sentence needs no time of day. */
function dayOf(written: string): string {
  const day = readDate(written).value.toISOString().slice(0, 10);
  // In UTC the first and last representable dates may fall outside the years 0000 to 9999; then keep the written day.
  return /^\d{4}-/.test(day) ? day : written.slice(0, 10);
}

/** Collects the facts of a record, with interface messages for missing titles. */
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
 * Returns the SHA-256 of each quoted clause, in order, separated by spaces. This pins the quoted wording. Undefined when the record
 * quotes nothing, or when SHA-256 is not available (on a page without https).
 */
export async function quotedHash(clauses: readonly Clause[]): Promise<string | undefined> {
  const hashes = await Promise.all(clauses.map(({ text }) => sha256Hex(text)));
  return hashes.length && hashes.every((hash) => hash !== undefined) ? hashes.join(' ') : undefined;
}

/** Joins facts as sentences: "Severity: Medium. Analysis by Clausewatch." A fact that already ends with punctuation gets no full stop. */
export function sentences(parts: readonly (string | undefined)[], { embed }: PublishedWords): string {
  const given = parts.filter((part) => part !== undefined);
  return given.map((part) => (/[.!?…。！？؟।]$/.test(part) ? part : embed.sentence(part))).join(' ');
}

/** Renders interface text in a line of the analyst's text, with its own `lang` and direction when the languages differ. */
export function ourWords(said: string, { locale, language }: EmbedFacts): Markup {
  const text = pastedText(said);
  const isSame = locale.split('-')[0] === language?.split('-')[0];
  // Without a known language, English text is not marked, so that published snippets keep their bytes.
  return isSame || !said || (language === undefined && locale === 'en')
    ? text
    : markup`<span${attributes({ lang: locale, dir: 'auto' })}>${text}</span>`;
}

/**
 * Renders the source of the data with a trailing space, and links the licence when it has a URL. Undefined when the feed names no source.
 */
export function creditLine(facts: EmbedFacts, words: PublishedWords): Markup | undefined {
  const { attribution, data } = facts;
  if (attribution === undefined || data === undefined) return undefined;
  const { name, licence, licenceUrl } = attribution;
  if (licence === undefined || licenceUrl === undefined) return markup`${ourWords(sentences([data], words), facts)} `;
  const link = markup`<a${attributes({ href: licenceUrl, rel: 'license' })}>${pastedText(licence)}</a>`;
  return markup`${ourWords(`${words.words.dataFrom(name)},`, facts)} ${link}. `;
}
