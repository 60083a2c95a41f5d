/** Reads a quotation of the page, with the page's own style sheets in mind. */
import type { MarkupNode } from '../provision/quotation/markup-node.js';
import { readQuotation } from '../provision/quotation/read-quotation.js';
import type { QuotationReading } from '../provision/quotation/source-line.js';

/**
 * Caches the reading of each quotation, taken while the browser laid it out. Once a card stands in its place, its elements have no computed style, and
 * hidden text would be read as words.
 */
const readings = new WeakMap<Element, { readonly html: string; readonly reading: QuotationReading }>();

export interface PageQuotationOptions {
  /** Addresses of the record's page. */
  readonly addresses?: readonly (string | undefined)[];
  /** See `ReadOptions`. */
  readonly labels?: readonly (string | undefined)[];
}

/** An address without query, fragment and final slash, because content systems add and remove them. */
export const bareAddress = (url: string) => url.replace(/\/?(?:[?#].*)?$/, '');

/** The words of a quotation as its reader sees them. */
export function readPageQuotation(
  quotation: Element,
  { addresses = [], labels = [] }: PageQuotationOptions = {},
): QuotationReading {
  const own = new Set(addresses.flatMap((address) => (address ? bareAddress(address) : [])));
  const links = Array.from(quotation.querySelectorAll('a'), ({ href }) => href);
  const html = [...own, ...labels, ...links, quotation.textContent].join('\n');
  const known = readings.get(quotation);
  if (known?.html === html) return known.reading;
  const reading = readQuotation(quotation, {
    labels,
    isRecord: (href) => own.has(bareAddress(href)),
    isHidden: (node) => isHidden(node as MarkupNode & Element),
  });
  readings.set(quotation, { html, reading });
  return reading;
}

/** Whether an element is out of sight: by its style, or made a pixel small for screen readers. */
function isHidden(element: Element): boolean {
  const style = getComputedStyle(element);
  const { display, visibility, position, clipPath, opacity } = style;
  return (
    display === 'none' ||
    visibility === 'hidden' ||
    visibility === 'collapse' ||
    opacity === '0' ||
    (/absolute|fixed/.test(position) &&
      (/rect\((?:0|1)px/.test(style.getPropertyValue('clip')) || /inset\((?:50|100)%/.test(clipPath)))
  );
}
