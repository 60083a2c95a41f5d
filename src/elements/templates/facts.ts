import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** Renders a link out of the article; undefined without an address. */
export function link(
  url: string | undefined,
  words: string | TemplateResult,
  part = 'link',
  rel = 'noopener noreferrer',
): TemplateResult | undefined {
  return url === undefined ? undefined : html`<a part=${part} href=${url} rel=${rel}>${words}</a>`;
}

/** Renders short facts in one line, without the missing ones. Spaces separate them for screen readers and copies as well. */
export function facts(
  parts: readonly (TemplateResult | string | undefined)[],
  part: string,
): TemplateResult | undefined {
  const given = parts.filter((one) => one);
  return given.length
    ? html`<p class="facts" part=${part}>${given.map((one, index) => html`${index ? ' · ' : ''}<bdi>${one}</bdi>`)}</p>`
    : undefined;
}
