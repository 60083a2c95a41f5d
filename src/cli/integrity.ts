import { readFile } from 'node:fs/promises';

/**
 * Returns the integrity hash of this version's script, from the file next to the published command; undefined when that file is missing.
 */
export async function publicIntegrity(): Promise<string | undefined> {
  try {
    const text = await readFile(new URL('../integrity.json', import.meta.url), 'utf8');
    const { files } = JSON.parse(text) as { readonly files: Readonly<Record<string, string>> };
    return files['provision-embed.js'];
  } catch {
    return undefined;
  }
}
