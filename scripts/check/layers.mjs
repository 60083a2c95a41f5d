// @ts-check
/** The layer rule of `src/`, for eslint-plugin-boundaries. The only list of the folders and of what each may import. */
import { createRequire } from 'node:module';
import boundaries from 'eslint-plugin-boundaries';

const pure = ['feed', 'provision', 'i18n'];
const forPages = [...pure, 'styles', 'events', 'page'];

/** The folders and files of `src/` that each one may import, besides itself and `shared`. @type {Readonly<Record<string, readonly string[]>>} */
export const mayImport = {
  feed: [],
  provision: ['feed'],
  html: [],
  styles: [],
  themes: [],
  i18n: ['feed', 'provision'],
  events: ['feed', 'provision'],
  page: [...pure, 'styles', 'events'],
  controllers: forPages,
  elements: [...forPages, 'controllers'],
  'auto-embed': [...forPages, 'controllers', 'elements'],
  define: ['elements'],
  // Without the elements: edge engines, where these run, have no page for Lit.
  snippets: [...pure, 'html'],
  publish: [...pure, 'html', 'snippets'],
  // Sealing fills in addresses that `snippets` makes.
  import: ['feed', 'provision', 'snippets'],
  // `import` decodes files.
  audit: [...pure, 'html', 'snippets', 'import'],
  cli: [...pure, 'html', 'snippets', 'publish', 'import', 'audit'],
  // The public API registers nothing, so it imports neither `define` nor `embed`.
  'index.ts': [...forPages, 'controllers', 'elements'],
  'define.ts': ['define', 'elements'],
  'embed.ts': ['define', 'define.ts', 'auto-embed', 'elements', 'events', ...pure],
};

/** Files that any layer may import, because they import nothing. */
export const shared = ['version.ts', 'frame-protocol.ts', 'guard-lit-globals.ts'];

const layers = Object.keys(mayImport);
const folders = layers.filter((name) => !name.endsWith('.ts'));
const files = layers.filter((name) => name.endsWith('.ts'));
/** Layers that run without a page. */
const withoutLit = ['feed', 'provision', 'html', 'i18n', 'events', 'snippets', 'publish', 'import', 'audit', 'cli'];

/**
 * A selector of layers: folders are elements to the plugin, and files have a category.
 * @param {string | readonly string[]} names
 */
const layer = (names) => [
  { element: { types: { anyOf: [names].flat() } } },
  { file: { categories: { anyOf: [names].flat() } } },
];

/** @param {string} source */
const external = (source) => ({ module: { source } });

/** @type {import('eslint').Linter.Config} */
export const layerRule = {
  files: ['src/**/*.ts'],
  plugins: { boundaries },
  settings: {
    'import/resolver': { [createRequire(import.meta.url).resolve('./source-resolver.cjs')]: {} },
    'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
    'boundaries/elements': folders.map((name) => ({ type: name, pattern: `src/${name}` })),
    'boundaries/files': [
      ...files.map((name) => ({ category: name, pattern: `src/${name}` })),
      { category: 'shared', pattern: shared.map((name) => `src/${name}`) },
    ],
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkUnknownLocals: true,
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ...Object.entries(mayImport).map(([name, allowed]) => ({
            from: layer(name),
            allow: { to: layer([...allowed, 'shared']) },
          })),
          {
            from: layer(layers.filter((name) => name !== 'page')),
            disallow: { to: external('@floating-ui/**') },
            message: 'Only page/ places popovers.',
          },
          {
            from: layer(withoutLit),
            disallow: { to: [external('lit'), external('lit/**'), external('lit-html'), external('@lit/**')] },
            message: 'This layer runs without a page, so without Lit.',
          },
          {
            from: layer(layers.filter((name) => name !== 'cli')),
            disallow: { to: { module: { origin: 'core' } } },
            message: 'Published modules run in browsers, which have nothing of Node.',
          },
        ],
      },
    ],
  },
};
