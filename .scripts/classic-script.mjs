// @ts-check
/**
 * Vite plugin that turns an ES build with lazy chunks into one classic script and its chunks.
 *
 * A newspaper's page loads us with a plain `<script src>`. Such a script may use `import()`, but it may not hold an `import` or
 * `export` statement, everything at its top level is a global of the page, and nothing can import it: a chunk that did would run
 * it a second time, as a module. So the script becomes one function call, and each chunk becomes a function that is handed
 * what it shares with the script:
 *
 *     entry:  (() => { … load("chunks/diff-1a2b.js") … })()
 *     chunk:  export default ({ fold }) => { … return { wordDiff } }
 */
import { Script } from 'node:vm';
import { Visitor } from 'vite';

/** @typedef {import('vite').Rolldown.RenderedChunk} RenderedChunk */
/** @typedef {import('vite').Rolldown.RolldownMagicString} MagicString */
/** @import { ESTree } from 'vite' */
/** @typedef {{ start: number, end: number }} Range */

// A script of another origin that was loaded without CORS resolves `import('./x')` against about:blank, hence the absolute URL.
// The page may own an element named "currentScript", hence the check: its `src` must not become the place we load code from.
// Run as a module there is no current script, and a relative URL works.
// What stops Lit (a Trusted Types policy, a patched built-in) stops us, and nothing else: the page's own HTML stays.
const prelude = `(() => { try {
const $script = document.currentScript;
const $base = $script instanceof HTMLScriptElement ? $script.src : "";
const $load = async (file) => (await import($base ? new URL(file, $base).href : "./" + file)).default($shared());
`;

const postlude = `
} catch (error) {
console.warn("[provision-embed] cannot start:", error);
} })();
`;

/** @returns {import('vite').Plugin} */
export function classicScript() {
  return {
    name: 'classic-script',
    apply: 'build',

    renderChunk: {
      // After Vite's own, so that nothing adds an import behind our back.
      order: 'post',
      handler(code, chunk, _options, { magicString }) {
        if (!magicString) throw new Error('classic-script needs rolldownOptions.experimental.nativeMagicString');
        const parts = statementsOf(this.parse(code), code);
        if (chunk.isEntry) renderEntry(magicString, parts, chunk);
        else renderLazyChunk(magicString, parts, chunk);
        return magicString;
      },
    },

    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        // Throws a SyntaxError at the place where a statement of a module is left.
        if (output.type === 'chunk' && output.isEntry) new Script(output.code, { filename: output.fileName });
      }
    },
  };
}

/**
 * @param {MagicString} edit
 * @param {Statements} parts
 * @param {RenderedChunk} chunk
 */
function renderEntry(edit, { imports, exported, lazy }, chunk) {
  if (imports.length > 0) throw new Error(`${chunk.fileName} imports ${imports.map(({ from }) => from).join(', ')}`);
  for (const { range, file } of lazy) edit.update(range.start, range.end, `$load(${JSON.stringify(file.slice(2))})`);
  for (const { range } of exported) edit.remove(range.start, range.end);
  edit.prepend(prelude);
  edit.append(`\nconst $shared = () => ${objectOf(exported)};\n${postlude}`);
}

/**
 * @param {MagicString} edit
 * @param {Statements} parts
 * @param {RenderedChunk} chunk
 */
function renderLazyChunk(edit, { imports, exported, lazy }, chunk) {
  let head = '';
  let unpack = '';
  for (const [index, { range, from, names }] of imports.entries()) {
    const isEntry = from.startsWith('../');
    if (!isEntry) head += `import $chunk${index} from ${JSON.stringify(from)};\n`;
    unpack += `const ${names} = ${isEntry ? '$shared' : `$chunk${index}($shared)`};\n`;
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
 * @property {{ range: Range, from: string, names: string }[]} imports  `names` is an object pattern: `{ n: html }`
 * @property {{ range: Range, names: string[] }[]} exported  each name is a member of an object: `n: html`
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
        specifier.type === 'ImportSpecifier' ? `${nameOf(specifier.imported)}: ${specifier.local.name}` : refuse(node),
      );
      parts.imports.push({ range: node, from: node.source.value, names: `{ ${names.join(', ')} }` });
    },
    ExportNamedDeclaration(node) {
      if (node.source || node.declaration) refuse(node);
      const names = node.specifiers.map(({ exported, local }) => `${nameOf(exported)}: ${nameOf(local)}`);
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

/** @param {Statements['exported']} exported */
const objectOf = (exported) => `({ ${exported.flatMap(({ names }) => names).join(', ')} })`;
