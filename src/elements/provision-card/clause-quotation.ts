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
  // One attribution for all clauses that share it.
  const given = clauses[0]?.attribution;
  const attribution = given ?? (name && words.from(name));
  const length = clauses.reduce((sum, { text }) => sum + text.length, 0);
  return html`<div class="section platform" part="clause">
    ${sectionHeading(view, words.clause)}
    ${folded(
      view,
      'clause',
      length,
      clauseLimit,
      html`<blockquote part="quotation" cite=${source ?? nothing} translate="no">
        ${clauses.map((clause) => quoted(clause, given))}
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

function quoted({ text, language, attribution }: Clause, shared: string | undefined): TemplateResult {
  return html`<p lang=${language ?? ''} dir="auto">${text}</p>
    ${
      attribution === undefined || attribution === shared
        ? undefined
        : html`<p class="facts" dir="auto">${attribution}</p>`
    }`;
}
