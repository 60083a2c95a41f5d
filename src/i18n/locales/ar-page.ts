import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `الخطورة: ${label}`,
    sourceCaptured: (source, date) => `${source}، حُفظ في ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'السجل',
    quoted: (words) => `«${words}»`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'قبل',
    after: 'بعد',
    effective: (date) => `يسري اعتبارًا من ${date}`,
    wholeRecord: 'السجل الكامل',
    machineReadable: 'هذا السجل كبيانات',
  },
};
