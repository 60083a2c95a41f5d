/** Reads a quotation of the page with its computed styles. */
import type { MarkupNode } from '../provision/quotation/markup-node.js';
import { readQuotation } from '../provision/quotation/read-quotation.js';
import type { QuotationReading } from '../provision/quotation/source-line.js';

/**
 * Caches the reading of each quotation from the time when the browser laid it out. A card in its place removes the computed
 * styles of its elements, and hidden text would be read as visible.
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

/** Reads the text of a quotation that a reader can see. */
export function readPageQuotation(
  quotation: Element,
  { addresses = [], labels = [] }: PageQuotationOptions = {},
): QuotationReading {
  const own = new Set(addresses.flatMap((address) => (address ? bareAddress(address) : [])));
  const links = Array.from(quotation.querySelectorAll('a'), ({ href }) => href);
  const html = [...own, ...labels, ...links, quotation.textContent].join('\n');
  const cached = readings.get(quotation);
  if (cached?.html === html) return cached.reading;
  const reading = readQuotation(quotation, {
    labels,
    isRecord: (href) => own.has(bareAddress(href)),
    isHidden: (node) => isHidden(node as MarkupNode & Element),
  });
  readings.set(quotation, { html, reading });
  return reading;
}

/** Whether an element is hidden: by its style, or clipped to a pixel for screen readers. */
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
