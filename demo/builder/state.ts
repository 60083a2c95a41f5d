/** Everything that the builder has been told, as it stands in the page's address: a link to it is the whole of it. */
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
  /** Address of the feed; empty for the sample. */
  readonly feed: string;
  /** The feed is a file, which no address can hold. */
  readonly file: boolean;
  /** The feed is made of a spreadsheet, which no address can hold either. */
  readonly sheet: boolean;
  /** Title of the feed that is made of a spreadsheet. */
  readonly title: string;
  /** Language of the analyst's words in a spreadsheet; empty: English. */
  readonly written: string;
  readonly record: string;
  readonly layout: EmbedLayout;
  /** Empty: the layout's own. */
  readonly sections: readonly string[];
  readonly theme: string;
  readonly colours: ColourScheme | '';
  readonly lang: string;
  readonly mode: EmbedMode;
  readonly level: '2' | '3' | '4' | '5' | '6';
  readonly cms: CmsName;
  /** Empty: the one that is advised. */
  readonly form: EmbedForm | '';
  /** Whether the snippet carries the script; empty: as is advised. */
  readonly script: 'with' | 'without' | '';
  /** Base URL of the published site, where the record's own address does not tell it. */
  readonly base: string;
  /** Address of the feed for readers, where it is another than the one that was read. */
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
  // On a phone an article's column would be too small to be read.
  width: matchMedia('(max-width: 45em)').matches ? '320' : '640',
  scheme: 'light',
};

/** What a member may be, where that is not just anything. */
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

/** The state that an address holds. What it does not say, or says wrongly, is as at the start. */
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

/** The address of a state; what is as at the start is left out. */
export function writeState(state: State): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    const text = Array.isArray(value) ? value.join(' ') : value === true ? '1' : String(value || '');
    if (text !== '' && value !== initial[name as keyof State]) query.set(name, text);
  }
  // These may stand in a query, and read better.
  const written = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return written && `?${written}`;
}
