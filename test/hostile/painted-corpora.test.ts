/**
 * Public corpora of payloads in every text, address and date of a feed, painted by the built script with every element
 * open: no payload runs or causes a request, no element is blank, and no text changes the direction of another.
 */
import { describe, expect, it } from 'vitest';
import { item } from '../../src/feed/schema.js';
import { answer, cors, feed, type Site } from '../embedding/site.js';
import { addresses, dates, inventedMarkup, liveMarkup, markup, pollution, unicode } from './support/corpora.js';
import { inEveryEngine, type Engine, type Tab } from './support/engines.js';
import { filledFeed, filledItem, placesOf, type Words } from './support/filled.js';
import { lookerScript } from './support/look.js';
import { complaints, embeds, hostilePage, recorded, settledElements } from './support/page.js';
import { strangePaths, strangeRequests, twoSites } from './support/page.js';

const plain: Words = { text: 'Plain words', url: 'https://plain.example/page?a=1&b=2' };
/** Long enough for every text that is folded. */
const long: Words = { text: 'Long words. '.repeat(400), url: 'https://plain.example/' };
/** Equal texts are shown once, so here no two are equal. */
const different: Words[] = Array.from({ length: 8 }, (_, at) => ({
  text: `Plain words ${at}`,
  url: `https://plain.example/${at}`,
}));

/**
 * The number of corpus rows in one record. The rows take turns, so each fills every n-th place of the record, and each
 * meets places of every kind. With `FUZZ_RUNS`, each row has a record of its own and fills every place. Firefox and
 * WebKit take three times as long for a record, so twelve times as many rows share one.
 */
const rowsARecord = (engine: Engine): number => (process.env['FUZZ_RUNS'] ? 1 : engine.name === 'chromium' ? 8 : 96);

interface Row {
  readonly id: string;
  /** The title comes first. */
  readonly says: readonly string[];
  readonly item: object;
  readonly words: readonly Words[];
}

interface Opened {
  readonly tab: Tab;
  readonly paper: Site;
  readonly publisher: Site;
}

function rowOf(words: readonly Words[], index: number): Row {
  const id = `r${index}`;
  const filled = filledItem(id, words);
  return { id, says: [String(filled['title']), ...words.map(({ text }) => text)], item: filled, words };
}

/** Distributes the words over records, `each` words per record. */
function rowsOf(words: readonly Words[], each: number): Row[] {
  const records = Array.from({ length: Math.ceil(words.length / each) }, (_, at) =>
    words.slice(at * each, (at + 1) * each),
  );
  return records.map(rowOf);
}

/**
 * Opens a page with all elements opened. The looker learns from records of ours which elements and attributes are
 * right.
 */
async function openPage(tab: Tab): Promise<Opened> {
  const { paper, publisher } = await twoSites();
  paper.serve('/looker.js', answer(200, 'text/javascript', lookerScript));
  const items = [filledItem('plain', [plain]), filledItem('long', [long]), filledItem('different', different)];
  const src = publisher.serve('/feed.json', feed(filledFeed(items, [plain, long, ...different])));
  await tab.open(hostilePage(paper, embeds(src, 'plain'), { before: '<script src="/looker.js"></script>' }));
  await settledElements(tab);
  await tab.evaluate(() => window.looker.openAll());
  for (const id of ['long', 'different', 'long', 'plain']) {
    await tab.evaluate((record) => window.looker.paint(record), id);
    await tab.evaluate(() => window.looker.learn());
  }
  expect(complaints(await recorded(tab))).toEqual([]);
  expect(await tab.evaluate(() => window.looker.look(['Plain words']))).toEqual([]);
  return { tab, paper, publisher };
}

/** Splits the rows into feeds of about two megabytes, because the size of a feed is capped. */
function* feedsOf(rows: readonly Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let size = 0;
  for (const row of rows) {
    batch.push(row);
    size += JSON.stringify(row.item).length;
    if (size < 2e6) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length) yield batch;
}

