import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'pl',
  colon: ': ',
  severity: 'Dotkliwość',
  confidence: 'Pewność',
  basis: 'Podstawa',
  untitled: 'Klauzula',
  why: 'Dlaczego to ważne',
  impact: 'Co to oznacza dla użytkowników',
  clause: 'Co mówi dokument',
  comparison: 'Jak podchodzą do tego inne platformy',
  unnamedPlatform: 'Platforma bez nazwy',
  excerptCut: 'Fragment skrócony',
  weakMatch: 'Dopasowanie przybliżone',
  rowsShown: (shown, total) => `Pokazano ${shown.n} z ${total.n}`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({
          one: `${n} z ${total.n} platformy`,
          few: `${n} z ${total.n} platform`,
          many: `${n} z ${total.n} platform`,
          other: `${n} z ${total.n} platform`,
        })
      : plural({
          one: `${n} platforma`,
          few: `${n} platformy`,
          many: `${n} platform`,
          other: `${n} platform`,
        }),
  allRows: (count) => (count ? `Pokaż wszystkie platformy (${count.n})` : 'Pokaż wszystkie platformy'),
  captured: (date) => `Zapisano ${date}`,
  lastUpdated: (date) => `Ostatnia aktualizacja dokumentu: ${date}`,
  from: (source) => `Źródło: ${source}`,
  analysisBy: (names) => `Analiza: ${names}`,
  dataFrom: (source) => `Dane: ${source}`,
  record: (id) => `Wpis ${id}`,
  fullRecord: 'Stały link',
  corrected: 'Ten wpis został sprostowany.',
  withdrawn: 'Ten wpis został wycofany.',
  note: 'Od redakcji',
  methodology: 'Jak powstają oceny',
  showRecord: 'Pokaż cały wpis',
  cite: 'Cytuj',
  share: 'Udostępnij',
  print: 'Drukuj',
  verify: 'Sprawdź dowody',
  failed: 'Nie udało się tego wykonać.',
  showAll: 'Pokaż wszystko',
  showLess: 'Pokaż mniej',
  unavailable: 'Nie udało się wczytać tego wpisu.',
  openSource: 'Otwórz źródło',
  source: 'Zobacz w dokumencie',
  archivedCopy: 'Kopia archiwalna',
  unchecked: 'Nie sprawdzono zmian od publikacji',
};

export const loadMore = () => import('./pl-more.js');
