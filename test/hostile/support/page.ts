/** A newspaper's page with every element and layout, and the functions that read its state. */
import { answer, site, type Headers, type Site } from '../../embedding/site.js';
import { recorderScript, type Recorded } from './recorder.js';
import type { Tab } from './engines.js';

/** Every element, all for one record, with the article's own words before and after. */
export function embeds(src: string, record: string): string {
  const from = `src="${src}" record="${record}"`;
  return `<p id="line">Words before <provision-severity ${from}>its rating</provision-severity> and words after it.</p>
    <div><provision-card id="full" layout="full" ${from}><p class="own">Own words.</p></provision-card></div>
    <div><provision-card id="article" ${from}><p class="own">Own words.</p></provision-card></div>
    <div><provision-card id="offers" sections="promotions comparison" ${from}><p class="own">Own words.</p></provision-card></div>
    <div><provision-clause ${from}><p class="own">Own words.</p></provision-clause></div>
    <div><provision-comparison limit="1" ${from}><p class="own">Own words.</p></provision-comparison></div>
    <div><provision-changes ${from}><p class="own">Own words.</p></provision-changes></div>
    <p id="last">The last words of the article.</p>`;
}

/** The number of elements that `embeds` puts into a page. */
export const embedCount = 7;

interface PageOptions {
  readonly path?: string;
  /** HTML before the script, after the recorder. */
  readonly before?: string;
  readonly after?: string;
  readonly headers?: Headers;
  /** Attributes of both script tags. */
  readonly attributes?: string;
  readonly script?: string;
}

/** A page with the recorder and the built script, in this order, on its own site. */
export function hostilePage(on: Site, body: string, options: PageOptions = {}): string {
  const { path = '/article', before = '', after = '', headers = {}, attributes = '', script } = options;
  on.serve('/recorder.js', answer(200, 'text/javascript', recorderScript));
  const src = script ?? on.scripts().slice(on.origin().length);
  const head = `<link rel="icon" href="data:,"><script ${attributes} src="/recorder.js"></script>${before}<script ${attributes} src="${src}"></script>${after}`;
  return on.page(body, { path, head, headers });
}

/** A paper and a publisher, each with an origin of its own. */
export async function twoSites(): Promise<{ paper: Site; publisher: Site }> {
  return { paper: await site(), publisher: await site() };
}

export function recorded(tab: Tab): Promise<Recorded> {
  return tab
    .evaluate(() => window.recorder.stringify(window.recorder.recorded))
    .then((json) => JSON.parse(json) as Recorded);
}

/**
 * Everything that a clean page must not have: executed payloads, uncaught errors, console lines, violations of its
 * policy.
 */
export function complaints({ executed, errors, console, violations }: Recorded): string[] {
  return [
    ...executed.map((one) => `ran: ${one}`),
    ...errors.map((one) => `uncaught: ${one}`),
    ...console,
    ...violations.map((one) => `forbidden: ${one}`),
  ];
}

/** Resolves when `count` elements have dispatched `provision-load` or `provision-error`. */
export function settledElements(tab: Tab, count = embedCount): Promise<void> {
  return tab.evaluate((times) => window.recorder.dispatched(times, 'provision-load', 'provision-error'), count);
}

/** Addresses that the page requested outside the test's own sites. */
export function strangeRequests(tab: Tab, ...sites: readonly Site[]): Promise<string[]> {
  return tab.evaluate(
    (origins) =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.startsWith('data:') && !origins.some((origin) => name.startsWith(`${origin}/`))),
    sites.map((one) => one.origin()),
  );
}

/** Paths that the paper's server received other than the page, the recorder, the script and its chunks. */
export function strangePaths(paper: Site, ...known: readonly string[]): string[] {
  const expected = new Set(['/article', '/recorder.js', '/dist/provision-embed.js', ...known]);
  return paper.requests
    .map(({ path }) => path)
    .filter((path) => !expected.has(path) && !path.startsWith('/dist/chunks/'));
}
