/** Paragraphs of a document that changed, from which a person chooses what to follow. */
import { lastIndex } from '../last-index.js';
import { historyOf } from './history.js';
import { TrackedDocument } from './track.js';
import type { OtaDocument } from './versions.js';

/** A paragraph of the newest version, and what became of it. */
export interface DiscoveredClause {
  readonly text: string;
  /** The nearest heading above it. */
  readonly heading: string | undefined;
  /** Days of the changes, oldest first, as `2026-05-12`. */
  readonly changes: readonly string[];
  /** Times that it went back to a wording it had just left. */
  readonly returns: number;
}

/** The paragraphs of a document's newest version that changed, those with the most changes first. */
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
