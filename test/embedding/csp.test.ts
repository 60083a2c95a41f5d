/** Under the policy that we publish: everything forbidden but the script, its feed and Lit's Trusted Types policy. */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

interface Strict {
  readonly reader: Visit;
  readonly paint: () => Promise<void>;
}

const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html";

/** Opens a page with an embed under a policy; CDN and FEED in it stand for the origins of the script and of the feed. */
async function openUnder(policy: string, { script = 'own', attributes = '', extra = '' } = {}): Promise<Strict> {
  const [paper, cdn, publisher] = [await site(), await site(), await site()];
  const src = publisher.serve('/feed.json', feed(records));
  const code = { own: paper.scripts(), cdn: cdn.scripts() }[script]!;
  const body = `<p id="article">The article.</p>${card(src)}
    <p>Rated <provision-severity src="${src}" record="T-1">medium</provision-severity> by its analysts.</p>
    <div><provision-comparison src="${src}" record="T-1"></provision-comparison></div>`;
  const reader = await visitor();
  await reader.open(
    paper.page(body, {
      head: `<script ${attributes} src="${code}"></script>${extra}`,
      headers: {
        'content-security-policy': policy.replaceAll('CDN', cdn.origin()).replaceAll('FEED', publisher.origin()),
      },
    }),
  );
  return { reader, paint: () => painted(reader.page).waitFor() };
}

async function expectWhole({ reader, paint }: Strict): Promise<void> {
  await paint();
  const { page } = reader;
  await page.locator('provision-card').getByRole('button', { name: 'Severity: Medium' }).click();
  const panel = page.locator('provision-card [part~="popover"]');
  await panel.getByText('You can say no to a part of it.').waitFor();
  await settled(page);
  // Styled: the bar above the card, the tint of the badge, and the popover beside its badge.
  const badge = page.locator('provision-card [part~="badge-medium"]').first();
  expect(await badge.evaluate((element) => getComputedStyle(element).display)).toBe('inline-flex');
  expect(await badge.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
  const [anchor, shown] = [(await badge.boundingBox())!, (await panel.boundingBox())!];
  expect(Math.abs(shown.x - anchor.x)).toBeLessThan(8);
  expect(shown.y - (anchor.y + anchor.height)).toBeGreaterThanOrEqual(0);
  expect(shown.y - (anchor.y + anchor.height)).toBeLessThan(20);
  expect(await reader.seen('securitypolicyviolation')).toEqual([]);
  expect(reader.complaints()).toEqual([]);
}

const policies: [what: string, policy: string, options: Parameters<typeof openUnder>[1]][] = [
  [
    'a nonce',
    "default-src 'none'; script-src 'nonce-abc123'; style-src 'none'; connect-src FEED",
    { attributes: 'nonce="abc123"' },
  ],
  [
    'a nonce, a CDN',
    "default-src 'none'; script-src 'nonce-abc123'; style-src 'none'; connect-src FEED",
    { script: 'cdn', attributes: 'nonce="abc123"' },
  ],
  [
    'a nonce, a module',
    "default-src 'none'; script-src 'nonce-abc123'; style-src 'none'; connect-src FEED",
    { attributes: 'nonce="abc123" type="module"' },
  ],
  ['self', "default-src 'none'; script-src 'self'; style-src 'none'; connect-src FEED", {}],
  [
    'a CDN',
    "default-src 'none'; script-src CDN; style-src 'none'; connect-src FEED",
    { script: 'cdn', attributes: 'crossorigin' },
  ],
  [
    'strict-dynamic',
    "default-src 'none'; script-src 'strict-dynamic' 'nonce-abc123'; style-src 'none'; connect-src FEED",
    { script: 'cdn', attributes: 'nonce="abc123"' },
  ],
];

describe('a strict policy', () => {
  it.each(policies)('that lets the script in by %s', async (_, policy, options) => {
    await expectWhole(await openUnder(policy, options));
  });

  it.each(policies)('that lets the script in by %s, with Trusted Types', async (_, policy, options) => {
    await expectWhole(await openUnder(`${policy}; ${trustedTypes}; base-uri 'none'; form-action 'none'`, options));
  });

  it('without the feed in connect-src leaves the fallback, and says so', async () => {
    const { reader } = await openUnder("default-src 'none'; script-src 'self'; connect-src 'self'");
    await reader.told('provision-error', 3);
    expect(await reader.page.locator('blockquote.own').isVisible()).toBe(true);
    expect(await reader.seen('provision-error')).toMatchObject([
      { detail: 'network' },
      { detail: 'network' },
      { detail: 'network' },
    ]);
    expect(reader.console.filter((line) => line.startsWith('warning: [provision-embed] network: '))).toHaveLength(1);
    expect(reader.errors).toEqual([]);
    // And this is how a violation looks.
    const [violation] = await reader.seen('securitypolicyviolation');
    expect(violation?.by).toContain('connect-src');
  });

  it('without the chunk’s origin in script-src leaves the badge, shut', async () => {
    const { reader, paint } = await openUnder(
      "default-src 'none'; script-src CDN/dist/provision-embed.js; connect-src FEED",
      {
        script: 'cdn',
      },
    );
    await paint();
    await reader.page.locator('provision-card').getByRole('button', { name: 'Severity: Medium' }).click();
    await reader.told('securitypolicyviolation');
    await settled(reader.page);
    expect(await reader.page.locator('provision-card [part~="popover"]').isVisible()).toBe(false);
    expect(reader.errors).toEqual([]);
  });

  it('in a sandbox with an opaque origin paints too', async () => {
    const { reader, paint } = await openUnder('sandbox allow-scripts');
    await paint();
    expect(reader.complaints()).toEqual([]);
  });
});

describe('Trusted Types that do not name Lit’s policy', () => {
  const refusing = "require-trusted-types-for 'script'; trusted-types none-of-ours";

  it('leave the fallback, and other scripts run', async () => {
    const { reader } = await openUnder(`script-src 'self' 'nonce-abc123'; ${refusing}`, {
      extra: `<script nonce="abc123">document.documentElement.dataset.other = 'ran'</script>`,
    });
    expect(await reader.page.locator('html').getAttribute('data-other')).toBe('ran');
    expect(await reader.page.locator('blockquote.own').isVisible()).toBe(true);
    expect(await reader.page.locator('#article').isVisible()).toBe(true);
    expect(await painted(reader.page).count()).toBe(0);
  });

  it('are one warning that says why, and no exception', async () => {
    const { reader } = await openUnder(refusing);
    expect(reader.errors).toEqual([]);
    const ours = reader.console.filter((line) => line.includes('[provision-embed]'));
    expect(ours).toHaveLength(1);
    expect(ours[0]).toMatch(/^warning: /);
  });

  it('or allow it but once: the script twice is one card, and no exception', async () => {
    const { reader, paint } = await openUnder(trustedTypes, {
      extra: '<script src="/dist/provision-embed.js?ver=2"></script>',
    });
    await paint();
    expect(reader.errors).toEqual([]);
  });
});
