import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../../page/shown-record.js';
import type { RecordMessages } from '../../../i18n/record-messages.js';
import type { ReadersTools } from '../../toolbar/readers-tools.js';
import { sectionHeading } from '../../templates/text.js';
import type { View } from '../../templates/view.js';

/** What a section of the full record is made from. */
export interface RecordView extends View {
  readonly more: RecordMessages;
  readonly tools: ReadersTools;
}

/** A section of the full record: its own heading and content, or undefined where it would be empty. */
export type Section = (view: RecordView, shown: ShownRecord) => TemplateResult | undefined;

/** The frame of a section. Undefined where it has no content, so that no heading stands over nothing. */
export function section(
  view: View,
  name: string,
  heading: string,
  content: TemplateResult | undefined,
): TemplateResult | undefined {
  return content && html`<div class=${`section ${name}`} part=${name}>${sectionHeading(view, heading)}${content}</div>`;
}

/** A heading inside a section, one level below the section's own, six at the most. */
export function partHeading(
  view: View,
  words: TemplateResult | string,
  more?: TemplateResult,
): TemplateResult | undefined {
  return html`<div class="part-heading" role="heading" aria-level=${Math.min(6, view.headingLevel + 2)}>
    <span lang=${view.language} dir="auto">${words}</span> ${more}
  </div>`;
}

/** A paragraph of the record, in its language; undefined without text. */
export function paragraph(view: View, text: string | undefined, part?: string): TemplateResult | undefined {
  return text === undefined
    ? undefined
    : html`<p part=${part ?? nothing} class=${part ?? nothing} lang=${view.language} dir="auto">${text}</p>`;
}

/** Words of the record inside a line of ours, in their language. */
export function given(view: View, words: string | undefined): TemplateResult | undefined {
  return words === undefined ? undefined : html`<span lang=${view.language} dir="auto">${words}</span>`;
}

/** A line of a list of facts; undefined without a value. */
export function fact(term: string, value: TemplateResult | string | undefined): TemplateResult | undefined {
  return value === undefined
    ? undefined
    : html`<div>
        <dt>${term}</dt>
        <dd>${value}</dd>
      </div>`;
}

/** A list of facts; undefined where none is given. */
export function factList(lines: readonly (TemplateResult | undefined)[]): TemplateResult | undefined {
  return lines.some((line) => line) ? html`<dl class="fact-list">${lines}</dl>` : undefined;
}

/** An address written out in full, to be read, printed and followed. */
export function address(url: string | undefined): TemplateResult | undefined {
  return url === undefined
    ? undefined
    : html`<a class="address" part="link" href=${url} rel="noopener noreferrer" translate="no" dir="ltr">${url}</a>`;
}
