import compat from 'eslint-plugin-compat';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { cssFloorRule } from './scripts/check/css-floor-rule.mjs';
import { layerRule } from './scripts/check/layers.mjs';
import { memberFloorRule } from './scripts/check/member-floor-rule.mjs';

const typed = ['src/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts', 'demo/builder/*.ts', '.storybook/**/*.ts', '*.ts'];

const plainText = 'Every string of a feed is plain text: bind it with Lit.';
const csp = 'A strict Content-Security-Policy blocks it: use a class, or CSSOM.';
const storage = 'The elements leave no state on the page, and every access throws where storage is blocked.';
const htmlTemplate = 'TaggedTemplateExpression[tag.name=/^(?:html|svg)$/] TemplateElement';
const htmlMembers = '/^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc)$/';

/** Selectors of code that would let a feed or a page attack the other, each with the reason. */
export const hostile = Object.entries({
  'Identifier[name=/^(?:unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic)$/]': plainText,
  [`Identifier[name=${htmlMembers}]`]: plainText,
  [`Literal[value=${htmlMembers}]`]: plainText,
  [`${htmlTemplate}[value.raw=/[\\s.](?:innerHTML|outerHTML|srcdoc)\\s*=/i]`]: plainText,
  'MemberExpression[object.name="document"][property.name=/^write(?:ln)?$/]': plainText,
  'Identifier[name="styleMap"]': csp,
  [`${htmlTemplate}[value.raw=/\\sstyle\\s*=/i]`]: csp,
  'Identifier[name=/^(?:localStorage|sessionStorage|indexedDB)$/]': storage,
  'MemberExpression[object.name="document"][property.name="cookie"]': storage,
  ForInStatement: 'A page that adds to Object.prototype adds a round to it: use Object.keys or for-of.',
}).map(([selector, message]) => ({ selector, message }));

export default defineConfig([
  {
    ignores: [
      'dist/**',
      // Generated: scripts/build/locales/compile-locales.mjs.
      'src/i18n/locales/*.ts',
      'src/i18n/{change,comparison,embed,page,record,tool}-messages.ts',
      'src/i18n/{language-tags,locale-loaders,messages,published-loaders}.ts',
      '.wireit/**',
      'demo/builder/dist/**',
      'coverage/**',
      'demo/feeds/**',
      '**/fixtures/**',
      'test/consumers/projects/**',
      'scripts/build/framework-types/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.recommended],
  },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An empty string, 0 and NaN are "nothing" often enough.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Brackets mark a member that nobody has vouched for.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Types are a claim about pages and feeds, not a fact; and TypeScript takes `signal.aborted` for settled across an await.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // It asks for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },

  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], a11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
    rules: {
      // Lit calls a template's handlers with the host as `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Safari takes the role from a list without bullets unless it is said again.
      'lit-a11y/no-redundant-role': 'off',
      // Handlers sit on the element around a button; keys are tested in the browsers.
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },

  layerRule,

  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...hostile],
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },

  // The folders that run in readers' browsers work in the browsers of package.json's `browserslist`.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/audit/**', 'src/cli/**', 'src/publish/**'],
    extends: [compat.configs['flat/recommended']],
    plugins: { floor: { rules: { css: cssFloorRule, members: memberFloorRule } } },
    rules: { 'floor/css': 'error', 'floor/members': 'error' },
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="only"]',
          message: 'Left in, it switches every other test off.',
        },
        {
          selector:
            'CallExpression[callee.name=/^(?:it|test|describe)$/] > ObjectExpression > Property[key.name="retry"]',
          message: 'A test that passes at the second try is a failing test.',
        },
      ],
      // A test may hand over what the types forbid, and may say that a thing it has just found is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
]);
