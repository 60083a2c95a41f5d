import { addStyles } from '../../../controllers/add-styles.js';
import { sectionHeading } from '../../shared/text.js';
import { changesSection, styles } from '../../provision-changes/changes-view.js';
import type { Section } from './section.js';

/** What changed in the record and when, the newest first. */
export const changes: Section = (view, shown) => {
  const section = changesSection(view, sectionHeading(view, view.more.changes), shown);
  if (section) addStyles(view.host, styles);
  return section;
};
