/**
 * The pseudo-locale `en-XA`: accented and lengthened English. Text that is not from a message stands out, and long text shows layout
 * problems.
 */
import { enChanges } from '../src/i18n/locales/en-changes.js';
import { enComparison } from '../src/i18n/locales/en-comparison.js';
import { enRecord } from '../src/i18n/locales/en-record.js';
import { enTools } from '../src/i18n/locales/en-tools.js';
import { en } from '../src/i18n/locales/en.js';
import type { ReplacedMessages } from '../src/index.js';

const accented: Readonly<Record<string, string>> = {
  a: 'åà', b: 'ƀ', c: 'ç', d: 'đ', e: 'éè', f: 'ƒ', g: 'ğ', h: 'ħ', i: 'îí', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ',
  n: 'ñ', o: 'öô', p: 'þ', q: 'ɋ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ûü', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž',
}; // prettier-ignore

const strange = (words: string) =>
  words.replace(/[a-z]/gi, (letter) => {
    const other = accented[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });

type Say = (...given: unknown[]) => string;

/** Puts a message in brackets, accented and lengthened. Placeholders keep their values. */
function pseudo(message: unknown, name: string): unknown {
  if (typeof message === 'object' && message !== null) return pseudoTable(message);
  if (typeof message === 'string') return name === 'colon' ? message : `[${strange(message)}]`;
  return (...given: unknown[]) => {
    const gaps = given.map((value) => (typeof value === 'object' && value && 'n' in value ? value.n : value));
    const kept = gaps.filter((gap) => typeof gap === 'string' && gap !== '') as string[];
    let said = (message as Say)(...given);
    const marks = kept.map((gap, index) => {
      const mark = String.fromCharCode(0xe000 + index);
      said = said.replace(gap, () => mark);
      return [mark, gap] as const;
    });
    return `[${marks.reduce((words, [mark, gap]) => words.replace(mark, () => gap), strange(said))}]`;
  };
}

function pseudoTable(table: object): object {
  return Object.fromEntries(Object.entries(table).map(([name, message]) => [name, pseudo(message, name)]));
}

/** Value for `element.messages` with all messages. */
export const pseudoMessages = {
  card: { ...pseudoTable(en), locale: 'en-XA' },
  record: pseudoTable(enRecord),
  tools: pseudoTable(enTools),
  comparison: pseudoTable(enComparison),
  changes: pseudoTable(enChanges),
} as ReplacedMessages;
