/** The builder's state. It is kept in the page's URL, so that a link restores everything. */
import {
  cmsNames,
  colourSchemes,
  embedForms,
  embedLayouts,
  embedModes,
  embedSections,
} from '../../src/snippets/index.js';
import type { CmsName, ColourScheme, EmbedForm, EmbedLayout, EmbedMode } from '../../src/snippets/index.js';
import { languages, themes } from './themes.js';

export const views = ['card', 'plain', 'rss', 'email'] as const;
export type ViewName = (typeof views)[number];
export const widths = ['320', '375', '640', '1100'] as const;
export type Width = (typeof widths)[number];

export interface State {
  /** URL of the feed; empty for the sample. */
  readonly feed: string;
  /** Whether the feed is a local file, which the URL cannot hold. */
  readonly file: boolean;
  /** Whether the feed is from a spreadsheet, which the URL cannot hold. */
  readonly sheet: boolean;
  /** Title of the feed from a spreadsheet. */
  readonly title: string;
  /** Language of the analyst's text in a spreadsheet; empty means English. */
  readonly written: string;
  readonly record: string;
  readonly layout: EmbedLayout;
  /** Empty means the layout's own sections. */
  readonly sections: readonly string[];
  readonly theme: string;
  readonly colours: ColourScheme | '';
  readonly lang: string;
  readonly mode: EmbedMode;
  readonly level: '2' | '3' | '4' | '5' | '6';
  readonly cms: CmsName;
  /** Empty means the advised form. */
  readonly form: EmbedForm | '';
  /** Whether the snippet includes the script; empty means as advised. */
  readonly script: 'with' | 'without' | '';
  /** Base URL of the published site, when the record's URL does not reveal it. */
  readonly base: string;
  /** URL of the feed for readers, when it differs from the one that was read. */
  readonly source: string;
  readonly view: ViewName;
  readonly width: Width;
  readonly scheme: ColourScheme;
}

export const initial: State = {
  feed: '',
  file: false,
  sheet: false,
  title: '',
  written: '',
  record: '',
  layout: 'article',
  sections: [],
  theme: themes[0].id,
  colours: '',
  lang: '',
  mode: 'pinned',
  level: '3',
  cms: 'html',
  form: '',
  script: '',
  base: '',
  source: '',
  view: 'card',
  // On a phone, a scaled-down article column would be too small to read.
  width: matchMedia('(max-width: 45em)').matches ? '320' : '640',
  scheme: 'light',
};

/** Allowed values of the members that are limited to a list. */
const known: { readonly [K in keyof State]?: readonly string[] } = {
  layout: embedLayouts,
  theme: themes.map(({ id }) => id),
  colours: colourSchemes,
  lang: languages.map(([tag]) => tag),
  written: languages.map(([tag]) => tag),
  mode: embedModes,
  level: ['2', '3', '4', '5', '6'],
  cms: cmsNames,
  form: embedForms,
  script: ['with', 'without'],
  view: views,
  width: widths,
  scheme: colourSchemes,
};

/** Reads the state from a URL's query. Missing and invalid values get their defaults. */
export function readState(search: string): State {
  const query = new URLSearchParams(search);
  const entries = Object.entries(initial).map(([name, usual]: [string, unknown]) => {
    const value = query.get(name);
    if (value === null) return [name, usual];
    if (name === 'file' || name === 'sheet') return [name, value === '1'];
    if (name === 'sections') {
      const wanted = new Set(value.split(/[\s,]+/));
      return [name, [...wanted].filter((section) => (embedSections as readonly string[]).includes(section))];
    }
    const allowed = known[name as keyof State];
    return [name, !allowed || allowed.includes(value) ? value : usual];
  });
  return Object.fromEntries(entries) as State;
}

/** Writes the state as a query, without default values. */
export function writeState(state: State): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    const text = Array.isArray(value) ? value.join(' ') : value === true ? '1' : String(value || '');
    if (text !== '' && value !== initial[name as keyof State]) query.set(name, text);
  }
  // These characters are valid in a query and easier to read unescaped.
  const written = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written && `?${written}`;
}
