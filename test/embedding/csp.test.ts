/**
 * Cards under the policy that we publish: it forbids everything but the script, its feed and Lit's Trusted Types
 * policy.
 */
import { describe, expect, it } from 'vitest';
import { card, records } from './feeds.js';
import { feed, site } from './site.js';
import { painted, settled, visitor, type Visit } from './visit.js';

interface Strict {
  readonly reader: Visit;
  readonly paint: () => Promise<void>;
}

const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * Opens a page with an embed under a policy, in which CDN and FEED stand for the origins of the script and of the feed.
 */
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
  // Styled: the badge with its border, and the popover beside its badge.
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
  it.each(policies)('allows the complete card when it admits the script by %s', async (_, policy, options) => {
    await expectWhole(await openUnder(policy, options));
  });

  it.each(policies)(
    'allows the complete card when it admits the script by %s and requires Trusted Types',
    async (_, policy, options) => {
      await expectWhole(await openUnder(`${policy}; ${trustedTypes}; base-uri 'none'; form-action 'none'`, options));
    },
  );

  it('keeps the fallback and warns once when connect-src lacks the feed', async () => {
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
    // The violation that the other tests expect not to see.
    const [violation] = await reader.seen('securitypolicyviolation');
    expect(violation?.by).toContain('connect-src');
  });

  it('keeps the popover closed when script-src lacks the chunks’ origin', async () => {
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

  it('allows a card in a sandbox with an opaque origin', async () => {
    const { reader, paint } = await openUnder('sandbox allow-scripts');
    await paint();
    expect(reader.complaints()).toEqual([]);
  });
});

describe('Trusted Types that do not allow Lit’s policy', () => {
  const refusing = "require-trusted-types-for 'script'; trusted-types none-of-ours";

  it('keep the fallback, and other scripts still run', async () => {
    const { reader } = await openUnder(`script-src 'self' 'nonce-abc123'; ${refusing}`, {
      extra: `<script nonce="abc123">document.documentElement.dataset.other = 'ran'</script>`,
    });
    expect(await reader.page.locator('html').getAttribute('data-other')).toBe('ran');
    expect(await reader.page.locator('blockquote.own').isVisible()).toBe(true);
    expect(await reader.page.locator('#article').isVisible()).toBe(true);
    expect(await painted(reader.page).count()).toBe(0);
  });

  it('cause one warning with the reason, and no exception', async () => {
    const { reader } = await openUnder(refusing);
    expect(reader.errors).toEqual([]);
    const ours = reader.console.filter((line) => line.includes('[provision-embed]'));
    expect(ours).toHaveLength(1);
    expect(ours[0]).toMatch(/^warning: /);
  });

  it('allow one card and no exception when the policy may be created only once and the script is loaded twice', async () => {
    const { reader, paint } = await openUnder(trustedTypes, {
      extra: '<script src="/dist/provision-embed.js?ver=2"></script>',
    });
    await paint();
    expect(reader.errors).toEqual([]);
  });
});
