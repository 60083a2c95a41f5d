import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Gravedad: ${label}`,
    sourceCaptured: (source, date) => `${source}, captura del ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Ficha',
    quoted: (words) => `«${words}»`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Antes',
    after: 'Después',
    effective: (date) => `En vigor a partir del ${date}`,
    wholeRecord: 'Ficha completa',
    machineReadable: 'Esta ficha en forma de datos',
  },
};
