/** The React form, compiled as by a newsroom's bundler, renders the same as the HTML form. */
import fc from 'fast-check';
import { jsx, JsxEmit, ModuleKind, ScriptTarget, transpileModule } from './jsx.js';
import { expect, it } from 'vitest';
import { embed } from '../../src/snippets/index.js';
import type { EmbedSource } from '../../src/snippets/index.js';
import { anyText, hostileTexts, parsedHtml, sourceOf, writable } from './support.js';
import type { Element } from './support.js';

/** Returns the component's rendering in the shape of the HTML parser's result. */
function rendered(source: string): Element {
  const body = source.replace(/^'use client';\nimport 'provision-embed\/define\/provision-card';\n/, '');
  expect(body).not.toBe(source);
  const { outputText, diagnostics } = transpileModule(body.replace('export default function', 'return function'), {
    compilerOptions: { jsx: JsxEmit.React, target: ScriptTarget.ES2022, module: ModuleKind.ESNext },
    reportDiagnostics: true,
  });
  expect(diagnostics?.filter(({ code }) => code !== 1108)).toEqual([]);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what a bundler would run
  const component = new Function('React', outputText)({ createElement: jsx }) as () => Element;
  return component();
}

/** Returns the card of the HTML form without line breaks between tags. */
async function expected(source: EmbedSource): Promise<Element> {
  const html = await embed('element', source, { script: false });
  const [, start = ''] = /(<provision-card.*<\/provision-card>)/s.exec(html) ?? [];
  const [card] = parsedHtml(start.replaceAll('>\n', '>')).children;
  return card as Element;
}

const sourceSaying = (text: string) =>
  sourceOf({ clauses: [{ text, language: 'en' }], platform: { name: text } }, { title: text });

it('writes readable code', async () => {
  const source = await sourceOf(
    { clauses: [{ text: 'We may.\nAlways.' }], provenance: { captured: '2026-05-12' }, platform: { name: 'Lumerra' } },
    { title: 'A "licence"' },
    { baseUrl: 'https://host.example', permalink: 'https://host.example/r/CW-1' },
  );
  expect(await embed('react', source, { layout: 'compact', headingLevel: 2, theme: { class: 'wire' } })).toBe(
    `'use client';
import 'provision-embed/define/provision-card';

export default function ProvisionCW1() {
  return (
    <provision-card src="https://host.example/r/CW-1.json" record="CW-1" layout="compact" heading-level="2" class="wire">
      <blockquote cite="https://host.example/r/CW-1" lang="" dir="auto" data-sha256="68c62428c5742846b4ef7b0d62d86fd7a5483be5b242e165be2139230c744653">
        <p>
          {"We may."}
          <br />
          {"\\nAlways."}
        </p>
        <p lang="" dir="auto">
          {"A \\"licence\\" — Analysis by Test. "}
          <a href="https://host.example/r/CW-1">
            {"Lumerra, captured "}
            <time dateTime="2026-05-12">
              {"12 May 2026"}
            </time>
          </a>
        </p>
      </blockquote>
    </provision-card>
  );
}`,
  );
});

it('renders the content of the HTML form, also for hostile texts', async () => {
  for (const text of hostileTexts()) {
    const source = await sourceSaying(text);
    expect(rendered(await embed('react', source)), text).toEqual(await expected(source));
  }
});

it('keeps any text, and cannot end a surrounding script', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const source = await sourceSaying(writable(text));
      const made = await embed('react', source);
      expect(rendered(made)).toEqual(await expected(source));
      expect(made).not.toMatch(/<\/script|<!--/i);
    }),
  );
});
