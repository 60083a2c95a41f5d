import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `深刻度：${label}`,
    sourceCaptured: (source, date) => `${source}、${date}に取得`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: '記録',
    quoted: (words) => `「${words}」`,
    sentence: (words) => `${words}。`,
  },
  page: {
    before: '変更前',
    after: '変更後',
    effective: (date) => `${date}発効`,
    wholeRecord: '記録の全体',
    machineReadable: 'この記録のデータ',
  },
};
