import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import { comparisonOf } from '../../provision/comparison/comparison.js';
import { comparisonSection } from '../provision-comparison/comparison-section.js';
import { clauseQuotation } from '../templates/clause-quotation.js';
import { folded } from '../templates/fold.js';
import { sectionHeading } from '../templates/heading.js';
import type { Fold } from '../templates/fold.js';
import type { View } from '../templates/view.js';

/** Lengths in characters above which the analyst's text is folded: in the full record, and in a guest. */
const textFold: Fold = { limit: 900 };
const summaryFold: Fold = { limit: 220, wide: 420, look: 'brief' };
const lineFold: Fold = { limit: 80, wide: 160, look: 'line' };
const comparisonRows = 3;

type CardSection = (view: View, shown: ShownRecord) => TemplateResult | undefined;

/** The sections in the entry chunk, in the order of the full record. `full-record.ts` has the others. */
export const cardSections: Readonly<Record<string, CardSection>> = {
  summary: (view, { provision }) =>
    text(view, 'summary', provision.content_text, view.isCompact ? lineFold : view.isBrief ? summaryFold : textFold),
  why: (view, { provision }) => text(view, 'why', provision._provision.why_it_matters, textFold, view.words.why),
  impact: (view, { provision }) =>
    text(view, 'impact', provision._provision.consumer_impact, textFold, view.words.impact),
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

/** The sections of a guest, in order. A page cannot choose `meaning` by name. */
export const briefSections = ['summary', 'clause', 'meaning', 'comparison'] as const;

/** Renders two lines of the impact on the reader, with the reason why it matters in the same fold. */
export function meaning(view: View, { provision }: ShownRecord): TemplateResult | undefined {
  const { consumer_impact: impact, why_it_matters: why } = provision._provision;
  const { words } = view;
  if (impact === undefined || why === undefined)
    return text(view, 'impact', impact, lineFold, words.impact) ?? text(view, 'why', why, lineFold, words.why);
  return html`<div class="section impact" part="impact">
    ${sectionHeading(view, words.impact)}${folded(
      view,
      'why',
      impact.length + why.length,
      { limit: 140, look: 'line', words: words.why },
      html`${paragraph(view, impact)}
        <div class="section why" part="why">${sectionHeading(view, words.why)}${paragraph(view, why)}</div>`,
    )}
  </div>`;
}

function text(
  view: View,
  section: string,
  words: string | undefined,
  look: Fold,
  heading?: string,
): TemplateResult | undefined {
  return words === undefined
    ? undefined
    : html`<div class=${`section ${section}`} part=${section}>
        ${heading && sectionHeading(view, heading)}${folded(view, section, words.length, look, paragraph(view, words))}
      </div>`;
}

const paragraph = (view: View, words: string) => html`<p lang=${view.language} dir="auto">${words}</p>`;
