/** Finds a clause in every version of a document. */
import { align, similarity } from './align.js';
import { blocksOf, fold } from './blocks.js';
import type { Block, Blocks } from './blocks.js';
import { isTechnical } from './versions.js';
import type { OtaDocument } from './versions.js';
import type { Seen } from './history.js';

/** Minimum similarity of a paragraph elsewhere in a version, to count as a clause that left its place. */
const minMovedSimilarity = 0.75;
/** The same for a section whose heading is gone. It is lower because sections are long. */
const minSectionSimilarity = 0.6;

/** A document whose versions are parsed and aligned once, regardless of the number of clauses followed. */
export class TrackedDocument {
  readonly document: OtaDocument;
  readonly #blocks = new Map<string, Blocks>();
  readonly #known = new Map<string, Block | undefined>();
  readonly #alignments = new Map<Blocks, Map<Blocks, Int32Array>>();
  readonly #sections = new Map<Blocks, readonly Block[]>();
  readonly #found = new Map<Blocks, Map<string, number>>();
  readonly #versions: readonly {
    readonly blocks: Blocks | undefined;
    readonly time: number;
    readonly technical: boolean;
  }[];

  constructor(document: OtaDocument) {
    this.document = document;
    this.#versions = document.versions.map(({ text, date, subject }) => ({
      blocks: text === undefined ? undefined : this.#read(text),
      time: Date.parse(date),
      technical: isTechnical(subject),
    }));
  }

  get length(): number {
    return this.#versions.length;
  }

  blocksAt(version: number): Blocks | undefined {
    return this.#versions[version]?.blocks;
  }

  /** Returns the wording of block `index` of version `start` in every version, oldest first. */
  followBlock(start: number, index: number): Seen[] {
    const place = (version: number, step: -1 | 1, from: number): Map<number, string | undefined> => {
      const texts = new Map<number, string | undefined>();
      let at: number | undefined = from;
      let last = this.blocksAt(version)?.list[from];
      let blocks = this.blocksAt(version);
      for (let next = version + step; next >= 0 && next < this.length; next += step) {
        const other = this.blocksAt(next);
        // Skip versions without the document.
        if (!other) continue;
        if (at !== undefined && blocks) at = this.#across(blocks, other, at, step);
        at ??= last && this.#search(other, last);
        last = at === undefined ? last : (other.list[at] ?? last);
        blocks = other;
        texts.set(next, at === undefined ? undefined : other.list[at]?.text);
      }
      return texts;
    };
    const texts = new Map([...place(start, -1, index), ...place(start, 1, index)]);
    texts.set(start, this.blocksAt(start)?.list[index]?.text);
    return this.#seen((version) => texts.get(version));
  }

  /** Returns the text below a heading in every version, oldest first, up to the next heading of the same level. */
  followHeading(heading: string): Seen[] {
    const texts = this.#versions.map(({ blocks }) => blocks && sectionOf(blocks, heading));
    // Find a reworded heading by the text below it, forward and backward from the versions that have it.
    const fill = (step: -1 | 1) => {
      let known: string | undefined;
      for (let version = step > 0 ? 0 : texts.length - 1; version >= 0 && version < texts.length; version += step) {
        const blocks = this.blocksAt(version);
        if (blocks && texts[version] === undefined && known !== undefined)
          texts[version] = this.#sectionLike(blocks, known);
        known = texts[version] ?? known;
      }
    };
    if (texts.some((text) => text !== undefined)) {
      fill(1);
      fill(-1);
    }
    return this.#seen((version) => texts[version]);
  }

  #sectionLike(blocks: Blocks, text: string): string | undefined {
    const known = this.#sections.get(blocks) ?? sectionsOf(blocks);
    this.#sections.set(blocks, known);
    const asked: Block = { text, folded: fold(text) };
    const scored = known.map((section) => ({ section, score: similarity(asked, section) }));
    const best = scored.reduce((one, other) => (other.score > one.score ? other : one), { section: asked, score: 0 });
    return best.score >= minSectionSimilarity ? best.section.text : undefined;
  }

  #seen(textAt: (version: number) => string | undefined): Seen[] {
    return this.#versions.flatMap(({ blocks, time, technical }, version) =>
      blocks ? [{ text: textAt(version), version, time, technical }] : [],
    );
  }

  #read(text: string): Blocks {
    let blocks = this.#blocks.get(text);
    if (!blocks) {
      blocks = blocksOf(text, this.#known);
      this.#blocks.set(text, blocks);
    }
    return blocks;
  }

  /**
   * Returns the index in `to` of the block `index` of `from`.
   *
   * @param step 1 when `to` is the newer version, -1 when it is the older one
   */
  #across(from: Blocks, to: Blocks, index: number, step: -1 | 1): number | undefined {
    if (from === to) return index;
    const [older, newer] = step < 0 ? [to, from] : [from, to];
    const alignment = this.#alignment(older, newer);
    const found = step < 0 ? (alignment[index] ?? -1) : alignment.indexOf(index);
    return found < 0 ? undefined : found;
  }

  #alignment(older: Blocks, newer: Blocks): Int32Array {
    const known = this.#alignments.get(older) ?? new Map<Blocks, Int32Array>();
    this.#alignments.set(older, known);
    let alignment = known.get(newer);
    if (!alignment) {
      alignment = align(older, newer);
      known.set(newer, alignment);
    }
    return alignment;
  }

  /** Searches a whole version for a clause that left its place, because it may return or move far away. */
  #search(blocks: Blocks, block: Block): number | undefined {
    const exact = blocks.byText.get(block.folded);
    if (exact !== undefined) return exact;
    const known = this.#found.get(blocks) ?? new Map<string, number>();
    this.#found.set(blocks, known);
    let best = known.get(block.folded);
    if (best === undefined) {
      const scores = blocks.list.map((other) => similarity(block, other));
      best = scores.findIndex((score) => score >= minMovedSimilarity && score === Math.max(...scores));
      known.set(block.folded, best);
    }
    return best < 0 ? undefined : best;
  }
}

const withoutNumber = (heading: string) => fold(heading).replace(/^(?:(?:section|article) )?(?:\d+ )+/, '');

/** Returns the text below a heading; undefined when there is no such heading. Numbers before headings are ignored. */
export function sectionOf({ list }: Blocks, heading: string): string | undefined {
  const asked = withoutNumber(heading);
  const at = list.findIndex((block) => block.heading !== undefined && withoutNumber(block.text) === asked);
  return at < 0 ? undefined : textBelow(list, at);
}

/** Returns each section with text as one block, for comparison. */
function sectionsOf({ list }: Blocks): Block[] {
  return list.flatMap(({ heading }, at): Block[] => {
    const text = heading === undefined ? undefined : textBelow(list, at);
    return text === undefined ? [] : [{ text, folded: fold(text) }];
  });
}

function textBelow(list: readonly Block[], at: number): string | undefined {
  const rank = list[at]?.heading;
  if (rank === undefined) return undefined;
  const next = list.findIndex((block, index) => index > at && block.heading !== undefined && block.heading <= rank);
  const inside = list.slice(at + 1, next < 0 ? undefined : next);
  return inside.length ? inside.map(({ text }) => text).join('\n\n') : undefined;
}
