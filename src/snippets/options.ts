import { language } from '../feed/scalars.js';
import { recordSections } from '../provision/record-sections.js';
import { version } from '../version.js';
import { EmbedError } from './error.js';
import { address } from './source.js';

export const embedLayouts = ['compact', 'article', 'full'] as const;
export type EmbedLayout = (typeof embedLayouts)[number];

export const embedModes = ['pinned', 'live'] as const;
export type EmbedMode = (typeof embedModes)[number];

/** The sections that a card can show, in the order of the complete record. `promotions` appear only when a page names them. */
export const embedSections = [...recordSections, 'promotions'] as const;
export type EmbedSection = (typeof embedSections)[number];

/** Options of an embed. All are optional. */
export interface EmbedOptions {
  /** How much of the record is shown (default `article`). */
  readonly layout?: EmbedLayout | undefined;
  /** Names of the sections to show, in this order (default: the layout's). */
  readonly sections?: readonly string[] | undefined;
  /** `pinned` (default) shows the published wording, `live` the current record. */
  readonly mode?: EmbedMode | undefined;
  /** BCP 47 tag of the interface language in the snippet (default: the record's language) and in the element (default: the page's). */
  readonly lang?: string | undefined;
  /** Level of the element's heading in the article, 2 to 6 (default 3). */
  readonly headingLevel?: number | undefined;
  /** Theme attributes for the site's style sheet: `class`, `id`, `part` and `data-…`. Inline styles are not allowed. */
  readonly theme?: Readonly<Record<string, string>> | undefined;
  /** URL of `provision-embed.js`; `false` when the site's template has it already (default: this version from a public CDN). */
  readonly script?: string | false | undefined;
  /** Subresource integrity of the script: `sha384-…`. */
  readonly integrity?: string | undefined;
  /** Width of an iframe in pixels (default: 100%). The default height depends on the length of the record. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Default URL of the script: this exact version. */
export const publicScript = `https://cdn.jsdelivr.net/npm/provision-embed@${version}/dist/provision-embed.js`;

/** Checked options. Values that equal the default are undefined, so that they are left out of the snippet. */
export interface CheckedOptions {
  readonly layout: string | undefined;
  readonly sections: string | undefined;
  readonly mode: string | undefined;
  readonly lang: string | undefined;
  readonly headingLevel: number | undefined;
  readonly theme: Readonly<Record<string, string>>;
  readonly script: string | undefined;
  readonly integrity: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Checks the options. Throws an `EmbedError` that names the invalid option. */
export function checkedOptions(options: EmbedOptions): CheckedOptions {
  const { layout, sections, mode, lang, headingLevel, theme = {}, script = publicScript, integrity } = options;
  const tag = lang === undefined ? undefined : language(lang);
  check(layout === undefined || embedLayouts.includes(layout), `layout: ${embedLayouts.join(', ')}`);
  check(mode === undefined || embedModes.includes(mode), `mode: ${embedModes.join(', ')}`);
  check(sections?.every((section) => /^[a-z]+(?:-[a-z]+)*$/.test(section)) ?? true, 'sections: names of sections');
  check(lang === undefined || tag !== undefined, 'lang: a BCP 47 language tag');
  check(headingLevel === undefined || [2, 3, 4, 5, 6].includes(headingLevel), 'heading level: 2 to 6');
  check(integrity === undefined || /^sha(?:256|384|512)-[\w+/]+={0,2}$/.test(integrity), 'integrity: sha384-…');
  for (const name of Object.keys(theme)) {
    check(
      /^(?:class|id|part|data-[a-z\d]+(?:-[a-z\d]+)*)$/.test(name) && !ours.has(name),
      `theme attribute "${name}": class, id, part or data-…`,
    );
  }
  for (const size of [options.width, options.height]) {
    check(size === undefined || (Number.isInteger(size) && size > 0 && size <= 10_000), 'width, height: pixels');
  }
  return {
    layout: layout === 'article' ? undefined : layout,
    sections: sections?.length ? sections.join(' ') : undefined,
    mode: mode === 'pinned' ? undefined : mode,
    lang: tag,
    headingLevel: headingLevel === 3 ? undefined : headingLevel,
    theme,
    script: script === false ? undefined : address(script, 'script'),
    integrity: script === false ? undefined : integrity,
    width: options.width,
    height: options.height,
  };
}

/** `data-` attributes that the quotation sets itself. */
const ours = new Set(
  ['src', 'record', 'sha256', 'layout', 'sections', 'mode', 'lang', 'heading-level'].map((name) => `data-${name}`),
);

function check(ok: boolean, expected: string): void {
  if (!ok) throw new EmbedError(`Not a valid ${expected}`);
}
