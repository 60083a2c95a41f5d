/** The look, the data and the content of a quotation that a card replaces. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { change, feedOf, serve, wordings } from '../elements/support/changes.js';
import { heard, violations } from '../elements/support/heard.js';
import { fresh, slowNetwork } from '../elements/support/network.js';
import { clear, fixture, hasPart, next, part } from '../elements/support/page.js';
import { cardIn, host, looked, put, snippet } from './support.js';

const { first, second } = wordings;
const src = () => fresh('https://observatory.example/feed.json');

beforeEach(() => {
  document.documentElement.lang = 'en-GB';
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  clear();
  document.head.querySelector('#paper')?.remove();
  vi.restoreAllMocks();
});

/** Adds the newspaper's style sheet. */
function paper(css: string): void {
  document.head.append(Object.assign(document.createElement('style'), { id: 'paper', textContent: css }));
}

const embed = (attributes: string, words: string = first) => snippet(`class="provision-embed" ${attributes}`, words);

async function painted(quotation: HTMLElement) {
  await next(quotation, 'provision-load');
  const card = cardIn(quotation);
  await card.updateComplete;
  return card;
}

describe('attributes of the snippet', () => {
  it('configure the card, each of them', async () => {
    serve(feedOf(first));
    const quotation = put(
      embed(
        `data-src="${src()}" data-record="r-1" data-layout="compact" data-sections="clause why" data-mode="live" data-lang="en-US" data-heading-level="5" data-refresh="120"`,
      ),
    );
    const card = await painted(quotation);
    expect(
      ['record', 'layout', 'sections', 'mode', 'lang', 'heading-level', 'refresh', 'cache'].map((name) =>
        card.getAttribute(name),
      ),
    ).toEqual(['r-1', 'compact', 'clause why', 'live', 'en-US', '5', '120', null]);
    expect(part(card, 'heading').getAttribute('aria-level')).toBe('5');
    expect(hasPart(card, 'clause')).toBe(true);
  });

  it('set nothing on the card if they only resemble an attribute of the snippet', async () => {
    serve(feedOf(first));
    const card = await painted(
      put(embed(`data-src="${src()}" data-onclick="x" data-style="color:red" data-hidden="" data-id="x"`)),
    );
    expect(card.getAttributeNames().sort()).toEqual(['exportparts', 'lang', 'src']);
  });

  it('show the new record when they change, and the latest request wins', async () => {
    const { urls, release } = slowNetwork();
    const several = fresh(fixture('several.json'));
    const quotation = put(embed(`data-src="${fresh(fixture('one.json'))}"`));
    await expect.poll(() => urls).toHaveLength(1);
    Object.assign(quotation.dataset, { src: several, record: 'a' });
    await expect.poll(() => urls).toHaveLength(2);
    const loaded = painted(quotation);
    release(several);
    const card = await loaded;
    expect(part(card, 'heading').textContent).toContain('Record A');
    quotation.dataset['record'] = 'b';
    await painted(quotation);
    expect(part(card, 'heading').textContent).toContain('Record B');
    quotation.dataset['layout'] = 'compact';
    await expect.poll(() => card.layout).toBe('compact');
    quotation.removeAttribute('data-layout');
    await expect.poll(() => card.layout).toBeNull();
  });

  it('are not needed: a changed source link shows the new record', async () => {
    serve(feedOf(first));
    const quotation = put(snippet('', first, `${host}changes-1`));
    const card = await painted(quotation);
    quotation.querySelector('a')!.href = `${host}changes-2`;
    await painted(quotation);
    expect(card.src).toBe(`${host}changes-2.json`);
  });
});

