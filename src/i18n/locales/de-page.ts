import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Schwere: ${label}`,
    sourceCaptured: (source, date) => `${source}, erfasst am ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Eintrag',
    quoted: (words) => `„${words}“`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Vorher',
    after: 'Nachher',
    effective: (date) => `In Kraft ab ${date}`,
    wholeRecord: 'Ganzer Eintrag',
    machineReadable: 'Dieser Eintrag als Daten',
  },
};
