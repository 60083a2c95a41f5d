/** Fills in the values that nobody types by hand: hashes, selectors, ids and permalinks. */
import { addressesOf } from '../../snippets/addresses.js';
import { sha256Hex } from '../../provision/hash.js';
import { htmlText } from '../../provision/html-text.js';
import { decodeSnapshot } from '../../provision/decode-snapshot.js';
import { list, member, string } from '../read.js';
import { slug, uniqueIds } from '../slug.js';
import { matchesOnce, quoteSelector, spaced } from './quote.js';

/** A stored copy of a document, as served at `snapshot_url`. */
export interface SealSnapshot {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Media type from a server (default: detected from the bytes). */
  readonly type?: string | undefined;
}

export interface SealOptions {
  /** Base URL of the published site. Records without `url` get their page below it. */
  readonly baseUrl?: string | undefined;
  /** Returns the stored copy at a URL, or undefined when it is not available. */
  readonly snapshot?: ((url: string) => Promise<SealSnapshot | undefined>) | undefined;
  /** Called after each record. */
  readonly onRecord?: (() => void) | undefined;
}

/** A value that sealing filled in, corrected, or found to be wrong. */
export interface SealFinding {
  /** JSON Pointer (RFC 6901) into the feed. */
  readonly pointer: string;
  /**
   * `missing`: the value was absent and has been filled in. `changed`: the value was outdated and has been corrected. `untrue`: only a
   * person can correct the value.
   */
  readonly kind: 'missing' | 'changed' | 'untrue';
  /** One sentence in English. */
  readonly message: string;
}

export interface SealResult {
  /** A copy of the feed with all values filled in; unknown members are kept. */
  readonly feed: unknown;
  readonly findings: readonly SealFinding[];
}

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): [number, Members][] =>
  list(value).flatMap((one, index) => (isObject(one) ? [[index, one] as [number, Members]] : []));

/**
 * Seals a feed parsed from JSON. Sealing the result again finds nothing.
 *
 * - An item without `id` gets one from its content; an item without `url` gets its page below `baseUrl`.
 * - `clauses[].sha256` and, in `changes`, `clause_sha256` become the hashes of their texts.
 * - With the stored copy, `provenance.sha256` and `document_sha256` become the hashes of its bytes, and each clause gets a
 *   `TextQuoteSelector` for one place of its text.
 *
 * @throws {TypeError} when `source` is not a feed
 */
export async function sealFeed(source: unknown, options: SealOptions = {}): Promise<SealResult> {
  if (!isObject(source) || !Array.isArray(source['items'])) throw new TypeError('Not a feed: it has no "items".');
  const feed = structuredClone(source);
  const findings: SealFinding[] = [];
  const items = objects(feed['items']);
  addIds(items, findings);
  const sealer = new Sealer(options, findings);
  for (const [index, item] of items) {
    await sealer.item(item, `/items/${index}`);
    options.onRecord?.();
  }
  return { feed, findings };
}

function addIds(items: readonly [number, Members][], findings: SealFinding[]): void {
  const has = ({ id }: Members) => (typeof id === 'string' && id.trim() !== '') || typeof id === 'number';
  const taken = new Set(items.filter(([, item]) => has(item)).map(([, { id }]) => String(id)));
  const nameless = items.filter(([, item]) => !has(item));
  const ids = uniqueIds(
    nameless.map(([, item]) => {
      const details = item['_provision'];
      const platform = string(member(member(details, 'platform'), 'name'));
      const about = string(member(details, 'clause_type')) ?? string(item['title']);
      return {
        base: [slug(platform, 30), slug(about, 40)].filter((part) => part).join('-'),
        content: JSON.stringify([
          item['title'],
          item['content_text'],
          objects(member(details, 'clauses')).map(([, { text }]) => text),
        ]),
      };
    }),
    taken,
  );
  nameless.forEach(([index, item], at) => {
    const id = ids[at] ?? '';
    item['id'] = id;
    findings.push({
      pointer: `/items/${index}/id`,
      kind: 'missing',
      message: `The record has no id; the id from its content is "${id}".`,
    });
  });
}

interface Document {
  readonly hash: string | undefined;
  /** Plain text with single spaces; undefined when the copy is not text. */
  readonly text: string | undefined;
  /** The unchanged text of a plain text copy; positions count in it. */
  readonly raw: string | undefined;
}

class Sealer {
  readonly #options: SealOptions;
  readonly #findings: SealFinding[];
  readonly #documents = new Map<string, Promise<Document | undefined>>();

  constructor(options: SealOptions, findings: SealFinding[]) {
    this.#options = options;
    this.#findings = findings;
  }

