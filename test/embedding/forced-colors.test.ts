/** In a system's high-contrast colours a level still has its word, its shape and its border. */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

const levels = ['critical', 'high', 'medium-high', 'medium', 'low-medium', 'low', 'info', 'none', 'unknown'];

interface Badge {
  word: string;
  /** The path, fill, clip and dashes of the shape. */
  shape: string;
  text: string;
  border: string;
  outline: string;
  background: string;
}

async function badges({ page }: Visit): Promise<Badge[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('provision-severity')].map((host) => {
      const root = host.shadowRoot!;
      const badge = root.querySelector('[part~="badge"]')!;
      const [fill, outline] = [root.querySelector('.fill')!, root.querySelector('.outline')!];
      const style = getComputedStyle(badge);
      const { fill: filled, clipPath } = getComputedStyle(fill);
      const { stroke, strokeDasharray } = getComputedStyle(outline);
      return {
        word: root.querySelector('.word')!.textContent,
        shape: [outline.getAttribute('d'), filled === 'none' ? 'empty' : 'filled', clipPath, strokeDasharray].join(' '),
        text: style.color,
        border: `${style.borderTopStyle} ${style.borderTopWidth} ${style.borderTopColor}`,
        outline: stroke,
        background: style.backgroundColor,
      };
    }),
  );
}

/** Counts the colours of each matching element in a screenshot. */
async function coloursOf(reader: Visit, selector: string): Promise<number[]> {
  const shots: string[] = [];
  for (const piece of await reader.page.locator(selector).all())
    shots.push((await piece.screenshot()).toString('base64'));
  const reading = await reader.context.newPage();
  return reading.evaluate(
    (images) =>
      Promise.all(
        images.map(async (image) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          canvas.drawImage(bitmap, 0, 0);
          const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }),
      ),
    shots,
  );
}

async function openLevels(colorScheme: 'light' | 'dark'): Promise<Visit> {
  const paper = await site();
  const reader = await visitor({ forcedColors: 'active', colorScheme });
  const body = levels
    .map((level) => `<p>Rated <provision-severity level="${level}">${level}</provision-severity>.</p>`)
    .join('');
  await reader.open(paper.page(body, { head: `<script src="${paper.scripts()}"></script>` }));
  await painted(reader.page, 'provision-severity').last().waitFor();
  return reader;
}

describe.each(['light', 'dark'] as const)('forced colours on a %s system', (scheme) => {
  it('leave every level its word, its shape and its border', async () => {
    const reader = await openLevels(scheme);
    expect(await reader.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const shown = await badges(reader);
    expect(shown.map(({ word }) => word)).toEqual(levels);
    expect(new Set(shown.map(({ shape }) => shape)).size).toBe(levels.length);
    const ink = scheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
    for (const { text, border, outline, background } of shown) {
      expect([text, border, outline]).toEqual([ink, `solid 1px ${ink}`, ink]);
      expect(background).not.toBe(ink);
    }
    // A shape with one colour in the screenshot would be invisible.
    const colours = await coloursOf(reader, 'provision-severity [part~="shape"]');
    expect(colours).toHaveLength(levels.length);
    for (const count of colours) expect(count).toBeGreaterThan(1);
  });

  it('leave the card its bar, and the popover its border', async () => {
    const [paper, publisher] = [await site(), await site()];
    const src = publisher.serve('/feed.json', feed(records));
    const reader = await visitor({ forcedColors: 'active', colorScheme: scheme });
    await reader.open(paper.page(card(src), { head: `<script src="${paper.scripts()}"></script>` }));
    const base = painted(reader.page);
    await base.waitFor();
    const [bar, page] = await base.evaluate((element) => [
      getComputedStyle(element, '::before').backgroundColor,
      getComputedStyle(document.body).color,
    ]);
    expect(bar).toBe(page);
    await reader.page.getByRole('button', { name: 'Severity: Medium' }).click();
    const panel = reader.page.locator('[part~="popover"]');
    await panel.getByText('You can say no to a part of it.').waitFor();
    await settled(reader.page);
    const [border, background] = await panel.evaluate((element) => {
      const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
      return [`${borderTopStyle} ${borderTopColor}`, backgroundColor];
    });
    expect(border).toMatch(/^solid /);
    expect(border).not.toBe(`solid ${background}`);
  });
});

describe('the probe itself', () => {
  it('detects a shape that is invisible', async () => {
    const reader = await openLevels('light');
    await reader.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.shape { color: Canvas !important } .badge { border: 0 !important }');
      document.querySelector('provision-severity')!.shadowRoot!.adoptedStyleSheets.push(sheet);
    });
    const [gone, next] = await coloursOf(reader, 'provision-severity [part~="shape"]');
    expect(gone).toBe(1);
    expect(next).toBeGreaterThan(1);
    expect((await badges(reader))[0]!.border).toMatch(/^none/);
  });
});
