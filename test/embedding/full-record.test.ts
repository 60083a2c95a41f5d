/**
 * The complete record on real pages: its chunks, its evidence from real servers, its tools under a policy, and its
 * print.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { card, provision, quotation, records } from './feeds.js';
import { answer, builtScript, cors, feed, site, wholePage, type Headers, type Site } from './site.js';
import { painted, visitor, type Visit } from './visit.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const document = `<!doctype html><title>Terms</title><p>4. <b>We may read</b> what you write to us, unless you ask us not to,
and keep reading it where you have pressed a thumb.</p>`;

interface Given {
  readonly details?: object;
  readonly attributes?: string;
  readonly headers?: (news: Site, publisher: Site) => Headers;
}

/** Opens an article with one card and waits until it is painted. */
async function open({ details = {}, attributes = 'layout="full"', headers }: Given = {}): Promise<{
  reader: Visit;
  news: Site;
  publisher: Site;
}> {
  const [news, publisher] = [await site(), await site()];
  const item = { ...provision, _provision: { ...provision._provision, ...details } };
  const src = publisher.serve('/feed.json', feed({ ...records, items: [item] }));
  const reader = await visitor();
  await reader.open(
    news.page(card(src, 'T-1', { attributes }), {
      head: `<script src="${news.scripts()}"></script>`,
      ...(headers && { headers: headers(news, publisher) }),
    }),
  );
  await painted(reader.page).waitFor();
  return { reader, news, publisher };
}

async function checked({ page }: Visit): Promise<string[]> {
  await page.getByRole('button', { name: 'Check the evidence' }).click();
  const checks = page.locator('[part~="check"]');
  await checks.first().waitFor();
  return checks.allInnerTexts();
}

describe('the evidence, checked in the browser', () => {
  const clauses = [{ text: quotation, language: 'en', sha256: sha256(quotation) }];

  it.each([
    [
      'as it was captured',
      document,
      cors,
      sha256(document),
      'matches',
      'found, apart from mark-up, quotation marks, dashes or spaces',
    ],
    [
      'tampered with',
      document.replace('unless', 'even if'),
      cors,
      sha256(document),
      'differs',
      'not found in its text',
    ],
    ['without a hash', document, cors, undefined, 'cannot be checked (the record gives no hash)', 'found, apart from'],
    [
      'on a server that lets no page read it',
      document,
      {},
      sha256(document),
      'cannot be checked (its server does not let this page read it)',
      'cannot be checked (its server does not let this page read it)',
    ],
  ])('reports each result for a snapshot %s', async (_, served, headers, hash, copy, clause) => {
    const archive = await site();
    const url = archive.serve('/terms.html', answer(200, 'text/html; charset=utf-8', served, headers));
    const { reader } = await open({
      details: { clauses, provenance: { ...provision._provision.provenance, snapshot_url: url, sha256: hash } },
    });
    expect(archive.requests).toEqual([]);
    const [ofClause, ofCopy, ofClauseInCopy] = await checked(reader);
    expect(ofClause).toBe('Text of clause 1 against its SHA-256: matches');
    expect(ofCopy).toBe(`Snapshot against its SHA-256: ${copy}`);
    expect(ofClauseInCopy).toContain(`Clause 1 in the snapshot: ${clause}`);
    expect(archive.count('/terms.html')).toBe(1);
    expect(archive.requests[0]?.headers.referer).toBeUndefined();
    expect(archive.requests[0]?.headers.cookie).toBeUndefined();
  });

  it('reports that it cannot check hashes on a page without https', async () => {
    const { page } = await visitor();
    const item = { ...provision, _provision: { ...provision._provision, clauses } };
    const inside = `<script type="application/json">${JSON.stringify({ ...records, items: [item] })}</script>`;
    const news = await site();
    const scripts = news.scripts();
    await page.route('http://news.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/article') {
        const body = wholePage(
          card('', 'T-1', { attributes: 'layout="full"', inside }).replace('src=""', ''),
          '<script src="/dist/provision-embed.js"></script>',
        );
        await route.fulfill({ contentType: 'text/html', body });
      } else if (pathname === '/dist/provision-embed.js') {
        await route.fulfill({ contentType: 'text/javascript', body: builtScript });
      } else {
        await route.fulfill({ response: await route.fetch({ url: new URL(pathname, scripts).href }) });
      }
    });
    await page.goto('http://news.example/article');
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByRole('button', { name: 'Check the evidence' }).click();
    expect(await page.locator('[part~="check"]').first().innerText()).toBe(
      'Text of clause 1 against its SHA-256: cannot be checked (this page is not served over https)',
    );
  });
});

