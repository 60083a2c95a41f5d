import type { ProvisionDetails } from '../feed/types.js';

export type Regulation = NonNullable<ProvisionDetails['regulations']>[number];

/** The regulations of one jurisdiction, in the feed's order. */
export interface RegulationGroup {
  /**
   * All spellings of this jurisdiction in the feed, in order of first appearance ("European Union", "EU"); its code
   * where it has no label. Empty for regulations without a jurisdiction.
   */
  readonly labels: readonly string[];
  readonly regulations: readonly Regulation[];
}

/** The regulations of a record by jurisdiction. */
export interface GroupedRegulations {
  /** Number of regulations in the feed, including duplicates. */
  readonly count: number;
  readonly groups: readonly RegulationGroup[];
}

/** ISO 3166-2:US: the states, and the District. Feeds have not yet spelled parts of other countries in two ways. */
const states =
  'al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,de delaware,' +
  'dc district of columbia,fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,ks kansas,' +
  'ky kentucky,la louisiana,me maine,md maryland,ma massachusetts,mi michigan,mn minnesota,ms mississippi,' +
  'mo missouri,mt montana,ne nebraska,nv nevada,nh new hampshire,nj new jersey,nm new mexico,ny new york,' +
  'nc north carolina,nd north dakota,oh ohio,ok oklahoma,or oregon,pa pennsylvania,ri rhode island,' +
  'sc south carolina,sd south dakota,tn tennessee,tx texas,ut utah,vt vermont,va virginia,wa washington,' +
  'wv west virginia,wi wisconsin,wy wyoming';

/** Returns the name of a US state by its code or name, both in lower case. */
function stateName(text: string): string | undefined {
  const state = states.split(',').find((entry) => entry.slice(0, 2) === text || entry.slice(3) === text);
  return state?.slice(3);
}

/**
 * Returns the key that identifies a jurisdiction; it is never shown. Only unambiguous text is normalised: as a `code`,
 * "CA" is Canada (ISO 3166-1); as a label it may be California, so that only four two-letter labels are recognised.
 */
function key({ label = '', code }: NonNullable<Regulation['jurisdiction']>): string {
  const text = (code ?? label)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if ((code === undefined ? /^(eu|us|uk|gb)$/ : /^[a-z]{2}$/).test(text)) {
    const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(text.toUpperCase());
    return name?.toLowerCase() ?? text;
  }
  const country = text.replace(/\b(usa?|united states( of america)?)\b/, 'united states');
  // "US-CO", "Colorado, USA", "United States Federal".
  const part = country.replace('united states', '').trim();
  if (part === country) {
    // Georgia is a country too.
    return text !== 'georgia' && stateName(text) ? `${text} us` : text;
  }
  if (part === '' || part === 'federal') return 'united states';
  const state = stateName(part);
  return state ? `${state} us` : country;
}

/**
 * Groups regulations by jurisdiction, in order of first appearance. "EU" and "European Union" are one group. Keeps
 * every regulation and its label, and does not sort.
 */
export function groupRegulations(regulations: readonly Regulation[] = []): GroupedRegulations {
  const groups = new Map<string | undefined, { labels: string[]; regulations: Regulation[] }>();
  for (const regulation of regulations) {
    const { jurisdiction } = regulation;
    const name = jurisdiction && key(jurisdiction);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { labels: [], regulations: [] }));
    const label = jurisdiction?.label ?? jurisdiction?.code;
    if (label !== undefined && !group.labels.includes(label)) group.labels.push(label);
    group.regulations.push(regulation);
  }
  return { count: regulations.length, groups: [...groups.values()] };
}
