import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import type { Clause } from '../../feed/types.js';
import { documentName } from '../../provision/display-names.js';
import { asWritten } from './as-written.js';
import { facts, link } from './facts.js';
import { folded } from './fold.js';
import type { View } from './view.js';

/**
 * Renders the platform's wording: a quotation in its own language and direction, with its source. Above `limit` characters only
 * the first lines are visible until the reader opens the rest.
 */
export function clauseQuotation(
  view: View,
  { provision }: ShownRecord,
  heading: TemplateResult,
  limit = 900,
): TemplateResult | undefined {
  const { clauses, provenance, document } = provision._provision;
  if (!clauses) return undefined;
  const { words, formats } = view;
  const source = provenance?.source_url ?? document?.url;
  const name = documentName(provision);
  // An attribution that all clauses share is rendered once below them, else next to the last clause of each run.
  const given = clauses.every(({ attribution }) => attribution === clauses[0]?.attribution)
    ? clauses[0]?.attribution
    : undefined;
  // A guest already has the document's name above its title.
  const attribution =
    given ?? (clauses.some((clause) => !clause.attribution) && name && !view.isBrief ? words.from(name) : undefined);
  const length = clauses.reduce((sum, { text }) => sum + text.length, 0);
  // Load the text directive before the reader follows the link.
  const { nearClause } = view;
  const place = (index: number) => link(source && (view.clauseLink?.(source, index) ?? source), words.source);
  // Links next to many short passages would distract from the text; then only one link leads to the first passage.
  const several = clauses.length > 1 && clauses.length < 6;
  return html`<div class="section platform" part="clause" @pointerenter=${nearClause} @focusin=${nearClause}>
    ${heading}
    ${folded(
      view,
      'clause',
      length,
      view.isBrief ? { limit: 220, wide: 420, look: 'brief', words: words.readClause } : { limit },
      html`<blockquote part="quotation" cite=${source ?? nothing} translate="no">
        ${clauses.map((clause, index) =>
          quoted(clause, given ?? clauses[index + 1]?.attribution, several ? place(index) : undefined),
        )}
      </blockquote>`,
    )}
    ${facts(
      [
        attribution &&
          html`<cite lang=${given === undefined ? words.locale : view.language} dir="auto">${attribution}</cite>`,
        view.isBrief ? undefined : document?.last_updated && words.lastUpdated(formats.date(document.last_updated)),
        provenance?.captured && words.captured(formats.day(provenance.captured)),
        several ? undefined : place(0),
        link(provenance?.archive_url, words.archivedCopy),
      ],
      'attribution',
    )}
  </div>`;
}

/** Renders one clause, with its attribution unless a later clause repeats it, and the link to its place. */
function quoted(
  { text, language, attribution }: Clause,
  later: string | undefined,
  place: TemplateResult | undefined,
): TemplateResult {
  return html`<p lang=${language ?? ''} dir="auto">${asWritten(text)}</p>
    ${facts([attribution === later ? undefined : attribution, place], 'clause-facts')}`;
}
