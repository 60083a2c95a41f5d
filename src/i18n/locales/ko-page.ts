import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `심각도: ${label}`,
    sourceCaptured: (source, date) => `${source}, ${date} 수집`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: '기록',
    quoted: (words) => `“${words}”`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: '변경 전',
    after: '변경 후',
    effective: (date) => `${date} 시행`,
    wholeRecord: '전체 기록',
    machineReadable: '이 기록의 데이터',
  },
};
