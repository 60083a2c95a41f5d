import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `חומרה: ${label}`,
    sourceCaptured: (source, date) => `${source}, נשמר ב־${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'רשומה',
    quoted: (words) => `„${words}”`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'לפני',
    after: 'אחרי',
    effective: (date) => `בתוקף מ־${date}`,
    wholeRecord: 'הרשומה המלאה',
    machineReadable: 'הרשומה כנתונים',
  },
};
