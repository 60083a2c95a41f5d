/** Sections of a record as plain HTML, in the card's order. Published pages omit the publisher's promotions. */
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
import type { SectionRenderer } from './section.js';

const sections: Readonly<Record<RecordSection, SectionRenderer>> = {
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

/** Sections of the complete record. */
export const allSections: readonly SectionRenderer[] = recordSections.map((name) => sections[name]);

/** Sections of the card's article layout. */
export const articleSections: readonly SectionRenderer[] = [summary, why, impact, clause, comparison];
