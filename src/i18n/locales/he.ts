import type { Messages } from '../messages.js';

export const messages: Messages = {
  locale: 'he',
  colon: ': ',
  severity: 'חומרה',
  confidence: 'רמת ביטחון',
  basis: 'בסיס',
  untitled: 'סעיף',
  why: 'למה זה חשוב',
  impact: 'מה המשמעות עבורכם',
  clause: 'מה כתוב במסמך',
  comparison: 'איך פלטפורמות אחרות נוהגות',
  unnamedPlatform: 'פלטפורמה ללא שם',
  excerptCut: 'הקטע קוצר',
  weakMatch: 'התאמה חלקית בלבד',
  rowsShown: (shown, total) => `מוצגות ${shown.n} מתוך ${total.n}`,
  platforms: ({ n, plural }, total) =>
    total
      ? total.plural({
          one: `${n} מתוך פלטפורמה אחת`,
          two: `${n} מתוך שתי פלטפורמות`,
          other: `${n} מתוך ${total.n} פלטפורמות`,
        })
      : plural({ one: 'פלטפורמה אחת', two: 'שתי פלטפורמות', other: `${n} פלטפורמות` }),
  allRows: (count) => (count ? `הצגת כל הפלטפורמות (${count.n})` : 'הצגת כל הפלטפורמות'),
  captured: (date) => `תאריך השמירה: ${date}`,
  lastUpdated: (date) => `עדכון אחרון של המסמך: ${date}`,
  from: (source) => `מקור: ${source}`,
  analysisBy: (names) => `ניתוח: ${names}`,
  dataFrom: (source) => `נתונים: ${source}`,
  record: (id) => `רשומה ${id}`,
  fullRecord: 'קישור קבוע',
  corrected: 'הרשומה תוקנה.',
  withdrawn: 'הרשומה בוטלה.',
  note: 'הערת המערכת',
  methodology: 'איך נקבעים הדירוגים',
  showRecord: 'הצגת הרשומה המלאה',
  cite: 'ציטוט',
  share: 'שיתוף',
  print: 'הדפסה',
  verify: 'בדיקת הראיות',
  failed: 'הפעולה לא הצליחה.',
  showAll: 'הצגת הכול',
  showLess: 'הצגת פחות',
  unavailable: 'לא ניתן לטעון את הרשומה.',
  openSource: 'פתיחת המקור',
  source: 'הצגה במסמך',
  archivedCopy: 'עותק שמור בארכיון',
  unchecked: 'לא נבדקו שינויים מאז הפרסום',
};

export const loadMore = () => import('./he-more.js');
