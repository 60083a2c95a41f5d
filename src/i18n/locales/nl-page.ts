import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Ernst: ${label}`,
    sourceCaptured: (source, date) => `${source}, vastgelegd op ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Vermelding',
    quoted: (words) => `‘${words}’`,
    sentence: (words) => `${words}.`,
  },
  page: {
    changeKinds: {
      substantive: 'Inhoudelijke wijziging',
      cosmetic: 'Alleen typografie',
      'regional-variant': 'Versie voor een andere regio',
      analysis: 'Wijziging van de analyse',
    },
    before: 'Voor de wijziging',
    after: 'Na de wijziging',
    effective: (date) => `Van kracht vanaf ${date}`,
    wholeRecord: 'Hele vermelding',
    machineReadable: 'Deze vermelding als data',
  },
};
