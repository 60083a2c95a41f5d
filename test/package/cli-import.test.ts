import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.js';
import { importData } from '../support/import-data.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provision-embed-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const run = (...args: string[]) => runCommand(folder, args);

describe('import', () => {
  it('writes a feed from a spreadsheet, and reports row and column of a cell that it could not read', async () => {
    await writeFile(join(folder, 'a.csv'), 'Platform;Clause;Captured\nAcme;We may.;soon\n');
    const { code, out, err } = await run(
      'import',
      'csv',
      'a.csv',
      '--out',
      'a.json',
      '--title',
      'Acme Watch',
      '--base-url',
      'https://host.example/',
    );
    expect([code, out]).toEqual([0, 'a.json: 1 record, 1 problem\n']);
    expect(err).toBe(
      'a.csv, row 2, column C "Captured": "soon" is not a date such as 2026-05-12: the cell is left out.\n',
    );
    expect(JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'))).toMatchObject({
      items: [
        {
          url: expect.stringContaining('https://host.example/r/'),
          _provision: { clauses: [{ sha256: expect.any(String) }] },
        },
      ],
    });
    expect(await run('validate', 'a.json')).toMatchObject({ code: 0 });
  });

  it('writes nothing with --strict when there is a problem, and leaves nothing behind', async () => {
    const before = await readdir(folder);
    const { code, err } = await run('import', 'csv', 'a.csv', '--out', 'strict.json', '--strict');
    expect(code).toBe(1);
    expect(err).toContain('1 problem in a.csv. Nothing was written because of --strict.');
    expect(await readdir(folder)).toEqual(before);
  });

  it('prints its notes as JSON', async () => {
    const { out, err } = await run('import', 'csv', 'a.csv', '--out', 'b.json', '--title', 'T', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      kind: 'csv',
      records: 1,
      notes: [{ kind: 'problem', row: 2, cell: 'C "Captured"' }],
    });
  });

  it('follows links to files, reports a broken link, and accepts unusual file names', async () => {
    const source = join(folder, 'services');
    await mkdir(join(source, 'folder.json'), { recursive: true });
    const service = (id: string) => JSON.stringify({ pointsData: { [id]: { id, title: `Point ${id}` } } });
    await writeFile(join(folder, 'elsewhere.json'), service('1'));
    await writeFile(join(source, '-a "name" (1)+ 🏴.json'), service('2'));
    await symlink('../elsewhere.json', join(source, 'linked.json'));
    await symlink('nowhere.json', join(source, 'broken.json'));
    await symlink('..', join(source, 'round'));
    const { code, out, err } = await run('import', 'tosdr', 'services', '--out', 'tosdr.json');
    expect([code, out]).toEqual([0, 'tosdr.json: 2 records, 1 problem\n']);
    expect(err).toContain(
      'services/broken.json: It cannot be read: there is no such file or folder. The file is left out.\n',
    );
  });

  it.each([
    [['import'], 2, /KIND is missing: csv/],
    [['import', 'poem', 'x'], 2, /"poem" is not one of csv, open-terms-archive/],
    [['import', 'csv'], 2, /PATH is missing: the file/],
    [['import', 'csv', 'a.csv'], 2, /--out is missing/],
    [['import', 'open-terms-archive', '.', '--out', 'x'], 2, /--clauses is missing/],
    [['import', 'csv', 'none.csv', '--out', 'x'], 1, /none\.csv cannot be read: there is no such file/],
    [['import', 'tosdr', 'none', '--out', 'x'], 1, /none cannot be read: there is no such file or folder/],
    [
      ['import', 'csv', 'open.csv', '--out', 'x'],
      1,
      /open\.csv, row 2, column A "Clause": A quotation mark opens this cell/,
    ],
    [['import', 'privacyspy', 'toml', '--out', 'x'], 1, /toml\/a\.toml:2:\d+: It is not valid TOML/],
  ])('%j is reported with exit code %i', async (args, expected, words) => {
    await writeFile(join(folder, 'open.csv'), 'Clause,Title\n"A,B\n');
    await mkdir(join(folder, 'toml'), { recursive: true });
    await writeFile(join(folder, 'toml/a.toml'), 'a = 1\nb = \n');
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n {4}at /);
  });

  const bundle = importData('open-terms-archive/genai-contrib-versions.bundle');
  it.skipIf(bundle === undefined)(
    'follows clauses through a bundle, and records no history for a page that alternates between editions',
    async () => {
      const clauses = [
        { document: 'Claude.ai/Privacy Policy', text: 'Our Services are not directed towards', title: 'Children' },
        { document: 'Claude.ai/Terms of Service', text: 'Our use of Materials', title: 'Materials' },
      ];
      await writeFile(
        join(folder, 'clauses.json'),
        JSON.stringify({ repository: 'https://github.com/OpenTermsArchive/genai-contrib-versions', clauses }),
      );
      const { code } = await run(
        'import',
        'open-terms-archive',
        bundle ?? '',
        '--clauses',
        'clauses.json',
        '--out',
        'ota.json',
      );
      expect(code).toBe(0);
      expect(await run('validate', 'ota.json')).toMatchObject({ code: 0 });
      const { items } = JSON.parse(await readFile(join(folder, 'ota.json'), 'utf8'));
      const [children, materials] = items.map(
        (item: { _provision: { changes: { kind: string; to: { captured: string } }[] } }) =>
          item._provision.changes.map(({ kind, to }) => `${to.captured.slice(0, 10)} ${kind}`),
      );
      // 587 versions of the first document, of which two changed the paragraph.
      expect(children).toEqual(['2025-08-29 substantive', '2026-06-08 substantive']);
      // The second alternated between the editions for the United Kingdom and for the European Economic Area.
      expect(materials).toEqual(['2025-08-29 substantive', '2025-11-28 regional-variant']);
    },
  );
});

describe('seal', () => {
  const feed = (clause: object) => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: [
      {
        id: 'a',
        content_text: 'x',
        _provision: { clauses: [clause], provenance: { snapshot_url: 'https://x.example/copies/terms.html' } },
      },
    ],
  });

  it('fills in values, then changes nothing, and --check agrees', async () => {
    await mkdir(join(folder, 'copies'), { recursive: true });
    await writeFile(join(folder, 'copies/terms.html'), '<!doctype html><p>Before.</p><p>We may.</p>');
    await writeFile(join(folder, 'seal.json'), JSON.stringify(feed({ text: 'We may.' }), null, 4));
    const args = ['seal', 'seal.json', '--snapshots', 'copies', '--base-url', 'https://host.example/'];
    const checked = await run(...args, '--check');
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('/items/0/_provision/clauses/0/sha256: The hash of its text is missing.');
    expect((await run(...args)).out).toContain('4 values filled in or corrected');
    const sealed = await readFile(join(folder, 'seal.json'), 'utf8');
    expect(sealed).toMatch(/^\{\n {4}"version"/);
    expect(await run(...args)).toEqual({ code: 0, out: 'seal.json: nothing to change\n', err: '' });
    expect(await readFile(join(folder, 'seal.json'), 'utf8')).toBe(sealed);
    expect(await run(...args, '--check')).toEqual({ code: 0, out: 'seal.json: sealed\n', err: '' });
  });

  it('exits with 1 when a clause is missing in its stored copy', async () => {
    await writeFile(join(folder, 'untrue.json'), JSON.stringify(feed({ text: 'We never said this.' })));
    const { code, out } = await run('seal', 'untrue.json', '--snapshots', 'copies');
    expect(code).toBe(1);
    expect(out).toContain('1 left that only a person can correct');
  });
});
