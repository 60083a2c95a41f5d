import type { Markup } from '../../html/markup.js';
import type { RecordView } from '../record-view.js';

/** A section of a record as plain HTML: its heading and content, or undefined where it would be empty. */
export type Section = (view: RecordView) => Markup | undefined;
