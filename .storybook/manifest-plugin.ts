import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import type { Plugin } from 'vite';

const name = 'virtual:custom-elements-manifest';

/** Makes the custom elements manifest of the current sources importable, so that the docs are never older than the elements. */
export function manifestPlugin(root: string): Plugin {
  return {
    name: 'custom-elements-manifest',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const manifest = await analyze({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
      return `export default ${JSON.stringify(manifest)}`;
    },
  };
}
