import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'de',
  colon: ': ',
  severity: 'Schwere',
  confidence: 'Sicherheit',
  basis: 'Grundlage',
  untitled: 'Klausel',
  why: 'Warum das wichtig ist',
  impact: 'Was das für Sie bedeutet',
  clause: 'Was im Dokument steht',
  comparison: 'Wie andere Plattformen das handhaben',
  unnamedPlatform: 'Plattform ohne Namen',
  excerptCut: 'Auszug gekürzt',
  weakMatch: 'Entspricht nur ungefähr',
  rowsShown: (shown, total) => `${shown.n} von ${total.n} angezeigt`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({ one: `${n} von ${total.n} Plattform`, other: `${n} von ${total.n} Plattformen` })
      : plural({ one: `${n} Plattform`, other: `${n} Plattformen` }),
  allRows: (count) => (count ? `Alle ${count.n} Plattformen anzeigen` : 'Alle Plattformen anzeigen'),
  captured: (date) => `Erfasst am ${date}`,
  lastUpdated: (date) => `Dokument zuletzt geändert am ${date}`,
  from: (source) => `Aus: ${source}`,
  analysisBy: (names) => `Analyse: ${names}`,
  dataFrom: (source) => `Daten: ${source}`,
  record: (id) => `Eintrag ${id}`,
  fullRecord: 'Dauerhafter Link',
  corrected: 'Dieser Eintrag wurde berichtigt.',
  withdrawn: 'Dieser Eintrag wurde zurückgezogen.',
  note: 'Anmerkung der Redaktion',
  methodology: 'Wie die Bewertungen entstehen',
  showRecord: 'Ganzen Eintrag anzeigen',
  cite: 'Zitieren',
  share: 'Teilen',
  print: 'Drucken',
  verify: 'Belege prüfen',
  failed: 'Das hat nicht funktioniert.',
  showAll: 'Alles anzeigen',
  showLess: 'Weniger anzeigen',
  unavailable: 'Dieser Eintrag konnte nicht geladen werden.',
  openSource: 'Quelle öffnen',
  source: 'Im Dokument ansehen',
  archivedCopy: 'Archivierte Kopie',
  unchecked: 'Nicht auf Änderungen seit der Veröffentlichung geprüft',
};

export const loadMore = () => import('./de-more.js');
