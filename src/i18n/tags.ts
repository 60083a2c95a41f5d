/**
 * The languages that we speak, as BCP 47 tags, each in the script that its words are written in: for whoever offers a choice of
 * them. The elements do not read this list; they ask `languages.ts`, by the first part of a tag.
 */
export const languageTags = [
  'en',
  'ar',
  'de',
  'es',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'tr',
  'uk',
  'zh-Hans',
] as const;

/** What people who speak a language call it, as it stands in a list: with a capital, where its script has one. */
export function ownNameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(tag));
}
