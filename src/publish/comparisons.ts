import { addressesOf } from '../snippets/addresses.js';
import { recordName } from '../snippets/names.js';
import { permalinkOf } from '../snippets/source.js';
import type { ComparisonItem, Feed, Provision, ProvisionDetails } from '../feed/types.js';
import { asRow } from '../provision/comparison/comparison.js';
import { excerptOf } from '../provision/excerpt.js';

type Comparisons = NonNullable<ProvisionDetails['comparisons']>;

/** Characters of a clause in a row of another record's comparison. */
const excerptLength = 300;

/** A file with comparison rows (`comparison/….json`), the target of a record's `comparisons.url`. */
export interface ComparisonRowsFile {
  readonly path: string;
  readonly content: Comparisons & { readonly title?: string | undefined };
}

/** Builds the comparisons of a feed's records. It stores which records share a clause type, and builds rows on demand to save memory. */
export class FeedComparisons {
  readonly #base: string;
  readonly #rows: number;
  readonly #feed: Feed;
  readonly #types = new Map<string, Provision[]>();
  /** Counts by severity for each clause type. They are cached, because counting again for each record would take quadratic time. */
  readonly #distributions = new Map<readonly Provision[], Readonly<Record<string, number>>>();

  /**
   * @param base URL of the site, with a trailing slash
   * @param rows number of rows in a record's own file
   */
  constructor(feed: Feed, base: string, rows: number) {
    this.#base = base;
    this.#rows = rows;
    this.#feed = feed;
    for (const provision of feed.items) {
      const { clause_type: type, status } = provision._provision;
      // Comparisons exclude withdrawn records.
      if (type === undefined || status === 'withdrawn') continue;
      const records = this.#types.get(type);
      if (records) records.push(provision);
      else this.#types.set(type, [provision]);
    }
  }

  /** Yields one file for each clause type that at least two records share. */
  async *typeFiles(): AsyncGenerator<ComparisonRowsFile> {
    for (const [type, records] of this.#types) {
      if (records.length < 2) continue;
      const items: ComparisonItem[] = [];
      for (const record of records) items.push(await this.#row(record));
      const title = this.#feed._provision_feed?.clause_types?.find(({ id }) => id === type)?.title;
      yield {
        path: `comparison/${await recordName(type)}.json`,
        content: { title, total: items.length, distribution: distributionOf(items), items },
      };
    }
  }

  /**
   * Returns the comparison for a record's own file: the first rows, and the total and distribution of all rows. The record's own rows and
   * figures take precedence over rows from the feed's other records. When the record has more rows than fit and no URL for all of them,
   * the result includes a second file with all rows.
   */
  async of(provision: Provision, name: string): Promise<{ comparisons?: Comparisons; file?: ComparisonRowsFile }> {
    const { comparisons: given, clause_type: type } = provision._provision;
    if (given?.items) {
      const { items } = given;
      if (items.length <= this.#rows) return { comparisons: given };
      const total = given.total ?? items.length;
      const distribution = given.distribution ?? distributionOf(items);
      const cut = { ...given, total, distribution, items: items.slice(0, this.#rows) };
      if (given.url !== undefined) return { comparisons: cut };
      const path = `comparison/r/${name}.json`;
      return {
        comparisons: { ...cut, url: this.#base + path },
        file: { path, content: { ...given, total, distribution } },
      };
    }
    const records = (type === undefined ? undefined : this.#types.get(type)) ?? [];
    const others: Provision[] = [];
    for (const other of records) {
      if (others.length === this.#rows) break;
      if (other.id !== provision.id) others.push(other);
    }
    if (type === undefined || !others.length) return given ? { comparisons: given } : {};
    const items: ComparisonItem[] = [];
    for (const other of others) items.push(await this.#row(other));
    // `records` does not include a withdrawn record itself, so one other record may be all there is; that needs no file.
    const file = records.length > 1 ? { url: `${this.#base}comparison/${await recordName(type)}.json` } : {};
    return {
      comparisons: {
        ...file,
        total: records.length,
        distribution: this.#distribution(records),
        ...given,
        items,
      },
    };
  }

  #distribution(records: readonly Provision[]): Readonly<Record<string, number>> {
    const known = this.#distributions.get(records) ?? distributionOf(records.map(asRow));
    this.#distributions.set(records, known);
    return known;
  }

  async #row(record: Provision): Promise<ComparisonItem> {
    const row = asRow(record);
    const { page } = await addressesOf(this.#base, record.id);
    return {
      ...row,
      ...(row.excerpt === undefined ? {} : excerptOf(row.excerpt, excerptLength)),
      url: record.url ?? permalinkOf(record, page) ?? page,
    };
  }
}

/** Counts rows by severity level, in the order of first appearance. */
function distributionOf(items: readonly ComparisonItem[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { severity } of items) {
    const level = severity?.level ?? 'unknown';
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
