import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { hostile } from '../../eslint.config.js';
import { layerRule, mayImport, shared } from '../../scripts/check/layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const linter = new Linter({ cwd: root });

/** The rules that the code breaks, in a file of that layer. */
function problems(layer: string, code: string): string[] {
  const config: Linter.Config[] = [
    { ...layerRule, languageOptions: { parser } },
    { files: ['**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...hostile] } },
  ];
  const file = join(root, 'src', layer.endsWith('.ts') ? layer : `${layer}/file.ts`);
  return linter.verify(code, config, file).map(({ ruleId, message }) => ruleId ?? message);
}

const layerBroken = 'boundaries/dependencies';
const syntax = 'no-restricted-syntax';

/** The specifier by which a file of one layer imports a file of another. */
function specifier(from: string, to: string): string {
  return `${from.endsWith('.ts') ? './' : '../'}${to.endsWith('.ts') ? to.replace(/\.ts$/, '.js') : `${to}/file.js`}`;
}

const layers = Object.keys(mayImport);
const directions = layers.flatMap((from) => layers.filter((to) => to !== from).map((to) => [from, to] as const));
const isAllowed = ([from, to]: readonly [string, string]) => mayImport[from]!.includes(to);

describe('imports run downward', () => {
  it('names every folder and entry of src', () => {
    const known = [...layers, ...shared];
    const entries = readdirSync(join(root, 'src'));
    expect(entries.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(directions.filter((one) => !isAllowed(one)))('%s may not import %s', (from, to) => {
    const address = specifier(from, to);
    expect(problems(from, `import '${address}';`)).toEqual([layerBroken]);
    expect(problems(from, `import type { A } from '${address}';`)).toEqual([layerBroken]);
    expect(problems(from, `export * from '${address}';`)).toEqual([layerBroken]);
    expect(problems(from, `import('${address}');`)).toEqual([layerBroken]);
  });

  it.each(directions.filter(isAllowed))('%s may import %s', (from, to) => {
    const address = specifier(from, to);
    expect(problems(from, `import '${address}'; import('${address}'); export * from '${address}';`)).toEqual([]);
  });

  it.each(layers)('%s may import its own files and those that import nothing', (layer) => {
    const up = layer.endsWith('.ts') ? '.' : '..';
    expect(problems(layer, `import './other.js'; import '${up}/version.js';`)).toEqual(
      layer.endsWith('.ts') ? [layerBroken] : [],
    );
  });

  it.each(['../nowhere/file.js', '../../test/file.js'])('refuses %s, which no layer holds', (address) => {
    expect(problems('elements', `import '${address}';`)).toEqual([layerBroken]);
  });
});

describe('packages', () => {
  it.each(['lit', 'lit/directives/repeat.js', 'lit-html', '@lit/context'])(
    'keep %s to the layers with a page',
    (name) => {
      const refused = layers.filter((layer) => problems(layer, `import '${name}';`).length > 0);
      expect(refused).toEqual([
        'feed',
        'provision',
        'html',
        'i18n',
        'events',
        'snippets',
        'publish',
        'import',
        'audit',
        'cli',
      ]);
      expect(problems('feed', `import('${name}');`)).toEqual([layerBroken]);
    },
  );

  it('keep @floating-ui/dom to the services of the page', () => {
    const code = "import('@floating-ui/dom');";
    expect(layers.filter((layer) => problems(layer, code).length === 0)).toEqual(['page']);
  });

  it.each(['node:fs', 'node:fs/promises', 'fs'])('keep %s to the command', (name) => {
    expect(layers.filter((layer) => problems(layer, `import '${name}';`).length === 0)).toEqual(['cli']);
  });

  it('may else be imported', () => {
    expect(problems('import', "import Papa from 'papaparse';")).toEqual([]);
  });
});

describe('the rules for security', () => {
  it.each([
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js'",
    "import { styleMap } from 'lit/directives/style-map.js'",
    'element.innerHTML = text',
    "element['outerHTML'] = text",
    "element.insertAdjacentHTML('beforeend', text)",
    'frame.srcdoc = text',
    'html`<iframe srcdoc=${text}></iframe>`',
    'html`<p .innerHTML=${text}></p>`',
    'html`<p style=${text}></p>`',
    'html`<p class="a" style="color: ${text}"></p>`',
    'document.write(text)',
    'localStorage.clear()',
    'window.sessionStorage',
    'document.cookie',
    'for (const key in object) {}',
  ])('refuse %s', (code) => {
    expect(problems('elements', code)).toContain(syntax);
  });

  it.each(['html`<p class="style">${text}</p>`', 'for (const row of rows) {}', 'element.textContent = text'])(
    'allow %s',
    (code) => {
      expect(problems('elements', code)).toEqual([]);
    },
  );
});
