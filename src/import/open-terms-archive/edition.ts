/** Detects the regions of a document's edition. A site may serve an archive's robot different editions on different days. */

/** Regions with their own editions, and the names that documents use for them. */
const regions: Readonly<Record<string, RegExp>> = {
  'the European Economic Area': /\bEuropean Economic Area\b|\bEEA\b/,
  'the European Union': /\bEuropean Union\b|\bEU\b/,
  Europe: /\bEuropean?\b(?! (?:Economic|Union|Commission|Parliament|Court))/,
  Switzerland: /\bSwitzerland\b|\bSwiss\b/,
  'the United Kingdom': /\bUnited Kingdom\b|\bUK\b|\bGreat Britain\b/,
  'the United States': /\bUnited States\b|\bUSA\b|\bU\.S\.(?:A\.)?|\bUS\b/,
  Canada: /\bCanada\b/,
  Quebec: /\bQu[eé]bec\b/,
  Australia: /\bAustralian?\b/,
  'New Zealand': /\bNew Zealand\b/,
  Japan: /\bJapan\b/,
  Korea: /\bKorean?\b/,
  Brazil: /\bBrazil(?:ian)?\b/,
  India: /\bIndian?\b/,
  China: /\bChina\b|\bChinese\b/,
  Germany: /\bGermany\b|\bGerman\b/,
  France: /\bFrance\b|\bFrench\b/,
};

/** Characters searched for the document's audience. */
const top = 5000;
const named = (text: string) => Object.keys(regions).filter((name) => regions[name]?.test(text));

/** Returns the regions that a document names in its title, or in the sentence that limits it to residents. Empty when there are none. */
export function editionOf(markdown: string): readonly string[] {
  const start = markdown
    .slice(0, top)
    .replace(/\]\([^()\s]*\)/g, ']')
    .replace(/[*_[\]\\]/g, '');
  const title = /^(?:#\s+(.+)|(.+)\r?\n=+\s*)$/m.exec(start);
  const sentences = start.split(/(?<=[.!?])\s+|\n{2,}/);
  const applies = sentences.find(
    (sentence) =>
      /\b(?:apply|applies)\b/i.test(sentence) &&
      /\b(?:terms|agreement|policy|statement|notice|document)\b/i.test(sentence) &&
      /\b(?:reside|residing|residents?|live|living|located|based)\b/i.test(sentence) &&
      !/\bdo(?:es)? not apply\b/i.test(sentence) &&
      named(sentence).length,
  );
  return [...new Set([...named(title?.[1] ?? title?.[2] ?? ''), ...named(applies ?? '')])].sort();
}
