/** The sections of a record as plain HTML, in the card's orders. The publisher's offers are not part of a page. */
import { recordSections } from '../../provision/record-sections.js';
import type { RecordSection } from '../../provision/record-sections.js';
import { categories, faq, notices } from './about.js';
import { changes } from './changes.js';
import { citation } from './citation.js';
import { clause } from './clause.js';
import { comparison } from './comparison.js';
import { details } from './details.js';
import { agencies, analysis, regulations } from './law.js';
import { actions, related, risks } from './links.js';
import { impact, summary, why } from './text.js';
import type { Section } from './section.js';

const sections: Readonly<Record<RecordSection, Section>> = {
  summary,
  why,
  impact,
  actions,
  clause,
  comparison,
  changes,
  analysis,
  agencies,
  regulations,
  details,
  citation,
  categories,
  faq,
  related,
  risks,
  notices,
};

/** The whole record. */
export const allSections: readonly Section[] = recordSections.map((name) => sections[name]);

/** What the card shows in an article. */
export const articleSections: readonly Section[] = [summary, why, impact, clause, comparison];
