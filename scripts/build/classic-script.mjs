// @ts-check
/**
 * Vite plugin that turns an ES build with lazy chunks into one classic script and its chunks.
 *
 * A newspaper's page loads the script with a plain `<script src>`. Such a script may use `import()`, but not `import` or `export` statements;
 * its top level is the page's global scope; and a chunk cannot import it, because that would run it a second time, as a module. So the script
 * becomes one function call, and each chunk becomes a function whose argument is what the script shares:
 *
 *     entry:  (() => { … load("diff") … })()
 *     chunk:  export default ([fold]) => { … return { wordDiff } }
 *
 * The shared bindings are an array, in the order of the names under which the entry exports them, because an object would repeat the names.
 */
import { Script } from 'node:vm';
import remapping from '@jridgewell/remapping';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

/** @typedef {import('vite').Rolldown.RenderedChunk} RenderedChunk */
/** @typedef {import('vite').Rolldown.RolldownMagicString} RenderedText */
/** @import { ESTree } from 'vite' */
/** @typedef {{ start: number, end: number }} Range */
/** @typedef {[outside: string, inside: string][]} Names */

// `base`, the folder of the chunks, is part of the build, because the page's address says nothing about it: an optimizer may have joined the script
// with others, or put its text into the page or into a blob. A copy that keeps its file name may have its chunks beside it (a site's own copy of
// `dist`). The script's own address stands in the stack of an error, for classic scripts and modules alike; unlike `document.currentScript`, no
// element of the page can replace it. The page has the last word: `data-chunks` on a script tag, or
// `<meta name="provision-embed-chunks" content="https://…/">`, which is read at each load because it may be added later.
// Firefox before 155 remembers that a module failed to load, so a retry needs another URL; a chunk that is loaded stays loaded. `$loaded` has no
// prototype, because a page may have given all objects a member with the name of a chunk.
// `AbortSignal.timeout` came with Chrome 103, Firefox 100 and Safari 16, shortly before the browsers of package.json's `browserslist`. Without this
// check an older browser would fail later, in the middle of a card.
// Catch errors of Lit's start, because a Trusted Types policy or a patched built-in may cause one. The page's own HTML then stays.
/**
 * @param {string} id  the end of every chunk's name
 * @param {string} base  absolute address of the folder that holds `chunks/`
 * @param {string} fileName  of the script
 */
const prelude = (id, base, fileName) => `(() => { try {
if (!AbortSignal.timeout) throw "this browser is older than Chrome 106, Firefox 101 and Safari 16.4. The page's own text stays.";
const $own = /[a-z-]+:\\/\\/[^\\s(),?#]*\\/(?=${fileName.replaceAll('.', '\\.')})/.exec(new Error().stack)?.[0];
const $loaded = { __proto__: null };
let $end = ${JSON.stringify(id)};
const $load = async (name) => {
const { content, dataset } = Document.prototype.querySelector.call(document, "meta[name=provision-embed-chunks],script[data-chunks]") ?? {};
const bases = dataset ? [new URL(content ?? dataset.chunks, location.href).href] : [$own, ${JSON.stringify(base)}];
let refused;
for (const base of new Set(bases)) try {
if (base) return $loaded[name] ??= (await import(base + "chunks/" + name + $end)).default($shared());
} catch (error) {
refused = error;
}
$end += "?";
throw refused;
};
`;

const postlude = `
} catch (error) {
console.warn("[provision-embed] cannot start:", error);
} })();
`;

/**
 * @param {string} base  absolute address of the folder in which this build is published, with a slash at its end
 * @returns {import('vite').Plugin}
 */
export function classicScript(base) {
  return {
    name: 'classic-script',
    apply: 'build',

    renderChunk: {
      // After Vite's own plugins, so that none of them adds an import later.
      order: 'post',
      handler(code, chunk, _options, { magicString, chunks }) {
        if (!magicString) throw new Error('classic-script needs rolldownOptions.experimental.nativeMagicString');
        const parts = statementsOf(this.parse(code), code);
        if (chunk.isEntry) {
          renderEntry(magicString, parts, chunk, base);
        } else {
          const entry = Object.values(chunks).find(({ isEntry }) => isEntry);
          renderLazyChunk(magicString, parts, chunk, sharedBy(entry));
        }
        return magicString;
      },
    },

    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || !output.isEntry) continue;
        // Throws a SyntaxError at the place where a statement of a module is left.
        new Script(output.code, { filename: output.fileName });
        escapeNonAscii(output);
      }
    },
  };
}

/**
 * Escapes what is not ASCII in the finished script: a browser decodes a classic script in the page's encoding where the server names none. Each
 * chunk is a module, which is always UTF-8. The minifier itself has no option for this.
 * @param {import('vite').Rolldown.OutputChunk} output
 */
function escapeNonAscii(output) {
  const edit = new MagicString(output.code);
  // Two escapes mean a character beyond U+FFFF, in strings as in templates and regular expressions.
  edit.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  output.code = edit.toString();
  if (output.map) {
    const map = remapping([edit.generateMap({ hires: true }).toString(), output.map.toString()], () => null);
    Object.assign(output.map, {
      mappings: map.mappings,
      names: map.names,
      sources: map.sources,
      sourcesContent: map.sourcesContent,
    });
  }
}

/**
 * @param {RenderedText} edit
 * @param {Statements} parts
 * @param {RenderedChunk} chunk
 * @param {string} base
 */
