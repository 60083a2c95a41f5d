import { describe, expect, it } from 'vitest';
import { fetchComparison, parseComparisonText, readComparison } from '../../src/feed/comparison-file.js';
import { serveBody } from './support/server.js';

const rowsOf = (text: string) => {
  const result = parseComparisonText(text);
  if (!result.ok) throw result.error;
  return [...readComparison(result)];
};
const codeOf = (text: string) => {
  const result = parseComparisonText(text);
  return result.ok ? 'ok' : result.error.code;
};

describe('parseComparisonText and readComparison', () => {
  it('return the rows, and drop only the invalid members of a row', () => {
    const items = [
      {
        platform: { name: 'A', slug: 5 },
        severity: 'high',
        excerpt: 'x',
        url: 'javascript:alert(1)',
        captured: '2026',
      },
      null,
      'row',
      [],
      { unknown: 1 },
      {
        excerpt: 'y',
        truncated: true,
        match: 'weak',
        severity: { level: 'low' },
        __proto__: { url: 'https://x.example/' },
      },
    ];
    expect(rowsOf(JSON.stringify({ version: '1.0', items }))).toEqual([
      { platform: { name: 'A' }, excerpt: 'x' },
      { excerpt: 'y', truncated: true, match: 'weak', severity: { level: 'low' } },
    ]);
  });

  it.each([
    ['{', 'json'],
    ['[]', 'schema'],
    ['{}', 'schema'],
    ['{"items":{}}', 'schema'],
    ['{"version":"2.0","items":[]}', 'version'],
    ['{"version":2,"items":[]}', 'version'],
    ['{"version":"1.7","items":[]}', 'ok'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'ok'],
    ['{"items":[]}', 'ok'],
  ])('return the error %s for %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('fetch the file under the rules for feeds', async () => {
    const server = await serveBody('{"items":[{"excerpt":"x"}]}');
    expect([...readComparison(await fetchComparison(server.at('/rows.json')))]).toEqual([{ excerpt: 'x' }]);
    await expect(fetchComparison(server.at('/rows.json'), { maxBytes: 9 })).rejects.toMatchObject({ code: 'size' });
    await expect(fetchComparison('/rows.json')).rejects.toMatchObject({ code: 'network' });
    await expect(fetchComparison('http://elsewhere.example/rows.json')).rejects.toMatchObject({ code: 'network' });
  });
});
