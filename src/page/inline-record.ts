/** Reads the record that a page carries as a JSON child of an element. */
import { coreParser } from '../feed/parse-core.js';
import { pickRecord } from './pick-record.js';
import type { RecordHost } from './record-host.js';
import type { ShownRecord } from './shown-record.js';
import { warnOnce } from './warn-once.js';

/** Returns the `application/json` child of an element, or of the quotation that the element replaces. */
export function inlineData(host: RecordHost): Element | undefined {
  return [...(host.quotation ?? host).children].find((child) => child.matches('script[type="application/json"]'));
}

/**
 * Returns the record of the `application/json` child. If the host has a source as well, an invalid child only causes a warning,
 * because editors damage JSON; otherwise its error is thrown.
 */
export function inlineRecord(
  host: RecordHost,
  record: string | undefined,
  hasSource: boolean,
): ShownRecord | undefined {
  const inline = inlineData(host);
  if (!inline) return undefined;
  try {
    return pickRecord(host, coreParser.parseFeedText(inline.textContent), record);
  } catch (error) {
    if (!hasSource) throw error;
    warnOnce(error);
    return undefined;
  }
}
