/** Chooses the record of a host in a parsed feed. */
import { FeedError } from '../feed/error.js';
import type { ParseResult } from '../feed/parser.js';
import { findItem } from '../feed/find-item.js';
import type { Feed, Provision } from '../feed/types.js';
import type { RecordHost } from './record-host.js';
import type { ShownRecord } from './shown-record.js';

type Chooser = Pick<RecordHost, 'choose'>;

/** Returns the record with an id. Without an id it returns the host's choice, or the feed's only record. */
export function findRecord(host: Chooser, feed: Feed, record: string | undefined): Provision | undefined {
  return record === undefined && host.choose ? host.choose(feed) : findItem(feed, record);
}

/** Returns the record of a parsed feed with its feed. Throws the parser's error, or `not-found` if there is no such record. */
export function pickRecord(host: Chooser, result: ParseResult, record: string | undefined): ShownRecord {
  if (!result.ok) throw result.error;
  const provision = findRecord(host, result.feed, record);
  if (provision) return { ...result, provision };
  throw new FeedError('not-found', `No record "${record ?? ''}"`, { pointer: '/items' });
}
