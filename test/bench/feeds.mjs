// @ts-check
/**
 * Parsing a feed, compared with `JSON.parse`, in Node: the same engine as Chromium's, and the same code as in a page.
 */
import { execFileSync } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { feedOf, record, records } from './records.mjs';
import { inTurn } from './rounds.mjs';
import { median, ratio } from './statistics.mjs';

/** Processor time of this process, in milliseconds, because other processes do not affect it. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @param {() => unknown} task */
function cost(task) {
  const before = spent();
  task();
  return spent() - before;
}

const parserUrl = new URL('../../dist/feed/parse-core.js', import.meta.url).href;

/** @param {import('./run.mjs').Bench} bench */
export async function parsing(bench) {
  const { measured } = bench;
  const { coreParser } = await import(parserUrl);
  const { findItem } = await import(new URL('../../dist/feed/find-item.js', import.meta.url).href);
  const { parseFeedText } = await import(new URL('../../dist/feed/parse.js', import.meta.url).href);
  const text = JSON.stringify(feedOf(records(1400)));
  const repeat = 3;
  const times = (/** @type {() => unknown} */ task) => async () => {
    return cost(() => {
      for (let time = 0; time < repeat; time++) task();
    });
  };
  const costs = await inTurn(bench, 40, {
    bare: times(() => JSON.parse(text)),
    one: times(() => findItem(coreParser.parseFeedText(text).feed, 'BENCH-700')),
    core: times(() => coreParser.parseFeedText(text).feed.items.length),
    whole: times(() => parseFeedText(text)),
  });
  measured['largeFeed'] = ratio(costs.one, costs.bare);
  measured['wholeFeed'] = ratio(costs.core, costs.bare);

  const file = JSON.stringify(feedOf([record(1)]));
  measured['recordFile'] = brotliCompressSync(file).length;
  // In a new process, so that the code runs for the first time, as in a page.
  const program = `import { coreParser } from ${JSON.stringify(parserUrl)};
const text = ${JSON.stringify(file)};
const before = process.cpuUsage();
const input = JSON.parse(text);
const parsed = process.cpuUsage(before);
const result = coreParser.parseFeed(input);
const checked = process.cpuUsage(before);
if (!result.ok || result.warnings.length) throw new Error('Not a feed');
console.log(checked.user + checked.system - parsed.user - parsed.system);`;
  const { first } = await inTurn(bench, 20, {
    first: async () =>
      Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })) / 1000,
  });
  measured['checkFile'] = 4 * median(first);
  return [
    {
      what: `a feed of ${(text.length / 1e6).toFixed(1)} MB: parse, and check of the record that is shown, to JSON.parse`,
      figure: ratio(costs.one, costs.bare),
    },
    { what: '… and check of all of its records', figure: ratio(costs.core, costs.bare) },
    { what: '… and of every member (npm, command line)', figure: ratio(costs.whole, costs.bare) },
    { what: 'check of one record file, the first time, at 4× slow-down (ms)', figure: 4 * median(first) },
    { what: 'a record file, brotli (kB)', figure: (measured['recordFile'] ?? NaN) / 1000 },
  ];
}

/** The folder of the benchmarks. */
export const here = fileURLToPath(new URL('.', import.meta.url));