/** Paints one record after the other; returns the problems of each, and those of the page. */
async function paintAll({ tab, paper, publisher }: Opened, rows: readonly Row[]): Promise<string[]> {
  let count = 0;
  for (const batch of feedsOf(rows)) {
    const path = `/feed-${count++}.json`;
    const items = batch.map((row) => row.item);
    const src = publisher.serve(
      path,
      feed(
        filledFeed(
          items,
          batch.flatMap(({ words }) => words),
        ),
      ),
    );
    const problems = await tab.evaluate(
      async ({ records, from }) => {
        const found: string[] = [];
        for (const { id, says } of records) {
          for (const problem of await window.looker.paint(id, says, from))
            found.push(`${id} "${says.map((text) => text.slice(0, 80)).join('", "')}": ${problem}`);
          if (found.length > 20) break;
        }
        return found;
      },
      { records: batch.map(({ id, says }) => ({ id, says })), from: src },
    );
    if (problems.length) return problems;
  }
  expect(publisher.requests.map(({ path }) => path)).toEqual([
    '/feed.json',
    ...Array.from({ length: count }, (_, index) => `/feed-${index}.json`),
  ]);
  return [
    ...complaints(await recorded(tab)),
    ...(await tab.evaluate(() => window.looker.prototypes())),
    ...(await strangeRequests(tab, paper, publisher)),
    ...strangePaths(paper, '/looker.js'),
  ];
}

it('fills every place of the format in a filled record', () => {
  const places = placesOf(item);
  const whole = filledItem('a', [plain]);
  const valueAt = (place: string) =>
    place
      .split('/')
      .slice(1)
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], whole);
  expect(places.length).toBeGreaterThan(120);
  expect(places.filter((place) => valueAt(place) === undefined)).toEqual([]);
});

