import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { View } from './view.js';

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
