import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import us from '../../package.json' with { type: 'json' };
import { runCommand } from '../support/command.js';
import { provisionDataDir } from '../support/data.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, us.bin['provision-embed']);
const sample = join(root, 'demo/feeds/clausewatch.json');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provision-embed-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the built command as a shell would. */
const run = (args: readonly string[], options?: Parameters<typeof runCommand>[2]) => runCommand(folder, args, options);

/** Every file below a folder, with its content. */
async function filesBelow(path: string): Promise<Map<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(path.length + 1), await readFile(file, 'utf8')] as const)),
  );
}

const faulty = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  items: [
    { id: 'a', url: 'javascript:alert(1)', content_text: 'x', _provision: { severity: 'high' } },
    { content_text: 'no id' },
    { id: 'b', content_text: 'x', _provision: { clauses: [{ text: '' }, { text: 'a', sha256: sha256('b') }] } },
    { id: 'a', content_text: 'again', date_published: '2024-02-30' },
  ],
});

describe('help', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists the commands and the exit codes', async (argument) => {
    const { code, out, err } = await run([argument]);
    expect([code, err]).toEqual([0, '']);
    for (const word of ['validate', 'snippet', 'publish', 'Exit codes']) expect(out).toContain(word);
  });

  it.each(['validate', 'snippet', 'publish', 'import', 'seal', 'audit'])(
    '%s --help lists its options',
    async (command) => {
      const { code, out } = await run([command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^Usage: provision-embed ${command} (?:FEED|KIND|ARTICLE)`));
      expect(out.split('\n').filter((line) => line.length > 125)).toEqual([]);
      expect(await run(['help', command])).toMatchObject({ out });
    },
  );

  it('prints the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${us.version}\n`, err: '' });
  });
});

describe('a wrong command line', () => {
  it.each([
    [[], /COMMAND is missing/],
    [['publisch'], /no command "publisch"/],
    [['validate'], /FEED is missing/],
    [['validate', sample, 'more'], /Unexpected argument "more"/],
    [['validate', sample, '--wat'], /--wat/],
    [['validate', sample, '--redirects', 'error'], /--redirects "error": follow/],
    [['snippet', sample, 'CW-0001'], /--as is missing: link, quotation/],
    [['snippet', sample, 'CW-0001', '--as', 'poem'], /--as "poem"/],
    [['snippet', sample, 'CW-0001', '--cms', 'geocities'], /--cms "geocities" is not one of html, wordpress/],
    [['snippet', sample, 'CW-0001', '--as', 'element', '--lang', 'no tag'], /lang/],
    [['snippet', sample, 'CW-0001', '--as', 'element', '--attribute', 'style=color:red'], /style/],
    [['snippet', sample, 'CW-0001', '--as', 'iframe'], /base URL/],
    [['snippet', sample, 'CW-0001', '--as', 'quotation', '--inline'], /--inline works with --as element only/],
    [['publish', sample, '--base-url', 'https://x.example'], /--out is missing/],
    [['publish', sample, '--out', 'x'], /--base-url is missing/],
    [['publish', sample, '--out', 'never', '--base-url', '/here'], /absolute/],
  ])('%j is reported with exit code 2', async (args, words) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err).toMatch(/See: provision-embed .*--help\n$/);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('validate', () => {
  it('finds no problem in the sample feed', async () => {
    expect(await run(['validate', sample])).toEqual({ code: 0, out: `${sample}: 14 records, no problem\n`, err: '' });
  });

  it('reports every problem with its place, from the standard input too', async () => {
    const { code, out } = await run(['validate', '-'], { input: faulty });
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      '/items/0/url: expected an absolute http: or https: URL without a user name',
      '/items/0/_provision/severity: expected an object',
      '/items/1/id: is required, and missing',
      '/items/2/_provision/clauses/0/text: is required, and missing',
      '/items/3/date_published: expected an existing date, such as 2026-05-12 or 2026-05-12T15:09Z (RFC 3339)',
      '/items/3/id: expected an id that no earlier item has',
      '/items/2/_provision/clauses/1/sha256: expected the SHA-256 of the text beside it',
      '-: 3 records, 7 problems',
      '',
    ]);
  });

  it('reports the problems as JSON', async () => {
    const { code, out } = await run(['validate', '-', '--json'], { input: faulty });
    const report = JSON.parse(out);
    expect([code, report.ok, report.records, report.problems.length]).toEqual([1, false, 3, 7]);
    expect(report.problems[0]).toEqual({
      pointer: '/items/0/url',
      expected: 'url',
      message: 'expected an absolute http: or https: URL without a user name',
    });
    expect(JSON.parse((await run(['validate', sample, '--json'])).out)).toMatchObject({
      ok: true,
      records: 14,
      problems: [],
    });
  });

  it.each([
    ['{', 'json'],
    ['[]', 'schema'],
    ['{"items": 1}', 'schema'],
    ['{"items": [], "_provision_feed": {"spec": "2.0"}}', 'version'],
  ])('refuses %s as %s', async (input, code) => {
    const report = JSON.parse((await run(['validate', '-', '--json'], { input })).out);
    expect(report).toMatchObject({ ok: false, problems: [{ expected: code }] });
    expect((await run(['validate', '-'], { input })).code).toBe(1);
  });

  it('reports an unreadable feed without a stack trace', async () => {
    expect(await run(['validate', 'nowhere.json'])).toEqual({
      code: 1,
      out: '',
      err: 'provision-embed: nowhere.json cannot be read: there is no such file\n',
    });
    expect((await run(['validate', folder])).err).toMatch(/it is a folder\n$/);
    const { code, out } = await run(['validate', 'http://feeds.example/feed.json']);
    expect(code).toBe(1);
    expect(out).toContain('Serve it with https:');
  });
});

