import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { View } from './view.js';

/** A heading inside an element, one level below the element's own, six at the most. */
export function sectionHeading(view: View, words: string): TemplateResult {
  return html`<div class="label" part="label" role="heading" aria-level=${Math.min(6, view.headingLevel + 1)}>
    ${words}
  </div>`;
}

/** How a long text is folded. */
export interface Fold {
  /** The text is folded above this number of characters. */
  readonly limit: number;
  /** The same in a wide card, whose lines hold more. Default: `limit`. */
  readonly wide?: number;
  /** How much of it is seen: ten lines, `brief` five, `line` two, `shut` none. Default: ten lines. */
  readonly look?: '' | 'brief' | 'line' | 'shut';
  /** The words of the button that opens it. Default: "Show all". */
  readonly words?: string;
}

/**
 * Text that may be long. Above a limit only the first lines are seen until the reader asks for the rest; all of it stays
 * in the page for screen readers and print. Find-in-page, a text fragment or the focus scroll to what is folded away, in
 * every browser, and that opens it (`hidden="until-found"` would do so in some, and tear the text apart).
 */
export function folded(
  view: View,
  part: string,
  length: number,
  { limit, wide = limit, look = '', words = view.words.showAll }: Fold,
  content: TemplateResult,
): TemplateResult {
  if (length <= limit) return content;
  return html`${fold(view, part, length <= wide ? `${look} narrow` : look, content)}${foldButton(view, part, words)}`;
}

/** The text of a fold, without its button. */
export function fold(view: View, part: string, look: string, content: TemplateResult): TemplateResult {
  const open = view.isOpen(part);
  // Firefox also tells of a scroll where nothing has moved.
  const reached = ({ target }: Event) => {
    if (!open && (target as Element).scrollTop) view.toggle(part);
  };
  return html`<div id=${`fold-${part}`} class=${`fold ${open ? 'open' : look}`} @scroll=${reached}>${content}</div>`;
}

/** The button that opens and closes a fold. */
export function foldButton(
  view: View,
  part: string,
  words: string | TemplateResult,
  openWords: string | TemplateResult = view.words.showLess,
): TemplateResult {
  const open = view.isOpen(part);
  return html`<button
    class="more"
    part="more"
    type="button"
    aria-expanded=${open}
    aria-controls=${`fold-${part}`}
    @click=${() => {
      view.toggle(part);
    }}
  >
    ${open ? openWords : words}
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
