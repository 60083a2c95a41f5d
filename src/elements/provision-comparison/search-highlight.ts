import { matchesIn } from '../../provision/comparison/search.js';

/** Name by which the style sheet paints what was found. */
const name = 'provision-search';

/** More than this nobody reads, and painting them would make the page slow. */
const most = 5000;

/**
 * Marks what a search has found, with the CSS Custom Highlight API: no node of the page changes, so a selection, a
 * translation and what Lit has rendered stay as they are. Where there is no such API nothing is marked.
 */
export class SearchHighlight {
  readonly #ranges = new Set<AbstractRange>();

  /** Marks the words in a row: in the platform's name and in the excerpt. */
  mark(row: Element, terms: readonly string[]): void {
    const highlight = shared();
    if (!highlight || !terms.length) return;
    for (const place of row.querySelectorAll('[part=platform], [part=excerpt]')) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && this.#ranges.size < most; node = walker.nextNode()) {
        for (const [start, end] of matchesIn(node.textContent ?? '', terms)) {
          const range = new StaticRange({
            startContainer: node,
            startOffset: start,
            endContainer: node,
            endOffset: end,
          });
          this.#ranges.add(range);
          highlight.add(range);
        }
      }
    }
  }

  /** Takes away the marks that this search has made; those of others on the page stay. */
  clear(): void {
    const highlight = shared();
    for (const range of this.#ranges) highlight?.delete(range);
    this.#ranges.clear();
  }
}

/** One highlight for all searches on the page: the registry is the document's. */
function shared(): Highlight | undefined {
  if (typeof Highlight !== 'function' || !('highlights' in CSS)) return undefined;
  const known = CSS.highlights.get(name);
  if (known) return known;
  // eslint-disable-next-line compat/compat -- asked for above
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}
