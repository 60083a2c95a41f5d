/**
 * The reader's own checks. They are made in the reader's browser and owe nothing to what the feed claims; a check that
 * could not be made is `unchecked` and says why.
 */
import type { Clause } from '../feed/types.js';
import { foldClause } from './clause-text.js';
import { sha256Hex } from './hash.js';

/** Why a check was not made. */
export type UncheckedReason =
  /** The feed gives no SHA-256 to compare with. */
  | 'no-hash'
  /** The page is not served over https, and its browser hashes nothing. */
  | 'no-secure-context'
  /** The feed names no stored copy. */
  | 'no-snapshot'
  /** No answer came through: no network, a redirect, no CORS header, a server that fell silent. A browser tells none of these apart. */
  | 'blocked'
  /** The server answered with an error. */
  | 'http'
  /** More bytes than `maxBytes`. */
  | 'too-large'
  /** Not a text, or in an encoding other than it says. */
  | 'not-text'
  /** There is no clause, or one without a single character that counts. */
  | 'no-clause';

/** What came of one check. */
export interface CheckResult {
  /**
   * `clause`: its text against its hash. `snapshot`: the stored copy's bytes against theirs. `clause-in-snapshot`: the
   * clause looked for in those bytes, whatever became of their hash.
   */
  readonly subject: 'clause' | 'snapshot' | 'clause-in-snapshot';
  /** Which clause of the record. */
  readonly index?: number | undefined;
  /**
   * `matches-folded`: found, but only without mark-up and with typography folded. For `clause-in-snapshot`, `differs`
   * is "not found": the wording may still be there in a form that only a browser makes of the page.
   */
  readonly outcome: 'matches' | 'matches-folded' | 'differs' | 'unchecked';
  /** With `unchecked`, always. */
  readonly reason?: UncheckedReason | undefined;
}

type Finding = Pick<CheckResult, 'outcome' | 'reason'>;

/** What a stored copy is checked against. */
export interface Snapshot {
  /** `provenance.snapshot_url` */
  readonly snapshotUrl: string | undefined;
  /** `provenance.sha256`, over the bytes that `snapshotUrl` serves, after the transfer's compression. */
  readonly sha256: string | undefined;
  readonly clauses: readonly Clause[] | undefined;
}

/** How the stored copy is asked for. */
export interface CheckSnapshotOptions {
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Gives the check up; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Most bytes of body that are read (default 8 MiB). */
  readonly maxBytes?: number | undefined;
  /** Milliseconds without a byte after which the server is given up (default 15,000). */
  readonly timeout?: number | undefined;
}

/** Compares bytes or text with the hash that the feed gives for them. */
async function checkHash(data: BufferSource | string, sha256: string | undefined): Promise<Finding> {
  if (sha256 === undefined) return { outcome: 'unchecked', reason: 'no-hash' };
  const found = await sha256Hex(data);
  if (found !== undefined) return { outcome: found === sha256 ? 'matches' : 'differs' };
  return { outcome: 'unchecked', reason: globalThis.crypto?.subtle ? 'not-text' : 'no-secure-context' };
}

/** A clause's text, as it stands, against its own hash. */
export async function checkClause(clause: Clause, index?: number): Promise<CheckResult> {
  return { subject: 'clause', index, ...(await checkHash(clause.text, clause.sha256)) };
}

/** Why a stored copy could not be had. */
class Unreadable extends Error {
  constructor(readonly reason: UncheckedReason) {
    super(reason);
  }
}

/**
 * Fetches the stored copy as a feed is fetched: no credentials, no referrer, no header of ours, no redirect, a cap on
 * bytes and on silence. Rejects with `Unreadable`, or with the signal's reason when given up.
 */
