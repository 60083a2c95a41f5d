import { matchesIn } from '../../provision/comparison/search.js';

/** Name of the highlight in the style sheet. */
const highlightName = 'provision-search';

/** Limit of marks, because painting more would slow the page. */
const maxMarks = 5000;

/**
 * Marks search results with the CSS Custom Highlight API. No node of the page changes, so a selection, a translation and Lit's
 * state are safe. Without the API nothing is marked.
 */
export class SearchHighlight {
  readonly #ranges = new Set<AbstractRange>();

  /** Marks the search terms in a row's platform name and excerpt. */
  mark(row: Element, terms: readonly string[]): void {
    const highlight = shared();
    if (!highlight || !terms.length) return;
    for (const place of row.querySelectorAll('[part=platform], [part=excerpt]')) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && this.#ranges.size < maxMarks; node = walker.nextNode()) {
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

  /** Removes the marks of this search; those of other searches on the page stay. */
  clear(): void {
    const highlight = shared();
    for (const range of this.#ranges) highlight?.delete(range);
    this.#ranges.clear();
  }
}

/** Returns the highlight that all searches of the page share, because the registry belongs to the document. */
function shared(): Highlight | undefined {
  if (typeof Highlight !== 'function' || !('highlights' in CSS)) return undefined;
  const existing = CSS.highlights.get(highlightName);
  if (existing) return existing;
  // eslint-disable-next-line compat/compat -- checked above
  const created = new Highlight();
  CSS.highlights.set(highlightName, created);
  return created;
}