describe('the reader’s HTML', () => {
  it('is neither moved nor changed, and gets no attribute', async () => {
    serve(feedOf(second));
    const quotation = put(embed(`data-src="${src()}"`));
    const before = quotation.outerHTML;
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(quotation, { attributes: true, childList: true, characterData: true, subtree: true });
    await painted(quotation);
    quotation.remove();
    document.body.append(quotation);
    await looked();
    expect(seen).toEqual([]);
    expect(quotation.outerHTML).toBe(before);
  });

  it('is visible until the card is painted and again after an error, but never together with the card', async () => {
    const { urls, release } = slowNetwork();
    const address = fresh(fixture('one.json'));
    const quotation = put(embed(`data-src="${address}"`));
    await looked();
    await expect.element(page.getByText(first)).toBeVisible();
    await expect.poll(() => urls).toHaveLength(1);
    release(address);
    const card = await painted(quotation);
    expect(part(card, 'heading').checkVisibility()).toBe(true);
    expect(heard(quotation)).not.toContain('Broad licence —');
    await expect.element(page.getByText(first)).not.toBeVisible();
    expect(await violations(quotation)).toEqual([]);
    vi.restoreAllMocks();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const failed = next(quotation, 'provision-error');
    quotation.dataset['src'] = src();
    await failed;
    await card.updateComplete;
    await expect.element(page.getByText(first)).toBeVisible();
    expect(heard(quotation)).not.toContain('cannot');
  });

  it('stays visible if another library has registered the card’s tag', async () => {
    // Return a foreign class without constructing it, because its behaviour is not part of this test.
    vi.spyOn(customElements, 'get').mockReturnValue(class extends HTMLElement {});
    const { upgradeQuotations } = await import('../../src/auto-embed/watch.js');
    expect(() => {
      upgradeQuotations(undefined);
    }).not.toThrow();
  });

  it('is compared with the record only after the parser has passed its end', async () => {
    serve(feedOf(first));
    Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
    const quotation = document.createElement('blockquote');
    quotation.className = 'provision-embed';
    quotation.dataset['src'] = src();
    document.body.append(quotation);
    await looked();
    quotation.innerHTML = `<p>${first}</p>`;
    await looked();
    expect(quotation.shadowRoot).toBeNull();
    document.body.append('What stands below.');
    await painted(quotation);
    Reflect.deleteProperty(document, 'readyState');
    await looked();
    expect(hasPart(cardIn(quotation), 'notice')).toBe(false);
  });
});

describe('the newspaper’s style for quotations', () => {
  const css = `
    body { font: 18px/1.5 serif; color: rgb(10, 20, 30) }
    blockquote { margin: 1.5em auto; padding: 2em; border-left: 4px solid red; background: #eee; box-shadow: 0 0 4px;
      font: italic 24px/1.2 fantasy; color: rgb(200, 0, 0); display: flex }
    blockquote::before { content: '“'; font-size: 80px }
    blockquote::after { content: '”' }
    blockquote > p { flex: 1 }`;
  const boxes = (quotation: HTMLElement) =>
    [quotation, ...quotation.querySelectorAll('p, a')].map((one) => JSON.stringify(one.getBoundingClientRect()));
  const look = (quotation: HTMLElement, pseudo?: string) => {
    const { padding, border, backgroundColor, boxShadow, fontStyle, fontSize, fontFamily, color, content, direction } =
      getComputedStyle(quotation, pseudo);
    return { padding, border, backgroundColor, boxShadow, fontStyle, fontSize, fontFamily, color, content, direction };
  };

  it('applies to the quotation, to the pixel as without our script, but not to the card', async () => {
    paper(css);
    const { urls, release } = slowNetwork();
    const address = fresh(fixture('one.json'));
    const html = embed(`data-src="${address}" dir="auto" lang="ar"`, 'بند الشروط');
    const untouched = put(html.replaceAll('data-src', 'data-other'));
    const [plain, plainBoxes] = [look(untouched), boxes(untouched)];
    const [before, after] = [look(untouched, '::before'), look(untouched, '::after')];
    untouched.remove();
    const quotation = put(html);
    await expect.poll(() => urls).toHaveLength(1);
    expect(cardIn(quotation)).toBeTruthy();
    expect(look(quotation)).toEqual(plain);
    expect(look(quotation, '::before')).toEqual(before);
    expect(look(quotation, '::after')).toEqual(after);
    expect(boxes(quotation)).toEqual(plainBoxes);
    expect(plain.direction).toBe('rtl');

    const loaded = painted(quotation);
    release(address);
    const card = await loaded;
    const { left, width } = card.getBoundingClientRect();
    const around = quotation.getBoundingClientRect();
    expect([left, width]).toEqual([around.left, around.width]);
    expect(look(quotation)).toMatchObject({
      padding: '0px',
      border: expect.stringContaining('0px'),
      backgroundColor: 'rgba(0, 0, 0, 0)',
      boxShadow: 'none',
      fontStyle: 'normal',
      fontSize: '18px',
      fontFamily: 'serif',
      color: 'rgb(10, 20, 30)',
      direction: 'ltr',
    });
    expect([look(quotation, '::before').content, look(quotation, '::after').content]).toEqual(['none', 'none']);
  });

  it('does not make the card narrower than the narrowest column', async () => {
    paper('');
    const column = put('<section style="inline-size: 280px"></section>');
    const quotation = put(embed(`data-src="${fresh(fixture('one.json'))}"`));
    column.append(quotation);
    const card = await painted(quotation);
    expect(card.getBoundingClientRect().width).toBe(280);
  });

  it.each([
    ['loses the browser’s indent', '', 0],
    ['keeps the newspaper’s own indent', 'blockquote { margin: 1em 30px }', 30],
    ['keeps the browser’s indent if a wider card would be cut off', 'blockquote { overflow: hidden }', 40],
  ])('%s', async (_, css, indent) => {
    paper(css);
    const quotation = put(embed(`data-src="${fresh(fixture('one.json'))}"`));
    const before = quotation.getBoundingClientRect();
    const card = await painted(quotation);
    const column = quotation.parentElement!.getBoundingClientRect();
    const { left, right } = card.getBoundingClientRect();
    expect([left - column.left, column.right - right]).toEqual([indent, indent]);
    // A quotation that moved would count as a layout shift of everything in it.
    const { x, width } = quotation.getBoundingClientRect();
    expect([x, width]).toEqual([before.x, before.width]);
  });

  it.each([
    'display: inline-block',
    'width: fit-content',
    'float: right',
    'display: grid; grid-template-columns: 2em 1fr',
  ])('leaves the card readable: %s', async (css) => {
    paper(`blockquote { ${css} }`);
    const quotation = put(embed(`data-src="${fresh(fixture('one.json'))}"`));
    const card = await painted(quotation);
    expect(card.getBoundingClientRect().width).toBeGreaterThan(200);
  });

  it('hides the card together with the quotation', async () => {
    paper('.hidden { display: none }');
    const quotation = put(embed(`data-src="${fresh(fixture('one.json'))}"`));
    const card = await painted(quotation);
    quotation.classList.add('hidden');
    expect(card.checkVisibility()).toBe(false);
  });

  it('reaches the card’s parts and tokens through the quotation', async () => {
    paper('blockquote { --provision-radius: 9px } blockquote::part(heading) { color: rgb(1, 2, 3) }');
    const quotation = put(embed(`data-src="${fresh(fixture('one.json'))}"`));
    const card = await painted(quotation);
    expect(getComputedStyle(part(card, 'heading')).color).toBe('rgb(1, 2, 3)');
    expect(getComputedStyle(card).getPropertyValue('--provision-radius')).toBe('9px');
  });
});

