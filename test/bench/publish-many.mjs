// @ts-check
/**
 * Publishes COUNT generated records in its own process, and prints the cost: `node publish-many.mjs COUNT [FOLDER
 * CHANGED]`. With a folder, writes the files that differ into it.
 */
import { mkdirSync } from 'node:fs';

const [count = '1000', folder, changed = '0'] = process.argv.slice(2);
const { publish } = await import(new URL('../../dist/publish/index.js', import.meta.url).href);
const { FileWriter } = await import(new URL('../../dist/cli/write-files.js', import.meta.url).href);

const items = Array.from({ length: Number(count) }, (_, index) => ({
  id: `R-${index}`,
  title: `Record ${index}`,
  content_text: `What record ${index} is about.${index < Number(changed) ? ' It has changed.' : ''}`,
  language: 'en',
  _provision: {
    platform: { name: `Platform ${index % 5000}` },
    clause_type: `type-${index % 100}`,
    severity: { level: ['low', 'medium', 'high'][index % 3], label: 'A level' },
    clauses: [{ text: `Clause ${index}: we may do this, and that, as long as we see fit.`, language: 'en' }],
  },
}));
const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Many', language: 'en', items };

const collect = /** @type {() => void} */ (/** @type {any} */ (globalThis).gc);
collect();
const base = process.memoryUsage().heapUsed;
const before = process.cpuUsage();
let most = 0;
let files = 0;
let written = 0;
if (folder) mkdirSync(folder, { recursive: true });
const writer = folder ? new FileWriter(folder) : undefined;
for await (const { path, content } of publish(feed, { baseUrl: 'https://host.example/' })) {
  if (writer && (await writer.write(path, content))) written++;
  if (++files % 50_000 === 0) {
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed - base);
  }
}
await writer?.close();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ files, written, most, milliseconds: (user + system) / 1000 }));
