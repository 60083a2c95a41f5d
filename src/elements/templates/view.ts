import type { LitElement } from 'lit';
import type { LocalizedHost } from '../../page/localized-host.js';
import type { Localization } from '../../i18n/localization.js';
import type { ShownRecord } from '../../page/shown-record.js';

/** All that a template function needs besides its data: words, formats, and the state of the element around it. */
export interface View extends Localization {
  /** The element that is rendered: what is loaded later asks it to render again, and brings its styles. */
  readonly host: LitElement & LocalizedHost;
  /** Level of the element's own heading; the headings inside it are one deeper. */
  readonly headingLevel: number;
  /** Language of the analysis, or '' where the feed does not say. */
  readonly language: string;
  /** The record is a guest in an article: it says the essential, and the reader opens the rest in place. */
  readonly isBrief?: boolean;
  /** A guest with the least height: heading, severity, two lines of the summary. */
  readonly isCompact?: boolean;
  /** Whether the reader has opened a part. */
  readonly isOpen: (part: string) => boolean;
  readonly toggle: (part: string) => void;
  /** The address of a clause's place in its document. */
  readonly clauseLink?: (url: string, index: number) => string;
  /** A reader has come near such a link. */
  readonly nearClause?: () => void;
}

/** The record's own language: its own, else its feed's. */
export function languageOfRecord({ provision, feed }: ShownRecord): string {
  return provision.language ?? feed.language ?? '';
}
