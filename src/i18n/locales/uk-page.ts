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
    changeKinds: {
      substantive: 'Зміна по суті',
      cosmetic: 'Лише оформлення',
      'regional-variant': 'Редакція для іншого регіону',
      analysis: 'Зміна аналізу',
    },
    before: 'Було',
    after: 'Стало',
    effective: (date) => `Чинне з ${date}`,
    wholeRecord: 'Увесь запис',
    machineReadable: 'Цей запис як дані',
  },
};
