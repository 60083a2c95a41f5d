import type { LitElement } from 'lit';
import { fetchComparison, readComparison } from '../../feed/comparison-file.js';
import type { ComparisonItem } from '../../feed/types.js';
import { TimeSlices } from '../../page/time-slices.js';
import type { ComparisonContext } from './comparison-context.js';

/** The file with all rows of a comparison, for one reading of the feed. */
export class AllRows {
  rows: readonly ComparisonItem[] | undefined;
  /** Whether the file contained the record itself, which `rows` omits. */
  omitsOwn = false;
  failed = false;

  /** @param previous the rows to show during the request, if they come from the same file */
  constructor(
    readonly context: ComparisonContext,
    previous: AllRows | undefined,
  ) {
    if (previous?.context.comparison.url !== context.comparison.url) return;
    this.rows = previous?.rows;
    this.omitsOwn = previous?.omitsOwn ?? false;
  }

  /** Whether the rows are still loading. */
  get isLoading(): boolean {
    return !this.rows && !this.failed;
  }

  /** Reads the file. `again` revalidates a cached response. After a failure the earlier rows stay; never rejects. */
  async read(host: LitElement, again: boolean): Promise<void> {
    const { comparison, provision } = this.context;
    try {
      const redirects = Reflect.get(host, 'redirects') === 'follow' ? 'follow' : undefined;
      const entries = await fetchComparison(comparison.url ?? '', { redirects, revalidate: again });
      const rows: ComparisonItem[] = [];
      let omitsOwn = false;
      const slices = new TimeSlices(new AbortController().signal);
      for (const row of readComparison(entries)) {
        // A file of all platforms contains the record itself; omit it.
        if (row.record_id === undefined || row.record_id !== provision?.id) rows.push(row);
        else omitsOwn = true;
        if (slices.over) await slices.pause();
      }
      if (rows.length) [this.rows, this.omitsOwn] = [rows, omitsOwn];
      else this.failed = true;
    } catch {
      this.failed = true;
    }
  }
}

/** Whether two lists render identically. Compares values, because a feed that is read again has new objects. */
export function sameRows(some: readonly ComparisonItem[], others: readonly ComparisonItem[]): boolean {
  return (
    some === others ||
    (some.length === others.length &&
      some.every((row, index) => {
        const other = others[index];
        return (
          row === other ||
          (other !== undefined &&
            row.record_id === other.record_id &&
            row.platform === other.platform &&
            row.severity === other.severity &&
            row.excerpt === other.excerpt &&
            row.url === other.url &&
            row.captured === other.captured)
        );
      }))
  );
}
