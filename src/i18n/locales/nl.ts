import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'nl',
  colon: ': ',
  severity: 'Ernst',
  confidence: 'Zekerheid',
  basis: 'Grondslag',
  untitled: 'Bepaling',
  why: 'Waarom dit belangrijk is',
  impact: 'Wat dit voor u betekent',
  clause: 'Wat er in het document staat',
  comparison: 'Hoe andere platforms dit aanpakken',
  unnamedPlatform: 'Platform zonder naam',
  excerptCut: 'Fragment ingekort',
  weakMatch: 'Gaat ongeveer over hetzelfde',
  rowsShown: (shown, total) => `${shown.n} van de ${total.n} getoond`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({ one: `${n} van ${total.n} platform`, other: `${n} van de ${total.n} platforms` })
      : plural({ one: `${n} platform`, other: `${n} platforms` }),
  allRows: (count) => (count ? `Alle ${count.n} platforms tonen` : 'Alle platforms tonen'),
  captured: (date) => `Vastgelegd op ${date}`,
  lastUpdated: (date) => `Document laatst bijgewerkt op ${date}`,
  from: (source) => `Bron: ${source}`,
  analysisBy: (names) => `Analyse: ${names}`,
  dataFrom: (source) => `Gegevens: ${source}`,
  record: (id) => `Vermelding ${id}`,
  fullRecord: 'Permanente link',
  corrected: 'Deze vermelding is gecorrigeerd.',
  withdrawn: 'Deze vermelding is ingetrokken.',
  note: 'Noot van de redactie',
  methodology: 'Hoe de beoordelingen tot stand komen',
  showRecord: 'Hele vermelding tonen',
  cite: 'Citeren',
  share: 'Delen',
  print: 'Afdrukken',
  verify: 'Bewijs controleren',
  failed: 'Dat is niet gelukt.',
  showAll: 'Alles tonen',
  showLess: 'Minder tonen',
  unavailable: 'Deze vermelding kon niet worden geladen.',
  openSource: 'Bron openen',
  source: 'In het document bekijken',
  archivedCopy: 'Gearchiveerde kopie',
  unchecked: 'Niet gecontroleerd op wijzigingen sinds publicatie',
};

export const loadMore = () => import('./nl-more.js');
