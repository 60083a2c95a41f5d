// @ts-check
/**
 * `npm run bench`: what the built files cost in Chromium, as ratios of medians over rounds in which the contenders take
 * turns, each visit in a context of its own. `--quick` makes 3 rounds of the 15. Writes RESULTS.md beside this file.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../../.scripts/browsers.mjs';
import { buildScriptIfStale } from '../../.scripts/build-script.mjs';
import { root } from '../../.scripts/run.mjs';
import * as comparison from './comparison.mjs';

const benchmarks = [comparison];
const rounds = process.argv.includes('--quick') ? 3 : 15;

await buildScriptIfStale();
const found = await findChromium();
if (!found) throw new Error('There is no Chromium: npm test installs one, or set CHROMIUM_PATH.');

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (/^\/(chunks\/)?[\w-]+\.js$/.test(pathname)) {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    createReadStream(join(root, 'dist', pathname)).pipe(response);
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      '<!doctype html><html lang="en"><title>Bench</title><script async src="/provision-embed.js"></script>',
    );
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await chromium.launch(found);

const lines = [
  '# Benchmarks',
  '',
  `Chromium ${browser.version()}, ${cpus().length} cores, ${rounds} rounds. \`npm run bench\` writes this file. Ratios of`,
  'medians, ours to theirs: under 1 ours is faster. A longest task is the worst of all rounds; browsers tell of those above 50 ms.',
];
for (const { title, measure } of benchmarks) {
  const table = await measure(browser, `http://127.0.0.1:${port}/`, rounds);
  console.log(title);
  console.table(table);
  const [first] = table;
  if (!first) continue;
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const names = Object.keys(first);
  lines.push('', `## ${title}`, '', line(names), `|${'---|'.repeat(names.length)}`);
  lines.push(...table.map((row) => line(Object.values(row))));
}
writeFileSync(new URL('RESULTS.md', import.meta.url), `${lines.join('\n')}\n`);
await browser.close();
server.close();