function renderEntry(edit, { imports, exported, lazy }, chunk, base) {
  if (imports.length > 0) throw new Error(`${chunk.fileName} imports ${imports.map(({ from }) => from).join(', ')}`);
  const ids = new Set();
  for (const { range, file } of lazy) {
    const [, name, id] = /^\.\/chunks\/(.+)(-[^-]+\.js)$/.exec(file) ?? [];
    if (name === undefined) throw new Error(`${chunk.fileName} imports ${file}, which is not one of its chunks.`);
    ids.add(id);
    edit.update(range.start, range.end, `$load(${JSON.stringify(name)})`);
  }
  if (ids.size > 1) throw new Error(`${chunk.fileName} has chunks of several builds: ${[...ids].join(', ')}`);
  for (const { range } of exported) edit.remove(range.start, range.end);
  const locals = new Map(exported.flatMap(({ names }) => names));
  const shared = sharedBy(chunk).map((name) => locals.get(name));
  if (shared.length !== locals.size || shared.includes(undefined)) {
    throw new Error(
      `${chunk.fileName} exports ${[...locals.keys()].join()}, but Rolldown lists ${chunk.exports.join()}.`,
    );
  }
  edit.prepend(prelude([...ids].join(), base, chunk.fileName));
  edit.append(`\nconst $shared = () => [${shared.join(', ')}];\n${postlude}`);
}

/**
 * @param {RenderedText} edit
 * @param {Statements} parts
 * @param {RenderedChunk} chunk
 * @param {readonly string[]} shared  names of what the entry shares, each in its place
 */
function renderLazyChunk(edit, { imports, exported, lazy }, chunk, shared) {
  let head = '';
  let unpack = '';
  for (const [index, { range, from, names }] of imports.entries()) {
    const isEntry = from.startsWith('../');
    if (!isEntry) head += `import $chunk${index} from ${JSON.stringify(from)};\n`;
    const keys = names.map(([name, local]) => {
      const place = shared.indexOf(name);
      if (isEntry && place < 0)
        throw new Error(`${chunk.fileName} imports ${name} of ${from}, which does not export it.`);
      return `${isEntry ? place : name}: ${local}`;
    });
    unpack += `const { ${keys.join(', ')} } = ${isEntry ? '$shared' : `$chunk${index}($shared)`};\n`;
    edit.remove(range.start, range.end);
  }
  for (const { range, file } of lazy) {
    edit.update(range.start, range.end, `import(${JSON.stringify(file)}).then((chunk) => chunk.default($shared))`);
  }
  for (const { range } of exported) edit.remove(range.start, range.end);
  // The code of a chunk runs once, as a module's does, however many callers load it.
  edit.prepend(`${head}let $exports;\nexport default ($shared) => {\nif ($exports) return $exports;\n${unpack}`);
  edit.append(`\nreturn ($exports = ${objectOf(exported)});\n};\n`);
  if (chunk.exports.length === 0) throw new Error(`${chunk.fileName} exports nothing, so nothing can use it.`);
}

/**
 * @typedef {object} Statements  the parts of a chunk that only a module may have
 * @property {{ range: Range, from: string, names: Names }[]} imports  `[['n', 'html']]` for `import { n as html }`
 * @property {{ range: Range, names: Names }[]} exported  `[['n', 'html']]` for `export { html as n }`
 * @property {{ range: Range, file: string }[]} lazy  `import("./x.js")` expressions
 */

/**
 * @param {ESTree.Program} program
 * @param {string} code
 * @returns {Statements}
 */
function statementsOf(program, code) {
  /** @type {Statements} */
  const parts = { imports: [], exported: [], lazy: [] };
  /** @param {Range} node */
  const refuse = ({ start, end }) => {
    throw new Error(`classic-script cannot rewrite: ${code.slice(start, Math.min(end, start + 120))}`);
  };
  new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers.map((specifier) =>
        specifier.type === 'ImportSpecifier' ? pair(nameOf(specifier.imported), specifier.local.name) : refuse(node),
      );
      parts.imports.push({ range: node, from: node.source.value, names });
    },
    ExportNamedDeclaration(node) {
      if (node.source || node.declaration) refuse(node);
      const names = node.specifiers.map(({ exported, local }) => pair(nameOf(exported), nameOf(local)));
      parts.exported.push({ range: node, names });
    },
    ImportExpression(node) {
      const file = node.source.type === 'Literal' ? String(node.source.value) : '';
      if (!file.startsWith('./')) refuse(node);
      parts.lazy.push({ range: node, file });
    },
    ExportAllDeclaration: refuse,
    ExportDefaultDeclaration: refuse,
    MetaProperty(node) {
      if (node.meta.name === 'import') refuse(node);
    },
  }).visit(program);
  return parts;
}

/** @param {ESTree.ModuleExportName} node */
const nameOf = (node) => (node.type === 'Literal' ? JSON.stringify(node.value) : node.name);

/**
 * @param {string} outside
 * @param {string} inside
 * @returns {[string, string]}
 */
const pair = (outside, inside) => [outside, inside];

/** @param {Statements['exported']} exported */
const objectOf = (exported) =>
  `({ ${exported.flatMap(({ names }) => names.map(([name, local]) => `${name}: ${local}`)).join(', ')} })`;

/** @param {RenderedChunk | undefined} entry */
const sharedBy = (entry) => [...(entry?.exports ?? [])].sort();
