/** A page's style sheet: the properties that a card inherits on purpose, and those that must not reach it. */
import { describe, expect, it } from 'vitest';
import { fallback, inlineFeed } from './feeds.js';
import { site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

/** The article's font and colour, which the card inherits. */
const article = `html { margin: 0 } body { margin: 0; width: 640px; font: 18px/1.6 Georgia, serif; color: rgb(40, 20, 60) }`;

const embeds = `<div><provision-card record="T-1">${inlineFeed}${fallback}<i slot="note">A note.</i></provision-card></div>
  <div>Rated <provision-severity record="T-1">${inlineFeed}medium</provision-severity> by its analysts.</div>
  <div><provision-comparison record="T-1">${inlineFeed}</provision-comparison></div>`;

/** Opens an article with all elements painted under a style sheet. */
async function openWith(css: string, body = embeds): Promise<Visit> {
  const paper = await site();
  const reader = await visitor();
  await reader.open(paper.page(body, { head: `<style>${css}</style><script src="${paper.scripts()}"></script>` }));
  await painted(reader.page).waitFor();
  expect(reader.complaints()).toEqual([]);
  return reader;
}

declare global {
  interface Window {
    looksByTest: () => Map<string, string>;
    plainByTest: Map<string, string>;
  }
}

/** Stores every computed property of every element and pseudo-element inside our elements. */
async function rememberLooks({ page }: Visit): Promise<number> {
  return page.evaluate(() => {
    // Custom properties belong to the page, and positions depend on the element's place in it.
    const places = /^(?:--.*|top|bottom|left|right|inset.*)$/;
    const properties = [...getComputedStyle(document.body)].filter((name) => !places.test(name));
    window.looksByTest = () => {
      const looks = new Map<string, string>();
      for (const host of document.querySelectorAll('provision-card, provision-severity, provision-comparison')) {
        for (const [index, piece] of [...host.shadowRoot!.querySelectorAll(':not(style)')].entries()) {
          for (const pseudo of ['', '::before', '::after']) {
            const style = getComputedStyle(piece, pseudo || null);
            if (pseudo && /^(?:none|normal)$/.test(style.content)) continue;
            const name = `${host.localName} ${index} ${piece.localName}.${piece.getAttribute('class') ?? ''}${pseudo}`;
            for (const property of properties) looks.set(`${name} ${property}`, style.getPropertyValue(property));
          }
        }
      }
      return looks;
    };
    window.plainByTest = window.looksByTest();
    return window.plainByTest.size;
  });
}

/** Lists the properties that a further style sheet changes: `element property: before → after`. */
function changedBy({ page }: Visit, css: string): Promise<string[]> {
  return page.evaluate((text) => {
    const sheet = document.head.appendChild(Object.assign(document.createElement('style'), { textContent: text }));
    const changed = [...window.looksByTest()]
      .filter(([name, value]) => window.plainByTest.get(name) !== value)
      .map(([name, value]) => `${name}: ${window.plainByTest.get(name)} → ${value}`);
    sheet.remove();
    return changed;
  }, css);
}

/** Styles that a page sets for itself and that must not reach into a card. */
const leaks = [
  ':root { font-size: 62.5% }',
  'body { text-transform: uppercase }',
  'body { letter-spacing: 0.2em }',
  'body { word-spacing: 1em }',
  'body { text-align: center }',
  'body { text-indent: 3em }',
  'body { text-shadow: 2px 2px red }',
  'body { line-height: 3 }',
  'body { white-space: pre }',
  'body { word-break: break-all }',
  'body { hyphens: auto }',
  'body { quotes: none }',
  'body { list-style: square inside }',
  'body { cursor: wait }',
  'body { border-collapse: collapse; caption-side: bottom; empty-cells: hide }',
  'body { -webkit-text-fill-color: red; -webkit-text-stroke: 1px red }',
  'body { fill: red; stroke: red; stroke-width: 9px }',
  '* { box-sizing: content-box !important; border-color: red !important; outline: 0 solid red !important }',
  'p, dl, dd, ul, li, blockquote, a, b, span, svg, path, button { all: unset !important; font-size: 99px !important; display: none !important }',
  '.root, .block, .badge, .title, .facts, .label, .section, .panel { display: none !important; color: red !important }',
  'article, [part], [popover], [role="heading"] { display: none !important }',
];

describe('a page’s styles', () => {
  it('leave the elements unchanged', async () => {
    const reader = await openWith(article);
    expect(await rememberLooks(reader)).toBeGreaterThan(20_000);
    if (!(await changedBy(reader, leaks.join('\n'))).length) return;
    // Find out which style leaked.
    const changed = new Map<string, string[]>();
    for (const css of leaks) changed.set(css, await changedBy(reader, css));
    expect(Object.fromEntries([...changed].filter(([, pieces]) => pieces.length))).toEqual({});
    expect.unreachable('They leak together, and none of them does alone');
  });

  it.each(['* { all: unset }', '* { all: unset !important }', '* { all: initial }'])(
    '%s lays the elements out, and the card inherits the article’s font and colour, a little smaller',
    async (css) => {
      const base = 'div { font: 18px/1.6 Georgia, serif; color: rgb(40, 20, 60) }';
      const reader = await openWith(`${css} ${css.includes('!') ? base.replaceAll(/(?=[;}])/g, ' !important') : base}`);
      const card = painted(reader.page);
      const style = await card.evaluate((element) => {
        const { display, fontFamily, fontSize, color } = getComputedStyle(element);
        return { display, fontFamily, fontSize, color };
      });
      // An element that the page resets to the initial font inherits nothing from the article.
      const inherits = css !== '* { all: initial }';
      expect(style).toEqual({
        display: 'block',
        fontFamily: inherits ? 'Georgia, serif' : style.fontFamily,
        // A guest has 0.94 of its host's font size.
        fontSize: inherits ? '16.92px' : '15.04px',
        color: inherits ? 'rgb(40, 20, 60)' : 'rgb(0, 0, 0)',
      });
      expect((await card.boundingBox())!.width).toBeGreaterThan(300);
      const title = card.locator('[part~="heading"]').first();
      expect(await title.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
      expect(await reader.page.locator('blockquote.own').isVisible()).toBe(false);
    },
  );

  it.each([
    ['font-family', 'body { font-family: monospace }', 'monospace'],
    ['font-size', 'body { font-size: 25px }', '23.5px'],
    ['color', 'body { color: rgb(1, 2, 3) }', 'rgb(1, 2, 3)'],
    ['color-scheme', 'body { color-scheme: dark }', 'dark'],
    ['direction', 'body { direction: rtl }', 'rtl'],
  ])('pass %s of the article on to the card', async (property, css, value) => {
    const reader = await openWith(`${article} ${css}`);
    const taken = await painted(reader.page).evaluate(
      (base, name) => getComputedStyle(base).getPropertyValue(name),
      property,
    );
    expect(taken).toBe(value);
  });

  async function expectHidden(css: string): Promise<void> {
    const paper = await site();
    const reader = await visitor();
    await reader.open(
      paper.page(`<section style="${css}"><p>A shut drawer.</p>${embeds}</section>`, {
        head: `<script src="${paper.scripts()}"></script>`,
      }),
    );
    await reader.told('provision-load', 3);
    const shown = await reader.page.screenshot();
    await reader.page.locator('section').evaluate((section) => section.remove());
    // The screenshot equals that of the empty page, pixel by pixel.
    expect(shown.equals(await reader.page.screenshot())).toBe(true);
  }

  it.each(['opacity: 0', 'display: none', 'content-visibility: hidden', 'clip-path: inset(50%)'])(
    'hide the card too when %s hides its place',
    expectHidden,
  );

  // `all: initial` on the inner root would make it visible and clickable again.
  it('hide the card too when visibility: hidden hides its place', () => expectHidden('visibility: hidden'));

  it('keep clicks from the card when its place has pointer-events: none', async () => {
    const reader = await openWith(`${article} div { pointer-events: none }`);
    const box = (await painted(reader.page).boundingBox())!;
    const hit = await reader.page.evaluate(
      ([x, y]) => document.elementFromPoint(x!, y!)?.localName,
      [box.x + 20, box.y + 20],
    );
    expect(hit).not.toBe('provision-card');
  });

  // Text that is hidden by position extends the page when no box around it is positioned.
  it('do not make the page longer when the article scrolls in a box', async () => {
    const reader = await openWith(article, `<main style="height: 300px; overflow: auto">${embeds}</main>`);
    const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBe(900);
  });
});

describe('the probe itself', () => {
  it('detects a style that leaks', async () => {
    const reader = await openWith(article);
    await rememberLooks(reader);
    expect(await changedBy(reader, 'body { color: red }')).toContain(
      'provision-card 0 article.root block level-medium guest color: rgb(40, 20, 60) → rgb(255, 0, 0)',
    );
    expect(await changedBy(reader, 'body { background: red }')).toEqual([]);
  });
});
