/** How one wording became another, word by word. Lazy, as are all who import it. */
import { diffArrays } from 'diff/lib/diff/array.js';
import { foldClause } from '../clause-text.js';
import { textOf, tokensOf } from './tokens.js';
import type { Token } from './tokens.js';

/** A stretch of two wordings. All `from` joined are the earlier one, all `to` the later one, to the letter. */
export interface DiffPart {
  /** `same` may differ in typography: then `from` and `to` are not equal. */
  readonly kind: 'same' | 'removed' | 'added';
  readonly from: string;
  readonly to: string;
  /** Whole sentences that have gone from here to another place, or have come from one. */
  readonly moved?: true;
}

/** Edits after which two stretches have nothing to do with each other: one is then said to replace the other. */
const maxEdits = 1000;
/** Characters of both texts above which they are compared line by line: nobody reads a word diff of a book. */
const maxLength = 200_000;
/** Words of a sentence that is recognised in another place. Shorter ones stand in many. */
const movedWords = 6;

interface Sentence {
  readonly tokens: readonly Token[];
  readonly key: string;
}

/** What both have, one by one, or else what one has and what the other. */
interface Aligned<T> {
  readonly same: readonly (readonly [T, T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}
type Block = Aligned<Token>;

/**
 * The word diff of two wordings. What differs in typography only (`foldClause`) counts as the same, unless that is all
 * that differs. The same sentences in another place are said to have moved.
 *
 * @param language BCP 47 tag of the wordings, for where words end; default the runtime's own
 */
export function wordDiff(from: string, to: string, language?: string): readonly DiffPart[] {
  if (from === to) return from ? [{ kind: 'same', from, to }] : [];
  const folded = diff(from, to, language, false);
  // Where a reader has been told of a change there must be one to be seen.
  return folded.some(({ kind }) => kind !== 'same') || foldClause(from) === foldClause(to)
    ? folded
    : diff(from, to, language, true);
}

function diff(from: string, to: string, language: string | undefined, exact: boolean): readonly DiffPart[] {
  const long = from.length + to.length > maxLength;
  const [a, b] = [from, to].map((text) => (long ? lines(text) : tokensOf(text, language, exact))) as [Token[], Token[]];
  const sentences = aligned(sentencesOf(a, exact), sentencesOf(b, exact));
  const [gone, come] = moves(sentences);
  const parts = sentences.flatMap(({ same, removed, added }): DiffPart[] => {
    if (!removed.length && !added.length) {
      return same.map(([before, after]) => ({ kind: 'same', from: textOf(before.tokens), to: textOf(after.tokens) }));
    }
    const mark = (list: readonly Sentence[], moved: ReadonlySet<Sentence>, prefix: string) =>
      list.flatMap((sentence, index) =>
        // A key that nothing else has: what has moved is compared with nothing here.
        moved.has(sentence)
          ? sentence.tokens.map((token) => ({ ...token, key: `${prefix}${index} ${token.key}`, moved: true as const }))
          : sentence.tokens,
      );
    return tidied(aligned(mark(removed, gone, '\0-'), mark(added, come, '\0+'))).flatMap((block) =>
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
    const own = tokens.slice(start, index + 1);
    start = index + 1;
    const key = own.map((token) => token.key).join('');
    sentences.push({ tokens: own, key: exact ? key : key.trim() });
  }
  return sentences;
}

/** What of two lists is the same, in order, and what stands between. */
function aligned<T extends { readonly key: string }>(a: readonly T[], b: readonly T[]): readonly Aligned<T>[] {
  const changes = diffArrays([...a], [...b], {
    comparator: (left: T, right: T) => left.key === right.key,
    maxEditLength: maxEdits,
  });
  if (!changes) return [{ same: [], removed: a, added: b }];
  const blocks: { same: [T, T][]; removed: T[]; added: T[] }[] = [];
  let [ofA, ofB] = [0, 0];
  for (const { added, removed, count } of changes) {
    const last = blocks.at(-1);
    const changed = last && !last.same.length ? last : { same: [], removed: [], added: [] };
    if (removed || added) {
      if (changed !== last) blocks.push(changed);
      if (removed) changed.removed.push(...a.slice(ofA, (ofA += count)));
      else changed.added.push(...b.slice(ofB, (ofB += count)));
    } else {
      const start = ofB;
      const same = a.slice(ofA, (ofA += count)).map((one, index) => [one, b[start + index] ?? one] as [T, T]);
      ofB += count;
      blocks.push({ same, removed: [], added: [] });
    }
  }
  return blocks;
}

/** The sentences that stand in both texts, in different places: where they have gone from, and where they have come to. */
function moves(blocks: readonly Aligned<Sentence>[]): readonly [ReadonlySet<Sentence>, ReadonlySet<Sentence>] {
  const waiting = new Map<string, Sentence[]>();
  for (const sentence of blocks.flatMap(({ removed }) => removed)) {
    if (sentence.tokens.filter(({ isWord }) => isWord).length < movedWords) continue;
    waiting.set(sentence.key, [...(waiting.get(sentence.key) ?? []), sentence]);
  }
  const [gone, come] = [new Set<Sentence>(), new Set<Sentence>()];
  for (const sentence of blocks.flatMap(({ added }) => added)) {
    const source = waiting.get(sentence.key)?.shift();
    if (!source) continue;
    gone.add(source);
    come.add(sentence);
  }
  return [gone, come];
}

const lengthOf = (tokens: readonly Token[]) =>
  tokens.reduce((sum, { text, isWord }) => sum + (isWord ? text.length : 0), 0);
const isMoved = (token: Token): boolean => 'moved' in token;

/**
 * Single words that two sentences happen to share make their diff unreadable: a stretch that is shorter than the changes
 * on either side of it goes with them (as diff-match-patch's semantic clean-up has it).
 */
function tidied(blocks: readonly Block[]): readonly Block[] {
  let current = blocks;
  for (;;) {
    const next: Block[] = [];
    for (let index = 0; index < current.length; index++) {
      const [before, block, after] = [next.at(-1), current[index], current[index + 1]];
      if (!block) break;
      const isBetween = block.same.length && before && after && !before.same.length && !after.same.length;
      const same = lengthOf(block.same.map(([token]) => token));
      const weight = ({ removed, added }: Block) => Math.max(lengthOf(removed), lengthOf(added));
      const hasMoved = (of: Block) => [...of.removed, ...of.added].some(isMoved);
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

function partsOf({ same, removed, added }: Block, exact: boolean): readonly DiffPart[] {
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

/** Neighbours that have moved, or have not. */
function runs(tokens: readonly Token[]): readonly (readonly [text: string, moved: boolean])[] {
  const result: [string, boolean][] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last?.[1] === isMoved(token)) last[0] += token.text;
    else result.push([token.text, isMoved(token)]);
  }
  return result;
}

/** Neighbours of one kind as one part. */
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
