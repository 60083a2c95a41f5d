/** Themes and languages of the builder, taken from the library. */
import { languageTags, ownNameOf } from '../../src/i18n/tags.js';
import { themes as presets } from '../../src/themes/index.js';

export interface Theme {
  /** Value in the builder's URL. */
  readonly id: string;
  readonly label: string;
  /** Attributes of the embed: `class`, `id`, `part` or `data-…` (see `EmbedOptions.theme`). */
  readonly attributes: Readonly<Record<string, string>>;
  /** Style sheet for these attributes, relative to the script. */
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

/** Languages of the interface messages. */
export const languages: readonly (readonly [tag: string, label: string])[] = [
  ['', 'The page’s language'],
  ...languageTags.map((tag) => [tag, ownNameOf(tag)] as const),
];
