import type { Count } from './format.js';

/** Our own words in the full record; they come with it. The feed's words are shown as given. */
export interface RecordMessages {
  readonly actions: string;
  readonly changes: string;
  readonly analysis: string;
  /** Name of a rating on a scale that has no other name. */
  readonly rating: string;
  readonly agencies: string;
  readonly fileComplaint: string;
  readonly regulations: (count: string) => string;
  readonly otherJurisdictions: string;
  readonly details: string;
  readonly document: string;
  readonly documentId: string;
  readonly lastUpdated: string;
  readonly firstTracked: string;
  readonly lastVerified: string;
  readonly changedBefore: string;
  readonly yes: string;
  readonly no: string;
  readonly recentChanges: string;
  /** How many changes in how many days; `recentChanges` stands before it. */
  readonly changesInDays: (count: Count, days: Count) => string;
  readonly hash: string;
  readonly methodology: string;
  /** Stands after `changesInDays` or the feed's own words, in brackets. */
  readonly asOf: (date: string) => string;
  readonly clauseType: string;
  readonly captured: string;
  readonly sourceUrl: string;
  readonly archiveUrl: string;
  readonly snapshotUrl: string;
  readonly sha256: string;
  /** Without a number where there is one clause only. */
  readonly clauseHash: (number?: string) => string;
  readonly analysisGenerated: string;
  /** Label of what the publisher says of its own evidence. */
  readonly claims: string;
  readonly snapshotStored: string;
  readonly snapshotNotStored: string;
  readonly hashVerified: string;
  readonly hashNotVerified: string;
  readonly published: string;
  readonly modified: string;
  readonly citation: string;
  readonly citationAccessed: (date: string) => string;
  readonly categories: string;
  readonly questions: string;
  readonly related: string;
  readonly otherRisks: string;
  readonly notices: string;
  readonly promotions: string;
  readonly more: string;
  readonly copyHash: string;
}
