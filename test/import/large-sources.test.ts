/** Imports large sources with malformed members: no crash, no markup left, and a note with the file for each loss. */
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feed/parse.js';
import { importPrivacySpy } from '../../src/import/privacyspy.js';
import { importTosdr } from '../../src/import/tosdr.js';
import { importUnfairTos } from '../../src/import/unfair-tos.js';
import type { ImportResult } from '../../src/import/types.js';
import { privacySpyFiles, tosdrFiles, unfairTosFiles } from './large.js';
import { textsOf } from './support.js';

/** Returns all problems of a feed with their places. */
function faults({ feed }: ImportResult): string[] {
  const json = JSON.parse(JSON.stringify(feed)) as { items: { id: string }[] };
  const parsed = parseFeed(json);
  const markup = [...textsOf(json)].filter((text) =>
    /<\/?(?:p|li|ul|a|b|br|div|strong|em|span)\b[^>]*>|&(?:amp|lt|gt|quot|nbsp|hellip|uuml|ouml|#\d+);|â€|[\0-\x08\x0e-\x1f]/i.test(
      text,
    ),
  );
  return [
    ...(parsed.ok ? parsed.warnings.map(({ pointer, expected }) => `${pointer}: ${expected}`) : ['no feed']),
    ...(parsed.ok && parsed.feed.items.length < json.items.length ? ['records were lost'] : []),
    ...(new Set(json.items.map(({ id }) => id)).size < json.items.length ? ['ids are not unique'] : []),
    ...markup.map((text) => `mark-up: ${text.slice(0, 80)}`),
  ];
}

describe.each([
  [
    'PrivacySpy',
    () => importPrivacySpy(privacySpyFiles()),
    3000,
    ['product-16-17.toml', 'product-40-40.toml', 'product-50-50.toml', 'product-51-51.toml'],
  ],
  [
    'ToS;DR',
    () => importTosdr(tosdrFiles()),
    4500,
    ['service-60.json', 'service-61.json', 'service-62.json', 'service-63.json', 'service-64.json'],
  ],
  ['Unfair-ToS', () => importUnfairTos(unfairTosFiles()), 2500, ['Platform_33.txt', 'Platform_34.txt']],
] as const)('importer of a complete %s source', (_name, run, least, reportedFiles) => {
  it('gives a feed without problems or markup, and reports each loss with its file', () => {
    const result = run();
    expect(faults(result)).toEqual([]);
    expect(result.feed.items.length).toBeGreaterThan(least);
    for (const note of result.notes) expect(note.file, note.message).toBeDefined();
    for (const file of reportedFiles)
      expect(
        result.notes.some((note) => note.file?.endsWith(file)),
        file,
      ).toBe(true);
  });
});
