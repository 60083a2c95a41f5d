import type { AuditedForm } from './embed.js';
import type { State } from './states.js';

/** The result for one embed. */
export interface Verdict {
  readonly state: State;
  /** Of a change: `certain` rests on the record or a hash in the article, `likely` on the quoted words (docs/evidence.md). */
  readonly evidence?: 'certain' | 'likely' | undefined;
  /** One sentence or more for an editor. */
  readonly message: string;
  /** When the record or its clause has changed, by the feed. */
  readonly since?: string | undefined;
  /** A capture with the present wording: it has changed by that day, and nobody says when. */
  readonly by?: string | undefined;
  readonly notes?: readonly string[];
  /** Feed, record and page, as far as they are known. */
  readonly feed?: string | undefined;
  readonly record?: string | undefined;
  readonly title?: string | undefined;
  readonly page?: string | undefined;
  /** The wording in the article and the present one, where the clause has changed. */
  readonly published?: string | undefined;
  readonly current?: string | undefined;
}

/** A verdict with its place. `form` and the place are missing where it is about the article as a whole. */
export interface Finding extends Verdict {
  /** Address or path. */
  readonly article: string;
  readonly form?: AuditedForm | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}
