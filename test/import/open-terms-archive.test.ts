import { describe, expect, it } from 'vitest';
import { readClauseList } from '../../src/import/open-terms-archive/clause-list.js';
import { discoverClauses } from '../../src/import/open-terms-archive/discover.js';
import { importOpenTermsArchive } from '../../src/import/open-terms-archive/open-terms-archive.js';
import { documentsOf } from '../../src/import/open-terms-archive/versions.js';
import type { OtaVersion } from '../../src/import/open-terms-archive/versions.js';
import { expectCleanFeed } from './support.js';

const path = 'Acme/Terms of Service.md';
const [a, b, c] = [
  'We may keep your data for one year after you leave us, and no longer than that.',
  'We may keep your data for three years after you leave us, and no longer than that.',
  'We may keep your data for ten years after you leave us, and no longer than that.',
];
const page = (clause: string, edition = '') =>
  `Terms\n=====\n\nEffective May 1, 2025\n\n${edition}\n\n1\\. Data\n-------\n\n${clause}\n\nSomething [else](https://x.example/${Math.random()}) entirely.\n`;

/** Creates versions on days of 2026, each as `[day, clause, subject]`. */
function versions(
  ...all: [day: string, clause: string, subject?: string | undefined, edition?: string][]
): OtaVersion[] {
  return all.map(([day, clause, subject, edition], index) => ({
    commit: index.toString(16).padStart(40, '0'),
    date: `2026-${day}T00:00:00Z`,
    subject:
      subject ?? (index ? 'Record new changes of Acme Terms of Service' : 'First record of Acme Terms of Service'),
    path,
    text: clause && page(clause, edition),
  }));
}

async function history(all: OtaVersion[], find: object = { text: 'We may keep your data' }) {
  const list = {
    clauses: [{ document: 'acme/terms of service', title: 'Data', ...find }],
    repository: 'https://github.com/a/b',
  };
  const result = await importOpenTermsArchive(documentsOf(all), list);
  expectCleanFeed(result);
  const changes = result.feed.items[0]?._provision.changes ?? [];
  return {
    result,
    changes: changes.map(({ kind, from, to }) => [kind, from?.captured?.slice(5, 10), to?.captured?.slice(5, 10)]),
    notes: result.notes.map(({ message }) => message).join('\n'),
  };
}

