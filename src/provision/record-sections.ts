/**
 * The sections of a complete record in their order, on the card and on published pages. Promotions are not included; a
 * page has to name them.
 */
export const recordSections = [
  'summary',
  'why',
  'impact',
  'actions',
  'clause',
  'comparison',
  'changes',
  'analysis',
  'agencies',
  'regulations',
  'details',
  'citation',
  'categories',
  'faq',
  'related',
  'risks',
  'notices',
] as const;
export type RecordSection = (typeof recordSections)[number];
