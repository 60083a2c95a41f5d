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

/**
 * Where the whole record stands, and under which id.
 *
 * @param isUnchecked whether a comparison with what the page carries could not be made
 */
export function recordLine(view: View, { url, id }: Provision, isUnchecked = false): TemplateResult | undefined {
  const { words } = view;
  return facts(
    [link(url, words.fullRecord, 'permalink'), words.record(id), isUnchecked ? words.unchecked : undefined],
    'record',
  );
}
