// @ts-check
/** Describes the public API of the build: the package's entries with the declarations behind them, the elements, and the feed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { elementsOfManifest } from '../../scripts/build/manifest.mjs';
import { root } from '../../scripts/run.mjs';

/** @returns {string} Markdown */
export function apiReport() {
  return `# The public surface

Written by \`npm run api\`. What changes here is said in CHANGELOG.md; what goes, or means something else, asks for a new major version (before
1.0: minor version).

## Entries

${entries()}

${declarations()}
## Elements

${elements()}
## The feed

${format()}`;
}

/** @returns {{ exports: Record<string, string | null | { types: string, default: string }> }} */
const packageJson = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function entries() {
  return Object.entries(packageJson().exports)
    .map(([name, target]) => `- \`${name}\`${target === null ? ' (closed)' : ''}`)
    .join('\n');
}

/** Entries whose declarations are not those of another, or said of the elements below. */
const described = ['.', './feed', './import', './publish', './themes'];

function declarations() {
  const files = described.map((name) => {
    const target = packageJson().exports[name];
    return join(root, typeof target === 'object' && target ? target.types : '');
  });
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  });
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter({ removeComments: true });
  /** @type {Set<ts.Symbol>} */
  const told = new Set();

  /** @param {ts.Symbol} symbol */
  const target = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

  /** @param {ts.Symbol} symbol @returns {string} */
  const tell = (symbol) => {
    told.add(symbol);
    return (symbol.declarations ?? [])
      .map((declaration) => {
        const statement = ts.findAncestor(declaration, (node) => ts.isStatement(node)) ?? declaration;
        const shown = ts.isClassDeclaration(statement) ? withoutInner(statement) : statement;
        return printer.printNode(ts.EmitHint.Unspecified, shown, declaration.getSourceFile());
      })
      .join('\n');
  };

  const parts = described.map((name, index) => {
    const file = program.getSourceFile(files[index] ?? '');
    const symbol = file && checker.getSymbolAtLocation(file);
    if (!symbol) throw new Error(`${name} has no declarations`);
    const exported = checker.getExportsOfModule(symbol).sort((one, other) => (one.name < other.name ? -1 : 1));
    const lines = exported.map((one) => {
      const meant = target(one);
      if (told.has(meant)) return `// ${one.name}: as above`;
      return `${one.name === meant.name ? '' : `// as ${one.name}\n`}${tell(meant)}`;
    });
    // Several names may come of one statement.
    return `## provision-embed${name.slice(1)}\n\n\`\`\`ts\n${[...new Set(lines)].join('\n')}\n\`\`\`\n`;
  });

  return parts.join('\n');
}

/**
 * A class as it is seen from outside; what Lit is told about an element is nobody else's.
 * @param {ts.ClassDeclaration} shown
 */
function withoutInner(shown) {
  const inner = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const members = shown.members.filter(
    (member) =>
      !(ts.getCombinedModifierFlags(member) & inner) &&
      !ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal') &&
      !/^(?:#private|styles|properties)$/.test(member.name?.getText() ?? ''),
  );
  const { modifiers, name, typeParameters, heritageClauses } = shown;
  return ts.factory.updateClassDeclaration(shown, modifiers, name, typeParameters, heritageClauses, members);
}

/** Every member of the format, by its place. */
function format() {
  /** @typedef {{ type?: string | string[], enum?: unknown[], const?: unknown, required?: string[], properties?: Record<string, Schema>, items?: Schema, $ref?: string, anyOf?: Schema[], additionalProperties?: Schema | boolean }} Schema */
  /** @type {Schema & { $defs?: Record<string, Schema> }} */
  const schema = JSON.parse(readFileSync(join(root, 'dist/feed.schema.json'), 'utf8'));
  /** @type {string[]} */
  const lines = [];
  /** @param {Schema} at @param {string} path */
  const walk = (at, path) => {
    // Skip the alternative `nothing`, because the parser accepts an empty value for every member.
    const meant = at.anyOf?.filter((one) => one.$ref !== '#/$defs/nothing') ?? [];
    if (meant.length > 0) {
      for (const one of meant) walk(one, path);
      return;
    }
    const { type, enum: values, properties = {}, items, $ref, required = [] } = at;
    const kind = values?.map((one) => JSON.stringify(one)).join(' | ') ?? $ref ?? [type ?? 'any'].flat().join(' | ');
    if (path !== '') lines.push(`${path}: ${kind}`);
    for (const [name, below] of Object.entries(properties))
      walk(below, `${path}/${name}${required.includes(name) ? '' : '?'}`);
    if (items) walk(items, `${path}[]`);
  };
  walk(schema, '');
  for (const [name, below] of Object.entries(schema.$defs ?? {})) walk(below, name);
  return `\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;
}

function elements() {
  return elementsOfManifest()
    .map(({ tag, declaration }) => {
      const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = declaration;
      const fields = members.flatMap((one) =>
        one.kind === 'field' && !('attribute' in one) ? [`- property \`${one.name}: ${one.type?.text}\``] : [],
      );
      const methods = members.flatMap((one) =>
        one.kind === 'method' ? [`- method \`${one.name}(): ${one.return?.type?.text}\``] : [],
      );
      return [
        `### \`<${tag}>\`\n`,
        ...attributes.map(({ name, type }) => `- attribute \`${name}: ${type?.text}\``),
        ...fields,
        ...methods,
        ...events.map(({ name, type }) => `- event \`${name}: ${type?.text}\``),
        ...slots.map(({ name }) => `- slot \`${name || '(default)'}\``),
        `- parts ${cssParts.map(({ name }) => `\`${name}\``).join(' ')}`,
        `- tokens ${cssProperties.map(({ name }) => `\`${name}\``).join(' ')}`,
        '',
      ].join('\n');
    })
    .join('\n');
}
