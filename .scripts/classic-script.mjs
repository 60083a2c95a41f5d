// @ts-check
/**
 * Vite plugin that turns an ES build with lazy chunks into one classic script and its chunks.
 *
 * A newspaper's page loads us with a plain `<script src>`. Such a script may use `import()`, but it may not hold an `import` or
 * `export` statement, everything at its top level is a global of the page, and nothing can import it: a chunk that did would run
 * it a second time, as a module. So the script becomes one function call, and each chunk becomes a function that is handed
 * what it shares with the script:
 *
 *     entry:  (() => { … load("diff") … })()
 *     chunk:  export default ([fold]) => { … return { wordDiff } }
 *
 * What is shared is a list, in the order of the names under which the entry exports it: names would be the longer half of it.
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

// The chunks' place is part of the build (`base`), because where the page is says nothing of it: an optimizer may have joined the script with
// others, or put its text into the page or into a blob. A copy that still has its name may have its chunks beside it (a site's own copy of
// `dist`); the script's own address stands in the stack of an error, for classic scripts and modules alike, and no element of the page can
// take its place as it can with `document.currentScript`. A page has the last word: `data-chunks` on a script tag, or
// `<meta name="provision-embed-chunks" content="https://…/">`, looked for at each load because it may come later.
// Firefox before 155 remembers that a module could not be loaded: what is asked for after a failure has another address, and what is there
// is not loaded from it a second time. A page may have given all objects a member that is called like a chunk, hence the prototype.
// `AbortSignal.timeout` came with Chrome 103, Firefox 100 and Safari 16, shortly before the browsers that package.json's `browserslist` names.
// Without this check a browser older than that would run into an error somewhere later.
// What stops Lit (a Trusted Types policy, a patched built-in) stops us, and nothing else: the page's own HTML stays.
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
      // After Vite's own, so that nothing adds an import behind our back.
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
    if (name === undefined) throw new Error(`${chunk.fileName} does not know where ${file} is`);
    ids.add(id);
    edit.update(range.start, range.end, `$load(${JSON.stringify(name)})`);
  }
  if (ids.size > 1) throw new Error(`${chunk.fileName} has chunks of more than one build: ${[...ids].join(', ')}`);
  for (const { range } of exported) edit.remove(range.start, range.end);
  const locals = new Map(exported.flatMap(({ names }) => names));
  const shared = sharedBy(chunk).map((name) => locals.get(name));
  if (shared.length !== locals.size || shared.includes(undefined)) {
    throw new Error(`${chunk.fileName} exports ${[...locals.keys()].join()} and says ${chunk.exports.join()}`);
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
      if (isEntry && place < 0) throw new Error(`${chunk.fileName} wants ${name} of ${from}, which does not share it`);
      return `${isEntry ? place : name}: ${local}`;
    });
    unpack += `const { ${keys.join(', ')} } = ${isEntry ? '$shared' : `$chunk${index}($shared)`};\n`;
    edit.remove(range.start, range.end);
  }
  for (const { range, file } of lazy) {
    edit.update(range.start, range.end, `import(${JSON.stringify(file)}).then((chunk) => chunk.default($shared))`);
  }
  for (const { range } of exported) edit.remove(range.start, range.end);
  // Two callers may ask for the same chunk: its code runs once, as a module's would.
  edit.prepend(`${head}let $exports;\nexport default ($shared) => {\nif ($exports) return $exports;\n${unpack}`);
  edit.append(`\nreturn ($exports = ${objectOf(exported)});\n};\n`);
  if (chunk.exports.length === 0) throw new Error(`${chunk.fileName} exports nothing: what is it loaded for?`);
}

/**
 * @typedef {object} Statements  the parts of a chunk that only a module may have
 * @property {{ range: Range, from: string, names: Names }[]} imports  `[['n', 'html']]`: what is called `n` there is `html` here
 * @property {{ range: Range, names: Names }[]} exported  the same, the other way round
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
    throw new Error(`classic-script does not know what to do with: ${code.slice(start, Math.min(end, start + 120))}`);
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
