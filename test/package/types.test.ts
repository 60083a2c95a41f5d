/** The types of the elements in the templates of each framework: a wrong template does not compile. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'test/package/types/fixtures');
const react18 = createRequire(import.meta.url)
  .resolve('types-react-18/package.json')
  .replace('/package.json', '');

/** The tsconfig.json options of a project with that framework, besides the common ones. */
const settings: Readonly<Record<string, ts.CompilerOptions>> = {
  'define.ts': {},
  'dom.ts': {},
  'preact.tsx': { jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact' },
  'react-18.tsx': {
    jsx: ts.JsxEmit.ReactJSX,
    paths: { react: [react18], 'react/jsx-runtime': [`${react18}/jsx-runtime`] },
  },
  'react.tsx': { jsx: ts.JsxEmit.ReactJSX },
  'solid.tsx': { jsx: ts.JsxEmit.Preserve, jsxImportSource: 'solid-js' },
  'svelte.ts': {},
  'vue.ts': {},
};

const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  noEmit: true,
};

const host = ts.createCompilerHost(common);
const sources = new Map<string, ts.SourceFile | undefined>();
/** Reads and parses the common files of all programs once. */
const sharing: ts.CompilerHost = {
  ...host,
  getSourceFile: (name, ...options) => {
    if (!sources.has(name)) sources.set(name, host.getSourceFile(name, ...options));
    return sources.get(name);
  },
};

/** Errors in the program and in our declarations that it uses; other people's declarations are left out. */
function complaints(file: string, own: ts.CompilerOptions): string[] {
  const program = ts.createProgram([join(folder, file)], { ...common, ...own }, sharing);
  const ours = program.getSourceFiles().filter(({ fileName }) => {
    const path = fileName.replaceAll('\\', '/');
    return path.startsWith(root.replaceAll('\\', '/')) && !path.includes('/node_modules/');
  });
  expect(ours.map(({ fileName }) => basename(fileName))).toContain('provision-element.d.ts');
  return ours
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ file: at, start = 0, messageText }) => {
      const line = at ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${basename(at?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}

it('has settings for every framework', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(settings));
});

it.each(Object.entries(settings))('compiles %s without errors', (file, own) => {
  expect(complaints(file, own)).toEqual([]);
});
