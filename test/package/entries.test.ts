import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { elementSize } from './sizes.mjs';
import { frameworkNames } from '../../scripts/build/framework-types.mjs';
import us from '../../package.json' with { type: 'json' };
import { languageTags } from '../../src/i18n/tags.js';
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

const locales = readdirSync(join(root, 'src/i18n/locales'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

/** The replacements for the star in an exported path. */
function starsOf(path: string): readonly string[] {
  if (path.includes('/themes/')) return themes.map(({ name }) => name);
  if (path.includes('/locales/')) return locales;
  return path.includes('/types/') ? frameworkNames : elements;
}

/** Every entry, with its star replaced. */
const entries = Object.entries(us.exports).flatMap(([name, target]) =>
  target === null ? [] : name.includes('*') ? starsOf(name).map((star) => name.replace('*', star)) : [name],
);
const specifierOf = (entry: string) => `provision-embed${entry.slice(1)}`;
/** The entries with code. */
const importable = entries.filter((entry) => !/\.(?:css|json)$/.test(entry));

/** Every file below `dist` that is a module of the npm package. */
const modules = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.js') && !/^(?:chunks|storybook)\//.test(file) && file !== 'provision-embed.js')
  .map((file) => `./dist/${file}`);

const matcher = (pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
const hasSideEffects = (file: string) => us.sideEffects.some((pattern) => matcher(pattern).test(file));

describe('the exports of package.json', () => {
  it.each(Object.entries(us.exports))('%s leads to files', (_name, target: string | Record<string, string> | null) => {
    for (const path of typeof target === 'string' ? [target] : Object.values(target ?? {})) {
      const files = path.includes('*') ? starsOf(path).map((name) => path.replaceAll('*', name)) : [path];
      for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  it('include every locale, and not the modules that a locale is split into', () => {
    expect([...locales].sort()).toEqual([...languageTags].sort());
    const resolve = (path: string) =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', `import.meta.resolve('provision-embed/${path}')`], {
        cwd: root,
      }).status;
    expect(
      ['locales/pt-BR', 'locales/en', 'locales/fr-more', 'locales/de-page', 'locales/en-tools'].map(resolve),
    ).toEqual([0, 0, 1, 1, 1]);
  });

  it('holds every specifier that README.md and docs/frameworks.md import', () => {
    const pages = ['README.md', 'docs/frameworks.md'].map((page) => readFileSync(join(root, page), 'utf8'));
    const named = [...pages.join('\n').matchAll(/(?:from|import|import\()\s*['"](provision-embed(?:\/[^'"]+)?)['"]/g)];
    expect(named.length).toBeGreaterThan(2);
    expect(entries.map(specifierOf)).toEqual(expect.arrayContaining(named.map(([, specifier]) => specifier)));
  });

  it('pass publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, pack: 'npm', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it('lead every compiler to types that match the code (attw)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'provision-embed-'));
    try {
      npm('pack', '--silent', '--ignore-scripts', '--pack-destination', folder);
      const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
      // attw does not try stars by itself. The package is ESM only, as the profile states.
      const options = [
        '--profile=esm-only',
        '--format=ascii',
        '--no-color',
        '--no-emoji',
        '--include-entrypoints',
        // The locales are all built alike.
        ...importable.filter((entry) => !/^\.\/locales\/(?!en$|pt-BR$)/.test(entry)),
      ];
      const { status, stdout } = spawnSync(
        process.execPath,
        [attw, join(folder, `${us.name}-${us.version}.tgz`), ...options],
        {
          encoding: 'utf8',
        },
      );
      expect(stdout).toContain('provision-embed/define/provision-card');
      expect(status, stdout).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('an import', () => {
  it('registers nothing and changes no global where package.json claims no side effects', () => {
    const pure = modules.filter((file) => !hasSideEffects(file));
    expect(pure).toContain('./dist/index.js');
    expect(pure).toContain('./dist/feed/index.js');
    expect(pure).toContain('./dist/types/react.js');
    expect(effectsOf(pure)).toEqual({ defined: [], touched: [], said: '' });
  });

  it('works on a server for every entry: it prints nothing, and uses only the registry of the globals', () => {
    const { touched, said } = effectsOf(importable.map(specifierOf));
    expect({ touched, said }).toEqual({ touched: [], said: '' });
  });

  const registering: [file: string, tags: string[]][] = [
    ['./dist/define.js', elements],
    ['./dist/embed.js', elements],
    ...elements.map((tag): [string, string[]] => [`./dist/define/${tag}.js`, [tag]]),
  ];

  it.each(registering)('of %s registers its elements', (file, tags) => {
    expect(hasSideEffects(file)).toBe(true);
    expect(effectsOf([file]).defined.sort()).toEqual(tags);
  });

  it('survives a bundler exactly where it registers', async () => {
    const badge = await bundle("import 'provision-embed/define/provision-severity';");
    // Class names, because a selector of the base class names all elements.
    expect(badge).toContain('ProvisionSeverity');
    expect(badge).not.toContain('ProvisionCard');
    const pure = importable.filter((entry) => !/^\.\/(?:define|embed)/.test(entry));
    expect(pure).toContain('./elements/provision-card');
    expect(await bundle(pure.map((entry) => `import '${specifierOf(entry)}';`).join('\n'))).toBe('');
  });

  // Without the lower limit, an element that the bundler removed would pass.
  it.each(elements)('of %s adds only the code of that element to a page', async (tag) => {
    const bytes = await elementSize(tag);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(tag === 'provision-card' ? 23_500 : 20_500);
  });
});

it('exports the version of the package', () => {
  expect(version).toBe(us.version);
});

it('packs the build and its sources, and nothing else', () => {
  const [packed] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts')) as {
    files: { path: string }[];
  }[];
  const paths = packed?.files.map(({ path }) => path) ?? [];
  expect(paths).toContain('dist/provision-embed.js');
  expect(
    paths.filter((path) => !/^(?:dist\/(?!storybook\/)|src\/|package\.json$|[A-Z]+(?:\.md)?$)/.test(path)),
  ).toEqual([]);
});

function npm(...args: string[]): string {
  return spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }).stdout;
}

/** The changes that modules make to the globals of a new process in which Lit is loaded, and their output. */
function effectsOf(files: readonly string[]): { defined: string[]; touched: string[]; said: string } {
  const program = `
    import 'lit';
    const defined = [];
    customElements.define = (tag) => defined.push(tag);
    // By their values too: one that is patched is there before and after.
    const seen = () => new Map(Reflect.ownKeys(globalThis).map((key) => {
      const { value, get } = Object.getOwnPropertyDescriptor(globalThis, key);
      return [key, value ?? get];
    }));
    const before = seen();
    for (const file of ${JSON.stringify(files)}) await import(file);
    const after = seen();
    const touched = [...new Set([...before.keys(), ...after.keys()])]
      .filter((key) => !Object.is(before.get(key), after.get(key))).map(String);
    process.stdout.write(JSON.stringify({ defined, touched }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return { ...(JSON.parse(stdout) as { defined: string[]; touched: string[] }), said: stderr };
}

/** The package's code that an application's bundler keeps of a program. Lit stays external. */
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
