/** A record with variations. Platform and text are invented, as in the demo's feed. */
import type { Provision, ProvisionDetails } from '../src/index.js';

/** Members that are `undefined` are left out, as in a feed. */
type Vary<T> = { readonly [K in keyof T]?: T[K] | undefined };

const item: Omit<Provision, '_provision'> = {
  id: 'DEMO-1',
  url: 'https://records.example/DEMO-1',
  title: 'Playlists that stay public after the account is gone',
  content_text: 'Harkwell keeps shared playlists, and the name they were shared under, when an account is deleted.',
  language: 'en',
  authors: [{ name: 'The Courier’s data desk' }],
};

const details: ProvisionDetails = {
  platform: { name: 'Harkwell' },
  document: { title: 'Listener Terms', url: 'https://harkwell.example/terms', last_updated: '2026-02-01' },
  severity: { level: 'medium', label: 'Medium', text: 'The name can be changed before the account is deleted.' },
  confidence: { level: 'high', label: 'High' },
  why_it_matters: 'A playlist can say more about its maker than a profile does.',
  consumer_impact: 'Make playlists private, or rename yourself, before you delete the account.',
  clauses: [
    {
      text: 'Playlists that you have shared remain available to others under the name shown on them, also after you have deleted your account.',
      language: 'en',
      attribution: 'Harkwell, Listener Terms, section 7',
    },
  ],
  notices: { disclaimer: 'An editor’s reading of the terms, and no legal advice.' },
};

/** Returns the record with members of `_provision` and of the item replaced, or removed with `undefined`. */
export function provision(
  ownDetails: Vary<ProvisionDetails> = {},
  own: Vary<Omit<Provision, '_provision'>> = {},
): object {
  return { ...item, ...own, _provision: { ...details, ...ownDetails } };
}

/** Returns filler sentences of at least `length` characters. */
export function words(length: number): string {
  const sentence = 'A further copy is kept wherever a copy was kept before, for as long as that copy is kept. ';
  return sentence.repeat(Math.ceil(length / sentence.length)).trim();
}
