/**
 * A card never shows a different wording without a notice. When a chunk or a feed cannot be loaded, the record line
 * reports that the comparison was not made.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages as de } from '../../src/i18n/locales/de.js';
import { en } from '../../src/i18n/locales/en.js';
import { enChanges } from '../../src/i18n/locales/en-changes.js';
import { card, provision, quotation as now, records } from './feeds.js';
import { answer, closedPort, cors, feed, site } from './site.js';
import { painted, settled, visitor } from './visit.js';

const quoted = now.replace('unless you ask us not to', 'unless you have told us not to');
const quoting = (attributes = '') =>
  `<blockquote class="own" cite="https://records.example/r/T-1" ${attributes}><p>${quoted}</p>
<p><a href="https://records.example/r/T-1">The record of the clause</a></p></blockquote>`;
const inline = `<script type="application/json">${JSON.stringify({
  ...records,
  items: [{ ...provision, _provision: { ...provision._provision, clauses: [{ text: quoted }] } }],
})}</script>`;
const changedHash = `data-sha256="${'a'.repeat(64)}"`;

/** A card in an article whose reader has the script, but not this chunk. */
async function cardWithout(chunk: string | undefined, inside: string, { lang = 'en', src = '' } = {}) {
  const [paper, publisher] = [await site(), await site()];
  const script = paper.scripts();
  if (chunk !== undefined) paper.serve(`/dist/chunks/${chunk}`, answer(404, 'text/plain', '', cors));
  const address = src || publisher.serve('/feed.json', feed(records));
  const reader = await visitor();
  await reader.open(
    paper.page(`<div lang="${lang}">${card(address, 'T-1', { inside })}</div>`, {
      head: `<script async src="${script}"></script>`,
    }),
  );
  await reader.told('provision-load');
  await settled(reader.page);
  const text = async (part: string) =>
    (await painted(reader.page).locator(`[part~="${part}"]`).allInnerTexts()).join('\n');
  return {
    paper,
    reader,
    text,
    wording: await text('quotation'),
    line: await text('record'),
    notice: await text('notice'),
  };
}

/** Chunks that a card in an article may load; of the locales only German. */
const chunks = readdirSync(new URL('../../dist/chunks', import.meta.url))
  .filter((name) => name.endsWith('.js') && !/^(?!de)[a-z]{2}(?:-[A-Z][A-Za-z]+)?(?:-more)?-/.test(name))
  .sort();
const nameOf = (file: string) => file.replace(/-\w+\.js$/, '');
const code = chunks.find((name) => nameOf(name) === 'changes-chunk')!;

describe('a refused chunk', () => {
  it('for comparing makes the record line and the console report it once', async () => {
    const { reader, wording, line, notice } = await cardWithout(code, quoting());
    expect(wording).toContain(now);
    expect(line).toContain(en.unchecked);
    expect(notice).toBe('');
    expect(reader.console.filter((text) => text.startsWith('warning: [provision-embed]'))).toHaveLength(1);
    expect(reader.errors).toEqual([]);
  });

  it('for comparing leaves the published wording of a page that carries the record', async () => {
    const { wording, line } = await cardWithout(code, inline);
    expect(wording).toContain(quoted);
    expect(line).toContain(en.unchecked);
  });

  it.each([
    ['a quotation', quoting()],
    ['a quotation with the hash of another wording', quoting(changedHash)],
    ['the record', inline],
  ])('shows no other wording silently on a page with %s, whichever chunk is refused', async (_what, inside) => {
    const complete = await cardWithout(undefined, inside, { lang: 'de' });
    await complete.reader.page.waitForLoadState('networkidle');
    // The refusal of a chunk that the page does not load makes no difference.
    const loaded = chunks.filter((file) => complete.paper.count(`/dist/chunks/${file}`) > 0);
    expect(loaded.length).toBeGreaterThan(1);
    for (const file of loaded) {
      const { wording, line, notice, reader } = await cardWithout(file, inside, { lang: 'de' });
      const isSaid = [en.unchecked, de.unchecked].some((words) => line.includes(words)) || notice !== '';
      expect(wording.includes(quoted) || isSaid, `${file}: ${wording}`).toBe(true);
      expect(reader.errors, file).toEqual([]);
      await reader.context.close();
    }
  });
});

describe('a source that cannot be reached', () => {
  it.each([
    ['is down', async () => `${await closedPort()}/feed.json`],
    ['answers 404', async () => (await site()).serve('/feed.json', answer(404, 'text/html', 'Gone', cors))],
    [
      'sends no CORS header',
      async () => (await site()).serve('/feed.json', answer(200, 'application/feed+json', JSON.stringify(records))),
    ],
    [
      'sends half of a feed',
      async () => (await site()).serve('/feed.json', answer(200, 'application/feed+json', '{"items": [', cors)),
    ],
  ])(
    'leaves the published record when it %s, and the record line reports that it was not checked',
    async (_name, source) => {
      const { reader, text } = await cardWithout(undefined, inline, { src: await source() });
      await painted(reader.page).locator(`[part~="record"]:has-text("${en.unchecked}")`).waitFor();
      expect(await text('quotation')).toContain(quoted);
      expect(await text('notice')).toBe('');
    },
  );
});

describe('the notice about a different wording', () => {
  it('reports no more than that the quoted wording is gone, where only the page’s words are known', async () => {
    const { wording, notice, line } = await cardWithout(undefined, quoting());
    expect(wording).toContain(quoted);
    expect(notice).toContain(enChanges.quotedGone);
    expect(notice).not.toContain(enChanges.sincePublished.clause);
    expect(line).not.toContain(en.unchecked);
  });

  it('reports that the clause has changed, where the page carries a hash', async () => {
    const { notice } = await cardWithout(undefined, quoting(changedHash));
    expect(notice).toContain(enChanges.sincePublished.clause);
  });

  it('leaves out text that the page’s style hides', async () => {
    const hidden = quoting()
      .replace(quoted, `<span class="off">Copied from a newspaper. </span>${now}<span class="tiny">Share this</span>`)
      .replace(
        '<blockquote',
        '<style>.off{display:none}.tiny{position:absolute;clip-path:inset(50%)}</style><blockquote',
      );
    const { reader, notice, wording } = await cardWithout(undefined, hidden);
    expect([notice, wording.includes(now)]).toEqual(['', true]);
    // The card is painted by now, so the elements in its fallback have no computed style. The text must be the one from
    // before.
    await reader.page
      .locator('provision-card')
      .evaluate((element) => (element as unknown as { reload(): Promise<void> }).reload());
    await settled(reader.page);
    expect(await painted(reader.page).locator('[part~="notice"]').count()).toBe(0);
  });
});
