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
    changeKinds: {
      substantive: 'تغيير جوهري',
      cosmetic: 'تغيير شكلي فقط',
      'regional-variant': 'نسخة منطقة أخرى',
      analysis: 'تغيير في التحليل',
    },
    before: 'قبل',
    after: 'بعد',
    effective: (date) => `يسري اعتبارًا من ${date}`,
    wholeRecord: 'السجل الكامل',
    machineReadable: 'هذا السجل كبيانات',
  },
};
