/** Compares what a page quotes with a wording: as it is read, and without the lines that are often not the document's. */
import { findQuotation, isBetter } from './find-quotation.js';
import type { Place } from './find-quotation.js';
import type { QuotationLine } from './read-quotation.js';
import { isVersionOf } from './resemblance.js';
import { bracketsIn, runsOfQuotation, wordsOfWording } from './words.js';
import type { Brackets, Run, Word } from './words.js';

/** Words of a line that a script may have put between paragraphs, such as "Advertisement" or "Read also: …". */
const insertedWords = 12;
/** Words of a passage in quotation marks that stands for the quotation, with the writer's own words around it. */
const passageWords = 5;
/** A passage in quotation marks of the usual kinds. */
const passage = /“([^”“]{20,})[”“]|„([^“”„]{20,})[“”]|«([^»«]{20,})»|"([^"]{20,})"|「([^」]{8,})」/gu;

/** A page's quotation, prepared for comparing it with several wordings. */
export class QuotedWords {
  /** The ways to read it, the fullest first. */
  readonly #readings: readonly (readonly QuotationLine[])[];
  readonly #runs = new Map<Brackets, readonly (readonly Run[])[]>();
  readonly #brackets: number;
  /** What stands in quotation marks, where the writer's own words stand around it. */
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

  /** Where the quotation stands in a wording; undefined where it does not. */
  placeIn(wording: string): Place | undefined {
    const words = wordsOfWording(wording);
    let best: Place | undefined;
    for (const [index, runs] of this.#runsFor(wording).entries()) {
      const place = findQuotation(runs, words);
      if (place && (!best || isBetter(place, best)) && (place.missing === 0 || this.#mayLeaveOut(index, words)))
        best = place;
      if (best?.missing === 0) return best;
    }
    // A part of the clause in quotation marks proves nothing, because a clause has quotation marks of its own.
    const passages = findQuotation(runsOfQuotation(this.#passages, 'own'), words);
    return passages?.missing === 0 ? passages : best;
  }

  /** Whether the lines that a reading leaves out are the page's own. A line that resembles the wording was a part of it. */
  #mayLeaveOut(index: number, wording: readonly Word[]): boolean {
    const kept = new Set(this.#readings[index]);
    const left = (this.#readings[0] ?? []).filter((line) => !kept.has(line));
    return left.every((line) => !isVersionOf(allWords(runsOfQuotation([line], 'own')), wording));
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
    isInsertion && text.split(' ').length <= insertedWords && lines.some((line) => !line.isInsertion);
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

/** What stands in quotation marks on a line, where the line has other words too. */
function passagesOf(line: QuotationLine): readonly QuotationLine[] {
  const found = [...line.text.matchAll(passage)].flatMap((match) => match.slice(1).find((text) => text) ?? []);
  const long = found.filter((text) => text.split(/\s+/).length >= passageWords || /\p{Script=Han}/u.test(text));
  const rest = long.reduce((text, one) => text.replace(one, ''), line.text);
  return /[\p{L}\p{N}]/u.test(rest) ? long.map((text) => ({ ...line, text, startsBlock: true })) : [];
}
