import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Ciddiyet: ${label}`,
    sourceCaptured: (source, date) => `${source}, ${date} tarihinde alındı`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Kayıt',
    quoted: (words) => `“${words}”`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Önce',
    after: 'Sonra',
    effective: (date) => `${date} tarihinden itibaren yürürlükte`,
    wholeRecord: 'Kaydın tamamı',
    machineReadable: 'Veri olarak bu kayıt',
  },
};
