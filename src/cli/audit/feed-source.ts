/** Feeds for the audit. Each feed is requested once per run, even when the request fails. */
import { bareAddress } from '../../audit/index.js';
import type { Feeds, RecordAnswer } from '../../audit/index.js';
import { FeedError } from '../../feed/error.js';
import { feedPages } from '../../feed/feed-pages.js';
import { parseFeedText } from '../../feed/parse.js';
import { FeedStore } from '../../feed/store.js';
import type { Feed, ParsedFeed } from '../../feed/types.js';
import { RequestError } from './requests.js';
import type { Answer, Requests } from './requests.js';

/** The card's limit: readers see no card from a larger feed. */
const maxBytes = 8 * 1024 * 1024;

export class FeedSource implements Feeds {
  readonly #requests: Requests;
  readonly #answers = new Map<string, Promise<ParsedFeed>>();
  readonly #moved = new Map<string, string>();
  readonly #pages = new Map<string, Promise<ReadonlyMap<string, { src: string; record: string }>>>();
  readonly #store = new FeedStore((src) => this.#read(src));

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  async find(src: string, record: string | undefined): Promise<RecordAnswer> {
    const { feed, provision } = await this.#store.find(src, record);
    return { feed, provision, movedTo: this.#moved.get(src) };
  }

  async get(src: string): Promise<Feed> {
    return (await this.#read(src)).feed;
  }

  async findByPage(feed: string, href: string): Promise<{ src: string; record: string } | undefined> {
    let pages = this.#pages.get(feed);
    if (!pages) this.#pages.set(feed, (pages = this.#index(feed)));
    return (await pages).get(bareAddress(href));
  }

  /** Maps the page of each record of a feed to its record. */
  async #index(first: string): Promise<ReadonlyMap<string, { src: string; record: string }>> {
    const found = new Map<string, { src: string; record: string }>();
    for await (const [src, { feed }] of feedPages(first, (address) => this.#read(address))) {
      for (const { id, url } of feed.items) {
        if (url !== undefined && !found.has(bareAddress(url))) found.set(bareAddress(url), { src, record: id });
      }
    }
    return found;
  }

  #read(src: string): Promise<ParsedFeed> {
    let answer = this.#answers.get(src);
    if (!answer) this.#answers.set(src, (answer = this.#ask(src)));
    return answer;
  }

  async #ask(src: string): Promise<ParsedFeed> {
    const { status, type, address, bytes } = await this.#answer(src);
    if (address !== src) this.#moved.set(src, address);
    if (status < 200 || status > 299 || status === 204) throw new FeedError('http', `HTTP ${status}`, { url: src });
    if (!/^(?:application|text)\/(?:[^;]*\+)?json *(?:;|$)/i.test(type))
      throw new FeedError('type', `it is not sent as JSON but as "${type}"`, { url: src });
    const result = parseFeedText(textOf(bytes, src));
    if (!result.ok) throw result.error;
    return result;
  }

  async #answer(src: string): Promise<Answer> {
    try {
      return await this.#requests.get(src, { accept: 'application/feed+json, application/json', maxBytes });
    } catch (cause) {
      if (cause instanceof RequestError) throw new FeedError(cause.kind, cause.message, { url: src, cause });
      throw cause;
    }
  }
}

function textOf(bytes: Uint8Array, url: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FeedError('json', 'it is not UTF-8', { url, cause });
  }
}
