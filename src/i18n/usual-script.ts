/**
 * Whether a language tag is in the script that its language is usually written in. `zh-TW` is not: we have no words for it.
 *
 * @param tag a tag that is valid
 */
export function isUsualScript(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag).maximize();
  return script === new Intl.Locale(language).maximize().script;
}
