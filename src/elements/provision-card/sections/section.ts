import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../../page/shown-record.js';
import type { RecordMessages } from '../../../i18n/record-messages.js';
import type { ReadersTools } from '../../toolbar/readers-tools.js';
import { sectionHeading } from '../../templates/heading.js';
import type { View } from '../../templates/view.js';

/** The view of the full record's sections: with their messages and the reader's tools. */
export interface RecordView extends View {
  readonly more: RecordMessages;
  readonly tools: ReadersTools;
}

/** Renders a section of the full record with its heading, or returns undefined if it would be empty. */
export type Section = (view: RecordView, shown: ShownRecord) => TemplateResult | undefined;

/** Renders the frame of a section. Returns undefined without content, so that no heading is empty. */
export function section(
  view: View,
  name: string,
  heading: string,
  content: TemplateResult | undefined,
): TemplateResult | undefined {
  return content && html`<div class=${`section ${name}`} part=${name}>${sectionHeading(view, heading)}${content}</div>`;
}

/** Renders a heading inside a section, one level below the section's heading, at most level 6. */
export function partHeading(
  view: View,
  words: TemplateResult | string,
  more?: TemplateResult,
): TemplateResult | undefined {
  return html`<div class="part-heading" role="heading" aria-level=${Math.min(6, view.headingLevel + 2)}>
    <span lang=${view.language} dir="auto">${words}</span> ${more}
  </div>`;
}

/** Renders a paragraph in the record's language; undefined without text. */
export function paragraph(view: View, text: string | undefined, part?: string): TemplateResult | undefined {
  return text === undefined
    ? undefined
    : html`<p part=${part ?? nothing} class=${part ?? nothing} lang=${view.language} dir="auto">${text}</p>`;
}

/** Renders the record's text inside a line of ours, in the record's language. */
export function recordText(view: View, words: string | undefined): TemplateResult | undefined {
  return words === undefined ? undefined : html`<span lang=${view.language} dir="auto">${words}</span>`;
}

/** Renders a line of a fact list; undefined without a value. */
export function fact(term: string, value: TemplateResult | string | undefined): TemplateResult | undefined {
  return value === undefined
    ? undefined
    : html`<div>
        <dt>${term}</dt>
        <dd>${value}</dd>
      </div>`;
}

/** Renders a list of facts; undefined if it would be empty. */
export function factList(lines: readonly (TemplateResult | undefined)[]): TemplateResult | undefined {
  return lines.some((line) => line) ? html`<dl class="fact-list">${lines}</dl>` : undefined;
}

/** Renders a link whose text is its complete address, so that it is useful in print. */
export function address(url: string | undefined): TemplateResult | undefined {
  return url === undefined
    ? undefined
    : html`<a class="address" part="link" href=${url} rel="noopener noreferrer" translate="no" dir="ltr">${url}</a>`;
}
