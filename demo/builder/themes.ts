/** The themes and the languages that the builder offers. Both lists are the library's. */
import { languageTags, ownNameOf } from '../../src/i18n/tags.js';
import { themes as presets } from '../../src/themes/index.js';

export interface Theme {
  /** Stands in the builder's address. */
  readonly id: string;
  readonly label: string;
  /** What the embed carries: `class`, `id`, `part` or `data-…` (see `EmbedOptions.theme`). */
  readonly attributes: Readonly<Record<string, string>>;
  /** The style sheet that gives those attributes their meaning; its address from the script's. */
  readonly stylesheet?: string;
}

export const themes: readonly [Theme, ...Theme[]] = [
  { id: 'article', label: 'The article’s own', attributes: {} },
  ...presets.map(({ name, title, className }) => ({
    id: name,
    label: title,
    attributes: { class: className },
    stylesheet: `themes/${name}.css`,
  })),
];

/** Languages of the elements' own words. */
export const languages: readonly (readonly [tag: string, label: string])[] = [
  ['', 'The page’s language'],
  ...languageTags.map((tag) => [tag, ownNameOf(tag)] as const),
];
