import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'it',
  colon: ': ',
  severity: 'Gravità',
  confidence: 'Certezza',
  basis: 'Fondamento',
  untitled: 'Clausola',
  why: 'Perché è importante',
  impact: 'Che cosa comporta per gli utenti',
  clause: 'Che cosa dice il documento',
  comparison: 'Come si regolano le altre piattaforme',
  unnamedPlatform: 'Piattaforma senza nome',
  excerptCut: 'Estratto troncato',
  weakMatch: 'Corrispondenza approssimativa',
  rowsShown: (shown, total) =>
    shown.plural({
      one: `${shown.n} mostrata su ${total.n}`,
      other: `${shown.n} mostrate su ${total.n}`,
    }),
  platforms: ({ n, plural }, total) =>
    total
      ? plural({ one: `${n} piattaforma su ${total.n}`, other: `${n} piattaforme su ${total.n}` })
      : plural({ one: `${n} piattaforma`, other: `${n} piattaforme` }),
  allRows: (count) => (count ? `Mostra tutte le ${count.n} piattaforme` : 'Mostra tutte le piattaforme'),
  captured: (date) => `Acquisizione: ${date}`,
  lastUpdated: (date) => `Ultimo aggiornamento del documento: ${date}`,
  from: (source) => `Fonte: ${source}`,
  analysisBy: (names) => `Analisi: ${names}`,
  dataFrom: (source) => `Dati: ${source}`,
  record: (id) => `Scheda ${id}`,
  fullRecord: 'Link permanente',
  corrected: 'Questa scheda è stata corretta.',
  withdrawn: 'Questa scheda è stata ritirata.',
  note: 'Nota della redazione',
  methodology: 'Come nascono le valutazioni',
  showRecord: 'Mostra la scheda completa',
  cite: 'Cita',
  share: 'Condividi',
  print: 'Stampa',
  verify: 'Controlla le prove',
  failed: 'L’operazione non è riuscita.',
  showAll: 'Mostra tutto',
  showLess: 'Mostra meno',
  readClause: 'Leggi tutta la clausola',
  excerpt: 'Estratto',
  unavailable: 'Non è stato possibile caricare questa scheda.',
  openSource: 'Apri la fonte',
  source: 'Vedi nel documento',
  archivedCopy: 'Copia archiviata',
  unchecked: 'Modifiche dopo la pubblicazione non verificate',
};

export const loadMore = () => import('./it-more.js');
