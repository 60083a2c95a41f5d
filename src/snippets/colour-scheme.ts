/** The colours of an embed: those of the page around it, unless a page wants them otherwise. */
export const colourSchemes = ['light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

/** The attribute by which an embed asks for its colours. It carries no style: `colourSchemeStyles` is what gives it one. */
export const colourSchemeAttributes = (scheme: ColourScheme | undefined): Readonly<Record<string, string>> =>
  scheme === undefined ? {} : { 'data-color-scheme': scheme };

const colours: Readonly<Record<ColourScheme, string>> = {
  light: 'background: #fff; color: #1a1a1a',
  dark: 'background: #16181a; color: #e9ebec',
};

/** The rule for the site's style sheet that makes an embed light or dark whatever the page is. */
export function colourSchemeStyles(scheme: ColourScheme): string {
  return `[data-color-scheme="${scheme}"] {\n  color-scheme: ${scheme};\n  ${colours[scheme].replace('; ', ';\n  ')};\n  padding: 1em;\n}`;
}