async function download(
  address: string,
  { fetch = globalThis.fetch, signal, maxBytes = 8 * 1024 * 1024, timeout = 15_000 }: CheckSnapshotOptions,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const giveUp = () => {
    abort.abort();
  };
  signal?.addEventListener('abort', giveUp);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, timeout);
  };
  try {
    alive();
    // Without a base: a relative address would be the newspaper's own.
    const response = await fetch(new URL(address).href, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: abort.signal,
    });
    if (!response.ok || response.status === 204) throw new Unreadable('http');
    if (Number(response.headers.get('content-length')) > maxBytes) throw new Unreadable('too-large');
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done || !value) break;
      alive();
      length += value.byteLength;
      if (length > maxBytes) throw new Unreadable('too-large');
      chunks.push(value);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    return { bytes, type: response.headers.get('content-type') ?? '' };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof Unreadable ? error : new Unreadable('blocked');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    // A body nobody reads to its end would keep its connection.
    giveUp();
  }
}

/**
 * The text that bytes are, or undefined. The encoding is looked for where browsers look (byte order mark, header, the
 * first 1,024 bytes' own word), but nothing is guessed: without a word it is UTF-8, and one byte that does not fit is
 * enough to say that this is no text. A PDF is none.
 */
function decode(bytes: Uint8Array<ArrayBuffer>, type: string): string | undefined {
  // A host that does not know says octet-stream.
  if (
    type &&
    !/^\s*(?:text\/|application\/(?:[^;\s]*\+)?(?:xml|json)\b|(?:application|binary)\/octet-stream\b)/i.test(type)
  ) {
    return undefined;
  }
  const mark = bytes.subarray(0, 3).join();
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = mark.startsWith('255,254')
    ? 'utf-16le'
    : mark.startsWith('254,255')
      ? 'utf-16be'
      : mark === '239,187,191'
        ? 'utf-8'
        : (/charset\s*=\s*["']?([^\s"';]+)/i.exec(type)?.[1] ??
          // What could be read as ASCII is not UTF-16, whatever it says.
          /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?(?!utf-?16)([^\s"';/>?]+)/i.exec(start)?.[1] ??
          'utf-8');
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // No text has this character; a binary file that happens to be UTF-8 does.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Elements inside a line: a tag of any other name ends a word. */
const inline =
  /^\/?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;

/**
 * What HTML says in plain words, without a parser: this text is compared with, and never shown, run or made into nodes.
 * Comments and the insides of script, style and template go; a tag goes (its quoted attributes may hold ">"), and
 * leaves a space unless it stands inside a line; "<" before anything else is that character; entities are decoded once.
 * What style sheets hide and scripts add is not known here. It walks forward only: no text makes it slow.
 */
function htmlText(html: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? undefined : open);
    if (open < 0) return decodeEntities(text);
    const comment = html.startsWith('<!--', open);
    const name = /^\/?[a-z][^\s/>]*|^[!?]/i.exec(html.slice(open + 1, open + 33))?.[0];
    if (!name) {
      text += '<';
      at = open + 1;
      continue;
    }
    let end = comment ? html.indexOf('-->', open + 2) : tagEnd(html, open);
    if (comment && end >= 0) end += 2;
    if (end >= 0 && /^(?:script|style|template)$/i.test(name)) {
      const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
      close.lastIndex = end;
      const found = close.exec(html);
      end = found ? tagEnd(html, found.index) : -1;
    }
    // A tag that is never closed takes the rest with it, in browsers too.
    if (end < 0) return decodeEntities(text);
    if (!comment && !inline.test(name)) text += ' ';
    at = end + 1;
  }
}

/** Where the tag's ">" is; -1 where it has none. A quotation mark opens a value only after "=". */
function tagEnd(html: string, open: number): number {
  const next = />|=\s*(["'])/g;
  next.lastIndex = open;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const [, quote] = match;
    if (!quote) return match.index;
    const close = html.indexOf(quote, next.lastIndex);
    if (close < 0) return -1;
    next.lastIndex = close + 1;
  }
  return -1;
}

/** The names that legal texts use. Of other names we know none: they stay as they are, and the clause is not found. */
const entities =
  'amp & lt < gt > quot " apos \' nbsp \xa0 shy \xad ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d ' +
  'lrm \u200e rlm \u200f ndash – mdash — hyphen ‐ minus − horbar ― hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” ' +
  'bdquo „ laquo « raquo » lsaquo ‹ rsaquo › prime ′ Prime ″ acute ´ times × middot · bull • copy © reg ® trade ™ ' +
  'sect § para ¶ dagger † deg ° ordf ª ordm º sup1 ¹ sup2 ² sup3 ³ frac12 ½ frac14 ¼ frac34 ¾ plusmn ± euro € pound £ ' +
  'cent ¢ yen ¥ iexcl ¡ iquest ¿ szlig ß aelig æ AElig Æ oelig œ OElig Œ oslash ø Oslash Ø eth ð ETH Ð thorn þ THORN Þ ' +
  'inodot ı imath ı lstrok ł Lstrok Ł sol / comma , period . colon : semi ; lpar ( rpar ) num # commat @ dollar $ ' +
  'percnt % ast * lowbar _ NewLine \n Tab \t';

/** `&eacute;` is an e and one of these; NFKC makes one letter of the two. */
const accents =
  'grave \u0300 acute \u0301 circ \u0302 tilde \u0303 macr \u0304 breve \u0306 dot \u0307 uml \u0308 ring \u030a ' +
  'dblac \u030b caron \u030c cedil \u0327 ogon \u0328';

/** Windows-1252 from 0x80: by HTML's rule the characters that 128 to 159 stand for. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A list of names, each with its character, as a map. */
function byName(list: string): ReadonlyMap<string, string> {
  return new Map(list.match(/[^ ]+ [^ ]+/g)?.map((pair) => pair.split(' ') as [string, string]));
}

/** Decodes once: `&amp;lt;` is the text "&lt;". */
function decodeEntities(text: string): string {
  const [named, accented] = [byName(entities), byName(accents)];
  const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,24}));/gi;
  return text.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      const accent = accented.get(name.slice(1));
      return named.get(name) ?? (accent === undefined ? whole : name.slice(0, 1) + accent);
    }
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    const old = windows[code - 128];
    return old ?? (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? whole : String.fromCodePoint(code));
  });
}

