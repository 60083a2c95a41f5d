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
    before: 'Voor de wijziging',
    after: 'Na de wijziging',
    effective: (date) => `Van kracht vanaf ${date}`,
    wholeRecord: 'Hele vermelding',
    machineReadable: 'Deze vermelding als data',
  },
};
