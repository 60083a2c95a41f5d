/** Colour schemes that a page can set for an embed. By default the embed follows the page. */
export const colourSchemes = ['light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

/** Attribute that sets the colour scheme of an embed. It has no effect without the rule from `colourSchemeStyles`. */
export const colourSchemeAttributes = (scheme: ColourScheme | undefined): Readonly<Record<string, string>> =>
  scheme === undefined ? {} : { 'data-color-scheme': scheme };

const colours: Readonly<Record<ColourScheme, string>> = {
  light: 'background: #fff; color: #1a1a1a',
  dark: 'background: #16181a; color: #e9ebec',
};

/** Returns the rule for the site's style sheet that makes an embed light or dark regardless of the page. */
export function colourSchemeStyles(scheme: ColourScheme): string {
  return `[data-color-scheme="${scheme}"] {\n  color-scheme: ${scheme};\n  ${colours[scheme].replace('; ', ';\n  ')};\n  padding: 1em;\n}`;
}
