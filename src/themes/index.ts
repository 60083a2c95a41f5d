/**
 * The preset themes: style sheets with custom properties only, `provision-embed/themes/NAME.css`, next to the script in
 * `themes/`. A page links one and puts its class on `<html>`, on an article or on one embed. A property that the page
 * sets closer to the embed takes precedence.
 */
export interface Theme {
  /** Name of the file, without `.css`. */
  readonly name: string;
  /** Display name, in English. */
  readonly title: string;
  /** The class that has the theme's custom properties. */
  readonly className: string;
  /** One line about its appearance, in English. */
  readonly description: string;
}

function theme<Name extends string>(name: Name, title: string, description: string): Theme & { readonly name: Name } {
  return { name, title, className: `provision-theme-${name}`, description };
}

/**
 * All presets. Tests check their contrast in both colour schemes: text 4.5:1, borders, shapes and focus 3:1 (WCAG 2.2,
 * 1.4.3 and 1.4.11).
 */
export const themes = [
  theme('broadsheet', 'Broadsheet', 'Old-style serifs on warm paper, hairlines, one deep red.'),
  theme('tabloid', 'Tabloid', 'Narrow bold headlines, black on white, thick red rules.'),
  theme('magazine', 'Magazine', 'A tinted page with wide margins, round corners and plum.'),
  theme('wire', 'Wire', 'Cool and close set, with labels in a typewriter’s letters.'),
  theme('government', 'Government', 'One plain sans, blue, two-pixel lines.'),
  theme('high-contrast', 'High contrast', 'Black and white, thick lines, every text at 7:1 and more.'),
] as const;

export type ThemeName = (typeof themes)[number]['name'];
