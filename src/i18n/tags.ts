/** The languages as a choice in a menu. The elements do not need this list: they look a language up in `languages.ts`. */
export { languageTags } from './language-tags.js';

/** Returns the name of a language in that language, as an entry of a list: with a capital letter where its script has one. */
export function ownNameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(tag));
}
