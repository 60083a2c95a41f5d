import { readFile } from 'node:fs/promises';

/** The hash of this version's script, which stands beside the published command; undefined where there is none. */
export async function publicIntegrity(): Promise<string | undefined> {
  try {
    const text = await readFile(new URL('../integrity.json', import.meta.url), 'utf8');
    const { files } = JSON.parse(text) as { readonly files: Readonly<Record<string, string>> };
    return files['provision-embed.js'];
  } catch {
    return undefined;
  }
}
