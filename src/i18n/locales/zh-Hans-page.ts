import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `严重程度：${label}`,
    sourceCaptured: (source, date) => `${source}，采集于 ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: '记录',
    quoted: (words) => `“${words}”`,
    sentence: (words) => `${words}。`,
  },
  page: {
    before: '变更前',
    after: '变更后',
    effective: (date) => `自 ${date} 起生效`,
    wholeRecord: '完整记录',
    machineReadable: '本记录的数据',
  },
};
