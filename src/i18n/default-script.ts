/**
 * Whether a language tag has the script that its language is written in by default. `zh-TW` does not: it is in traditional
 * characters, and our Chinese messages are in simplified ones.
 *
 * @param tag a valid BCP 47 tag
 */
export function isDefaultScript(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag).maximize();
  return script === new Intl.Locale(language).maximize().script;
}
