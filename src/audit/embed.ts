/** An embed that was found in an article, before it is compared with its feed. */
import type { PageNode } from './page-node.js';

/**
 * How a record stands in an article. `linked-quotation`: a quotation without attributes of ours, known by its link. `link`: a link or
 * an address in the text, with or without quoted words near it.
 */
export const auditedForms = ['element', 'quotation', 'linked-quotation', 'iframe', 'link'] as const;
export type AuditedForm = (typeof auditedForms)[number];

export interface Embed {
  readonly form: AuditedForm;
  /** The element in the article; its place is the embed's. */
  readonly node: PageNode;
  /** The element around a link. Its words are kept, because they name the record. */
  readonly around?: PageNode | undefined;
  /** Absolute address of the feed. */
  readonly src?: string | undefined;
  readonly record?: string | undefined;
  /** Address of the record's page by which the embed was known. */
  readonly permalink?: string | undefined;
  /** The element that holds the quoted words. */
  readonly quotation?: PageNode | undefined;
  /**
   * A quotation behind the element's paragraph, which is the element's own where it names the record: an editor's `<p>` around an
   * element makes the parser put it there.
   */
  readonly beside?: PageNode | undefined;
  /** The record as JSON, as it was published. */
  readonly json?: string | undefined;
  /** `data-sha256` as it is written. */
  readonly hashes?: string | undefined;
  /** Readers with JavaScript see the record as it is now. */
  readonly isLive?: boolean;
  readonly followsRedirects?: boolean;
  /** The feed is shown as a whole, and no single record of it. */
  readonly isWholeFeed?: boolean;
  /** Why no feed can be asked for this embed. */
  readonly fault?: EmbedFault | undefined;
}

/**
 * `no-source`: the embed names no feed. `lost-source`: a content system has taken its feed away, and nothing says whose record it is.
 * `relative`: its feed's address is relative, and the article's own is not known. `not-an-address`: not an address that a card would ask.
 */
export interface EmbedFault {
  readonly kind: 'no-source' | 'lost-source' | 'relative' | 'not-an-address';
  /** The address as it is written. */
  readonly written?: string | undefined;
}
