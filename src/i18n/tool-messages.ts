import type { CitationFormId } from '../provision/citations/index.js';
import type { UncheckedReason } from '../provision/evidence.js';

/** Our own words in the reader's tools; they come with them. */
export interface ToolMessages {
  readonly citeAs: string;
  readonly citationForms: Readonly<Record<CitationFormId, string>>;
  readonly shareBy: string;
  readonly copyLink: string;
  readonly link: string;
  readonly email: string;
  /** What has been copied, by its name: a form of citation, `link`, or `hash` of the full record. */
  readonly copied: (what: string) => string;
  readonly notCopied: string;
  /** Said when the checks are done. */
  readonly checked: string;
  readonly checking: string;
  /** Label of our own checks, made in the reader's browser. */
  readonly checks: string;
  readonly checkedClause: (number: string) => string;
  readonly checkedSnapshot: string;
  readonly checkedClauseInSnapshot: (number: string) => string;
  readonly matches: string;
  readonly found: string;
  readonly foundFolded: string;
  readonly notFound: string;
  readonly differs: string;
  readonly unchecked: string;
  /** The same, and why: one of `reasons`. */
  readonly uncheckedBecause: (reason: string) => string;
  readonly reasons: Readonly<Record<UncheckedReason, string>>;
}
