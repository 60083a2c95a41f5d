import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Provision } from '../../feed/types.js';
import { facts, link } from './text.js';
import type { View } from './view.js';

/** Whose analysis it is, as a newspaper's byline says it. Always shown. */
export function byline(view: View, names: readonly string[]): TemplateResult | undefined {
  return names.length
    ? html`<p class="byline" part="byline"><bdi>${view.words.analysisBy(view.formats.list(names))}</bdi></p>`
    : undefined;
}

/** Where the whole record stands, and under which id. */
export function recordLine(view: View, { url, id }: Provision): TemplateResult | undefined {
  return facts([link(url, view.words.fullRecord, 'permalink'), view.words.record(id)], 'record');
}