describe('a feed with an address', () => {
  const pages: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'application/feed+json',
      'access-control-allow-origin': '*',
      'cache-control': 'max-age=300',
      etag: '"1"',
    });
    response.end(JSON.stringify(page));
  });
  let base: string;
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = (items: unknown[], next?: string) => ({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Paged',
      items,
      next_url: next && base + next,
    });
    pages['/1'] = page([{ id: 'a', content_text: 'x', url: 'https://paged.example/a' }], '/2');
    pages['/2'] = page([{ id: 'b', content_text: 'x', language: 7 }], '/3');
    pages['/3'] = page([{ id: 'c', content_text: 'x' }]);
    pages['/circle'] = page([{ id: 'a', content_text: 'x' }], '/circle');
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('is read with all its pages, and a problem names its page', async () => {
    const { code, out } = await run(['validate', `${base}/1`]);
    expect(out).toBe(
      `${base}/2 /items/0/language: expected a language tag, such as en or zh-Hant (BCP 47)\n${base}/1: 3 records, 1 problem\n`,
    );
    expect(code).toBe(1);
  });

  it('is the source of a snippet for one of its records', async () => {
    const { out } = await run(['snippet', `${base}/1`, 'a', '--as', 'element', '--no-script']);
    expect(out).toContain(`<provision-card src="${base}/1" record="a">`);
    expect(out).not.toContain('<script');
  });

  it('is refused when its pages form a circle', async () => {
    const { code, err } = await run(['validate', `${base}/circle`]);
    expect([code, err]).toEqual([1, `provision-embed: The feed's pages go in circles: ${base}/circle\n`]);
  });

  it('is reported with the reason when it cannot be loaded', async () => {
    const { code, err } = await run(['publish', `${base}/none`, '--out', 'none', '--base-url', 'https://x.example']);
    expect(code).toBe(1);
    expect(err).toContain(`The feed cannot be read (http): HTTP 404 (${base}/none)`);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

describe('snippet', () => {
  it('prints one form and nothing else', async () => {
    const { code, out, err } = await run(['snippet', sample, 'CW-0001', '--as', 'link']);
    expect([code, out, err]).toEqual([0, 'https://clausewatch.example/r/CW-0001\n', '']);
  });

  it('takes every option', async () => {
    const options =
      '--as element --base-url https://clausewatch.example --layout full --sections summary,clause --mode live --lang de --heading-level 2 --attribute class=wire --attribute data-scheme=dark --script https://cdn.example/p.js --integrity sha384-abc';
    const { out } = await run(['snippet', sample, 'CW-0001', ...options.split(' ')]);
    expect(out).toContain(
      '<provision-card src="https://clausewatch.example/r/CW-0001.json" record="CW-0001" layout="full" sections="summary clause" mode="live" lang="de" heading-level="2" class="wire" data-scheme="dark">',
    );
    expect(out).toContain(
      '<script async="" src="https://cdn.example/p.js" integrity="sha384-abc" crossorigin="anonymous"></script>',
    );
  });

  it('carries the record with --inline', async () => {
    const { code, out } = await run(['snippet', sample, 'CW-0001', '--inline', '--no-script']);
    expect([code, out]).toEqual([
      0,
      (await run(['snippet', sample, 'CW-0001', '--as', 'element', '--inline', '--no-script'])).out,
    ]);
    expect(out).toContain('<provision-card record="CW-0001">\n<script type="application/json">{');
    expect(out).not.toMatch(/ src=|data-src|preconnect/);
    const json = JSON.parse(/<script type="application\/json">(.*)<\/script>/.exec(out)![1]!);
    expect(json.items).toHaveLength(1);
    expect(json.items[0]._provision.clauses[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('prints the form for a CMS, and the instructions for pasting on the error channel', async () => {
    const base = ['snippet', sample, 'CW-0001', '--base-url', 'https://clausewatch.example'];
    const { code, out, err } = await run([...base, '--cms', 'wordpress']);
    expect([code, out]).toEqual([0, (await run([...base, '--as', 'quotation', '--no-script'])).out]);
    expect(err).toMatch(/^A quotation .*\n1\. .*\n2\. .*Custom HTML.*\n3\. /);
    expect((await run([...base, '--cms', 'wordpress', '--as', 'iframe'])).out).toContain('<iframe');
  });

  it('lists the records when the requested one does not exist', async () => {
    const { code, err } = await run(['snippet', sample, 'CW-9999', '--as', 'link']);
    expect(code).toBe(1);
    expect(err).toContain('There is no record "CW-9999"');
    expect(err).toContain('CW-0001, CW-0002, CW-0003, CW-0004, CW-0005, and 9 more');
  });

  it('prints JSON', async () => {
    const { out } = await run(['snippet', join(root, 'demo/feeds/r/CW-0001.json'), '--as', 'text', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      form: 'text',
      record: 'CW-0001',
      snippet: expect.stringMatching(/^“By uploading/),
    });
  });
});

describe('publish', () => {
  const to = (out: string, ...more: string[]) => [
    'publish',
    sample,
    '--out',
    out,
    '--base-url',
    'https://clausewatch.example',
    ...more,
  ];

  it('writes the site, and nothing but the site', async () => {
    const { code, out, err } = await run(to('site/deep'));
    const files = await filesBelow(join(folder, 'site/deep'));
    expect([code, err]).toEqual([0, '']);
    expect(files.delete('.provision-embed-published')).toBe(true);
    expect(out).toBe(`14 records in site/deep: ${files.size} files written, 0 unchanged\n`);
    expect(
      [...files.keys()].filter((path) => !/^(?:index\.json|(?:r|e|badge|oembed|comparison)\/)/.test(path)),
    ).toEqual([]);
    expect(files.get('r/CW-0001/index.html')).toContain('<h1');
  });

  it('writes only files that have changed', async () => {
    await run(to('again'));
    const before = await filesBelow(join(folder, 'again'));
    const touched = join(folder, 'again/r/CW-0002.json');
    const other = await stat(join(folder, 'again/r/CW-0003.json'));
    await writeFile(touched, 'half a fi');
    const report = JSON.parse((await run(to('again', '--json'))).out);
    expect(report).toEqual({ feed: sample, out: 'again', records: 14, written: 1, unchanged: before.size - 2 });
    expect(await filesBelow(join(folder, 'again'))).toEqual(before);
    expect((await stat(join(folder, 'again/r/CW-0003.json'))).mtimeMs).toBe(other.mtimeMs);
    expect(JSON.parse((await run(to('again', '--json'))).out)).toMatchObject({ written: 0 });
  });

  describe('a second publish', () => {
    /** Edits a page without changing its length, so that only a run that writes it again repairs it. */
    const mark = async (out: string, id = 'CW-0003') => {
      const page = join(folder, out, `r/${id}/index.html`);
      const text = await readFile(page, 'utf8');
      await writeFile(page, text.replace('<html', '<HTML'));
      return async () => ((await readFile(page, 'utf8')) === text ? 'written again' : 'skipped');
    };
    const withTitle = async (title: string) => {
      const feed = JSON.parse(await readFile(sample, 'utf8')) as { items: { id: string; title: string }[] };
      for (const item of feed.items) if (item.id === 'CW-0005') item.title = title;
      return JSON.stringify(feed);
    };
    const from = (input: string, out: string, ...more: string[]) =>
      run(['publish', '-', '--out', out, '--base-url', 'https://clausewatch.example', '--json', ...more], { input });

    it('skips records that have not changed, unless --repair is given', async () => {
      const first = JSON.parse((await run(to('made', '--json'))).out) as { written: number };
      const seen = await mark('made');
      expect(JSON.parse((await run(to('made', '--json'))).out)).toMatchObject({ written: 0, unchanged: first.written });
      expect(await seen()).toBe('skipped');
      expect(JSON.parse((await run(to('made', '--json', '--repair'))).out)).toMatchObject({ written: 1 });
      expect(await seen()).toBe('written again');
    });

    it('writes everything again with other options, or without the list', async () => {
      await run(to('options'));
      const seen = await mark('options');
      await run(to('options', '--lang', 'de'));
      const german = await mark('options');
      expect(await seen()).toBe('skipped');
      expect(await readFile(join(folder, 'options/r/CW-0003/index.html'), 'utf8')).toContain('lang="de"');
      await rm(join(folder, 'options/.provision-embed-published'));
      await run(to('options', '--lang', 'de'));
      expect(await german()).toBe('written again');
    });

    it.each([
      'r/CW-0003.json',
      'r/CW-0003/index.html',
      'e/CW-0003/index.html',
      'badge/CW-0003.svg',
      'oembed/CW-0003.json',
    ])('writes %s again when it is missing', async (path) => {
      await run(to('gone'));
      await rm(join(folder, 'gone', path));
      expect(JSON.parse((await run(to('gone', '--json'))).out)).toMatchObject({ written: 1 });
      expect(existsSync(join(folder, 'gone', path))).toBe(true);
    });

    it('writes the records that have changed, and the index', async () => {
      await from(await withTitle('One'), 'changed');
      const before = await filesBelow(join(folder, 'changed'));
      const seen = await mark('changed');
      await from(await withTitle('Two'), 'changed');
      expect(await seen()).toBe('skipped');
      const after = await filesBelow(join(folder, 'changed'));
      const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
      expect(changed).toEqual(expect.arrayContaining(['r/CW-0005.json', 'r/CW-0005/index.html', 'index.json']));
      await from(await withTitle('Two'), 'fresh');
      after.set('r/CW-0003/index.html', before.get('r/CW-0003/index.html') ?? '');
      expect(after).toEqual(await filesBelow(join(folder, 'fresh')));
    });

    it('does not trust the list after an interrupted run', async () => {
      const [one, two] = [await withTitle('One'), await withTitle('Two')];
      await from(one, 'cut');
      const whole = await filesBelow(join(folder, 'cut'));
      // A folder in the place of the frame's page makes the run fail after the record and its page are written.
      const frame = join(folder, 'cut/e/CW-0005/index.html');
      await rm(frame);
      await mkdir(frame);
      expect((await from(two, 'cut')).code).toBe(1);
      await rm(frame, { recursive: true });
      expect((await filesBelow(join(folder, 'cut'))).get('r/CW-0005/index.html')).toContain('Two');
      await from(one, 'cut');
      expect(await filesBelow(join(folder, 'cut'))).toEqual(whole);
    });
  });

  it('leaves unrelated files alone', async () => {
    await mkdir(join(folder, 'shared/r'), { recursive: true });
    await writeFile(join(folder, 'shared/r/theirs.html'), 'theirs');
    await run(to('shared'));
    expect(await readFile(join(folder, 'shared/r/theirs.html'), 'utf8')).toBe('theirs');
  });

  it('publishes the valid part of a feed and reports that there are problems; with --strict it publishes nothing', async () => {
    const target = ['--base-url', 'https://x.example', '--out'];
    const lax = await run(['publish', '-', ...target, 'lax'], { input: faulty });
    expect([lax.code, lax.err]).toEqual([
      0,
      '6 problems in -: invalid values are left out. See "provision-embed validate".\n',
    ]);
    expect(lax.out).toMatch(/^2 records/);
    const strict = await run(['publish', '-', ...target, 'strict', '--strict'], { input: faulty });
    expect(strict.code).toBe(1);
    expect(existsSync(join(folder, 'strict'))).toBe(false);
  });

  it('reports the place where it cannot write', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, err } = await run(to('file'));
    expect(code).toBe(1);
    expect(err).toMatch(/^provision-embed: EEXIST.*file'?\n$/);
    await mkdir(join(folder, 'taken/r/CW-0001.json'), { recursive: true });
    const taken = await run(to('taken'));
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('EISDIR')]);
    expect((await readdir(join(folder, 'taken'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('stops on SIGTERM, with complete files and nothing beside them', async () => {
    const child = spawn(process.execPath, [program, ...to('stopped')], { cwd: folder });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const seen = new Promise<void>((resolve) => {
      const look = () => (existsSync(join(folder, 'stopped/r')) ? resolve() : setImmediate(look));
      look();
    });
    await seen;
    child.kill('SIGTERM');
    // The run may have finished before the signal.
    expect([0, 130]).toContain(await ended);
    expect((await readdir(join(folder, 'stopped'))).filter((name) => name.startsWith('.'))).toEqual([]);
    for (const [path, text] of await filesBelow(join(folder, 'stopped'))) {
      expect(text.trimEnd(), path).toMatch(/(?:\}|<\/html>|<\/svg>)$/);
    }
  });

  const privacyspy = join(provisionDataDir, 'privacyspy-feed.json');
  it.skipIf(!existsSync(privacyspy))(
    'publishes 2,904 records in little memory, and reports its progress',
    async () => {
      const args = ['publish', privacyspy, '--out', 'privacyspy', '--base-url', 'https://x.example'];
      const { code, out, err } = await run(args, { node: ['--max-old-space-size=64'] });
      expect(code, err).toBe(0);
      expect(out).toMatch(/^2904 records in privacyspy: 14533 files written/);
      expect(err).toContain('\n500 of 2904 records\n1000 of 2904 records\n');
      const again = await run(args, { node: ['--max-old-space-size=64'] });
      expect(again.out).toMatch(/ 0 files written, 14533 unchanged\n$/);
    },
    300_000,
  );
});
