// @ts-check
/** What an editor offers while HTML and CSS are written: VS Code's custom data, generated from the manifest. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOfManifest, valuesOf } from './manifest.mjs';
import { root } from './run.mjs';

/** Writes `dist/vscode.html-custom-data.json` and `dist/vscode.css-custom-data.json`. */
export function writeEditorData() {
  const elements = elementsOfManifest();
  write('html', {
    tags: elements.map(({ tag, declaration: { summary, attributes = [] } }) => ({
      name: tag,
      description: oneLine(summary),
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: oneLine(attribute.description),
        values: valuesOf(attribute).map((name) => ({ name })),
      })),
    })),
  });
  const tokens = new Map(
    elements.flatMap(({ declaration }) => (declaration.cssProperties ?? []).map((token) => [token.name, token])),
  );
  write('css', {
    properties: [...tokens.values()].map(({ name, description, default: value }) => ({
      name,
      description: `${oneLine(description)} Default: ${value}`,
    })),
  });
}

/** @param {string | undefined} text */
const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

/**
 * @param {'html' | 'css'} language
 * @param {object} data
 */
function write(language, data) {
  const file = join(root, 'dist', `vscode.${language}-custom-data.json`);
  writeFileSync(file, `${JSON.stringify({ version: 1.1, ...data }, null, 2)}\n`);
}
