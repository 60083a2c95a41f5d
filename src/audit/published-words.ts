/** Reads the published wording that an embed carries, as a card does. */
import { parseFeedText } from '../feed/parse.js';
import { date, language } from '../feed/scalars.js';
import { findItem } from '../feed/find-item.js';
import type { Provision } from '../feed/types.js';
import type { Published, RecordInFeed } from '../provision/changes/difference.js';
import { documentName } from '../provision/display-names.js';
import { readQuotation } from '../provision/quotation/read-quotation.js';
import type { Embed } from './embed.js';
import { bareAddress } from './feeds.js';
import { resolved } from './page-node.js';
import type { PageNode } from './page-node.js';

/** Parses the record of the `application/json` child. `isMangled` is true when it is not valid; a card ignores it then. */
export function pinnedRecord({ json, record }: Embed): { readonly record?: RecordInFeed; readonly isMangled: boolean } {
  if (json === undefined) return { isMangled: false };
  const result = parseFeedText(json);
  const provision = result.ok ? findItem(result.feed, record) : undefined;
  return result.ok && provision ? { record: { provision, feed: result.feed }, isMangled: false } : { isMangled: true };
}

/** Reads the hashes and the quotation of an embed, together with its inline record. */
export function publishedWords(embed: Embed, quotation: PageNode | undefined, provision: Provision): Published {
  const sha256 = embed.hashes?.toLowerCase().match(/[\da-f]{64}/g) ?? undefined;
  if (!quotation) return { sha256 };
  const cite = quotation.getAttribute('cite');
  const own = new Set(
    [
      provision.url,
      embed.permalink,
      cite === null ? undefined : resolved(cite, quotation.base),
      // The URL of a record's page is the URL of its file without `.json`.
      embed.src?.replace(/\.json(?=[?#]|$)/, ''),
    ].flatMap((address) => (address ? bareAddress(address) : [])),
  );
  const reading = readQuotation(quotation, {
    labels: [provision.title, documentName(provision)],
    isRecord: (href) => own.has(bareAddress(href)),
  });
  const time = [...quotation.all()].find(({ nodeName }) => nodeName === 'time');
  return {
    sha256,
    reading,
    language: language(quotation.getAttribute('lang')),
    captured: date(reading.captured) ?? date(time?.getAttribute('datetime')),
  };
}

/** Returns whether a quotation after an element's paragraph names the record and therefore belongs to the element. */
export function namesRecord(quotation: PageNode, { url }: Provision): boolean {
  if (url === undefined) return false;
  const links = [...quotation.all()].flatMap((node) => (node.nodeName === 'a' ? (node.href ?? []) : []));
  return [quotation.getAttribute('cite') ?? '', ...links].some((link) => bareAddress(link) === bareAddress(url));
}
