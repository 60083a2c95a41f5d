import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `गंभीरता: ${label}`,
    sourceCaptured: (source, date) => `${source}, ${date} को सहेजा गया`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'रिकॉर्ड',
    quoted: (words) => `“${words}”`,
    sentence: (words) => `${words}।`,
  },
  page: {
    before: 'पहले',
    after: 'बाद में',
    effective: (date) => `${date} से लागू`,
    wholeRecord: 'पूरा रिकॉर्ड',
    machineReadable: 'यह रिकॉर्ड डेटा के रूप में',
  },
};
