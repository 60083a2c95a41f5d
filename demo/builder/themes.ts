/** The themes that the builder offers. A new one is one entry here. */

export interface Theme {
  /** Stands in the builder's address. */
  readonly id: string;
  readonly label: string;
  /** What the embed carries: `class`, `id`, `part` or `data-…` (see `EmbedOptions.theme`). */
  readonly attributes: Readonly<Record<string, string>>;
  /** Address, on this server, of the style sheet that gives those attributes their meaning. */
  readonly stylesheet?: string;
}

export const themes: readonly [Theme, ...Theme[]] = [{ id: 'article', label: 'The article’s own', attributes: {} }];

/** Languages of the elements' own words. A new one is one line here. */
export const languages: readonly (readonly [tag: string, label: string])[] = [
  ['', 'The page’s language'],
  ['en', 'English'],
];
