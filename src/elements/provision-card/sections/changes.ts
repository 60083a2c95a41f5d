import { addStyles } from '../../../page/late-styles.js';
import { sectionHeading } from '../../templates/heading.js';
import { changesSection, styles } from '../../templates/changes/history.js';
import type { Section } from './section.js';

/** Renders the record's history, the newest change first. */
export const changes: Section = (view, shown) => {
  const section = changesSection(view, sectionHeading(view, view.more.changes), shown);
  if (section) addStyles(view.host, styles);
  return section;
};
