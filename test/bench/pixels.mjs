// @ts-check
/** Checks that all contenders paint the same pixels; otherwise the comparison would be meaningless. */
import { firstPainted } from './pages.mjs';
import { visit } from './visits.mjs';

/** Counts the pixels of two pictures that differ visibly. Runs in a page. @param {readonly string[]} urls */
async function differing(urls) {
  const [one, other] = await Promise.all(
    urls.map(async (url) => {
      const picture = new Image();
      picture.src = url;
      await picture.decode();
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context?.drawImage(picture, 0, 0);
      return context?.getImageData(0, 0, picture.width, picture.height).data;
    }),
  );
  if (one?.length !== other?.length) return Infinity;
  let count = 0;
  for (let at = 0; at < (one?.length ?? 0); at++) if (Math.abs((one?.[at] ?? 0) - (other?.[at] ?? 0)) > 8) count++;
  return count;
}

/** @param {import('./run.mjs').Bench} bench */
export async function samePixels({ browser, pages }) {
  /** @type {string | undefined} */
  let ours;
  const table = [];
  const comparing = await browser.newPage();
  for (const contender of /** @type {const} */ (['ours', 'static', 'plain', 'react'])) {
    const url = await pages.page(contender, { count: 2, bare: true });
    const { then = '' } = await visit(browser, url, { painted: firstPainted[contender] }, async (page) =>
      (await page.screenshot({ fullPage: true })).toString('base64'),
    );
    const picture = `data:image/png;base64,${then}`;
    ours ??= picture;
    const count = await comparing.evaluate(differing, [ours, picture]);
    // A parser merges neighbouring text nodes into one, which moves a letter by a fraction of a pixel.
    if (count > 2000) throw new Error(`${contender} paints something else than we do`);
    table.push({ contender, 'pixels that differ from ours (of two cards)': String(count / 3) });
  }
  await comparing.close();
  return table;
}
