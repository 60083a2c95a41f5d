/** Whether an article says itself that its record was corrected or withdrawn, as our snippets do. */
import { publishedWords } from '../i18n/published.js';
import { textIn } from '../provision/quotation/markup-node.js';
import type { PageNode } from './page-node.js';

/**
 * Whether the words around an embed have our sentence about a record's status, in one of the languages that the snippet may have been
 * made in.
 */
export async function tellsStatus(
  node: PageNode,
  status: 'corrected' | 'withdrawn',
  languages: readonly (string | undefined)[],
): Promise<boolean> {
  // Mail and Markdown have it in the paragraph behind the quotation.
  const said = textIn(node) + textIn(node.sibling(1) ?? node);
  for (const language of new Set([...languages, 'en'])) {
    const { words } = await publishedWords(language, undefined);
    if (said.includes(words[status])) return true;
  }
  return false;
}
