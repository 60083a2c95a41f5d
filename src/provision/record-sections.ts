/** The sections of the whole record, in their order: on the card and on published pages. Offers are shown only where a page names them. */
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
