/**
 * Makes the sample feed true. Computes what cannot be written by hand, and writes it into `clausewatch.json`:
 *
 * - `clauses[].sha256`, and the place of each clause in its document (`TextPositionSelector`, code points);
 * - `changes[]`: the hash of each side's clause and of the document that its `url` names;
 * - `provenance.sha256`: the hash of the bytes that `snapshot_url` serves, in which the clause must really stand;
 * - `comparisons.total` and `.distribution`, counted over the whole comparison.
 *
 * From that it writes `r/ID.json` (one file a record), `comparison/TYPE.json`, and the records that our pages carry in
 * `<script type="application/json">`.
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

/** The stored copy that an address of ours names. Others are a problem, because every copy of the sample is ours. */
async function snapshotAt(address) {
  const [, name] = /^https:\/\/clausewatch\.example\/feeds\/snapshots\/([\w.-]+)$/.exec(address) ?? [];
  if (!name) {
    problems.push(`${address} names no snapshot of ours`);
    return undefined;
  }
  const bytes = await readFile(new URL(`snapshots/${name}`, here)).catch(() => undefined);
  if (!bytes) problems.push(`There is no snapshots/${name}`);
  // The server rewrites our address in feeds and pages; in a snapshot that would break the hash.
  else if (bytes.includes(site)) problems.push(`snapshots/${name}: must not contain ${site}`);
  return bytes && { bytes: Uint8Array.from(bytes) };
}

/** The feed with its hashes, selectors and positions, by the library's own sealing. */
async function sealedFeed() {
  runScript('build:builder');
  const { sealFeed } = await import(new URL('../builder/dist/kit.js', here).href);
  const source = JSON.parse(await readFile(new URL('clausewatch.json', here), 'utf8'));
  const { feed, findings } = await sealFeed(source, { snapshot: snapshotAt });
  for (const { kind, pointer, message } of findings) if (kind === 'untrue') problems.push(`${pointer}: ${message}`);
  for (const [index, { id, _provision: provision }] of feed.items.entries()) {
    provision.clauses.forEach((clause, at) => {
      // The sample has clauses with a selector and without, because readers' pages meet both.
      if (!source.items[index]._provision.clauses[at].selector) delete clause.selector;
    });
    if (!provision.provenance.snapshot_url) problems.push(`${id}: has no snapshot`);
    for (const clause of provision.clauses) {
      // A hash over a text in which the server replaces our address would no longer hold.
      if (clause.text.includes(site)) problems.push(`${id}: the clause must not contain ${site}`);
    }
  }
  return feed;
}

/** A wording as the comparison quotes it: cut where the length is reached, in the middle of a word if need be. */
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

/** The whole comparison of a clause type: our records, what records quote of others, and the rows beside them. */
function comparisonOf(type, feed) {
  const records = feed.items.filter((item) => item._provision.clause_type === type);
  const labels = new Map(feed._provision_feed.scales.severity.map(({ level, label }) => [level, label]));
  const all = [
    // A withdrawn record is no longer anything to compare with.
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

/** A record's own few rows: of those it brings, else of all of its type. */
function fewRows(item, comparison) {
  const own = item._provision.comparisons?.items;
  const others = comparison.items.filter((row) => row.record_id !== item.id && row.platform);
  return (own ?? others).slice(0, rowsInRecord);
}

/** One file a record: what an article should load. */
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

/** Files by their path in the demo, as they should be. */
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
        // "</script>" inside the data would end it.
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
