import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Gravità: ${label}`,
    sourceCaptured: (source, date) => `${source}, versione acquisita in data ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Scheda',
    quoted: (words) => `«${words}»`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Prima',
    after: 'Dopo',
    effective: (date) => `Entrata in vigore: ${date}`,
    wholeRecord: 'Scheda completa',
    machineReadable: 'Questa scheda in forma di dati',
  },
};
