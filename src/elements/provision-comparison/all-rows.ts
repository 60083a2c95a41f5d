import type { LitElement } from 'lit';
import { fetchComparison, readComparison } from '../../feed/comparison-file.js';
import type { ComparisonItem } from '../../feed/types.js';
import { TimeSlices } from '../../page/time-slices.js';
import type { Compared } from './compared.js';

/** The file with all rows: for which reading of the feed it was asked for, and what came of it. */
export class AllRows {
  rows: readonly ComparisonItem[] | undefined;
  /** The record itself was among them, and has been left out. */
  others = false;
  failed = false;

  /** `last` is what the reader sees meanwhile, where it came out of the same file. */
  constructor(
    readonly compared: Compared,
    last: AllRows | undefined,
  ) {
    if (last?.compared.comparison.url !== compared.comparison.url) return;
    this.rows = last?.rows;
    this.others = last?.others ?? false;
  }

  /** Whether rows are still to come. */
  get isLoading(): boolean {
    return !this.rows && !this.failed;
  }

  /** Reads the file; `again` asks the server whether it has a newer one. A failure keeps what was there; never rejects. */
  async read(host: LitElement, again: boolean): Promise<void> {
    const { comparison, provision } = this.compared;
    try {
      const redirects = Reflect.get(host, 'redirects') === 'follow' ? 'follow' : undefined;
      const entries = await fetchComparison(comparison.url ?? '', { redirects, revalidate: again });
      const rows: ComparisonItem[] = [];
      let others = false;
      const slices = new TimeSlices(new AbortController().signal);
      for (const row of readComparison(entries)) {
        // A file of all platforms holds the record itself, which is no other platform.
        if (row.record_id === undefined || row.record_id !== provision?.id) rows.push(row);
        else others = true;
        if (slices.over) await slices.pause();
      }
      if (rows.length) [this.rows, this.others] = [rows, others];
      else this.failed = true;
    } catch {
      this.failed = true;
    }
  }
}

/** Whether two lists say the same of the same platforms: a feed that was read again is another object. */
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
