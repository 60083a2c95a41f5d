import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../controllers/record.js';
import { attributionOf } from '../../provision/attribution.js';
import { facts, link } from './text.js';
import type { View } from './view.js';

/** Whose analysis it is, as a newspaper's byline says it. Always shown. */
export function byline(view: View, names: readonly string[]): TemplateResult | undefined {
  return names.length
    ? html`<p class="byline" part="byline"><bdi>${view.words.analysisBy(view.formats.list(names))}</bdi></p>`
    : undefined;
}

/** Where the whole record stands, under which id, and whose data it was made from, with the licence that asks for that. */
export function recordLine(
  view: View,
  { provision: { url, id }, feed }: Pick<ShownRecord, 'provision' | 'feed'>,
): TemplateResult | undefined {
  const source = attributionOf(feed);
  const name = source && view.words.dataFrom(source.name);
  return facts(
    [
      link(url, view.words.fullRecord, 'permalink'),
      view.words.record(id),
      name && (link(source.url, name) ?? name),
      source?.licence && (link(source.licenceUrl, source.licence, 'link', 'license noopener') ?? source.licence),
    ],
    'record',
  );
}