describe('the published wording', () => {
  it('stays in its own language if it is quoted, and a notice reports the change', async () => {
    serve(feedOf(second, { changes: [change('substantive', first, second)] }));
    const quotation = put(embed(`data-src="${src()}" lang="en-AU"`));
    const kinds: string[] = [];
    quotation.addEventListener('provision-change', ({ kind }) => kinds.push(kind));
    const card = await painted(quotation);
    expect(kinds).toEqual(['clause']);
    expect(heard(card)).toContain('The wording quoted in this article is no longer in the document.');
    expect(part(card, 'quotation').textContent).toContain(first);
    expect(part(card, 'quotation').querySelector('p')!.lang).toBe('en-AU');
  });

  it('is compared by its hash', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(first));
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    serve(
      feedOf(second, {
        changes: [{ ...change('substantive', first, second), from: { text: first, clause_sha256: hash } }],
      }),
    );
    const quotation = put(
      `<blockquote class="provision-embed" data-src="${src()}" data-sha256="${hash}"><a href="${host}1">Source</a></blockquote>`,
    );
    const card = await painted(quotation);
    expect(heard(card)).toContain('This clause has changed since this article was published.');
  });

  it('is not assumed if the quotation has only a link, so that there is no false alarm', async () => {
    serve(feedOf(first));
    const quotation = put(`<blockquote><a href="${host}only-a-link">Broad licence, and what it means</a></blockquote>`);
    const card = await painted(quotation);
    expect(hasPart(card, 'notice')).toBe(false);
    expect(part(card, 'quotation').textContent).toContain(first);
  });

  it('is read from the application/json child', async () => {
    const { asked } = serve(feedOf(first));
    const quotation = put(
      `<blockquote class="provision-embed" data-src="${src()}"><p>${first}</p><script type="application/json">${JSON.stringify(feedOf(first, {}, {}, { title: 'As published' }))}</script></blockquote>`,
    );
    const card = await painted(quotation);
    expect(part(card, 'heading').textContent).toContain('As published');
    await expect.poll(() => asked).toHaveLength(1);
  });

  it('does not set the language of the card’s own messages', async () => {
    serve(feedOf(first));
    document.documentElement.lang = 'en-GB';
    const card = await painted(put(embed(`data-src="${src()}" lang="ar"`)));
    expect(card.lang).toBe('en-GB');
  });
});
