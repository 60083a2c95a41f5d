import type { PublishedMessages } from '../page-messages.js';

export const page: PublishedMessages = {
  embed: {
    rated: (label) => `Серйозність: ${label}`,
    sourceCaptured: (source, date) => `${source}, збережено ${date}`,
    frameTitle: (title, publisher) => `${title} – ${publisher}`,
    record: 'Запис',
    quoted: (words) => `«${words}»`,
    sentence: (words) => `${words}.`,
  },
  page: {
    before: 'Було',
    after: 'Стало',
    effective: (date) => `Чинне з ${date}`,
    wholeRecord: 'Увесь запис',
    machineReadable: 'Цей запис як дані',
  },
};
