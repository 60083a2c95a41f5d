/** The text that tools read from the page. The reasons are in docs/decisions/inner-text.md. */
import { expect, it } from 'vitest';
import { inEveryEngine } from '../hostile/support/engines.js';
import { hostilePage, twoSites } from '../hostile/support/page.js';
import { records } from './feeds.js';
import { feed } from './site.js';

const words = 'The words of the article.';

inEveryEngine((engine) => {
  it.each([
    ['an element', (src: string) => `<provision-card src="${src}" record="T-1"><p>${words}</p></provision-card>`],
    [
      'a quotation',
      (src: string) =>
        `<blockquote class="provision-embed" data-src="${src}" data-record="T-1"><p>${words}</p></blockquote>`,
    ],
  ])('keeps the words of %s in textContent once, and in innerText until the card is shown', async (_, embed) => {
    const { paper, publisher } = await twoSites();
    const tab = await engine.tab();
    const texts = () =>
      tab.evaluate(() => {
        const host = document.querySelector('#embed > *')!;
        const card = host.localName === 'provision-card' ? host : host.shadowRoot?.querySelector('provision-card');
        const squeezed = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
        return {
          card: !!card?.shadowRoot?.querySelector('article'),
          innerText: squeezed(document.body.innerText),
          textContent: squeezed(document.body.textContent),
        };
      });
    const body = (src: string) => `<p>Before.</p><div id="embed">${embed(src)}</div><p>After.</p>`;
    const all = { innerText: `Before. ${words} After.`, textContent: `Before.${words}After.` };

    await tab.open(hostilePage(paper, body(`${publisher.origin()}/none.json`), { path: '/without' }));
    await expect.poll(texts).toEqual({ card: false, ...all });

    await tab.open(hostilePage(paper, body(publisher.serve('/feed.json', feed(records)))));
    await expect.poll(texts).toEqual({ card: true, ...all, innerText: 'Before. After.' });
  });
});
