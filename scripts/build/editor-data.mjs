// @ts-check
/** Writes VS Code's custom data, `dist/vscode.html-custom-data.json` and `dist/vscode.css-custom-data.json`, from the manifest. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { elementsOfManifest, oneLine, tokensOfManifest, valuesOf } from './manifest.mjs';

write('html', {
  tags: elementsOfManifest().map(({ tag, declaration: { summary, attributes = [] } }) => ({
    name: tag,
    description: oneLine(summary),
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: oneLine(attribute.description),
      values: valuesOf(attribute).map((name) => ({ name })),
    })),
  })),
});
write('css', {
  properties: tokensOfManifest().map(({ name, description, default: value }) => ({
    name,
    description: `${oneLine(description)} Default: ${value}`,
  })),
});

/**
 * @param {'html' | 'css'} language
 * @param {object} data
 */
function write(language, data) {
  const file = join(root, 'dist', `vscode.${language}-custom-data.json`);
  writeFileSync(file, `${JSON.stringify({ version: 1.1, ...data }, null, 2)}\n`);
}
