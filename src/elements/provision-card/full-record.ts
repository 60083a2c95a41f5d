/** Entry of the lazy chunk for the full record: sections, messages and styles. */
import type { TemplateResult } from 'lit';
import type { ShownRecord } from '../../page/shown-record.js';
import { completeRecord } from '../../feed/complete-record.js';
import { enRecord } from '../../i18n/locales/en-record.js';
import type { ReadersTools } from '../toolbar/readers-tools.js';
import type { View } from '../templates/view.js';
import { categories, faq, notices } from './sections/about.js';
import { changes } from './sections/changes.js';
import { citation } from './sections/citation.js';
import { details } from './sections/details.js';
import { agencies, analysis, regulations } from './sections/law.js';
import { actions, promotions, related, risks } from './sections/links.js';
import type { Section } from './sections/section.js';

export { recordSections as order } from '../../provision/record-sections.js';
export { sectionStyles as styles } from './sections/sections.styles.js';

const sections: ReadonlyMap<string, Section> = new Map(
  Object.entries({
    actions,
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
    promotions,
  }),
);

/** Renders a section by name. Returns undefined if the section is empty or the name is unknown. */
export function renderSection(
  name: string,
  view: View,
  shown: ShownRecord,
  tools: ReadersTools,
): TemplateResult | undefined {
  return sections.get(name)?.(
    { ...view, more: view.say('record', enRecord), tools },
    { ...shown, ...completeRecord(shown) },
  );
}
