import { canonical } from '../i18n/languages.js';

/**
 * Returns the language of an element: the nearest `lang` above it, through shadow roots, else the document's, else the
 * browser's. An invalid tag falls through to the next source. Never throws.
 */
export function languageOf(element: Element): string {
  let at: Element | undefined = element;
  while (at) {
    const labelled: Element | null = at.closest('[lang]');
    const tag = canonical(labelled?.getAttribute('lang'));
    if (tag !== undefined) return tag;
    at = labelled?.parentElement ?? hostOf(labelled ?? at);
  }
  return canonical(navigator.language) ?? 'en';
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