inEveryEngine((engine) => {
  const paint = async (rows: readonly Row[]) => paintAll(await openPage(await engine.tab()), rows);

  it('shows markup in every text as characters', { timeout: 180_000 }, async () => {
    const words = markup.map((text, index) => ({ text, url: `https://plain.example/?${index}` }));
    expect(await paint(rowsOf(words, rowsARecord(engine)))).toEqual([]);
  });

  it('keeps Unicode in every text in its place', { timeout: 180_000 }, async () => {
    const words = unicode.map((text, index) => ({ text, url: `https://plain.example/?${index}` }));
    // One text per record, so that no text can undo the direction that the one before it set.
    expect(await paint(rowsOf(words, 1))).toEqual([]);
  });

  it('turns addresses in every address into links to http(s), or into no links', { timeout: 180_000 }, async () => {
    const all = [...addresses, ...inventedMarkup, ...liveMarkup];
    const words = all.map((url) => ({ text: 'Plain words', url }));
    expect(await paint(rowsOf(words, rowsARecord(engine)))).toEqual([]);
  });

  it('shows dates in every date as dates, or leaves them out', { timeout: 180_000 }, async () => {
    const words = dates.map((date) => ({ ...plain, date }));
    expect(await paint(rowsOf(words, rowsARecord(engine)))).toEqual([]);
  });

  it('changes no prototype when members are named like one', { timeout: 180_000 }, async () => {
    const opened = await openPage(await engine.tab());
    const rows = pollution
      .filter((text) => {
        try {
          return Boolean(JSON.parse(text));
        } catch {
          return false;
        }
      })
      .map((text, index) => ({ text, id: `r${index}` }));
    expect(rows.length).toBeGreaterThan(0);
    // As text, because an object literal would not keep a member `__proto__`.
    const items = rows.map(
      ({ text, id }) =>
        `{"id":"${id}","content_text":"Plain words","title":"Plain words","_provision":${text},"authors":[${text}],"x":${text}}`,
    );
    const body = `{"version":"https://jsonfeed.org/version/1.1","title":"T","_provision_feed":${pollution[0]!},"items":[${items.join()}]}`;
    const src = opened.publisher.serve('/polluted.json', answer(200, 'application/json', body, cors));
    const problems = await opened.tab.evaluate(
      async ({ ids, from }) => {
        const found: string[] = [];
        for (const id of ids) found.push(...(await window.looker.paint(id, ['Plain words'], from)));
        return found;
      },
      { ids: rows.map(({ id }) => id), from: src },
    );
    expect(problems.filter((problem) => !problem.endsWith(': blank'))).toEqual([]);
    expect(await opened.tab.evaluate(() => window.looker.prototypes())).toEqual([]);
    expect(complaints(await recorded(opened.tab)).filter((line) => !line.startsWith('warn: '))).toEqual([]);
  });

  describe('the looker itself', () => {
    /**
     * A card as it must not be written: the feed's text as HTML, its address as a link, and its text in the article's
     * own line.
     */
    async function naive(text: string, url: string): Promise<{ tab: Tab; paper: Site }> {
      const { paper } = await twoSites();
      paper.serve('/looker.js', answer(200, 'text/javascript', lookerScript));
      const tab = await engine.tab();
      const body = '<p id="line">Words before <i id="inline"></i> and words after it.</p><naive-card></naive-card>';
      await tab.open(hostilePage(paper, body, { before: '<script src="/looker.js"></script>' }));
      await tab.evaluate(
        async ({ said, href }) => {
          const root = document.querySelector('naive-card')!.attachShadow({ mode: 'open' });
          root.innerHTML = '<p>Right.</p><a rel="noopener" href="https://plain.example/">Link</a>';
          window.looker.learn();
          root.innerHTML = `<p>${said}</p><a rel="noopener">Link</a>`;
          root.querySelector('a')?.setAttribute('href', href);
          document.querySelector('#inline')!.textContent = said;
          // A payload runs in a later task.
          for (let turn = 0; turn < 50 && !window.recorder.recorded.executed.length; turn++) {
            await new Promise((next) => setTimeout(next, 10));
          }
        },
        { said: text, href: url },
      );
      return { tab, paper };
    }

    it('detects a payload that runs, a request and an unknown element', async () => {
      const { tab, paper } = await naive(inventedMarkup[0]!, 'https://plain.example/');
      expect((await recorded(tab)).executed).toEqual(['alert 1']);
      expect(strangePaths(paper, '/looker.js')).toEqual(['/x']);
      expect(await tab.evaluate(() => window.looker.look())).toContain('naive-card: strange img');
    });

    it('detects an unsafe address', async () => {
      const { tab } = await naive('Words', 'javascript:alert(1)');
      expect(await tab.evaluate(() => window.looker.look())).toEqual(['naive-card: href=javascript:alert(1)']);
    });

    it('detects words in reversed direction', async () => {
      const { tab } = await naive(unicode[0]!, 'https://plain.example/');
      expect(await tab.evaluate(() => window.looker.turned())).toContain('the page’s "words"');
    });

    it('detects a changed prototype', async () => {
      const { tab } = await naive('Words', 'https://plain.example/');
      const changed = await tab.evaluate((text) => {
        const merge = (to: Record<string, unknown>, from: Record<string, unknown>): void => {
          for (const [name, value] of Object.entries(from)) {
            if (typeof value === 'object') merge(to[name] as Record<string, unknown>, value as Record<string, unknown>);
            else to[name] = value;
          }
        };
        merge({}, JSON.parse(text) as Record<string, unknown>);
        return window.looker.prototypes();
      }, pollution[0]!);
      expect(changed).toContain('Object prototype polluted');
    });

    it('detects a blank element', async () => {
      const { tab } = await naive('', 'https://plain.example/');
      const blank = await tab.evaluate(() => {
        document.querySelector('naive-card')!.shadowRoot!.innerHTML = '';
        return window.looker.look();
      });
      expect(blank).toEqual(['naive-card: blank']);
    });
  });
});
