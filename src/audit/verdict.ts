import type { AuditedForm } from './embed.js';
import type { State } from './states.js';

/** The result for one embed. */
export interface Verdict {
  readonly state: State;
  /**
   * For a change: `certain` when the article carries the record or a hash, `likely` when only the quoted text shows it
   * (docs/evidence.md).
   */
  readonly evidence?: 'certain' | 'likely' | undefined;
  /** One or more sentences for an editor. */
  readonly message: string;
  /** Date of the change from the feed. */
  readonly since?: string | undefined;
  /** Date of a capture with the current wording: the change happened on or before that day. */
  readonly by?: string | undefined;
  readonly notes?: readonly string[];
  /** URL of the feed, id of the record and URL of its page, when known. */
  readonly feed?: string | undefined;
  readonly record?: string | undefined;
  readonly title?: string | undefined;
  readonly page?: string | undefined;
  /** The wording in the article and the current one, when the clause changed. */
  readonly published?: string | undefined;
  readonly current?: string | undefined;
}

/** A verdict with its position. `form` and position are missing when it concerns the whole article. */
export interface Finding extends Verdict {
  /** URL or path. */
  readonly article: string;
  readonly form?: AuditedForm | undefined;
  /** Line number, from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}
