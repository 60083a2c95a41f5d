/**
 * Renders the difference of two wordings so that it is readable with colour, without colour, by screen readers and in print.
 * Lazy, with the word diff.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isNothing } from '../../../feed/reading.js';
import type { ChangeMessages } from '../../../i18n/change-messages.js';
import { textOf, tokensOf } from '../../../provision/changes/tokens.js';
import { wordDiff } from '../../../provision/changes/word-diff.js';
import type { DiffPart } from '../../../provision/changes/word-diff.js';
import type { View } from '../view.js';

/** Two wordings, and the key under which the reader's open state is stored. */
export interface Wordings {
  readonly from: string;
  readonly to: string;
  readonly language: string | undefined;
  readonly part: string;
}

/** Unchanged words to show around a change, and the least number of further words that are folded. */
const contextWords = 14;
const minFoldedWords = 20;

const diffs = new Map<string, readonly DiffPart[]>();
const maxDiffs = 100;

/** Computes a diff once for all renderings. Without `Intl.Segmenter` it returns both wordings complete. */
function partsOf({ from, to, language }: Wordings): readonly DiffPart[] {
  const key = JSON.stringify([from, to, language]);
  let parts = diffs.get(key);
  if (!parts) {
    try {
      parts = wordDiff(from, to, language);
    } catch {
      parts = [
        { kind: 'removed', from, to: '' },
        { kind: 'added', from: '', to },
      ];
    }
    if (diffs.size >= maxDiffs) diffs.clear();
    diffs.set(key, parts);
  }
  return parts;
}

/** Renders both wordings as one text: removed words are struck through, added words underlined, and labels name each kind. */
export function wordingDiff(view: View, words: ChangeMessages, wordings: Wordings): TemplateResult {
  const parts = partsOf(wordings);
  const shown = parts.map((part, index) =>
    part.kind === 'same'
      ? unchangedPassage(view, words, wordings, part.to, index, parts.length)
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
  const name = kind === 'removed' ? (moved ? words.movedAway : words.removed) : moved ? words.movedHere : words.added;
  const label = html`<span class=${moved ? 'tag' : 'sr'} lang=${view.words.locale} translate="yes">${name} </span>`;
  // The complete sentence is at its new position.
  const whole = kind === 'added' ? to : moved ? firstWords(from, language) : from;
  // An added or removed space or line break is invisible without a mark.
  const text = isNothing(whole) ? (whole.includes('\n') ? '¶' : '␣') : whole;
  return kind === 'removed'
    ? html`<del class=${moved ? 'moved' : ''} part="removed">${label}${text}</del>`
    : html`<ins class=${moved ? 'moved' : ''} part="added">${label}${text}</ins>`;
}

/** Shortens a long text to its first words. */
function firstWords(text: string, language: string | undefined): string {
  const { head, rest } = splitAfterWords(text, 6, language);
  return rest ? `${head.trimEnd()} … ` : text;
}

/** Splits a text after a number of words; `rest` is empty if it has no more. */
function splitAfterWords(
  text: string,
  count: number,
  language: string | undefined,
): { readonly head: string; readonly rest: string } {
  const tokens = tokensOf(text, language);
  let left = count;
  const at = tokens.findIndex(({ isWord }) => isWord && left-- === 0);
  return at < 0 ? { head: text, rest: '' } : { head: textOf(tokens.slice(0, at)), rest: textOf(tokens.slice(at)) };
}

/** Renders an unchanged passage. A long one is folded except for some words next to the changes. */
function unchangedPassage(
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
  if (hidden < minFoldedWords || count === 1) return text;
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
