import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../controllers/record.js';
import { comparisonOf } from '../../provision/comparison.js';
import { comparisonSection } from '../provision-comparison/comparison-section.js';
import { clauseQuotation } from '../shared/clause-quotation.js';
import { folded, sectionHeading } from '../shared/text.js';
import type { View } from '../shared/view.js';

/** Characters of the analyst's text that are seen without asking for more. */
const textLimit = 900;
const comparisonRows = 3;

type CardSection = (view: View, shown: ShownRecord) => TemplateResult | undefined;

/** The sections that a card shows in an article, in their order; `full-record.ts` has the others. */
export const cardSections: Readonly<Record<string, CardSection>> = {
  summary: (view, { provision }) => text(view, 'summary', provision.content_text),
  why: (view, { provision }) => text(view, 'why', provision._provision.why_it_matters, view.words.why),
  impact: (view, { provision }) => text(view, 'impact', provision._provision.consumer_impact, view.words.impact),
  clause: (view, shown) =>
    clauseQuotation(view, shown, sectionHeading(view, shown.clauseHeading?.(view) ?? view.words.clause)),
  comparison: (view, { provision, feed }) =>
    comparisonSection(
      view,
      sectionHeading(view, view.words.comparison),
      comparisonOf(provision, feed),
      provision,
      feed,
      comparisonRows,
    ),
};

function text(view: View, section: string, words: string | undefined, heading?: string): TemplateResult | undefined {
  return words === undefined
    ? undefined
    : html`<div class=${`section ${section}`} part=${section}>
        ${heading && sectionHeading(view, heading)}
        ${folded(view, section, words.length, textLimit, html`<p lang=${view.language} dir="auto">${words}</p>`)}
      </div>`;
}
