/** Our own words on published pages, besides those of the card and of the snippets. */
export interface PageMessages {
  readonly actions: string;
  readonly changes: string;
  readonly changeKinds: Readonly<Record<'substantive' | 'cosmetic' | 'regional-variant' | 'analysis', string>>;
  readonly before: string;
  readonly after: string;
  readonly effective: (date: string) => string;
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
  readonly documentUpdated: (date: string) => string;
  readonly clauseType: string;
  readonly published: string;
  readonly modified: string;
  readonly firstTracked: string;
  readonly lastVerified: string;
  readonly changedBefore: string;
  readonly yes: string;
  readonly no: string;
  readonly recentChanges: string;
  readonly changesInDays: (count: string, days: string) => string;
  readonly asOf: (date: string) => string;
  readonly captured: string;
  readonly capturedOn: (date: string) => string;
  readonly source: string;
  readonly archivedCopy: string;
  readonly snapshot: string;
  readonly sha256: string;
  /** Without a number where there is one clause only. */
  readonly clauseHash: (number?: string) => string;
  readonly analysisGenerated: string;
  readonly methodology: string;
  /** Label of what the publisher says of its own evidence. */
  readonly claims: string;
  readonly snapshotStored: string;
  readonly snapshotNotStored: string;
  readonly hashVerified: string;
  readonly hashNotVerified: string;
  readonly citation: string;
  readonly citationAccessed: (date: string) => string;
  readonly categories: string;
  readonly questions: string;
  readonly related: string;
  readonly otherRisks: string;
  readonly notices: string;
  readonly more: string;
  readonly viewInDocument: string;
  readonly viewInArchive: string;
  /** Link from a frame to the record's page. */
  readonly wholeRecord: string;
  readonly machineReadable: string;
}
