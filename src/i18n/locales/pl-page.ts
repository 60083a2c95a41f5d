import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Dotkliwość: ${label}`,
    sourceCaptured: (source, date) => `${source}, zapisano ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Wpis',
    quoted: (words) => `„${words}”`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Przed zmianą',
    after: 'Po zmianie',
    effective: (date) => `Obowiązuje od ${date}`,
    wholeRecord: 'Cały wpis',
    machineReadable: 'Ten wpis jako dane',
  },
};
