import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Gravidade: ${label}`,
    sourceCaptured: (source, date) => `${source}, captura de ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Registro',
    quoted: (words) => `“${words}”`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Antes',
    after: 'Depois',
    effective: (date) => `Em vigor a partir de ${date}`,
    wholeRecord: 'Registro completo',
    machineReadable: 'Este registro em forma de dados',
  },
};
