/** The script's files as they are served: hashes, licences, source maps, and the two addresses of a release. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release } from '../../scripts/release.mjs';
import us from '../../package.json' with { type: 'json' };

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const read = (...path: string[]) => readFileSync(join(dist, ...path), 'utf8');
const scripts = [
  'provision-embed.js',
  ...readdirSync(join(dist, 'chunks')).flatMap((name) => (name.endsWith('.js') ? [`chunks/${name}`] : [])),
].sort();
const { version, files } = JSON.parse(read('integrity.json')) as { version: string; files: Record<string, string> };

describe('integrity.json', () => {
  it('lists every file that the script may load, and the themes, of this version', () => {
    expect(version).toBe(us.version);
    expect(
      Object.keys(files)
        .filter((file) => file.endsWith('.js'))
        .sort(),
    ).toEqual(scripts);
    expect(Object.keys(files)).toContain('themes/broadsheet.css');
  });

  it.each(Object.keys(files))('has the hash of %s', (file) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dist, file)))
      .digest('base64');
    expect(files[file]).toBe(`sha384-${hash}`);
  });

  it('supplies the hash in a snippet with this version’s script, and in no other', () => {
    const feed = fileURLToPath(new URL('../../demo/feeds/clausewatch.json', import.meta.url));
    const snippet = (...options: string[]) =>
      execFileSync(
        process.execPath,
        [
          join(dist, 'cli/main.js'),
          'snippet',
          feed,
          'CW-0007',
          '--as',
          'element',
          '--base-url',
          'https://clausewatch.example',
          ...options,
        ],
        { encoding: 'utf8' },
      );
    const tag = `src="https://cdn.jsdelivr.net/npm/provision-embed@${us.version}/dist/provision-embed.js" integrity="${String(files['provision-embed.js'])}" crossorigin="anonymous"`;
    expect(snippet()).toContain(tag);
    expect(snippet('--script', 'https://cdn.example/v0/provision-embed.js')).not.toContain('integrity');
  });
});

describe('the bundle', () => {
  it.each(scripts)('of %s names our licence and has its source map', (file) => {
    const code = read(file);
    expect(code).toMatch(/^\/\*! provision-embed \d+\.\d+\.\d+ \| MIT \| others' licences: LICENSES\.txt \*\//);
    const [, map = ''] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code) ?? [];
    expect(map).toBe(`${basename(file)}.map`);
    const { sources, sourcesContent } = JSON.parse(read(`${file}.map`)) as {
      sources: string[];
      sourcesContent: (string | null)[];
    };
    // With the sources in the map, a stack trace on a page shows the source, not an address on our server.
    expect(sourcesContent).toHaveLength(sources.length);
    expect(sourcesContent.every((text) => typeof text === 'string')).toBe(true);
  });

  it('has the licence of every package in it', () => {
    const packages = scripts.flatMap((file) => {
      const { sources } = JSON.parse(read(`${file}.map`)) as { sources: string[] };
      return sources.flatMap((source) => {
        const at = source.lastIndexOf('node_modules/');
        const [scope = '', name = ''] = source.slice(at + 'node_modules/'.length).split('/');
        return at < 0 ? [] : [scope.startsWith('@') ? `${scope}/${name}` : scope];
      });
    });
    const named = [...read('LICENSES.txt').matchAll(/^## (\S+) - \d+\.\d+\.\d+ \(([\w-]+)\)$/gm)].map(
      ([, name]) => name,
    );
    expect(packages).toContain('lit-html');
    expect(named).toEqual(expect.arrayContaining([...new Set(packages)]));
  });
});

describe('a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'provision-embed-release-'));
  const [out, other] = [join(folder, 'out'), join(folder, 'dist')];
  const major = `v${us.version.split('.', 1).join('')}`;
  const at = (name: string) => readdirSync(join(out, name), { recursive: true, encoding: 'utf8' });

  beforeAll(() => {
    for (const name of ['provision-embed.js', 'chunks', 'themes', 'LICENSES.txt', 'integrity.json']) {
      cpSync(join(dist, name), join(other, name), { recursive: true });
    }
    release(out);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is complete at its own address and at that of its major version', () => {
    for (const file of [...Object.keys(files), 'provision-embed.js.map', 'LICENSES.txt']) {
      expect(readFileSync(join(out, `v${us.version}`, file))).toEqual(readFileSync(join(dist, file)));
      expect(readFileSync(join(out, major, file))).toEqual(readFileSync(join(dist, file)));
    }
  });

  it('publishes no hashes at the address whose content will change', () => {
    expect(existsSync(join(out, `v${us.version}`, 'integrity.json'))).toBe(true);
    expect(existsSync(join(out, major, 'integrity.json'))).toBe(false);
  });

  it('may be written again, and never changes', () => {
    const before = at(`v${us.version}`);
    release(out);
    expect(at(`v${us.version}`)).toEqual(before);
    writeFileSync(join(other, 'provision-embed.js'), 'another build');
    expect(() => release(out, other)).toThrow('a release never changes');
    expect(readFileSync(join(out, `v${us.version}`, 'provision-embed.js'), 'utf8')).toBe(read('provision-embed.js'));
  });

  it('takes over the address of its major version, and leaves the previous chunks', () => {
    const next = us.version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
    writeFileSync(join(other, 'integrity.json'), JSON.stringify({ version: next, files: {} }));
    rmSync(join(other, 'chunks'), { recursive: true });
    cpSync(join(dist, 'themes'), join(other, 'chunks'), { recursive: true });
    writeFileSync(join(other, 'chunks', 'tools-99999999.js'), 'a chunk of the next');
    release(out, other);
    expect(readFileSync(join(out, major, 'provision-embed.js'), 'utf8')).toBe('another build');
    expect(at(major)).toEqual(expect.arrayContaining(scripts.map((file) => join(file))));
    expect(at(major)).toContain(join('chunks/tools-99999999.js'));
    expect(readFileSync(join(out, `v${us.version}`, 'provision-embed.js'), 'utf8')).toBe(read('provision-embed.js'));
  });
});