/** Looks for a clause in a document, as `findClause` does, with the document's mark-up taken off before it is folded. */
function clauseFinder(document: string, type: string): (clause: string) => Finding {
  let plain: string | undefined;
  return (clause) => {
    const folded = foldClause(clause);
    if (!folded) return { outcome: 'unchecked', reason: 'no-clause' };
    if (document.includes(clause)) return { outcome: 'matches' };
    // Only what calls itself mark-up: in plain text "<a>" is three characters, and taking them off would falsify it.
    const markup = /html|xml/i.test(type) || /^\s*<(?:!doctype|html|\?xml)/i.test(document);
    plain ??= foldClause(markup ? htmlText(document) : document);
    return { outcome: plain.includes(folded) ? 'matches-folded' : 'differs' };
  };
}

/**
 * The stored copy's bytes against their hash, and each clause looked for in them: first as it stands in the decoded
 * text (mark-up and all), then in what is left of it without tags, entities and typography. One result for the copy,
 * then one for each clause; where there are no clauses, one that says so. Rejects only when given up.
 */
export async function checkSnapshot(snapshot: Snapshot, options: CheckSnapshotOptions = {}): Promise<CheckResult[]> {
  const { snapshotUrl, sha256, clauses } = snapshot;
  const results = (copy: Finding, find: (clause: string) => Finding): CheckResult[] => [
    { subject: 'snapshot', ...copy },
    ...(clauses?.length
      ? clauses.map(({ text }, index): CheckResult => ({ subject: 'clause-in-snapshot', index, ...find(text) }))
      : [{ subject: 'clause-in-snapshot', outcome: 'unchecked', reason: 'no-clause' } as const]),
  ];
  const unchecked = (reason: UncheckedReason) => ({ outcome: 'unchecked', reason }) as const;

  if (snapshotUrl === undefined) return results(unchecked('no-snapshot'), () => unchecked('no-snapshot'));
  try {
    const { bytes, type } = await download(snapshotUrl, options);
    const copy = await checkHash(bytes, sha256);
    const document = decode(bytes, type);
    return results(copy, document === undefined ? () => unchecked('not-text') : clauseFinder(document, type));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return results(unchecked(error.reason), () => unchecked(error.reason));
  }
}
