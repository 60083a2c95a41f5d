/** Lists the paragraphs of a document that changed, so that a person can choose which to follow. */
import { lastIndex } from '../last-index.js';
import { historyOf } from './history.js';
import { TrackedDocument } from './track.js';
import type { OtaDocument } from './versions.js';

/** A paragraph of the newest version with its history. */
export interface DiscoveredClause {
  readonly text: string;
  /** The nearest heading above the paragraph. */
  readonly heading: string | undefined;
  /** Days of the changes, oldest first, as `2026-05-12`. */
  readonly changes: readonly string[];
  /** Number of returns to the previous wording. */
  readonly returns: number;
}

/** Lists the changed paragraphs of a document's newest version, most changes first. */
export function discoverClauses(
  document: OtaDocument,
  { flapDays = 14 }: { readonly flapDays?: number | undefined } = {},
): DiscoveredClause[] {
  const tracked = new TrackedDocument(document);
  const newest = lastIndex(document.versions, ({ text }) => text !== undefined);
  const found: DiscoveredClause[] = [];
  let heading: string | undefined;
  tracked.blocksAt(newest)?.list.forEach((block, index) => {
    if (block.heading !== undefined) {
      heading = block.text;
      return;
    }
    const history = historyOf(tracked.followBlock(newest, index), flapDays);
    const returns = history.flapping?.returns ?? 0;
    if (!history.transitions.length && !returns) return;
    const changes = history.transitions.map(({ to }) => new Date(to.first.time).toISOString().slice(0, 10));
    found.push({ text: block.text, heading, changes, returns });
  });
  return found.sort((a, b) => b.changes.length - a.changes.length);
}
