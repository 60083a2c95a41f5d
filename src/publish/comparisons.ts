import { addressesOf } from '../snippets/addresses.js';
import { recordName } from '../snippets/names.js';
import { permalinkOf } from '../snippets/source.js';
import type { ComparisonItem, Feed, Provision, ProvisionDetails } from '../feed/types.js';
import { asRow } from '../provision/comparison/comparison.js';
import { excerptOf } from '../provision/excerpt.js';

type Comparisons = NonNullable<ProvisionDetails['comparisons']>;

/** Characters of a record's clause in a row of another's comparison. */
const excerptLength = 300;

/** A file of rows, `comparison/….json`: what `comparisons.url` of a record names. */
export interface ComparisonFile {
  readonly path: string;
  readonly content: Comparisons & { readonly title?: string | undefined };
}

/** What the records of a feed are compared with. It keeps no rows, only which records share a clause type. */
export class FeedComparisons {
  readonly #base: string;
  readonly #rows: number;
  readonly #feed: Feed;
  readonly #types = new Map<string, Provision[]>();
  /** Of all records of a clause type. Each of its records has them: counted anew for each, a large type would take the square of its size. */
  readonly #distributions = new Map<readonly Provision[], Readonly<Record<string, number>>>();

  /**
   * @param base address of the site, with a slash at its end
   * @param rows how many rows a record's own file has
   */
  constructor(feed: Feed, base: string, rows: number) {
    this.#base = base;
    this.#rows = rows;
    this.#feed = feed;
    for (const provision of feed.items) {
      const { clause_type: type, status } = provision._provision;
      // A withdrawn record is nothing to compare with.
      if (type === undefined || status === 'withdrawn') continue;
      const records = this.#types.get(type);
      if (records) records.push(provision);
      else this.#types.set(type, [provision]);
    }
  }

  /** One file a clause type that two records share. */
  async *typeFiles(): AsyncGenerator<ComparisonFile> {
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
   * What a record's own file has of its comparison: the first few rows, and the figures of all. The record's own rows and
   * figures win, whatever the feed's other records say. Where it brings more rows than that and no address of them all, they
   * are a file of their own, which comes along.
   */
  async of(provision: Provision, name: string): Promise<{ comparisons?: Comparisons; file?: ComparisonFile }> {
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
    // A record that is withdrawn has a comparison, and is not in it. A single other record needs no file.
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

/** How many rows have which severity, in the order of their first appearance. */
function distributionOf(items: readonly ComparisonItem[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { severity } of items) {
    const level = severity?.level ?? 'unknown';
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
