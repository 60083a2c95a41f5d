import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Gravité\u00a0: ${label}`,
    sourceCaptured: (source, date) => `${source}, capture du ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Fiche',
    quoted: (words) => `«\u00a0${words}\u00a0»`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Avant',
    after: 'Après',
    effective: (date) => `En vigueur à compter du ${date}`,
    wholeRecord: 'Fiche complète',
    machineReadable: 'Cette fiche sous forme de données',
  },
};
