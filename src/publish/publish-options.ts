import { siteBase } from '../snippets/addresses.js';
import { address } from '../snippets/source.js';
import { EmbedError } from '../snippets/error.js';
import { language } from '../feed/scalars.js';
import { frameScript } from './frame-script.js';
import { inline } from '../html/inline.js';
import type { Inline } from '../html/inline.js';
import { compact, pageStyles } from './page-styles.js';

/** Options of `publish`. */
export interface PublishOptions {
  /** URL where the files will be served: `https://host/` or a folder of it. */
  readonly baseUrl: string;
  /** Rows of a comparison in a record's own file, 1 to 100 (default 3). */
  readonly rows?: number | undefined;
  /** URL of `provision-embed.js`, which makes the record's page interactive (default: none; the page is complete without it). */
  readonly script?: string | undefined;
  /** Subresource integrity of the script: `sha384-…`. */
  readonly integrity?: string | undefined;
  /** URL of the publisher's own style sheet, which comes after ours. */
  readonly stylesheet?: string | undefined;
  /** BCP 47 tag of the interface language on all pages (default: each record's own language, else English). */
  readonly lang?: string | undefined;
  /**
   * Returns true for a record to skip because all its files exist already (default: no record is skipped). The arguments are the record's
   * name and the content of `r/NAME.json`. The record's other files depend only on that content, on these options and on this version.
   */
  readonly isPublished?: ((name: string, content: string) => boolean | Promise<boolean>) | undefined;
}

/** The checked options, and the content that all pages share. */
export interface Site {
  /** URL with a trailing slash. */
  readonly base: string;
  readonly rows: number;
  readonly script: string | undefined;
  readonly integrity: string | undefined;
  readonly stylesheet: string | undefined;
  readonly lang: string | undefined;
  readonly styles: Inline;
  readonly frameScript: Inline;
}

/** Checks the options. Rejects with an `EmbedError` when an option is not valid. */
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
