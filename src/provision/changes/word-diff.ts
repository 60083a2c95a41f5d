/** Compares two wordings word by word. Import it lazily, because it loads the `diff` package. */
import { foldClause } from '../clause-text.js';
import { aligned } from './alignment.js';
import type { AlignedBlock } from './alignment.js';
import { textOf, tokensOf } from './tokens.js';
import type { Token } from './tokens.js';

/** A part of a diff. All `from` joined are the earlier wording, all `to` the later one, exactly. */
export interface DiffPart {
  /** `same` may differ in typography; `from` and `to` then differ. */
  readonly kind: 'same' | 'removed' | 'added';
  readonly from: string;
  readonly to: string;
  /** Complete sentences that were moved away from here, or moved here. */
  readonly moved?: true;
}

/**
 * Characters of both texts above which they are compared line by line, because a word diff of a book takes too long.
 */
const maxLength = 200_000;
/** Fewest words of a sentence that is recognised as moved. Shorter sentences occur in several places. */
const minMovedWords = 6;

interface Sentence {
  readonly tokens: readonly Token[];
  readonly key: string;
}

type DiffBlock = AlignedBlock<Token>;

/**
 * Returns the word diff of two wordings. Differences of typography (`foldClause`) are ignored unless there are no
 * others. Equal sentences in another place are marked as moved.
 *
 * @param language BCP 47 tag of the wordings, for word boundaries (default: the runtime's language)
 */
export function wordDiff(from: string, to: string, language?: string): readonly DiffPart[] {
  if (from === to) return from ? [{ kind: 'same', from, to }] : [];
  const folded = diff(from, to, language, false);
  // The reader was told of a change, so that the diff must show one.
  return folded.some(({ kind }) => kind !== 'same') || foldClause(from) === foldClause(to)
    ? folded
    : diff(from, to, language, true);
}

function diff(from: string, to: string, language: string | undefined, exact: boolean): readonly DiffPart[] {
  const long = from.length + to.length > maxLength;
  const [a, b] = [from, to].map((text) => (long ? lines(text) : tokensOf(text, language, exact))) as [Token[], Token[]];
  const sentences = aligned(sentencesOf(a, exact), sentencesOf(b, exact));
  const [movedFrom, movedTo] = moves(sentences);
  const parts = sentences.flatMap(({ same, removed, added }): DiffPart[] => {
    if (!removed.length && !added.length) {
      return same.map(([before, after]) => ({ kind: 'same', from: textOf(before.tokens), to: textOf(after.tokens) }));
    }
    const mark = (list: readonly Sentence[], moved: ReadonlySet<Sentence>, prefix: string) =>
      list.flatMap((sentence, index) =>
        // A unique key, because a moved sentence must not be aligned with anything in this block.
        moved.has(sentence)
          ? sentence.tokens.map((token) => ({ ...token, key: `${prefix}${index} ${token.key}`, moved: true as const }))
          : sentence.tokens,
      );
    return cleanedUp(aligned(mark(removed, movedFrom, '\0-'), mark(added, movedTo, '\0+'))).flatMap((block) =>
      partsOf(block, exact),
    );
  });
  return joined(parts);
}

function lines(text: string): readonly Token[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => ({
    text: line,
    key: foldClause(line),
    isWord: true,
    endsSentence: true,
  }));
}

function sentencesOf(tokens: readonly Token[], exact: boolean): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const [index, { endsSentence }] of tokens.entries()) {
    if (!endsSentence && index + 1 < tokens.length) continue;
    const sentenceTokens = tokens.slice(start, index + 1);
    start = index + 1;
    const key = sentenceTokens.map((token) => token.key).join('');
    sentences.push({ tokens: sentenceTokens, key: exact ? key : key.trim() });
  }
  return sentences;
}

