/** Scripts that run from right to left (Unicode Bidi_Class R and AL). */
const rightToLeft = new Set(
  'Adlm Arab Armi Avst Cprt Elym Hatr Hebr Hung Lydi Mand Mani Mend Merc Nbat Nkoo Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi'.split(
    ' ',
  ),
);

/** Returns the direction of a language's script; undefined without a language. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | undefined {
  if (language === undefined) return undefined;
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}
