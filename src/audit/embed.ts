/** An embed found in an article, before the comparison with its feed. */
import type { PageNode } from './page-node.js';

/**
 * The forms in which a record appears in an article. `linked-quotation` is a quotation without our attributes, recognised by its link.
 * `link` is a link or a URL in the text, with or without a quotation near it.
 */
export const auditedForms = ['element', 'quotation', 'linked-quotation', 'iframe', 'link'] as const;
export type AuditedForm = (typeof auditedForms)[number];

export interface Embed {
  readonly form: AuditedForm;
  /** The element in the article; its position is the position of the embed. */
  readonly node: PageNode;
  /** The element around a link. Its text names the record. */
  readonly around?: PageNode | undefined;
  /** Absolute URL of the feed. */
  readonly src?: string | undefined;
  readonly record?: string | undefined;
  /** URL of the record's page, when the embed was recognised by it. */
  readonly permalink?: string | undefined;
  /** The element that contains the quoted text. */
  readonly quotation?: PageNode | undefined;
  /**
   * A quotation after the element's paragraph. It belongs to the element when it names the record: an editor's `<p>` around an element
   * makes the HTML parser move the quotation there.
   */
  readonly beside?: PageNode | undefined;
  /** The record as JSON, as published in the article. */
  readonly json?: string | undefined;
  /** The unparsed value of `data-sha256`. */
  readonly hashes?: string | undefined;
  /** Whether readers with JavaScript see the current record (mode `live`). */
  readonly isLive?: boolean;
  readonly followsRedirects?: boolean;
  /** Whether the embed shows the whole feed instead of one record. */
  readonly isWholeFeed?: boolean;
  /** Reason for which this embed has no feed URL. */
  readonly fault?: EmbedFault | undefined;
}

/**
 * The kinds of fault. `no-source`: the embed names no feed. `lost-source`: a CMS removed the feed's URL and nothing else identifies the
 * record. `relative`: the feed's URL is relative and the article's URL is unknown. `not-an-address`: the value is not a URL that a card
 * would request.
 */
export interface EmbedFault {
  readonly kind: 'no-source' | 'lost-source' | 'relative' | 'not-an-address';
  /** The invalid value from the article. */
  readonly written?: string | undefined;
}
