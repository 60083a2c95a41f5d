import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Clause, Provision } from '../../feed/types.js';
import { documentName } from '../../provision/names.js';
import { facts, folded, link, sectionHeading } from '../shared/text.js';
import type { View } from '../shared/view.js';

/** Characters of clauses that are seen without asking for more. */
const clauseLimit = 900;

/** The platform's own words: a quotation in its own language and direction, who said it, and where it stands. */
export function clauseQuotation(view: View, provision: Provision): TemplateResult | undefined {
  const { clauses, provenance, document } = provision._provision;
  if (!clauses) return undefined;
  const { words, formats } = view;
  const source = provenance?.source_url ?? document?.url;
  const name = documentName(provision);
  // Said once below where all clauses share it, else beside the last of those that do.
  const given = clauses.every(({ attribution }) => attribution === clauses[0]?.attribution)
    ? clauses[0]?.attribution
    : undefined;
  const attribution = given ?? (clauses.some((clause) => !clause.attribution) && name ? words.from(name) : undefined);
  const length = clauses.reduce((sum, { text }) => sum + text.length, 0);
  return html`<div class="section platform" part="clause">
    ${sectionHeading(view, words.clause)}
    ${folded(
      view,
      'clause',
      length,
      clauseLimit,
      html`<blockquote part="quotation" cite=${source ?? nothing} translate="no">
        ${clauses.map((clause, index) => quoted(clause, given ?? clauses[index + 1]?.attribution))}
      </blockquote>`,
    )}
    ${facts(
      [
        attribution &&
          html`<cite lang=${given === undefined ? words.locale : view.language} dir="auto">${attribution}</cite>`,
        document?.last_updated && words.lastUpdated(formats.date(document.last_updated)),
        provenance?.captured && words.captured(formats.date(provenance.captured)),
        link(source, words.source),
        link(provenance?.archive_url, words.archivedCopy),
      ],
      'attribution',
    )}
  </div>`;
}

/** One clause, with its attribution unless that is said again further on. */
function quoted({ text, language, attribution }: Clause, later: string | undefined): TemplateResult {
  return html`<p lang=${language ?? ''} dir="auto">${text}</p>
    ${
      attribution === undefined || attribution === later
        ? undefined
        : html`<p class="facts" dir="auto">${attribution}</p>`
    }`;
}
