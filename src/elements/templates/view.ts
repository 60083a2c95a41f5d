import type { LitElement } from 'lit';
import type { LocalizedHost } from '../../page/localized-host.js';
import type { Localization } from '../../i18n/localization.js';
import type { ShownRecord } from '../../page/shown-record.js';

/** Everything that a template function needs besides its data: messages, formats and the state of the element. */
export interface View extends Localization {
  /** The element that is rendered. Lazy parts request updates of it and add styles to it. */
  readonly host: LitElement & LocalizedHost;
  /** Level of the element's own heading; headings inside it are one level deeper. */
  readonly headingLevel: number;
  /** Language of the analysis, or '' if the feed does not name it. */
  readonly language: string;
  /** Whether the record is a guest: short, with the rest opened in place. */
  readonly isBrief?: boolean;
  /** Whether the guest has the least height: heading, severity and two lines of the summary. */
  readonly isCompact?: boolean;
  /** Whether the reader has opened a part. */
  readonly isOpen: (part: string) => boolean;
  readonly toggle: (part: string) => void;
  /** Returns the address of a clause's place in its document. */
  readonly clauseLink?: (url: string, index: number) => string;
  /** Called when the reader reaches a link to a clause. */
  readonly nearClause?: () => void;
}

/** Returns the record's language, else its feed's. */
export function languageOfRecord({ provision, feed }: ShownRecord): string {
  return provision.language ?? feed.language ?? '';
}
