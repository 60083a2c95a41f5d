// @ts-check
/** The visited pages: articles with the same embeds by each contender, served as in production. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { feedOf, record, records } from './records.mjs';
import { Site } from './servers.mjs';
import {
  dissect,
  framePage,
  frameScript,
  keepSources,
  plainScript,
  probe,
  reactScript,
  staticCard,
} from './yardsticks.mjs';

/**
 * @typedef {'ours' | 'static' | 'plain' | 'frames' | 'react' | 'article'} Contender  `article` has only the quotations, without a script
 */
/**
 * @typedef {'feed' | 'file' | 'child'} Source  a feed of all records, a file per record, or the `application/json` child
 */

/** Expressions that are true when the first card is painted. @type {Readonly<Record<Contender, string>>} */
export const firstPainted = {
  ours: `!!document.querySelector('provision-card, .provision-embed')?.shadowRoot && (() => {
    const embed = document.querySelector('provision-card, .provision-embed');
    const card = embed.localName === 'provision-card' ? embed : embed.shadowRoot.querySelector('provision-card');
    return !!card?.shadowRoot?.querySelector('article');
  })()`,
  static: `!!document.querySelector('.card-host')?.offsetHeight`,
  plain: `!!document.querySelector('plain-card')?.shadowRoot`,
  frames: `document.querySelector('iframe')?.dataset.painted === ''`,
  react: `!!document.querySelector('.react-card article')`,
  article: `!!document.querySelector('blockquote p')?.offsetHeight`,
};

/** An expression that is true when the article's quotation is painted. */
export const wordsPainted = `!!document.querySelector('blockquote p')?.offsetHeight`;

/**
 * @typedef {object} PageOptions
 * @property {number} [count]  of cards
 * @property {number} [of]  records in the feed, if more than `count`
 * @property {number} [cards]  quotations with a card, if not all
 * @property {Source} [source]
 * @property {boolean} [bare]  without the quotation inside
 * @property {'element' | 'quotation'} [snippet]  the builder's snippet, unchanged
 * @property {string} [css]
 * @property {string} [attributes]
 */

