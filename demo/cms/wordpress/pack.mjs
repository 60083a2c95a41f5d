// @ts-check
/**
 * Builds the WordPress plugin with the script: `node demo/cms/wordpress/pack.mjs FOLDER` writes `FOLDER/provision-embed`. Copy that
 * folder to `wp-content/plugins`, or pack it as an archive for "Upload plugin".
 */
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

/**
 * Copies the plugin and the built script.
 *
 * @param {string} folder
 * @returns {string} the plugin's folder inside `folder`
 */
export function pack(folder) {
  if (!existsSync(join(dist, 'provision-embed.js'))) throw new Error('There is no script yet: npm run build');
  const plugin = join(folder, 'provision-embed');
  const assets = join(plugin, 'assets');
  cpSync(join(here, 'provision-embed'), plugin, { recursive: true });
  mkdirSync(join(assets, 'chunks'), { recursive: true });
  cpSync(join(dist, 'provision-embed.js'), join(assets, 'provision-embed.js'));
  for (const name of readdirSync(join(dist, 'chunks'))) {
    if (name.endsWith('.js')) cpSync(join(dist, 'chunks', name), join(assets, 'chunks', name));
  }
  return plugin;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Say where to: node demo/cms/wordpress/pack.mjs FOLDER');
  console.log(pack(folder));
}
