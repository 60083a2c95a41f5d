import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import us from '../../package.json' with { type: 'json' };
import { themes } from '../../src/themes/index.js';
import { version } from '../../src/version.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const elements = [
  'provision-card',
  'provision-changes',
  'provision-clause',
  'provision-comparison',
  'provision-severity',
];

/** What the star of an export stands for. */
const starsOf = (path: string) => (path.includes('/themes/') ? themes.map(({ name }) => name) : elements);

/** Every file below `dist` that is a module of the npm package. */
const modules = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.js') && !/^(?:chunks|storybook)\//.test(file) && file !== 'provision-embed.js')
  .map((file) => `./dist/${file}`);

const matcher = (pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
const hasSideEffects = (file: string) => us.sideEffects.some((pattern) => matcher(pattern).test(file));

describe('exports', () => {
  it.each(Object.entries(us.exports))('%s leads to files', (_name, target: string | Record<string, string>) => {
    for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
      const files = path.includes('*') ? starsOf(path).map((name) => path.replaceAll('*', name)) : [path];
      for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  it.skipIf(!existsSync(join(root, 'README.md')))('holds every specifier that the README imports', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = readme.matchAll(/(?:from|import|import\()\s*['"]provision-embed(\/[^'"]+)?['"]/g);
    for (const [specifier, path = ''] of named) {
      const known = Object.keys(us.exports).some((entry) => matcher(entry).test(`.${path}`));
      expect(known, specifier).toBe(true);
    }
  });

  it('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, pack: 'npm', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});

describe('what an import does', () => {
  it('registers nothing and leaves no global, where package.json claims no side effects', () => {
    const pure = modules.filter((file) => !hasSideEffects(file));
    expect(pure).toContain('./dist/index.js');
    expect(pure).toContain('./dist/feed/index.js');
    expect(effectsOf(pure)).toEqual({ defined: [], globals: [] });
  });

  const registering: [file: string, tags: string[]][] = [
    ['./dist/define.js', elements],
    ['./dist/embed.js', elements],
    ...elements.map((tag): [string, string[]] => [`./dist/define/${tag}.js`, [tag]]),
  ];

  it.each(registering)('%s registers', (file, tags) => {
    expect(hasSideEffects(file)).toBe(true);
    expect(effectsOf([file]).defined.sort()).toEqual(tags);
  });

  it('survives a bundler exactly where it registers', async () => {
    const badge = await bundle("import 'provision-embed/define/provision-severity';");
    expect(badge).toContain('provision-severity');
    expect(badge).not.toContain('provision-card');
    expect(await bundle("import 'provision-embed'; import 'provision-embed/feed';")).toBe('');
  });
});

it('says the version of the package', () => {
  expect(version).toBe(us.version);
});

it('packs what is built and its sources, and nothing else', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[];
  const paths = packed?.files.map(({ path }) => path) ?? [];
  expect(paths).toContain('dist/provision-embed.js');
  expect(
    paths.filter((path) => !/^(?:dist\/(?!storybook\/)|src\/|package\.json$|[A-Z]+(?:\.md)?$)/.test(path)),
  ).toEqual([]);
});

/** What the modules do to the globals of a process of their own, in which Lit is already there. */
function effectsOf(files: readonly string[]): { defined: string[]; globals: string[] } {
  const program = `
    import 'lit';
    const before = new Set(Reflect.ownKeys(globalThis));
    const defined = [];
    customElements.define = (tag) => defined.push(tag);
    for (const file of ${JSON.stringify(files)}) await import(file);
    const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    console.log(JSON.stringify({ defined, globals }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { defined: string[]; globals: string[] };
}

/** The code of the package that is left of a program, as an application's bundler leaves it; Lit stays outside. */
async function bundle(program: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'program' ? '\0program' : undefined),
        load: (id) => (id === '\0program' ? program : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'program',
        external: [/^lit(?:\/|$)/, /^@floating-ui\//, /^diff\//],
        output: { comments: false },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  const entry = outputs.find((output) => output.type === 'chunk' && output.isEntry);
  return entry?.type === 'chunk' ? entry.code.trim() : '';
}
