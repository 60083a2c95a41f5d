/**
 * Seals the sample feed: computes the values that cannot be written by hand, and writes them to `clausewatch.json`:
 *
 * - `clauses[].sha256`, and the position of each clause in its document (`TextPositionSelector`, in code points);
 * - `changes[]`: the hash of each side's clause and of the document at its `url`;
 * - `provenance.sha256`: the hash of the bytes at `snapshot_url`, which must contain the clause;
 * - `comparisons.total` and `.distribution`, counted over the complete comparison.
 *
 * Then it writes `r/ID.json` (one file per record), `comparison/TYPE.json`, and the records in our pages' `<script
 * type="application/json">`.
 *
 *     node demo/feeds/seal.mjs            seals
 *     node demo/feeds/seal.mjs --check    writes nothing, exits 1 when something is not sealed
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { runScript } from '../../scripts/run.mjs';
import { rows } from './comparison-rows.mjs';

const site = 'https://clausewatch.example';
const here = new URL('./', import.meta.url);
const demo = new URL('../', here);
const excerptLength = 300;
const rowsInRecord = 3;

const problems = [];
const inDemo = (url) => url.href.slice(demo.href.length);
const toJson = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the stored copy at one of our URLs. Other URLs are a problem, because every copy of the sample is ours. */
async function snapshotAt(address) {
  const [, name] = /^https:\/\/clausewatch\.example\/feeds\/snapshots\/([\w.-]+)$/.exec(address) ?? [];
  if (!name) {
    problems.push(`${address} names no snapshot of ours`);
    return undefined;
  }
  const bytes = await readFile(new URL(`snapshots/${name}`, here)).catch(() => undefined);
  if (!bytes) problems.push(`There is no snapshots/${name}`);
  // The demo server rewrites our URL in feeds and pages; in a snapshot this would change the hash.
  else if (bytes.includes(site)) problems.push(`snapshots/${name}: must not contain ${site}`);
  return bytes && { bytes: Uint8Array.from(bytes) };
}

/** Returns the feed with hashes, selectors and positions, sealed by the library. */
async function sealedFeed() {
  runScript('build:builder');
  const { sealFeed } = await import(new URL('../builder/dist/kit.js', here).href);
  const source = JSON.parse(await readFile(new URL('clausewatch.json', here), 'utf8'));
  const { feed, findings } = await sealFeed(source, { snapshot: snapshotAt });
  for (const { kind, pointer, message } of findings) if (kind === 'untrue') problems.push(`${pointer}: ${message}`);
  for (const [index, { id, _provision: provision }] of feed.items.entries()) {
    provision.clauses.forEach((clause, at) => {
      // Only some clauses of the sample have a selector, because cards have to handle both cases.
      if (!source.items[index]._provision.clauses[at].selector) delete clause.selector;
    });
    if (!provision.provenance.snapshot_url) problems.push(`${id}: has no snapshot`);
    for (const clause of provision.clauses) {
      // The demo server rewrites our URL, so the hash of a text with it would no longer match.
      if (clause.text.includes(site)) problems.push(`${id}: the clause must not contain ${site}`);
    }
  }
  return feed;
}

/** Cuts a wording for the comparison at the maximum length, also within a word. */
function excerpt(text) {
  const characters = [...text];
  return characters.length > excerptLength
    ? { excerpt: characters.slice(0, excerptLength).join(''), truncated: true }
    : { excerpt: text };
}

function rowOfRecord({ id, url, language, _provision: { platform, severity, clauses, provenance } }) {
  const [clause] = clauses;
  return {
    platform,
    ...(severity ? { severity: { level: severity.level, label: severity.label } } : {}),
    ...excerpt(clause.text),
    language: clause.language ?? language,
    url,
    record_id: id,
    captured: provenance.captured,
  };
}

/** Returns the complete comparison of a clause type: our records, the rows in our records, and the additional rows. */
function comparisonOf(type, feed) {
  const records = feed.items.filter((item) => item._provision.clause_type === type);
  const labels = new Map(feed._provision_feed.scales.severity.map(({ level, label }) => [level, label]));
  const all = [
    // Comparisons exclude withdrawn records.
    ...records.filter((item) => item._provision.status !== 'withdrawn').map(rowOfRecord),
    ...records.flatMap((item) => item._provision.comparisons?.items ?? []).filter((row) => !row.record_id),
    ...(rows[type] ?? []).map(([name, slug, level, captured, text, language = 'en']) => ({
      platform: { name, slug, url: `https://${slug}.example/` },
      severity: { level, label: labels.get(level) },
      ...excerpt(text),
      language,
      url: `https://${slug}.example/terms`,
      captured,
    })),
  ];
  const { compare } = new Intl.Collator('en');
  const nameOf = (row) => row.platform?.name;
  const items = all.sort((a, b) =>
    nameOf(a) && nameOf(b) ? compare(nameOf(a), nameOf(b)) : Number(!nameOf(a)) - Number(!nameOf(b)),
  );
  const distribution = {};
  for (const { level } of feed._provision_feed.scales.severity) {
    const count = items.filter((row) => (row.severity?.level ?? 'unknown') === level).length;
    if (count) distribution[level] = count;
  }
  return { items, total: items.length, distribution };
}