describe('importOpenTermsArchive', () => {
  it('lists changes with the days between which they happened and links to both versions', async () => {
    const { result, changes } = await history(versions(['01-01', a], ['02-01', a], ['03-01', b]));
    expect(changes).toEqual([['substantive', '02-01', '03-01']]);
    expect(result.feed.items[0]).toMatchObject({
      _provision: {
        clauses: [{ text: b, sha256: expect.stringMatching(/^[\da-f]{64}$/) }],
        changes: [
          {
            from: { text: a, effective: '2025-05-01' },
            to: { text: b, url: `https://github.com/a/b/blob/${'2'.padStart(40, '0')}/Acme/Terms%20of%20Service.md` },
          },
        ],
        provenance: { snapshot_url: expect.stringContaining('https://raw.githubusercontent.com/a/b/') },
        tracking: { first_tracked: '2026-01-01T00:00:00Z', last_verified: '2026-03-01T00:00:00Z' },
      },
    });
  });

  it.each(['Apply technical or declaration upgrade on Acme Terms', 'Refilter Acme Terms'])(
    'reports no change for a commit "%s"',
    async (subject) => {
      const { changes, notes } = await history(versions(['01-01', a], ['02-01', b, subject], ['03-01', b]));
      expect(changes).toEqual([]);
      expect(notes).toContain("archive's own tools changed the wording once");
    },
  );

  it('reports a wording that returns within days as a note, not a change', async () => {
    const { result, changes, notes } = await history(
      versions(['01-01', a], ['01-02', b], ['01-03', a], ['01-04', b], ['01-05', a], ['04-01', a]),
    );
    expect(changes).toEqual([]);
    expect(notes).toContain('2 alternating wordings (2 returns within days)');
    expect(result.feed.items[0]?._provision.tracking).toMatchObject({
      document_changed_before: false,
      recent_changes: { text: expect.stringContaining('not counted as changes') },
    });
  });

  it('reports no change while a wording still alternates', async () => {
    expect((await history(versions(['01-01', a], ['01-02', b], ['01-03', a], ['01-04', b]))).changes).toEqual([]);
  });

  it('reports a change once the new wording has lasted', async () => {
    const { changes } = await history(versions(['01-01', a], ['01-02', b], ['01-03', a], ['01-04', b], ['03-01', b]));
    expect(changes).toEqual([['substantive', '01-03', '01-04']]);
  });

  it('reports two changes when a wording returns after months', async () => {
    const { changes } = await history(versions(['01-01', a], ['03-01', b], ['06-01', a]));
    expect(changes).toEqual([
      ['substantive', '01-01', '03-01'],
      ['substantive', '03-01', '06-01'],
    ]);
  });

  it('reports a real change between two wordings that alternate with a third', async () => {
    const { changes } = await history(
      versions(['01-01', a], ['02-01', b], ['02-02', a], ['02-03', b], ['04-01', b], ['05-01', c]),
    );
    expect(changes).toEqual([
      ['substantive', '02-02', '02-03'],
      ['substantive', '04-01', '05-01'],
    ]);
  });

  it('marks a change of punctuation as cosmetic', async () => {
    expect((await history(versions(['01-01', a], ['03-01', a.replace(', and', ' — and')]))).changes).toEqual([
      ['cosmetic', '01-01', '03-01'],
    ]);
  });

  it('reports no change for another link URL', async () => {
    const link = (to: string) => a.replace('your data', `[your data](https://x.example/${to})`);
    expect((await history(versions(['01-01', link('1')], ['03-01', link('2')]))).changes).toEqual([]);
  });

  it('reports another region’s edition as a note, not a change', async () => {
    const uk = 'These Terms apply to you if you are resident in the United Kingdom.';
    const eea = 'These Terms apply to you if you are resident in the European Economic Area.';
    const { changes } = await history(versions(['01-01', a, undefined, uk], ['03-01', b, undefined, eea]));
    expect(changes).toEqual([['regional-variant', '01-01', '03-01']]);
  });

  it('reports a removal when no later version has the clause', async () => {
    const { result, changes } = await history(versions(['01-01', a], ['03-01', 'Nothing of the kind.']));
    expect(changes).toEqual([['substantive', '01-01', undefined]]);
    expect(result.feed.items[0]?._provision.tracking?.last_verified).toBeUndefined();
  });

  it('finds a clause by its heading without the heading’s number', async () => {
    expect((await history(versions(['01-01', a], ['03-01', b]), { heading: 'Data' })).changes).toEqual([
      ['substantive', '01-01', '03-01'],
    ]);
  });

  it('reports a text that occurs in several paragraphs', async () => {
    await expect(history(versions(['01-01', `${a}\n\n${b}`]))).rejects.toThrow(
      'occurs in 2 paragraphs; give a longer text',
    );
  });
});

describe('readClauseList', () => {
  it.each([
    ['{', /^It is not valid JSON/],
    ['{"clauses": []}', /no "clauses"/],
    ['{"clauses": [{"document": "A/B"}]}', /^Clause 1 needs "document" and either "text" or "heading"/],
  ])('refuses a list that is %s', (text, message) => {
    expect(() => readClauseList({ path: 'clauses.json', text })).toThrow(message);
  });
});

it('lists the changed paragraphs with the days', () => {
  const [document] = documentsOf(versions(['01-01', a], ['03-01', b]));
  expect(discoverClauses(document!)).toEqual([{ text: b, heading: '1. Data', changes: ['2026-03-01'], returns: 0 }]);
});
