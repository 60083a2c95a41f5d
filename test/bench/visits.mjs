// @ts-check
/** One visit of a page in its own context: its cost, and its paint times. */

/**
 * @typedef {object} Conditions
 * @property {number} [slowDown]  of the processor
 * @property {boolean} [slowLine]  150 ms, 1.6 Mbit/s
 * @property {string} [painted]  an expression that is true when the card is painted
 * @property {string} [words]  the same for the quotation, which may be painted before
 */

/**
 * @typedef {object} Cost  all times in milliseconds
 * @property {number} work  of the page's main thread, in total
 * @property {number} script
 * @property {number} layout  and style
 * @property {number} heap  bytes, after a collection
 * @property {number} requests
 * @property {number} bytes  received
 * @property {number} longest  task; 0 if none took 50 ms
 * @property {number} painted  since the navigation began
 * @property {number} words
 * @property {number} shift  cumulative
 */

/**
 * Observes the page from the start; the overhead is the same for all contenders. Runs in the page.
 * @param {{ painted: string | undefined, words: string | undefined }} what
 */
function watch({ painted, words }) {
  const seen = { painted: NaN, words: NaN, longest: 0, shift: 0 };
  /** @type {any} */ (globalThis).bench = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });
  /** @param {string | undefined} expression @param {'painted' | 'words'} name */
  const look = (expression, name) => {
    if (expression === undefined) return;

    const isThere = new Function(`return ${expression}`);
    const frame = () => {
      if (!isThere()) requestAnimationFrame(frame);
      // After the frame that contains it.
      else setTimeout(() => (seen[name] = performance.now()));
    };
    requestAnimationFrame(frame);
  };
  look(painted, 'painted');
  look(words, 'words');
}

/** @param {import('playwright').CDPSession} session */
async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const of = Object.fromEntries(list.map(({ name, value }) => [name, value]));
  return (/** @type {string} */ name) => of[name] ?? 0;
}

/**
 * Waits until the page is idle, for ten seconds at most.
 * @param {import('playwright').CDPSession} session
 * @param {string} url
 */
async function quiet(session, url) {
  let last = -1;
  const end = performance.now() + 10_000;
  for (let calm = 0; calm < 3;) {
    await new Promise((done) => setTimeout(done, 120));
    const work = (await metrics(session))('TaskDuration');
    calm = work - last < 0.003 ? calm + 1 : 0;
    last = work;
    if (performance.now() > end) {
      console.warn(`Not quiet after ten seconds: ${url}`);
      return;
    }
  }
}

/**
 * Visits a page and measures its cost.
 *
 * @template T
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {Conditions} conditions
 * @param {(page: import('playwright').Page, tools: { session: import('playwright').CDPSession, work: () => Promise<number>, quiet: () => Promise<void>, heap: () => Promise<number> }) => Promise<T>} [then]  runs when the page is quiet
 * @returns {Promise<Cost & { then: T | undefined }>}
 */
export async function visit(browser, url, { slowDown, slowLine, painted, words }, then) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  try {
    // Long enough for a quarter of the speed on a busy machine.
    context.setDefaultTimeout(180_000);
    const page = await context.newPage();
    if (painted ?? words) await page.addInitScript(watch, { painted, words });
    else await page.addInitScript(watch, { painted: undefined, words: undefined });
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Network.enable');
    let requests = 0;
    let bytes = 0;
    session.on('Network.requestWillBeSent', () => requests++);
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    if (slowDown) await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    if (slowLine) {
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1.6e6 / 8,
        uploadThroughput: 750e3 / 8,
      });
    }
    await page.goto(url, { waitUntil: 'load' });
    if (painted) await page.waitForFunction(() => !Number.isNaN(/** @type {any} */ (globalThis).bench.painted));
    await quiet(session, url);
    const after = await metrics(session);
    const seen = await page.evaluate(() => /** @type {any} */ (globalThis).bench);
    const cost = {
      work: after('TaskDuration') * 1000,
      script: after('ScriptDuration') * 1000,
      layout: (after('LayoutDuration') + after('RecalcStyleDuration')) * 1000,
      requests,
      bytes,
      longest: seen.longest,
      painted: seen.painted,
      words: seen.words,
      shift: seen.shift,
    };
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await metrics(session))('JSHeapUsedSize');
    };
    const tools = {
      session,
      heap,
      work: async () => (await metrics(session))('TaskDuration') * 1000,
      quiet: () => quiet(session, url),
    };
    const result = await then?.(page, tools);
    return { ...cost, heap: await heap(), then: result };
  } finally {
    await context.close();
  }
}
