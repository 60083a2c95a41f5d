import { asText } from '../../page/attribute-values.js';
import type { RecordHost } from '../../page/record-host.js';
import type { ShownRecord } from '../../page/shown-record.js';
import type { Feed, Provision } from '../../feed/types.js';
import { completeRecord } from '../../feed/complete-record.js';
import { sameValue } from '../../provision/changes/same-value.js';

/** Whether an element would render two answers identically. */
export function sameRecord({ clauseType }: RecordHost, a: ShownRecord, b: ShownRecord): boolean {
  if (a.feed === b.feed && a.provision === b.provision) return true;
  const [first, second] = [completeRecord(a), completeRecord(b)];
  return (
    sameValue(first.provision, second.provision) &&
    sameValue(headOf(first.feed), headOf(second.feed)) &&
    sameValue(neighbours(a, clauseType), neighbours(b, clauseType))
  );
}

/** Returns the records of the same feed that a comparison may use. */
function neighbours({ provision: { _provision }, feed }: ShownRecord, clauseType: unknown): readonly Provision[] {
  if (!clauseType && _provision.comparisons?.items) return [];
  const type = asText(clauseType) ?? _provision.clause_type;
  return type === undefined ? [] : feed.items.filter((item) => item._provision.clause_type === type);
}

/** Returns the feed without its items and its time of generation, which is rendered separately. */
function headOf(feed: Feed): object {
  return { ...feed, items: undefined, _provision_feed: { ...feed._provision_feed, generated: undefined } };
}
