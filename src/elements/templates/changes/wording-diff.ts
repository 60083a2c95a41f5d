/** How one wording became another, for readers: of colours, of screen readers, of print. Lazy, with the word diff. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isNothing } from '../../../feed/reading.js';
import type { ChangeMessages } from '../../../i18n/change-messages.js';
import { textOf, tokensOf } from '../../../provision/changes/tokens.js';
import { wordDiff } from '../../../provision/changes/word-diff.js';
import type { DiffPart } from '../../../provision/changes/word-diff.js';
import type { View } from '../view.js';

/** Two wordings, and the name under which the reader's choices about them are kept. */
export interface Wordings {
  readonly from: string;
  readonly to: string;
  readonly language: string | undefined;
  readonly part: string;
}

/** Words of an unchanged stretch that stay around a change, and above how many more the rest is folded away. */
const contextWords = 14;
const leastFolded = 20;

const known = new Map<string, readonly DiffPart[]>();
const maxKnown = 100;

/** Rendered again and again, a diff is made once. Where there is no Intl.Segmenter, both wordings stand whole. */
function partsOf({ from, to, language }: Wordings): readonly DiffPart[] {
  const key = JSON.stringify([from, to, language]);
  let parts = known.get(key);
  if (!parts) {
    try {
      parts = wordDiff(from, to, language);
    } catch {
      parts = [
        { kind: 'removed', from, to: '' },
        { kind: 'added', from: '', to },
      ];
    }
    if (known.size >= maxKnown) known.clear();
    known.set(key, parts);
  }
  return parts;
}

/** The two wordings as one text: what has gone is struck out, what has come is underlined, and words say which is which. */
export function wordingDiff(view: View, words: ChangeMessages, wordings: Wordings): TemplateResult {
  const parts = partsOf(wordings);
  const shown = parts.map((part, index) =>
    part.kind === 'same'
      ? stretch(view, words, wordings, part.to, index, parts.length)
      : change(view, words, part, wordings.language),
  );
  return html`<blockquote
    class="difference"
    part="difference"
    translate="no"
    lang=${wordings.language ?? nothing}
    dir="auto"
  >
    <p class="words">${shown}</p>
  </blockquote>`;
}

function change(
  view: View,
  words: ChangeMessages,
  { kind, from, to, moved }: DiffPart,
  language: string | undefined,
): TemplateResult {
  const said = kind === 'removed' ? (moved ? words.movedAway : words.removed) : moved ? words.movedHere : words.added;
  const label = html`<span class=${moved ? 'tag' : 'sr'} lang=${view.words.locale} translate="yes">${said} </span>`;
  // The whole sentence stands where it has moved to.
  const whole = kind === 'added' ? to : moved ? ends(from, language) : from;
  // A space or a paragraph that has come or gone is seen by its mark only.
  const text = isNothing(whole) ? (whole.includes('\n') ? '¶' : '␣') : whole;
  return kind === 'removed'
    ? html`<del class=${moved ? 'moved' : ''} part="removed">${label}${text}</del>`
    : html`<ins class=${moved ? 'moved' : ''} part="added">${label}${text}</ins>`;
}

/** A long text by its first words. */
function ends(text: string, language: string | undefined): string {
  const { head, rest } = cut(text, 6, language);
  return rest ? `${head.trimEnd()} … ` : text;
}

/** A text after so many of its words; where it has no more, `rest` is empty. */
function cut(
  text: string,
  count: number,
  language: string | undefined,
): { readonly head: string; readonly rest: string } {
  const tokens = tokensOf(text, language);
  let left = count;
  const at = tokens.findIndex(({ isWord }) => isWord && left-- === 0);
  return at < 0 ? { head: text, rest: '' } : { head: textOf(tokens.slice(0, at)), rest: textOf(tokens.slice(at)) };
}

/** What both wordings have: a long stretch of it is folded but for a few words around the changes. */
function stretch(
  view: View,
  words: ChangeMessages,
  { language, part }: Wordings,
  text: string,
  index: number,
  count: number,
): TemplateResult | string {
  let tokens: ReturnType<typeof tokensOf>;
  try {
    tokens = tokensOf(text, language);
  } catch {
    return text;
  }
  const places = tokens.flatMap(({ isWord }, at) => (isWord ? at : []));
  const [first, last] = [index > 0 ? contextWords : 0, index + 1 < count ? contextWords : 0];
  const hidden = places.length - first - last;
  if (hidden < leastFolded || count === 1) return text;
  const start = first ? (places[first] ?? 0) : 0;
  const end = last ? (places[places.length - last] ?? tokens.length) : tokens.length;
  const name = `${part}-${index}`;
  const open = view.isOpen(name);
  return html`${textOf(tokens.slice(0, start))}<button
      class="gap-button"
      part="unchanged"
      type="button"
      lang=${view.words.locale}
      translate="yes"
      aria-expanded=${open}
      @click=${() => {
        view.toggle(name);
      }}
    >
      ${open ? view.words.showLess : `… ${words.unchanged(view.formats.count(hidden))} …`}
    </button>
    <span class=${open ? '' : 'closed'}>${textOf(tokens.slice(start, end))}</span>${textOf(tokens.slice(end))}`;
}