/** Returns the first rows for a record: its own, else those of its clause type. */
function fewRows(item, comparison) {
  const own = item._provision.comparisons?.items;
  const others = comparison.items.filter((row) => row.record_id !== item.id && row.platform);
  return (own ?? others).slice(0, rowsInRecord);
}

/** Returns a record's own feed, for articles to load. */
function recordFile(feed, item, comparison) {
  const type = item._provision.clause_type;
  const { total, distribution } = comparison;
  return {
    ...feed,
    feed_url: `${site}/feeds/r/${item.id}.json`,
    _provision_feed: {
      ...feed._provision_feed,
      clause_types: feed._provision_feed.clause_types.filter(({ id }) => id === type),
    },
    items: [
      {
        ...item,
        _provision: {
          ...item._provision,
          comparisons: {
            url: `${site}/feeds/comparison/${type}.json`,
            total,
            distribution,
            items: fewRows(item, comparison),
          },
        },
      },
    ],
  };
}

/** Returns the sealed files by their path in the demo. */
async function sealed() {
  const feed = await sealedFeed();
  const comparisons = new Map(feed._provision_feed.clause_types.map(({ id }) => [id, comparisonOf(id, feed)]));
  for (const item of feed.items) {
    const { comparisons: own, clause_type: type } = item._provision;
    if (!own) continue;
    const { total, distribution } = comparisons.get(type);
    const { url, items } = own;
    item._provision.comparisons = { url, total, distribution, ...(items ? { items } : {}) };
  }

  const files = new Map([[inDemo(new URL('clausewatch.json', here)), toJson(feed)]]);
  for (const [type, { items }] of comparisons) files.set(`feeds/comparison/${type}.json`, toJson({ items }));
  const records = new Map();
  for (const item of feed.items) {
    const record = recordFile(feed, item, comparisons.get(item._provision.clause_type));
    records.set(item.id, record);
    files.set(`feeds/r/${item.id}.json`, toJson(record));
  }

  for (const name of (await readdir(demo)).filter((file) => file.endsWith('.html'))) {
    const page = await readFile(new URL(name, demo), 'utf8');
    const written = page.replace(
      /(<script type="application\/json">)([\s\S]*?)(\s*<\/script>)/g,
      (whole, start, data, end) => {
        const record = records.get(JSON.parse(data).items?.[0]?.id);
        // Escape "</script>", because it would end the element.
        if (!record || isDeepStrictEqual(JSON.parse(data), record)) return whole;
        return start + JSON.stringify(record).replaceAll('<', '\\u003c') + end.trimStart();
      },
    );
    if (written !== page) files.set(name, written);
  }
  return files;
}

async function stale(files) {
  const kept = new Set(files.keys());
  const found = await Promise.all(
    ['feeds/r/', 'feeds/comparison/'].map(async (folder) =>
      (await readdir(new URL(folder, demo)).catch(() => [])).map((name) => folder + name),
    ),
  );
  return found.flat().filter((path) => path.endsWith('.json') && !kept.has(path));
}

const check = process.argv.includes('--check');
const files = await sealed();
let changed = 0;
if (!problems.length) {
  for (const [path, text] of files) {
    const file = new URL(path, demo);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    changed++;
    if (check) {
      problems.push(`${path} is not sealed`);
    } else {
      await mkdir(new URL('./', file), { recursive: true });
      await writeFile(file, text);
    }
  }
  for (const path of await stale(files)) {
    changed++;
    if (check) problems.push(`${path} belongs to no record`);
    else await rm(new URL(path, demo));
  }
}
for (const problem of problems) console.error(problem);
if (problems.length) {
  if (check) console.error('Run node demo/feeds/seal.mjs');
  process.exitCode = 1;
} else {
  console.log(`${files.size} files are sealed${changed ? `, ${changed} of them written` : ''}.`);
}
