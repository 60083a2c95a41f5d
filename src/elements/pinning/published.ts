import { readPageQuotation } from '../../page/page-quotation.js';
import { pinnedHashes, quotationOf } from '../../page/published-wording.js';
import { asText } from '../../page/attribute-values.js';
import type { RecordHost } from '../../page/record-host.js';
import type { ShownRecord } from '../../page/shown-record.js';
import { date, language } from '../../feed/scalars.js';
import { documentName } from '../../provision/display-names.js';
import type { Published } from '../../provision/changes/difference.js';

/**
 * Reads a record's published wording from the page: the `application/json` child, else the hashes and the text of the
 * quotation. Returns undefined if the page has none of them.
 */
export function publishedIn(
  host: RecordHost,
  { provision }: ShownRecord,
  record: ShownRecord | undefined,
): Published | undefined {
  if (record) return { record };
  const quotation = quotationOf(host) as HTMLQuoteElement | undefined;
  const sha256 =
    pinnedHashes(host)
      ?.toLowerCase()
      .match(/[\da-f]{64}/g) ?? undefined;
  const reading =
    quotation &&
    readPageQuotation(quotation, {
      // The page of a record is next to its JSON file.
      addresses: [provision.url, quotation.cite, asText(host.src)?.replace(/\.json(?=[?#]|$)/, '')],
      labels: [provision.title, documentName(provision)],
    });
  if (!reading?.lines.length && !sha256) return undefined;
  return {
    reading,
    sha256,
    language: language(quotation?.getAttribute('lang')),
    captured: date(reading?.captured) ?? date(quotation?.querySelector('time')?.dateTime),
  };
}
