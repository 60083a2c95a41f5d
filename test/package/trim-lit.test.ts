import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { trimLit } from '../../.scripts/trim-lit.mjs';

const modules = [
  '@lit/reactive-element/css-tag.js',
  '@lit/reactive-element/reactive-element.js',
  'lit-element/lit-element.js',
  'lit-html/lit-html.js',
];
const folder = mkdtempSync(join(tmpdir(), 'trim-lit-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { handler } = trimLit().transform as unknown as {
  handler: (code: string, id: string) => { code: string } | undefined;
};
const published = (module: string) => readFileSync(new URL(`../../node_modules/${module}`, import.meta.url), 'utf8');

/** Applies the plugin to a module of Lit with this code. */
function trimmed(module: string, code: string): string | undefined {
  const file = join(folder, 'node_modules', module);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return handler(code, file)?.code;
}

describe('the plugin that trims Lit', () => {
  it.each(modules)('shortens the %s that it was written for', (module) => {
    const code = published(module);
    expect(trimmed(module, code)?.length).toBeLessThan(code.length);
  });

  it.each(modules)('stops the build for a different %s', (module) => {
    expect(() => trimmed(module, `${published(module)} `)).toThrow('is not the file');
  });

  it.each(['lit-html/directive.js', 'lit-html/directives/repeat.js', 'lit-html/static.js'])(
    'stops the build that imports %s',
    (module) => {
      expect(() => trimmed(module, '')).toThrow('cuts out of Lit');
    },
  );

  it.each([
    "import { repeat } from 'lit/directives/repeat.js';",
    'css`.a { color: ${colour}; }`',
    'html`<input class="a" .value=${value}>`',
    'svg`<path d=""></path>`',
    'html`<path d=${d}/>`',
    'html`<textarea rows="2">${text}</textarea>`',
    'html`<p ${ref(p)}></p>`',
    'html`<p>a =${b}</p>`',
  ])('stops the build of a source that needs a removed part: %s', (code) => {
    expect(() => handler(code, '/project/src/a.ts')).toThrow('cut');
  });

  it('accepts our own sources', () => {
    expect(
      handler(
        'html`${a}${b}<svg viewBox="0 0 1 1"><path d=${d}></path></svg><a ?hidden=${x} @click=${y}>`',
        '/src/a.ts',
      ),
    ).toBe(undefined);
  });
});
