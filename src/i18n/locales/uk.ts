import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'uk',
  colon: ': ',
  severity: 'Серйозність',
  confidence: 'Упевненість',
  basis: 'Підстава',
  untitled: 'Положення',
  why: 'Чому це важливо',
  impact: 'Що це означає для вас',
  clause: 'Що сказано в документі',
  comparison: 'Як із цим на інших платформах',
  unnamedPlatform: 'Платформа без назви',
  excerptCut: 'Уривок скорочено',
  weakMatch: 'Збігається лише приблизно',
  rowsShown: (shown, total) => `Показано ${shown.n} з ${total.n}`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({
          one: `${n} з ${total.n} платформи`,
          few: `${n} з ${total.n} платформ`,
          many: `${n} з ${total.n} платформ`,
          other: `${n} з ${total.n} платформ`,
        })
      : plural({
          one: `${n} платформа`,
          few: `${n} платформи`,
          many: `${n} платформ`,
          other: `${n} платформ`,
        }),
  allRows: (count) => (count ? `Показати всі платформи: ${count.n}` : 'Показати всі платформи'),
  captured: (date) => `Збережено ${date}`,
  lastUpdated: (date) => `Документ востаннє змінено ${date}`,
  from: (source) => `Джерело: ${source}`,
  analysisBy: (names) => `Аналіз: ${names}`,
  dataFrom: (source) => `Дані: ${source}`,
  record: (id) => `Запис ${id}`,
  fullRecord: 'Постійне посилання',
  corrected: 'Цей запис виправлено.',
  withdrawn: 'Цей запис відкликано.',
  note: 'Від редакції',
  methodology: 'Як складають оцінки',
  showRecord: 'Показати весь запис',
  cite: 'Цитувати',
  share: 'Поділитися',
  print: 'Друкувати',
  verify: 'Перевірити докази',
  failed: 'Не вдалося виконати.',
  showAll: 'Показати все',
  showLess: 'Показати менше',
  unavailable: 'Не вдалося завантажити цей запис.',
  openSource: 'Відкрити джерело',
  source: 'Переглянути в документі',
  archivedCopy: 'Архівна копія',
  unchecked: 'Зміни після публікації не перевірено',
};

export const loadMore = () => import('./uk-more.js');
