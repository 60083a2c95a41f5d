import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { View } from './view.js';

/** Renders a heading inside an element, one level below the element's own, at most level 6. */
export function sectionHeading(view: View, words: string): TemplateResult {
  return html`<div class="label" part="label" role="heading" aria-level=${Math.min(6, view.headingLevel + 1)}>
    ${words}
  </div>`;
}

/** Options for folding a long text. */
export interface Fold {
  /** Number of characters above which the text is folded. */
  readonly limit: number;
  /** The limit in a wide card, whose lines have more characters. Default: `limit`. */
  readonly wide?: number;
  /** Visible lines: ten, `brief` five, `line` two, `shut` none. Default: ten. */
  readonly look?: '' | 'brief' | 'line' | 'shut';
  /** Label of the button that opens the text. Default: "Show all". */
  readonly words?: string;
}

/**
 * Folds a long text. Above the limit only the first lines are visible until the reader opens the rest; screen readers and print
 * get all of it. Find-in-page, text fragments and focus scroll to folded text in every browser, and the scroll opens it.
 * `hidden="until-found"` would work in some browsers only, and would split the text.
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

/** Renders the text of a fold, without its button. */
export function fold(view: View, part: string, look: string, content: TemplateResult): TemplateResult {
  const open = view.isOpen(part);
  // Firefox dispatches scroll events without a movement as well.
  const reached = ({ target }: Event) => {
    if (!open && (target as Element).scrollTop) view.toggle(part);
  };
  return html`<div id=${`fold-${part}`} class=${`fold ${open ? 'open' : look}`} @scroll=${reached}>${content}</div>`;
}

/** Renders the button that opens and closes a fold. */
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
 * Renders a quoted text to the letter. An invisible bidirectional control is put into its own box, where it cannot reverse
 * other letters, after a visible and audible mark. The mark is not text, so copies, comparisons and hashes have the document's
 * own letters.
 */
export function asWritten(text: string): string | readonly (string | TemplateResult)[] {
  const pieces = text.split(/([\u202d\u202e])/);
  return pieces.length > 1
    ? pieces.map((piece, index) =>
        index % 2 ? html`<span class=${piece < '\u202e' ? 'turn ltr' : 'turn'}>${piece}</span>` : piece,
      )
    : text;
}

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
