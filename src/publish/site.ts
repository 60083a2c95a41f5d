import { siteBase } from '../snippets/addresses.js';
import { address } from '../snippets/source.js';
import { EmbedError } from '../snippets/error.js';
import { language } from '../feed/scalars.js';
import { frameScript } from './frame-script.js';
import { inline } from '../html/inline.js';
import type { Inline } from '../html/inline.js';
import { compact, pageStyles } from './page-styles.js';

/** How a feed is published. */
export interface PublishOptions {
  /** Where the files will stand: `https://host/` or a folder of it. */
  readonly baseUrl: string;
  /** Rows of a comparison that a record's own file has (default 3). */
  readonly rows?: number | undefined;
  /** Address of `provision-embed.js`, which makes the record's page interactive (default: none; the page is complete without). */
  readonly script?: string | undefined;
  /** Subresource integrity of the script: `sha384-…`. */
  readonly integrity?: string | undefined;
  /** Address of a style sheet of the publisher's own, after ours. */
  readonly stylesheet?: string | undefined;
  /** BCP 47 tag of our own words on all pages (default: each record's own language, else English). */
  readonly lang?: string | undefined;
  /**
   * Returns true for a record whose files all exist already, so that they are skipped. Called with each record's name and the content of
   * `r/NAME.json`; the record's other files depend on that content, on these options and on this version only (default: nothing is skipped).
   */
  readonly isPublished?: ((name: string, content: string) => boolean | Promise<boolean>) | undefined;
}

/** The options, checked, and what all pages share. */
export interface Site {
  /** With a slash at its end. */
  readonly base: string;
  readonly rows: number;
  readonly script: string | undefined;
  readonly integrity: string | undefined;
  readonly stylesheet: string | undefined;
  readonly lang: string | undefined;
  readonly styles: Inline;
  readonly frameScript: Inline;
}

/** Rejects with an `EmbedError` where an option is not valid. */
export async function siteOf({
  baseUrl,
  rows = 3,
  script,
  integrity,
  stylesheet,
  lang,
}: PublishOptions): Promise<Site> {
  if (!Number.isInteger(rows) || rows < 1 || rows > 100) throw new EmbedError('Not a valid number of rows: 1 to 100');
  if (integrity !== undefined && !/^sha(?:256|384|512)-[\w+/]+={0,2}$/.test(integrity)) {
    throw new EmbedError('Not a valid integrity: sha384-…');
  }
  const tag = lang === undefined ? undefined : language(lang);
  if (lang !== undefined && tag === undefined) throw new EmbedError('Not a valid lang: a BCP 47 language tag');
  return {
    base: siteBase(baseUrl),
    rows,
    script: script === undefined ? undefined : address(script, 'script'),
    integrity,
    stylesheet: stylesheet === undefined ? undefined : address(stylesheet, 'style sheet'),
    lang: tag,
    styles: await inline(compact(pageStyles)),
    frameScript: await inline(frameScript),
  };
}
