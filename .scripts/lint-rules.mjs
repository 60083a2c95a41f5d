// @ts-check
/** What the linter forbids in `src/`: an import that points upward, and what would let a feed or a page hurt us. */

/** Which folders and files of `src/` each one may import, besides itself. Anything else is refused. */
const mayImport = {
  feed: [],
  provision: ['feed'],
  html: [],
  styles: [],
  themes: [],
  i18n: ['feed', 'provision'],
  events: ['feed', 'provision'],
  page: ['feed', 'provision', 'styles', 'i18n', 'events'],
  controllers: ['feed', 'provision', 'styles', 'i18n', 'events', 'page'],
  elements: ['feed', 'provision', 'styles', 'i18n', 'events', 'page', 'controllers'],
  'auto-embed': ['feed', 'provision', 'styles', 'i18n', 'events', 'page', 'controllers', 'elements'],
  define: ['elements'],
  // Without the elements, because edge engines have no page for Lit.
  snippets: ['feed', 'provision', 'i18n', 'html'],
  publish: ['feed', 'provision', 'i18n', 'html', 'snippets'],
  // `snippets` has the addresses that sealing fills in.
  import: ['feed', 'provision', 'snippets'],
  // `import` has the encodings of files.
  audit: ['feed', 'provision', 'i18n', 'html', 'snippets', 'import'],
  cli: ['feed', 'provision', 'i18n', 'html', 'snippets', 'publish', 'import', 'audit'],
  // Importing the public API registers nothing: neither `define` nor `embed`.
  'index.ts': ['feed', 'provision', 'styles', 'i18n', 'events', 'page', 'controllers', 'elements'],
  'define.ts': ['define', 'elements'],
  'embed.ts': ['define', 'define.ts', 'auto-embed', 'elements', 'events', 'i18n', 'provision', 'feed'],
};

/** Files at the top of `src/` that any folder may import: they import nothing. */
const shared = ['version.ts', 'frame-protocol.ts'];

/** @typedef {{ name: string, allowed: readonly string[] }} Layer */

export const layers = Object.entries(mayImport).map(([name, allowed]) => ({
  name,
  allowed,
  files: [name.endsWith('.ts') ? `src/${name}` : `src/${name}/**/*.ts`],
}));

/**
 * The two rules that forbid by pattern. They hold the bans of one layer whole, because a later config object replaces the
 * options of an earlier one.
 * @param {Layer} layer
 * @returns {Partial<import('eslint').Linter.RulesRecord>}
 */
export function bansFor(layer) {
  const imports = forbiddenImports(layer);
  return {
    'no-restricted-imports': ['error', { patterns: imports.map(({ regex, message }) => ({ regex, message })) }],
    'no-restricted-syntax': [
      'error',
      ...imports.map(({ regex, message }) => ({
        selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\/')}/]`,
        message,
      })),
      ...hostile,
    ],
  };
}

/** @param {Layer} layer */
function forbiddenImports({ name, allowed }) {
  const forbidden = Object.keys(mayImport).filter((other) => other !== name && !allowed.includes(other));
  // From anywhere in a folder its neighbours are `../x/` or `../../x/`; from the top of src/ they are `./x/`.
  const up = name.endsWith('.ts') ? '^\\./' : '^(?:\\.\\./)+';
  const target = forbidden.map((other) => (other.endsWith('.ts') ? `${other.slice(0, -3)}\\.js$` : `${other}/`));
  return [
    {
      regex: `${up}(?:${target.join('|')})`,
      message: `Imports run downward: ${name} may import ${[...allowed, ...shared].join(', ')}.`,
    },
    ...(name === 'page'
      ? []
      : [{ regex: '^@floating-ui/', message: 'Only page/ places popovers: everything else asks it to.' }]),
    ...(['feed', 'provision', 'i18n', 'events', 'html', 'snippets', 'publish', 'import', 'audit', 'cli'].includes(name)
      ? [{ regex: '^(?:lit|lit-html|@lit)(?:/|$)', message: `${name}/ runs without a page, so without Lit.` }]
      : []),
    ...(name === 'cli' ? [] : [{ regex: '^node:', message: 'What is published for browsers cannot count on Node.' }]),
  ];
}

const plainText = 'Every string of a feed is plain text: bind it with Lit.';
const csp = 'A strict Content-Security-Policy blocks it: use a class, or CSSOM.';
const storage = 'We leave no state on the page, and where storage is blocked even looking at it throws.';
const htmlTemplate = 'TaggedTemplateExpression[tag.name=/^(?:html|svg)$/] TemplateElement';

const hostile = [
  ban('Identifier[name=/^(?:unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic)$/]', plainText),
  ban('Identifier[name=/^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc)$/]', plainText),
  ban('Literal[value=/^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc)$/]', plainText),
  ban(`${htmlTemplate}[value.raw=/[\\s.](?:innerHTML|outerHTML|srcdoc)\\s*=/i]`, plainText),
  ban('MemberExpression[object.name="document"][property.name=/^write(?:ln)?$/]', plainText),
  ban('Identifier[name="styleMap"]', csp),
  ban(`${htmlTemplate}[value.raw=/\\sstyle\\s*=/i]`, csp),
  ban('Identifier[name=/^(?:localStorage|sessionStorage|indexedDB)$/]', storage),
  ban('MemberExpression[object.name="document"][property.name="cookie"]', storage),
  ban('ForInStatement', 'A page that adds to Object.prototype adds a round to it: use Object.keys or for-of.'),
];

/**
 * @param {string} selector
 * @param {string} message
 */
function ban(selector, message) {
  return { selector, message };
}