export async function makePages() {
  const [paper, publisher] = [await new Site().start(), await new Site().start()];
  const kit = await import(new URL('../../dist/publish/index.js', import.meta.url).href);
  const { parseFeed } = await import(new URL('../../dist/feed/index.js', import.meta.url).href);
  const script = publisher.put(
    '/provision-embed.js',
    'text/javascript',
    readFileSync(join(root, 'dist/provision-embed.js')),
  );
  for (const name of readdirSync(join(root, 'dist/chunks')).filter((file) => file.endsWith('.js'))) {
    publisher.put(`/chunks/${name}`, 'text/javascript', readFileSync(join(root, 'dist/chunks', name)));
  }
  /** @type {ReturnType<typeof staticCard>} */
  let still;
  const scripts = { ours: script, plain: '', react: '', frames: '', static: '', article: '' };
  let pages = 0;

  /** @param {number} index */
  const recordFile = (index) =>
    publisher.put(`/r/BENCH-${index}.json`, 'application/feed+json', JSON.stringify(feedOf([record(index)])));
  /** @param {number} count */
  const feed = (count) => {
    const path = `/feed-${count}.json`;
    return publisher.has(path)
      ? publisher.origin + path
      : publisher.put(path, 'application/feed+json', JSON.stringify(feedOf(records(count))));
  };

  /** @param {number} index @param {string} feedUrl @param {'element' | 'quotation'} form */
  async function snippet(index, feedUrl, form) {
    const parsed = parseFeed(feedOf([record(index)]));
    const [provision] = parsed.feed.items;
    const source = await kit.embedSource(provision, parsed.feed, { feedUrl });
    return String(await kit.embed(form, source, { script }));
  }

  /** @type {Map<number, string>} */
  const quotations = new Map();
  /** @param {number} index */
  async function quotation(index) {
    const known =
      quotations.get(index) ??
      /<blockquote[^]*<\/blockquote>/.exec(await snippet(index, recordFile(index), 'element'))?.[0] ??
      '';
    quotations.set(index, known);
    return known;
  }

  /** @param {Contender} contender @param {number} index @param {PageOptions} options */
  async function embed(contender, index, { count = 1, of = count, source = 'feed', bare, attributes = '' }) {
    const inside = bare ? '' : await quotation(index);
    if (contender === 'static') return still.of(record(index));
    if (contender === 'frames') {
      const page = `/e/BENCH-${index}/`;
      if (!publisher.has(page)) publisher.put(page, 'text/html; charset=utf-8', framePage(still, record(index)));
      return `<iframe src="http://localhost:${publisher.port}${page}" title="Record ${index}" style="width:100%;height:600px;border:0"></iframe>`;
    }
    const data =
      source === 'child' ? `<script type="application/json">${JSON.stringify(feedOf([record(index)]))}</script>` : '';
    const at = { feed: `src="${feed(of)}" record="BENCH-${index}"`, file: `src="${recordFile(index)}"`, child: '' }[
      source
    ];
    if (contender === 'ours') return `<provision-card ${at} ${attributes}>${data}${inside}</provision-card>`;
    if (contender === 'plain') return `<plain-card ${at}>${data}${inside}</plain-card>`;
    return `<div class="react-card" ${at.replace('src=', 'data-src=').replace('record=', 'data-record=')}>${data}${inside}</div>`;
  }

  /** @param {Contender} contender @param {PageOptions} [options] @returns {Promise<string>} address */
  async function page(contender, options = {}) {
    const { count = 1, cards = count, source = 'feed', snippet: form, css = '' } = options;
    const embeds = [];
    for (let index = 1; index <= count; index++) {
      const one = form
        ? await snippet(index, source === 'file' ? recordFile(index) : feed(options.of ?? count), form)
        : await embed(index > cards ? 'article' : contender, index, options);
      embeds.push(
        `<p class="text">Paragraph ${index} of the article, which says in a line or two why it is worth a reader’s while to know about this.</p>${one}`,
      );
    }
    const tag = form || !scripts[contender] ? '' : `<script async src="${scripts[contender]}"></script>`;
    const style = `body{font:18px/1.5 serif;max-width:40em;margin:2em auto}plain-card{display:block}${contender === 'static' ? still.css : ''}${css}`;
    return paper.put(
      `/${contender}-${++pages}.html`,
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,"><style>${style}</style><h1>Article</h1>${tag}${embeds.join('\n')}<p class="below">The end of the article.</p></html>`,
    );
  }

  /**
   * Extracts our card's markup and rules, from which the yardsticks are built.
   * @param {import('playwright').Browser} browser
   */
  async function makeYardsticks(browser) {
    const src = publisher.put('/probe.json', 'application/feed+json', JSON.stringify(probe()));
    const url = paper.put(
      '/probe.html',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><title>Probe</title><script async src="${script}"></script><provision-card src="${src}"></provision-card>`,
    );
    const probing = await browser.newPage();
    await probing.addInitScript(keepSources);
    await probing.goto(url);
    await probing.waitForFunction(
      () => !!document.querySelector('provision-card')?.shadowRoot?.querySelector('article'),
    );
    const card = await probing.evaluate(dissect);
    await probing.close();
    still = staticCard(card);
    scripts.plain = publisher.put('/plain-card.js', 'text/javascript', plainScript(card));
    scripts.react = publisher.put('/react-card.js', 'text/javascript', await reactScript(card));
    scripts.frames = publisher.put('/frames.js', 'text/javascript', frameScript);
  }

  return {
    page,
    feed,
    recordFile,
    scripts,
    makeYardsticks,
    close: async () => {
      await paper.close();
      await publisher.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof makePages>>} Pages */
