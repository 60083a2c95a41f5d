import type { RecordHost, ShownRecord } from '../../controllers/record.js';
import { sha256 } from '../../feed/more-scalars.js';
import { date, language } from '../../feed/scalars.js';
import type { Published } from '../../provision/changes/compare.js';

/** Without query and fragment: content systems append their own. */
const bare = (url: string) => url.replace(/[?#].*/, '');

/**
 * What an element's page has published of a record: the `application/json` child, else the quotation in the light DOM,
 * else the hash of the clause. Undefined where the page carries none of them.
 */
export function publishedIn(
  host: RecordHost,
  { provision }: ShownRecord,
  record: ShownRecord | undefined,
): Published | undefined {
  if (record) return { record };
  const quotation =
    (host.quotation as HTMLQuoteElement | undefined) ?? host.querySelector<HTMLQuoteElement>(':scope > blockquote');
  const hash = sha256(host.dataset['sha256'] ?? quotation?.dataset['sha256']);
  const text = quotation && wordsOf(quotation);
  if (!text && hash === undefined) return undefined;
  const addresses = [quotation?.cite, ...Array.from(quotation?.querySelectorAll('a') ?? [], ({ href }) => href)];
  return {
    quotation: text || undefined,
    language: language(quotation?.getAttribute('lang')),
    quotesRecord:
      provision.url !== undefined &&
      addresses.some((address) => address && bare(address) === bare(provision.url ?? '')),
    sha256: hash,
    captured: date(quotation?.querySelector('time')?.dateTime),
  };
}

/**
 * The words of a quotation: its paragraphs without that one which says where it is from, by a link. Where it has no others,
 * all of it but such links: one that is nothing but its link quotes nothing.
 */
function wordsOf(quotation: HTMLElement): string {
  const words = (node: Node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  const paragraphs = [...quotation.querySelectorAll('p, li')].filter((one) => !one.querySelector('a[href], cite'));
  if (paragraphs.length) return paragraphs.map(words).join('\n\n').trim();
  const rest = quotation.cloneNode(true) as HTMLElement;
  for (const source of rest.querySelectorAll('a[href], cite')) source.remove();
  return words(rest);
}
