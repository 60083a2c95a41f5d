import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { bansFor, layers } from '../../.scripts/lint-rules.mjs';

function problems(name: string, code: string): string[] {
  const layer = layers.find((candidate) => candidate.name === name);
  if (!layer) throw new Error(`No layer ${name}`);
  const config = { files: ['**/*.ts'], languageOptions: { parser }, rules: bansFor(layer) } as Linter.Config;
  return new Linter().verify(code, [config], 'file.ts').map(({ ruleId, message }) => ruleId ?? message);
}

const imports = 'no-restricted-imports';
const syntax = 'no-restricted-syntax';

describe('the rules for imports', () => {
  it.each([
    ['feed', "import '../provision/severity.js'"],
    ['feed', "import '../elements/provision-card/provision-card.js'"],
    ['feed', "export * from '../index.js'"],
    ['feed', "import { html } from 'lit'"],
    ['provision', "import '../i18n/messages.js'"],
    ['styles', "import '../feed/types.js'"],
    ['controllers', "import '../elements/provision-element.js'"],
    ['elements', "import '../../define/provision-card.js'"],
    ['elements', "import '../../publish/page.js'"],
    ['elements', "import '../../cli/main.js'"],
    ['elements', "import { flip } from '@floating-ui/dom'"],
    ['elements', "import { readFile } from 'node:fs'"],
    ['elements', "import '../../snippets/embed.js'"],
    ['snippets', "import '../publish/page.js'"],
    ['snippets', "import { html } from 'lit'"],
    ['publish', "import '../elements/provision-card/provision-card.js'"],
    ['publish', "import { css } from 'lit'"],
    ['publish', "import { writeFile } from 'node:fs/promises'"],
    ['define', "import '../feed/index.js'"],
    ['index.ts', "import './define.js'"],
    ['index.ts', "import './define/provision-card.js'"],
    ['embed.ts', "import './publish/page.js'"],
  ])('in %s refuse the upward import %s', (layer, code) => {
    expect(problems(layer, code)).toEqual([imports]);
  });

  it.each([
    ['elements', "import('../../define.js')"],
    ['elements', "import('@floating-ui/dom')"],
    ['feed', "import('../i18n/locales/de.js')"],
  ])('in %s refuse the dynamic import %s', (layer, code) => {
    expect(problems(layer, code)).toEqual([syntax]);
  });

  it.each([
    ['provision', "import { FeedError } from '../feed/error.js'"],
    ['page', "import { flip } from '@floating-ui/dom'"],
    [
      'elements',
      "import '../templates/view.js'; import '../../controllers/record-controller.js'; import '../../version.js'",
    ],
    ['elements', "import('./long.js')"],
    ['define', "import '../elements/provision-card/provision-card.js'; import './define-element.js'"],
    ['embed.ts', "import './define.js'"],
    ['publish', "import { embed } from '../snippets/embed.js'"],
    ['cli', "import { writeFile } from 'node:fs/promises'; import { publish } from '../publish/index.js'"],
  ])('in %s allow %s', (layer, code) => {
    expect(problems(layer, code)).toEqual([]);
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