describe('a chunk that cannot be loaded', () => {
  it('reports that the full record failed, and loads it on the next press', async () => {
    const { reader } = await open({ attributes: '' });
    const { page } = reader;
    await page.route('**/chunks/full-record*', (route) => route.abort());
    await page.getByRole('button', { name: 'Show the full record' }).click();
    await page.getByText('That could not be done.').waitFor();
    const button = page.getByRole('button', { name: 'Show the full record' });
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await page.unroute('**/chunks/full-record*');
    await button.click();
    await page.getByRole('heading', { name: 'Provision details' }).waitFor();
  });

  it('leaves the article layout of a card with layout="full"', async () => {
    const news = await site();
    const src = news.serve('/feed.json', feed(records));
    const { page } = await visitor();
    await page.route('**/chunks/full-record*', (route) => route.abort());
    await page.goto(
      news.page(card(src, 'T-1', { attributes: 'layout="full"' }), {
        head: `<script src="${news.scripts()}"></script>`,
      }),
    );
    await painted(page).getByText(provision.content_text).waitFor();
  });

  it('reports that the tools failed', async () => {
    const { reader } = await open({ attributes: '' });
    const { page } = reader;
    await page.route('**/chunks/record-tools*', (route) => route.abort());
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('That could not be done.').waitFor();
  });
});

describe('the tools', () => {
  it('send requests only to the script’s own server until the reader confirms', async () => {
    const { reader, news, publisher } = await open();
    const urls: string[] = [];
    reader.page.on('request', (request) => urls.push(request.url()));
    await reader.page.getByRole('button', { name: 'Share' }).click();
    await reader.page.getByRole('menuitem', { name: 'LinkedIn' }).waitFor();
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(new RegExp(`^${news.origin()}/dist/chunks/`));
    expect(publisher.count('/feed.json')).toBe(1);
  });

  it('work under a strict policy with Trusted Types', async () => {
    const { reader } = await open({
      headers: (news, publisher) => ({
        'content-security-policy': `default-src 'none'; script-src ${news.origin()}; connect-src ${publisher.origin()}; require-trusted-types-for 'script'; trusted-types lit-html`,
      }),
    });
    const { page } = reader;
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('menuitem', { name: 'BibTeX' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Check the evidence' }).click();
    await page.locator('[part~="check"]').first().waitFor();
    expect(await reader.seen('securitypolicyviolation')).toEqual([]);
    expect(reader.complaints()).toEqual([]);
  });
});

describe('the complete record on paper', () => {
  it('has no controls, every address and every hash written out, and nothing cut off', async () => {
    const hash = sha256(document);
    const url =
      'https://archive.example/a/very/long/address/that/would/not/fit/on/one/line/of/a/narrow/column/of/a/page';
    const { reader } = await open({
      details: { provenance: { ...provision._provision.provenance, snapshot_url: url, sha256: hash } },
    });
    const { page } = reader;
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(await page.getByRole('button', { name: /^Severity/ }).count());
    const clipped = await painted(page)
      .locator('*')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && !one.closest('.sr') && getComputedStyle(one).overflow !== 'visible')
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          .map((one) => one.outerHTML),
      );
    expect(clipped).toEqual([]);
    const text = await painted(page).innerText();
    expect(text).toContain(hash);
    expect(text).toContain(url);
  });
});
