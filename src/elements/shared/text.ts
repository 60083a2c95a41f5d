import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { View } from './view.js';

/** A heading inside an element, one level below the element's own, six at the most. */
export function sectionHeading(view: View, words: string): TemplateResult {
  return html`<div class="label" part="label" role="heading" aria-level=${Math.min(6, view.headingLevel + 1)}>
    ${words}
  </div>`;
}

/**
 * Text that may be long. Above `limit` characters only the first lines are seen until the reader asks for the rest; all
 * of it stays in the page for screen readers and print. Find-in-page, a text fragment or the focus scroll to what is
 * folded away, in every browser, and that opens it (`hidden="until-found"` would do so in some, and tear the text apart).
 */
export function folded(
  view: View,
  part: string,
  length: number,
  limit: number,
  content: TemplateResult,
): TemplateResult {
  if (length <= limit) return content;
  const open = view.isOpen(part);
  const id = `fold-${part}`;
  const toggle = () => {
    view.toggle(part);
  };
  // Firefox also tells of a scroll where nothing has moved.
  const reached = ({ target }: Event) => {
    if (!open && (target as Element).scrollTop) toggle();
  };
  return html`<div id=${id} class=${open ? 'fold open' : 'fold'} @scroll=${reached}>${content}</div>
    <button class="more" part="more" type="button" aria-expanded=${open} aria-controls=${id} @click=${toggle}>
      ${open ? view.words.showLess : view.words.showAll}
    </button>`;
}

/**
 * A text of somebody's document, letter for letter: an invisible control that would have its letters read backwards is in a box
 * of its own, where it turns nothing, behind a mark that is seen and heard. The mark is no text, so whoever copies by hand has the
 * document's own letters, as our tools copy, compare and hash them.
 */
export function asWritten(text: string): string | readonly (string | TemplateResult)[] {
  const pieces = text.split(/([\u202d\u202e])/);
  return pieces.length > 1
    ? pieces.map((piece, index) =>
        index % 2 ? html`<span class=${piece < '\u202e' ? 'turn ltr' : 'turn'}>${piece}</span>` : piece,
      )
    : text;
}

/** A link out of the article; nothing where there is no address. */
export function link(
  url: string | undefined,
  words: string | TemplateResult,
  part = 'link',
  rel = 'noopener noreferrer',
): TemplateResult | undefined {
  return url === undefined ? undefined : html`<a part=${part} href=${url} rel=${rel}>${words}</a>`;
}

/** Short facts on one line, the missing ones left out; apart in what is heard and copied, too. */
export function facts(
  parts: readonly (TemplateResult | string | undefined)[],
  part: string,
): TemplateResult | undefined {
  const given = parts.filter((one) => one);
  return given.length
    ? html`<p class="facts" part=${part}>${given.map((one, index) => html`${index ? ' · ' : ''}<bdi>${one}</bdi>`)}</p>`
    : undefined;
}