  async item(item: Members, pointer: string): Promise<void> {
    const { baseUrl } = this.#options;
    if (baseUrl !== undefined && string(item['url']) === undefined) {
      const { page } = await addressesOf(baseUrl, String(item['id']));
      item['url'] = page;
      this.#add(`${pointer}/url`, 'missing', `The record has no permalink; its page is ${page}.`);
    }
    const details = item['_provision'];
    if (!isObject(details)) return;
    const at = `${pointer}/_provision`;
    const provenance = details['provenance'];
    const address = isObject(provenance) ? string(provenance['snapshot_url']) : undefined;
    const document = address === undefined ? undefined : await this.#document(address);
    if (isObject(provenance) && document) {
      this.#hash(provenance, 'sha256', document.hash, `${at}/provenance`, 'the stored copy');
    }
    for (const [index, clause] of objects(details['clauses'])) {
      await this.#clause(clause, `${at}/clauses/${index}`, document, address);
    }
    for (const [index, change] of objects(details['changes'])) {
      for (const side of ['from', 'to']) {
        const one = change[side];
        if (isObject(one)) await this.#side(one, `${at}/changes/${index}/${side}`, change['kind'] === 'analysis');
      }
    }
  }

  async #clause(clause: Members, pointer: string, document: Document | undefined, address = ''): Promise<void> {
    const text = clause['text'];
    if (typeof text !== 'string' || !text.trim()) return;
    this.#hash(clause, 'sha256', await sha256Hex(text), pointer, 'its text');
    if (!document) return;
    if (document.text === undefined) {
      this.#add(pointer, 'untrue', `The stored copy ${address} is not text, so the clause cannot be found in it.`);
      return;
    }
    const found = quoteSelector(text, document.text);
    if (!found) {
      this.#add(pointer, 'untrue', `The stored copy ${address} does not contain the clause.`);
      return;
    }
    const selectors = list(clause['selector']).filter(isObject);
    selectors.forEach((selector, index) => {
      if (selector['type'] === 'TextPositionSelector')
        this.#position(selector, text, document, `${pointer}/selector/${index}`);
    });
    const own = selectors.find(({ type }) => type === 'TextQuoteSelector');
    if (own && matchesOnce(own, document.text)) return;
    if (!found.isUnique) {
      this.#add(
        `${pointer}/selector`,
        own ? 'changed' : 'missing',
        'The document contains the passage several times: the selector matches the first one.',
      );
      // Keep an equivalent selector, because a second run must not report it again.
      if (own?.['exact'] === found.selector.exact && own['prefix'] === found.selector.prefix) {
        this.#findings.pop();
        return;
      }
    } else {
      const message = own
        ? 'The selector matches no place of the stored copy, or several.'
        : 'The clause has no text-quote selector.';
      this.#add(`${pointer}/selector`, own ? 'changed' : 'missing', message);
    }
    clause['selector'] = own
      ? selectors.map((one) => (one === own ? found.selector : one))
      : [found.selector, ...selectors];
  }

  /** Positions count code points of the unchanged text. */
  #position(selector: Members, text: string, { raw }: Document, pointer: string): void {
    const at = raw?.indexOf(text) ?? -1;
    if (raw === undefined || at < 0) return;
    const start = Array.from(raw.slice(0, at)).length;
    const end = start + Array.from(text).length;
    if (selector['start'] === start && selector['end'] === end) return;
    this.#add(pointer, 'changed', `The clause is at ${start} to ${end} in its stored copy.`);
    selector['start'] = start;
    selector['end'] = end;
  }

  async #side(side: Members, pointer: string, isAnalysis: boolean): Promise<void> {
    const { text } = side;
    // A change of the analysis quotes the analyst and not the document.
    if (typeof text === 'string' && text.trim() && !isAnalysis) {
      this.#hash(side, 'clause_sha256', await sha256Hex(text), pointer, 'its text');
    }
    const address = string(side['url']);
    const document = address === undefined ? undefined : await this.#document(address);
    if (!document) return;
    this.#hash(side, 'document_sha256', document.hash, pointer, `the stored copy ${address ?? ''}`);
    if (typeof text === 'string' && !isAnalysis && document.text !== undefined && !quoteSelector(text, document.text)) {
      this.#add(`${pointer}/text`, 'untrue', `The stored copy ${address ?? ''} does not contain the wording.`);
    }
  }

  #hash(object: Members, name: string, hash: string | undefined, pointer: string, of: string): void {
    if (hash === undefined || object[name] === hash) return;
    const isThere = string(object[name]) !== undefined;
    this.#add(
      `${pointer}/${name}`,
      isThere ? 'changed' : 'missing',
      isThere ? `The hash differs from that of ${of}.` : `The hash of ${of} is missing.`,
    );
    object[name] = hash;
  }

  #add(pointer: string, kind: SealFinding['kind'], message: string): void {
    this.#findings.push({ pointer, kind, message });
  }

  /** Reads each copy once, because the records of one document share it. */
  #document(address: string): Promise<Document | undefined> {
    let known = this.#documents.get(address);
    if (!known) {
      known = this.#read(address);
      this.#documents.set(address, known);
    }
    return known;
  }

  async #read(address: string): Promise<Document | undefined> {
    const snapshot = await this.#options.snapshot?.(address);
    if (!snapshot) return undefined;
    const text = decodeSnapshot(snapshot.bytes, snapshot.type ?? '');
    const isHtml = text !== undefined && /<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 4096));
    return {
      hash: await sha256Hex(snapshot.bytes),
      text: text === undefined ? undefined : spaced((isHtml ? htmlText(text) : text).normalize('NFC')),
      raw: isHtml ? undefined : text,
    };
  }
}
