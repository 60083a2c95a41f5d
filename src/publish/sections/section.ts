import type { Markup } from '../../html/markup.js';
import type { PublishedRecord } from '../record-view.js';

/** Renders a section of a record as plain HTML with its heading; returns undefined when it would be empty. */
export type SectionRenderer = (view: PublishedRecord) => Markup | undefined;