/** Finds sentences that both texts contain in different places. Returns their old and their new occurrences. */
function moves(blocks: readonly AlignedBlock<Sentence>[]): readonly [ReadonlySet<Sentence>, ReadonlySet<Sentence>] {
  const waiting = new Map<string, Sentence[]>();
  for (const sentence of blocks.flatMap(({ removed }) => removed)) {
    if (sentence.tokens.filter(({ isWord }) => isWord).length < minMovedWords) continue;
    waiting.set(sentence.key, [...(waiting.get(sentence.key) ?? []), sentence]);
  }
  const [movedFrom, movedTo] = [new Set<Sentence>(), new Set<Sentence>()];
  for (const sentence of blocks.flatMap(({ added }) => added)) {
    const source = waiting.get(sentence.key)?.shift();
    if (!source) continue;
    movedFrom.add(source);
    movedTo.add(sentence);
  }
  return [movedFrom, movedTo];
}

const lengthOf = (tokens: readonly Token[]) =>
  tokens.reduce((sum, { text, isWord }) => sum + (isWord ? text.length : 0), 0);
const isMoved = (token: Token): boolean => 'moved' in token;

/**
 * Merges a stretch that is shorter than the changes on both sides of it into these changes, because single words that
 * two sentences share by chance make a diff unreadable. This is the semantic clean-up of diff-match-patch.
 */
function cleanedUp(blocks: readonly DiffBlock[]): readonly DiffBlock[] {
  let current = blocks;
  for (;;) {
    const next: DiffBlock[] = [];
    for (let index = 0; index < current.length; index++) {
      const [before, block, after] = [next.at(-1), current[index], current[index + 1]];
      if (!block) break;
      const isBetween = block.same.length && before && after && !before.same.length && !after.same.length;
      const same = lengthOf(block.same.map(([token]) => token));
      const weight = ({ removed, added }: DiffBlock) => Math.max(lengthOf(removed), lengthOf(added));
      const hasMoved = (of: DiffBlock) => [...of.removed, ...of.added].some(isMoved);
      if (isBetween && !hasMoved(before) && !hasMoved(after) && same <= Math.min(weight(before), weight(after))) {
        next.pop();
        next.push({
          same: [],
          removed: [...before.removed, ...block.same.map(([token]) => token), ...after.removed],
          added: [...before.added, ...block.same.map(([, token]) => token), ...after.added],
        });
        index++;
      } else {
        next.push(block);
      }
    }
    if (next.length === current.length) return next;
    current = next;
  }
}

function partsOf({ same, removed, added }: DiffBlock, exact: boolean): readonly DiffPart[] {
  if (same.length) {
    return [{ kind: 'same', from: textOf(same.map(([token]) => token)), to: textOf(same.map(([, token]) => token)) }];
  }
  const [from, to] = [textOf(removed), textOf(added)];
  const moved = [...removed, ...added].some(isMoved);
  if (!exact && !moved && foldClause(from) === foldClause(to)) return [{ kind: 'same', from, to }];
  return [
    ...runs(removed).map(([text, isMove]): DiffPart => ({
      kind: 'removed',
      from: text,
      to: '',
      ...(isMove && { moved: true }),
    })),
    ...runs(added).map(([text, isMove]): DiffPart => ({
      kind: 'added',
      from: '',
      to: text,
      ...(isMove && { moved: true }),
    })),
  ];
}

/** Joins neighbouring tokens that are all moved or all not moved. */
function runs(tokens: readonly Token[]): readonly (readonly [text: string, moved: boolean])[] {
  const result: [string, boolean][] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last?.[1] === isMoved(token)) last[0] += token.text;
    else result.push([token.text, isMoved(token)]);
  }
  return result;
}

/** Joins neighbouring parts of the same kind. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (!part.from && !part.to) continue;
    if (last?.kind === part.kind && last.moved === part.moved) {
      result[result.length - 1] = { ...last, from: last.from + part.from, to: last.to + part.to };
    } else {
      result.push(part);
    }
  }
  return result;
}
