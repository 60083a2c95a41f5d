/** Checks whether an article already states that its record was corrected or withdrawn, as our snippets do. */
import { publishedWords } from '../i18n/published.js';
import { textIn } from '../provision/quotation/markup-node.js';
import type { PageNode } from './page-node.js';

/** Returns whether the text around an embed contains our sentence about the record's status, in a locale that the snippet may use. */
export async function mentionsStatus(
  node: PageNode,
  status: 'corrected' | 'withdrawn',
  languages: readonly (string | undefined)[],
): Promise<boolean> {
  // The e-mail and Markdown forms have the sentence in the paragraph after the quotation.
  const said = textIn(node) + textIn(node.sibling(1) ?? node);
  for (const language of new Set([...languages, 'en'])) {
    const { words } = await publishedWords(language, undefined);
    if (said.includes(words[status])) return true;
  }
  return false;
}
