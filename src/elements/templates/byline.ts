import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import { attributionOf } from '../../provision/attribution.js';
import { facts, link } from './facts.js';
import type { View } from './view.js';

/** Renders the authors of the analysis. Always shown. */
export function byline(view: View, names: readonly string[]): TemplateResult | undefined {
  return names.length
    ? html`<p class="byline" part="byline"><bdi>${view.words.analysisBy(view.formats.list(names))}</bdi></p>`
    : undefined;
}

/**
 * Renders the link to the whole record, its id, and the source of its data with the attribution that the licence requires.
 *
 * @param isUnchecked whether the comparison with the page's wording failed
 */
export function recordLine(
  { words }: View,
  { provision: { url, id }, feed }: Pick<ShownRecord, 'provision' | 'feed'>,
  isUnchecked = false,
): TemplateResult | undefined {
  const source = attributionOf(feed);
  const name = source && words.dataFrom(source.name);
  return facts(
    [
      link(url, words.fullRecord, 'permalink'),
      words.record(id),
      isUnchecked ? words.unchecked : undefined,
      name && (link(source.url, name) ?? name),
      source?.licence &&
        (link(source.licenceUrl, source.licence, 'link', 'license noopener noreferrer') ?? source.licence),
    ],
    'record',
  );
}
