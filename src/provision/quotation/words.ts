/** Splits wordings and quotations into words for comparing: without typography, and with marks for omissions. */
import { decodeEntities } from '../html-text.js';

/** A word and the punctuation after it. */
export interface Word {
  /** Lower case, NFKC. A number keeps its decimal marks; an e-mail address is one word. */
  readonly text: string;
  /** Punctuation up to the next word, without white space, quotation marks and dashes. */
  readonly after: string;
  /** Whether it ends a line, where markup often changes the punctuation. */
  readonly endsLine: boolean;
  /** The number or letter of a list item as written, "(a)" or "1.". HTML lists generate it outside of their text. */
  readonly marker?: string | undefined;
}

/**
 * The omission before a run of words. `ellipsis`: any number of words. `bracket`: the few words that an insertion in
 * brackets replaces. `block`: any number, because an editor may quote some paragraphs of several.
 */
export type Gap = 'ellipsis' | 'bracket' | 'block';

/** Consecutive words, and the omission before them. */
export interface Run {
  readonly gap: Gap | undefined;
  readonly words: readonly Word[];
}

/** Whether words in brackets are the document's own, or replace words of it. */
export type Brackets = 'own' | 'inserted';

/** A line from `readQuotation`. */
export interface WordLine {
  readonly text: string;
  readonly startsBlock: boolean;
}

/** Splits a document's wording into words. Its ellipses and brackets are the document's own. */
export function wordsOfWording(text: string): readonly Word[] {
  const lines = text.split(/\n+/).map((line) => ({ text: line, startsBlock: false }));
  return runsOf(lines, undefined).flatMap(({ words }) => words);
}

/** Splits a quotation into runs of words, at the places where quotation practice allows an omission. */
export function runsOfQuotation(lines: readonly WordLine[], brackets: Brackets): readonly Run[] {
  return runsOf(lines, brackets);
}

/** Counts words in brackets, which are an editor's insertion unless the wording has as many itself. */
export function bracketsIn(text: string): number {
  return text.match(/\[[^\][]*\p{L}{3}[^\][]*\]/gu)?.length ?? 0;
}

// Private-use characters mark omissions, because no keyboard types them.
const ellipsisMark = '\ue000';
const bracketMark = '\ue001';

/**
 * The alternatives, in this order: an e-mail address, a number with decimal marks, one character of a script without
 * spaces between words, a word of letters and digits, a sign with a meaning, a mark of quotation practice, punctuation.
 */
const pieces =
  /([\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\ue002)|(\p{N}+(?:[.,]\p{N}+)+)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)|((?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+)|([%$€£¥₹₩§&=<>])|([\ue000\ue001])|([.,;:!?()。、،؛؟।])/gu;

/**
 * The sign, number or letter of a list item at the start of a line: "*", "1.", "2.1", "(a)", "iv)", "（1）" after NFKC.
 */
const listMarker =
  /^\s*(?:[-*•·–—▪▫◦‣●○■□➢✓#>+]+\s+|(\((?:\p{N}{1,3}|\p{L}|[ivxlcdm]{1,6})\))\s*|((?:\p{N}{1,3}(?:\.\p{N}{1,3})*|\p{L}|[ivxlcdm]{1,6})[.)、])\s+|(\p{N}{1,3}(?:\.\p{N}{1,3})+)\s+)/iu;

/** @param brackets for a quotation; undefined for a wording, which has no omissions */
function runsOf(lines: readonly WordLine[], brackets: Brackets | undefined): readonly Run[] {
  const runs: { gap: Gap | undefined; words: Word[] }[] = [];
  let gap: Gap | undefined;
  let isNewRun = true;
  const add = (word: Word): void => {
    if (isNewRun) runs.push({ gap, words: [] });
    isNewRun = false;
    gap = undefined;
    runs.at(-1)?.words.push(word);
  };
  const leaveGap = (kind: Gap): void => {
    isNewRun = true;
    if (gap !== 'ellipsis') gap = kind;
  };
  for (const [index, line] of lines.entries()) {
    if (brackets && index > 0 && line.startsBlock) leaveGap('block');
    let text = prepared(line.text, brackets);
    if (text.startsWith(ellipsisMark)) leaveGap('ellipsis');
    text = text.replace(/^[\s\ue000\p{QMark}]+/u, '');
    for (let match = listMarker.exec(text); match?.[0]; match = listMarker.exec(text)) {
      const marker = match[1] ?? match[2] ?? match[3];
      // A line that is only a number is no list item.
      if (marker !== undefined && match[0].length === text.length) break;
      if (marker !== undefined) add({ text: core(marker), after: '', endsLine: false, marker });
      text = text.slice(match[0].length);
    }
    addLine(text, add, leaveGap);
    const last = runs.at(-1)?.words;
    const end = last?.at(-1);
    if (last && end) last[last.length - 1] = { ...end, endsLine: true };
  }
  return runs;
}

const core = (marker: string) => marker.replace(/[().、]+$|^\(/g, '');

function addLine(text: string, add: (word: Word) => void, leaveGap: (kind: Gap) => void): void {
  let pending: { text: string; after: string } | undefined;
  const flush = () => {
    if (pending) add({ ...pending, endsLine: false });
    pending = undefined;
  };
  for (const [, address, number, character, word, sign, mark, punctuation] of text.matchAll(pieces)) {
    if (punctuation !== undefined) {
      if (pending) pending.after += punctuation;
      continue;
    }
    flush();
    if (mark !== undefined) {
      leaveGap(mark === ellipsisMark ? 'ellipsis' : 'bracket');
      continue;
    }
    pending = { text: address ?? number ?? character ?? word ?? sign ?? '', after: '' };
  }
  flush();
}

/** Removes what editors, fonts and content systems add to a text. */
function prepared(text: string, brackets: Brackets | undefined): string {
  let clean = /&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/i.test(text) ? decodeEntities(text) : text;
  clean = clean
    .replace(/\p{DI}/gu, '')
    .replace(/^[\s\p{QMark}]+/u, '')
    // Footnotes and trade marks, which NFKC would turn into words.
    .replace(/[²³¹⁰-⁹®©™℠]+/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\[ ?email ?protected ?\]/g, ' emailprotected ');
  if (!brackets) return clean.replace(/(?!^)\((?:c|r|tm|sm)\)/g, '').replace(/\[\p{N}{1,3}\]/gu, '');
  clean = clean
    .replace(/(?!^)\((?:c|r|tm|sm)\)/g, '')
    .replace(/[[({]\s*\.(?:\s?\.){1,}\s*[\])}]|\.(?:\s?\.){2,}/g, ellipsisMark)
    // "[w]e": another letter's case, or the letter of another word form.
    .replace(/\[(\p{L}{1,2})\](?=\p{L})/gu, '$1')
    .replace(/\[(?:\p{N}{1,3}|note \p{N}+|[*†‡§a-z]|sic!?|citation needed)\]/gu, '')
    // "(emphasis added)" and similar remarks are the editor's.
    .replace(/\([^()]{0,30}(?:emphas|italics|hervorheb|soulign|corsivo|cursiva|sic\b)[^()]{0,30}\)/g, '');
  return brackets === 'own' ? clean : clean.replace(/\p{L}*\[[^\][]{1,120}\]\p{L}*/gu, bracketMark);
}
