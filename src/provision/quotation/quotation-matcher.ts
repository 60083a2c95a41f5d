/** Compares a page's quotation with a wording: as it is read, and without lines that are often not the document's. */
import { findQuotation, isBetter } from './find-quotation.js';
import type { Place } from './find-quotation.js';
import type { QuotationLine } from './source-line.js';
import { isVersionOf } from './resemblance.js';
import { bracketsIn, runsOfQuotation, wordsOfWording } from './words.js';
import type { Brackets, Run, Word } from './words.js';

/** Most words of a line that a script inserts between paragraphs, such as "Advertisement" or "Read also: …". */
const maxInsertedWords = 12;
/** Fewest words of a passage in quotation marks that counts as the quotation, inside the writer's own words. */
const minPassageWords = 5;
/** A passage in common kinds of quotation marks. */
const passage = /“([^”“]{20,})[”“]|„([^“”„]{20,})[“”]|«([^»«]{20,})»|"([^"]{20,})"|「([^」]{8,})」/gu;

/** A page's quotation, prepared for comparing it with several wordings. */
export class QuotationMatcher {
  /** Possible readings, the most complete first. */
  readonly #readings: readonly (readonly QuotationLine[])[];
  readonly #runs = new Map<Brackets, readonly (readonly Run[])[]>();
  readonly #brackets: number;
  /** Passages in quotation marks, on lines that also have the writer's own words. */
  readonly #passages: readonly QuotationLine[];

  constructor(lines: readonly QuotationLine[]) {
    this.#readings = readingsOf(lines);
    this.#passages = lines.flatMap(passagesOf);
    this.#brackets = bracketsIn(lines.map(({ text }) => text).join('\n'));
  }

  #runsFor(wording: string): readonly (readonly Run[])[] {
    const brackets = this.#brackets > bracketsIn(wording) ? 'inserted' : 'own';
    const runs = this.#runs.get(brackets) ?? this.#readings.map((lines) => runsOfQuotation(lines, brackets));
    this.#runs.set(brackets, runs);
    return runs;
  }

  /** Finds the quotation in a wording; undefined where the wording does not contain it. */
  placeIn(wording: string): Place | undefined {
    const words = wordsOfWording(wording);
    let best: Place | undefined;
    for (const [index, runs] of this.#runsFor(wording).entries()) {
      const place = findQuotation(runs, words);
      if (place && (!best || isBetter(place, best)) && (place.missing === 0 || this.#mayLeaveOut(index, words)))
        best = place;
      if (best?.missing === 0) return best;
    }
    // A passage counts only as the complete wording, because clauses have quotation marks of their own.
    const passages = findQuotation(runsOfQuotation(this.#passages, 'own'), words);
    return passages?.missing === 0 ? passages : best;
  }

  /**
   * Whether the lines that a reading leaves out are the page's own. A line that resembles the wording was a part of it.
   */
  #mayLeaveOut(index: number, wording: readonly Word[]): boolean {
    const linesOfReading = new Set(this.#readings[index]);
    const omitted = (this.#readings[0] ?? []).filter((line) => !linesOfReading.has(line));
    return omitted.every((line) => !isVersionOf(allWords(runsOfQuotation([line], 'own')), wording));
  }

  /** Whether the quotation is another version of a wording. */
  isVersionOf(wording: string): boolean {
    const words = wordsOfWording(wording);
    return this.#runsFor(wording).some((runs) => isVersionOf(allWords(runs), words));
  }
}

const allWords = (runs: readonly Run[]): readonly Word[] => runs.flatMap(({ words }) => words);

function readingsOf(lines: readonly QuotationLine[]): readonly (readonly QuotationLine[])[] {
  const readings = [lines];
  const add = (reading: readonly QuotationLine[]) => {
    if (reading.length && reading.length < lines.length) readings.push(reading);
  };
  let attributed = lines.length;
  while (lines[attributed - 1]?.role === 'attribution') attributed--;
  const isHeading = ({ role }: QuotationLine) => role === 'heading';
  const isIntroduction = ({ text }: QuotationLine, index: number) => index === 0 && /[:：]$/.test(text);
  const isInserted = ({ isInsertion, text }: QuotationLine) =>
    isInsertion && text.split(' ').length <= maxInsertedWords && lines.some((line) => !line.isInsertion);
  add(lines.slice(0, attributed));
  add(lines.filter((line) => !isHeading(line)));
  add(lines.filter((line, index) => !isIntroduction(line, index)));
  add(lines.filter((line) => !isInserted(line)));
  add(
    lines
      .slice(0, attributed)
      .filter((line, index) => !isHeading(line) && !isIntroduction(line, index) && !isInserted(line)),
  );
  return readings;
}

/** Returns the passages in quotation marks on a line that also has other words. */
function passagesOf(line: QuotationLine): readonly QuotationLine[] {
  const found = [...line.text.matchAll(passage)].flatMap((match) => match.slice(1).find((text) => text) ?? []);
  const longPassages = found.filter(
    (text) => text.split(/\s+/).length >= minPassageWords || /\p{Script=Han}/u.test(text),
  );
  const rest = longPassages.reduce((text, one) => text.replace(one, ''), line.text);
  return /[\p{L}\p{N}]/u.test(rest) ? longPassages.map((text) => ({ ...line, text, startsBlock: true })) : [];
}
