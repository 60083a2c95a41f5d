/** Our plugin, and what WordPress does with snippets, in a real WordPress (`wordpress/install.mjs`) and a real browser. */
import { wordPressVersion } from './wordpress/install.mjs';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embed, embedForms, type EmbedForm, type EmbedSource } from '../../src/snippets/index.js';
import { browsed, expectWords, survivorsOf } from '../embedding/matrix/survivors.js';
import { expectSight } from '../embedding/matrix/sight.js';
import { cell, legend, sightOf, table } from '../embedding/matrix/table.js';
import { answer, feed, Site } from '../embedding/site.js';
import { visitor, type Visit } from '../embedding/visit.js';
import { all, hostileTexts, parsedXml, textOf, writable } from '../snippets/support.js';
import { startPublisher, type Publisher } from './wordpress/publisher.js';
import {
  php,
  publishPosts,
  roles,
  startWordPress,
  type Post,
  type Role,
  type WordPress,
} from './wordpress/wordpress.js';

/** For content that appears after a request. */
const timeouts = { timeout: 60_000 };

let wordPress: WordPress;
let publisher: Publisher;
/** Its clause has quotation marks and dashes, which WordPress turns into typographic ones. */
let source: EmbedSource;

beforeAll(async () => {
  publisher = await startPublisher();
  wordPress = await startWordPress();
  await settings({});
  source = await publisher.source(publisher.feed.items.find(({ id }) => id === 'CW-0014')!);
}, 300_000);
afterAll(async () => {
  wordPress?.stop();
  await publisher?.site.stop();
});

/** Saves the settings as an administrator would. */
function settings(changed: object) {
  const all = { prefixes: [publisher.prefix], everywhere: true, ...changed };
  return wordPress.php(`update_option( 'provision_embed', json_decode( ${php(JSON.stringify(all))}, true ) );`);
}

/** Lets the cached record of a feed expire. */
const expire = (of: string) => `$key = 'provision_embed_' . md5( ${php(`${of} `)} );
  set_transient( $key, array( 'until' => 0 ) + get_transient( $key ), YEAR_IN_SECONDS );`;

/** The plugin's HTML for what a writer typed. */
const made = (typed: object) =>
  wordPress.php<string>(
    `echo wp_json_encode( Provision_Embed\\embed( json_decode( ${php(JSON.stringify(typed))}, true ) ) );`,
  );

describe('the plugin’s quotation', () => {
  it('equals the snippet of the element for each record', async () => {
    // A snippet writes author and date in the record's language, WordPress in the language of its site.
    const english = publisher.feed.items.filter(({ language }) =>
      /^en\b/.test(language ?? publisher.feed.language ?? 'en'),
    );
    expect(english.length).toBeGreaterThan(10);
    for (const provision of english) {
      const record = await publisher.source(provision);
      const snippet = await embed('element', record, { script: false });
      expect(browsed(await made({ url: record.permalink })).children, provision.id).toEqual(
        browsed(snippet.replace(/^<link[^>]*>\n/, '')).children,
      );
    }
  });

  it('stays while the publisher is unreachable, and is a link where no record was ever loaded', async () => {
    const url = `${publisher.prefix}CW-0001`;
    const before = await made({ url });
    const { served } = publisher;
    publisher.site.serve('/r/CW-0001.json', answer(503, 'text/plain'));
    await wordPress.php(expire(`${url}.json`));
    const asked = publisher.site.count('/r/CW-0001.json');
    expect(await made({ url })).toBe(before);
    // One request, not one per view.
    await made({ url });
    expect(publisher.site.count('/r/CW-0001.json')).toBe(asked + 1);
    publisher.site.serve('/r/CW-0001.json', served.get('/r/CW-0001.json')!);

    const gone = `${publisher.prefix}CW-9999`;
    expect(all(browsed(await made({ url: gone })), 'a').map(({ attributes }) => attributes['href'])).toEqual([gone]);
  });

  it('refuses a feed that is too large, endless, redirected, or of a publisher who is not listed', async () => {
    const large = publisher.site.serve('/r/large.json', answer(200, 'application/json', `[${' '.repeat(3e6)}]`));
    const led = publisher.site.serve('/r/led.json', (response) => {
      response.writeHead(302, { location: `${publisher.prefix}CW-0001.json` }).end();
    });
    const endless = publisher.site.serve('/r/endless.json', (response) => void response.writeHead(200).write('{'));
    for (const feed of [large, led, endless]) {
      const root = browsed(await made({ feed }));
      expect(textOf(root).trim(), feed).toBe(feed.replace(/\.json$/, ''));
    }
    const other = await new Site().start();
    try {
      const feed = other.serve('/r/CW-0001.json', publisher.served.get('/r/CW-0001.json')!);
      const root = browsed(await made({ feed }));
      expect([all(root, 'provision-card'), other.requests]).toEqual([[], []]);
    } finally {
      await other.stop();
    }
  });

  it('makes no markup of typed or published text', async () => {
    const hostile = `"><script>alert(1)</script><b onclick='x'>[gallery] \\ {{x}} &lt;i>`;
    const typed = {
      url: `${publisher.prefix}CW-0001`,
      record: hostile,
      lang: hostile,
      theme: hostile,
      layout: hostile,
    };
    for (const name of ['url', 'feed', 'mode', 'level']) {
      const root = browsed(await made({ ...typed, [name]: hostile }));
      expect(all(root, 'script').concat(all(root, 'b')), name).toEqual([]);
    }
    const text = hostileTexts().slice(0, 60).join(' ');
    publisher.site.serve(
      '/r/hostile.json',
      feed({
        title: text,
        items: [
          {
            id: hostile,
            title: text,
            _provision: {
              clauses: [{ text, language: 'en' }],
              severity: { label: text },
              platform: { name: text },
              provenance: { captured: text },
            },
          },
        ],
      }),
    );
    const root = browsed(await made({ url: `${publisher.prefix}hostile` }));
    const [quotation] = all(root, 'blockquote');
    const folded = (value: string) => value.replace(/\s+/g, ' ').trim();
    expect(folded(textOf(all(quotation!, 'p')[0]!))).toBe(folded(writable(text)));
    expect(all(root, 'provision-card')[0]!.attributes['record']).toBe(hostile);
  });
});

/** An embed as it is typed, pasted or inserted. */
interface Written {
  readonly form: EmbedForm;
  readonly write: (source: EmbedSource) => string | Promise<string>;
  /** The plugin renders it when the page is built. */
  readonly ours?: boolean;
}

const block = (name: string, attributes: object, inside: string) =>
  `<!-- wp:${name} ${JSON.stringify(attributes)} -->\n${inside}\n<!-- /wp:${name} -->`;
const customHtml = (inside: string) => `<!-- wp:html -->\n${inside}\n<!-- /wp:html -->`;
const script = 'https://cdn.example/provision-embed.js';

/** Forms that a writer may paste into an editor; `react` is code. */
const pasteable = embedForms.filter((form) => form !== 'react');

const written: Readonly<Record<string, Written>> = {
  block: {
    form: 'element',
    ours: true,
    write: ({ permalink: url }) =>
      block(
        'provision-embed/record',
        { url },
        `<p class="wp-block-provision-embed-record"><a href="${url}">${url}</a></p>`,
      ),
  },
  'shortcode with the permalink': {
    form: 'element',
    ours: true,
    write: ({ permalink }) => `<p>Before.</p>\n[provision url="${permalink}"]\n<p>After.</p>`,
  },
  'shortcode with feed and record': {
    form: 'element',
    ours: true,
    write: ({ feedUrl, provision }) =>
      `<!-- wp:shortcode -->\n[provision feed="${feedUrl}" record="${provision.id}"]\n<!-- /wp:shortcode -->`,
  },
  'permalink on a line of its own': {
    form: 'element',
    ours: true,
    write: ({ permalink }) => `Before.\n\n${permalink}\n\nAfter.`,
  },
  'permalink in an embed block': {
    form: 'element',
    ours: true,
    write: ({ permalink: url }) =>
      block(
        'embed',
        { url },
        `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}\n</div></figure>`,
      ),
  },
  'quotation, classic editor': { form: 'quotation', write: (of) => embed('quotation', of, { script }) },
  'quotation, Custom HTML block': {
    form: 'quotation',
    write: async (of) => customHtml(await embed('quotation', of, { script })),
  },
  'element, classic editor': { form: 'element', write: (of) => embed('element', of, { script }) },
  'element, Custom HTML block': {
    form: 'element',
    write: async (of) => customHtml(await embed('element', of, { script })),
  },
  'iframe, Custom HTML block': { form: 'iframe', write: async (of) => customHtml(await embed('iframe', of)) },
  'e-mail, classic editor': { form: 'email', write: (of) => embed('email', of) },
  'plain text, classic editor': { form: 'text', write: (of) => embed('text', of) },
};

describe('an embed, in every form and by every role', () => {
  const cells = roles.flatMap((role) => Object.keys(written).map((name) => [role, name] as const));
  const posts = new Map<string, Post>();
  const rendered = new Map<string, string>();
  const pasted = new Map<EmbedForm, string>();
  let rss: Map<string, string>;

  beforeAll(async () => {
    const content = new Map<string, string>();
    for (const name of Object.keys(written)) content.set(name, await written[name]!.write(source));
    const drafts = cells.map(([role, name]) => ({ role, title: `${role}: ${name}`, content: content.get(name)! }));
    for (const [index, post] of (await publishPosts(wordPress, drafts)).entries()) {
      posts.set(drafts[index]!.title, post);
      rendered.set(drafts[index]!.title, post.content.rendered);
    }
    rss = await readRss(`${wordPress.origin}/?feed=rss2`);
  });

  it.each(cells)('keeps the words and the link in the RSS feed: %s, %s', (role, name) => {
    const { form, ours } = written[name]!;
    const html = rss.get(`${role}: ${name}`)!;
    expectWords(html, source, form);
    // Without the plugin, WordPress passes an administrator's element to its feed unchanged.
    if (ours) expect(survivorsOf(html)).toEqual(['hash', 'cite']);
  });

  it.each(cells)('keeps the words and the link in the REST interface’s rendering: %s, %s', (role, name) => {
    const { form, ours } = written[name]!;
    const html = rendered.get(`${role}: ${name}`)!;
    expectWords(html, source, form);
    if (ours) expect(survivorsOf(html)).toEqual(['element', 'hash', 'cite']);
  });

  /** Opens a page with the snippets' own script blocked, so that the site's script makes the cards. */
  async function reading(url: string): Promise<Visit> {
    const reader = await visitorWithLongTimeouts();
    await reader.context.route(`${script}*`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await reader.open(url);
    return reader;
  }

  it.each(roles)('%s: shows readers the card where an element or a quotation remains, else the words', async (role) => {
    const reader = await reading(`${wordPress.origin}/?author_name=${role}&whole`);
    const expected = Object.keys(written).map((name) => {
      const title = `${role}: ${name}`;
      return [`#post-${posts.get(title)!.id}`, sightOf(rendered.get(title)!), title] as const;
    });
    // The cards first: once they are painted, no other embed turns into a card.
    const [cards, others] = [
      expected.filter(([, sight]) => sight === 'card'),
      expected.filter(([, sight]) => sight !== 'card'),
    ];
    for (const [within, sight, title] of [...cards, ...others]) await expectSight(reader, within, sight, title);
    expect(reader.errors).toEqual([]);
  });

  // WordPress adds paragraphs only to posts without blocks.
  it.each(['without blocks', 'of blocks'])('shows readers the cards in a block theme, in a post %s', async (kind) => {
    const contents: string[] = [];
    for (const { ours, write } of Object.values(written)) if (ours) contents.push(await write(source));
    const content = contents.filter((text) => text.startsWith('<!-- wp:') === (kind === 'of blocks')).join('\n\n');
    const [post] = await publishPosts(wordPress, [{ role: 'contributor', title: kind, content }]);
    const { page, errors } = await reading(post!.link);
    const within = page.locator('.wp-block-post-content');
    const count = kind === 'of blocks' ? 3 : 2;
    await expect.poll(() => within.locator('provision-card [part~="base"]').count(), timeouts).toBe(count);
    // The theme runs its own filters over the plugin's HTML.
    const quoted = await within
      .locator('provision-card > blockquote > p:first-child')
      .evaluateAll((all) => all.map((p) => p.textContent));
    expect(quoted).toEqual(Array(count).fill(source.provision._provision.clauses![0]!.text));
    expect(errors).toEqual([]);
  });

  it('keeps the words and the link when a snippet is pasted into the block editor', async () => {
    const author = await signedIn('author');
    await openEditor(author);
    const snippets = await Promise.all(pasteable.map((form) => embed(form, source, { script })));
    const contents = await author.page.evaluate((all) => {
      const { pasteHandler, serialize } = window.wp.blocks;
      return all.map((plainText) => serialize(pasteHandler({ HTML: '', plainText, mode: 'BLOCKS' })));
    }, snippets);
    const drafts = contents.map((content, index) => ({ role: 'author', title: `pasted: ${index}`, content }) as const);
    for (const [index, { content }] of (await publishPosts(wordPress, drafts)).entries()) {
      const form = pasteable[index]!;
      expectWords(content.rendered, source, form);
      pasted.set(form, content.rendered);
    }
  });

  it('matches the documentation', async () => {
    const feeds = ['editor', 'contributor'] as const;
    const rows = Object.keys(written).map((name) => [
      name,
      ...roles.map((role) => cell(rendered.get(`${role}: ${name}`)!)),
      ...feeds.map((role) => cell(rss.get(`${role}: ${name}`)!, false)),
    ]);
    const heads = ['', ...roles, ...feeds.map((role) => `RSS, ${role}`)];
    const row = ['what is left', ...pasteable.map((form) => cell(pasted.get(form)!))];
    const tables = [table(heads, rows), table(['', ...pasteable], [row])] as const;
    await expect(documentation(...tables)).toMatchFileSnapshot('../../demo/cms/wordpress/MATRIX.md');
  });
});

describe('the block in the editor', () => {
  it('is available to a contributor, shows the card, and leaves a link in the post', async () => {
    const reader = await signedIn('contributor');
    const { page } = reader;
    await openEditor(reader);
    const blocks = await page.evaluate((url) => {
      const pasted = window.wp.blocks.pasteHandler({ HTML: '', plainText: url, mode: 'BLOCKS' });
      window.wp.data.dispatch('core/block-editor').resetBlocks(pasted);
      return pasted.map(({ name, attributes }) => [name, attributes['url']]);
    }, source.permalink);
    expect(blocks).toEqual([['provision-embed/record', source.permalink]]);

    const cards = async () => {
      const counts = page.frames().map((frame) => frame.locator('provision-card [part~="base"]').count());
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    };
    await expect.poll(cards, timeouts).toBe(1);

    // The saved content is parsed as the same block.
    const [content, isValid] = await page.evaluate(() => {
      const saved = window.wp.data.select('core/editor').getEditedPostContent();
      return [saved, window.wp.blocks.parse(saved).every((block) => block.isValid)] as const;
    });
    expect(isValid).toBe(true);
    expect(all(browsed(content.replace(/<!--.*?-->/gs, '')), 'a').map(({ attributes }) => attributes['href'])).toEqual([
      source.permalink,
    ]);

    // The sidebar has the controls of the design.
    await page.evaluate(() => {
      const [block] = window.wp.data.select('core/block-editor').getBlocks();
      window.wp.data.dispatch('core/block-editor').selectBlock(block!.clientId);
      window.wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
    });
    const sidebar = page.getByRole('region', { name: 'Editor settings' });
    await sidebar.getByLabel('Layout').selectOption('compact');
    await sidebar.getByLabel('Level of the heading').selectOption('2');
    await sidebar.getByLabel('Class names of your theme', { exact: true }).pressSequentially('a b');
    for (const label of ['Permalink', 'Wording', 'Language of the card (en, pt-BR …)']) {
      await sidebar.getByLabel(label, { exact: true }).waitFor();
    }
    const chosen = () => page.evaluate(() => window.wp.data.select('core/block-editor').getBlocks()[0]!.attributes);
    await expect
      .poll(chosen, timeouts)
      .toMatchObject({ layout: 'compact', headingLevel: '2', theme: 'a b', url: source.permalink });
    expect(reader.errors).toEqual([]);
  });

  it('is rendered with the chosen options', async () => {
    const html = await made({
      url: source.permalink,
      layout: 'full',
      mode: 'live',
      lang: 'de',
      level: '4',
      theme: 'a b ',
    });
    expect(all(browsed(html), 'provision-card')[0]!.attributes).toMatchObject({
      layout: 'full',
      mode: 'live',
      lang: 'de',
      'heading-level': '4',
      class: 'a b',
    });
  });
});

describe('the settings', () => {
  const path = '/wp-admin/options-general.php?page=provision_embed';
  const kept = () => wordPress.php<{ prefixes: string[] }>(`echo wp_json_encode( get_option( 'provision_embed' ) );`);

  it('can be changed by an administrator, and are saved in their normal form', async () => {
    const { page } = await signedIn('administrator');
    await page.goto(wordPress.origin + path);
    const before = await page.getByLabel('Publishers').inputValue();
    await page.getByLabel('Publishers').fill(`${before}\nhttps://records.example/r\nhttp://plain.example/\n"><script>`);
    await page.getByRole('button', { name: 'Save Changes' }).click();
    // Rejected entries are named in a message.
    await page.getByText('no plain https:// addresses: http://plain.example/ "><script>').first().waitFor();
    expect((await kept()).prefixes).toEqual([publisher.prefix, 'https://records.example/r/']);

    // Without the form's nonce nothing is changed.
    const forged = await page.request.post(`${wordPress.origin}/wp-admin/options.php`, {
      form: { option_page: 'provision_embed', action: 'update', 'provision_embed[prefixes]': 'https://evil.example/' },
    });
    expect(forged.status()).toBe(403);
    expect((await kept()).prefixes).not.toContain('https://evil.example/');
  });

  it('are closed to other roles', async () => {
    const { page } = await signedIn('editor');
    expect((await page.goto(wordPress.origin + path))!.status()).toBe(403);
  });

  it('include the script only on pages that show a record', async () => {
    await settings({ everywhere: false });
    const [plain, record] = await publishPosts(wordPress, [
      { role: 'author', title: 'plain', content: '<p>Nothing.</p>' },
      { role: 'author', title: 'record', content: source.permalink },
    ]);
    const scripts = async ({ link }: Post) => {
      const tags = (await (await fetch(link)).text()).match(/<script[^>]*provision-embed\.js[^>]*>/g) ?? [];
      return tags.map((tag) => all(browsed(`${tag}</script>`), 'script')[0]!.attributes);
    };
    expect(await scripts(plain!)).toEqual([]);
    expect(await scripts(record!)).toEqual([
      expect.objectContaining({
        async: '',
        crossorigin: 'anonymous',
        'data-permalinks': publisher.prefix,
        src: `${wordPress.origin}/plugins/provision-embed/assets/provision-embed.js`,
      }),
    ]);
    await settings({});
  });
});

describe('WordPress without the plugin', () => {
  it('discovers the page’s own oEmbed data: the words, and a frame as high as its content', async () => {
    await wordPress.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
      deactivate_plugins( 'provision-embed/provision-embed.php' );`);
    const content = `Before.\n\n${source.permalink}\n\nAfter.`;
    const [post] = await publishPosts(wordPress, [{ role: 'author', title: 'discovered', content }]);
    const reader = await visitorWithLongTimeouts();
    await reader.open(post!.link);
    const frame = reader.page.locator('iframe.wp-embedded-content');
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('allow-scripts');
    const quotation = reader.page.locator('blockquote.wp-embedded-content');
    expectWords(await quotation.evaluate((element) => element.outerHTML), source, 'iframe');
    const inside = reader.page.frameLocator('iframe.wp-embedded-content').locator('html');
    const height = async () =>
      Math.min(1000, await inside.evaluate((html) => Math.ceil(html.getBoundingClientRect().height)));
    await expect.poll(async () => Number(await frame.getAttribute('height')) - (await height()), timeouts).toBe(0);
  });

  it('keeps nothing of the plugin after it is deleted', async () => {
    const left = await wordPress.php<string[]>(`define( 'WP_UNINSTALL_PLUGIN', 'provision-embed/provision-embed.php' );
      require WP_PLUGIN_DIR . '/provision-embed/uninstall.php';
      global $wpdb;
      echo wp_json_encode( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%provision%'" ) );`);
    expect(left).toEqual([]);
  });
});

/**
 * Builds the text of MATRIX.md.
 *
 * @param byRole the table of roles
 * @param pasted the table of pasted snippets
 */
const documentation = (byRole: string, pasted: string) => `# Embeds in WordPress

What is left of an embed by the role of who wrote it, on a site with our plugin, which puts the script on all pages and names the
publisher's permalinks; and in the site's RSS feed, where there is no script. The first five are made by the plugin and so the
same for every role; of the others WordPress' own filter decides. Written by \`test/cms/wordpress.test.ts\` in
WordPress ${wordPressVersion}.

${legend}

${byRole}

Plain text becomes a card in WordPress because the permalink stands on a line of its own in it.

Where an author pastes the source of a snippet right into the block editor, which makes blocks of it:

${pasted}
`;

/** Contents of a feed's items by their titles. */
async function readRss(url: string): Promise<Map<string, string>> {
  const root = parsedXml((await (await fetch(url)).text()).replace(/^<\?xml.*?\?>/, ''));
  return new Map(
    all(root, 'item').map((item) => [textOf(all(item, 'title')[0]!), textOf(all(item, 'content:encoded')[0]!)]),
  );
}

/** The parts of the editor's scripts that the tests use. */
interface Block {
  readonly name: string;
  readonly clientId: string;
  readonly isValid: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

declare global {
  interface Window {
    wp: {
      blocks: {
        pasteHandler: (pasted: { HTML: string; plainText: string; mode: 'BLOCKS' }) => Block[];
        createBlock: (name: string, attributes: object) => Block;
        getBlockType: (name: string) => object | undefined;
        parse: (content: string) => Block[];
        serialize: (blocks: Block[]) => string;
      };
      data: {
        dispatch: (store: string) => {
          resetBlocks: (blocks: Block[]) => void;
          selectBlock: (id: string) => void;
          openGeneralSidebar: (name: string) => void;
        };
        select: (store: string) => { getEditedPostContent: () => string; getBlocks: () => Block[] };
      };
    };
  }
}

/** A visitor with long timeouts, because pages of this WordPress take seconds on a slow machine. */
async function visitorWithLongTimeouts(options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await visitor(options);
  visit.context.setDefaultTimeout(timeouts.timeout);
  return visit;
}

/** A signed-in user of this role in a browser. The cookies are set directly, to skip the pages of the sign-in. */
async function signedIn(role: Role): Promise<Visit> {
  const user = await visitorWithLongTimeouts({ viewport: { width: 1280, height: 900 } });
  const cookies = await wordPress.php<Readonly<Record<string, string>>>(
    `$id = get_user_by( 'login', ${php(role)} )->ID;
    $until = time() + DAY_IN_SECONDS;
    $token = WP_Session_Tokens::get_instance( $id )->create( $until );
    echo wp_json_encode( array(
      AUTH_COOKIE => wp_generate_auth_cookie( $id, $until, 'auth', $token ),
      LOGGED_IN_COOKIE => wp_generate_auth_cookie( $id, $until, 'logged_in', $token ),
    ) );`,
  );
  const url = wordPress.origin;
  await user.context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value: encodeURIComponent(value), url })),
  );
  return user;
}

async function openEditor({ page }: Visit): Promise<void> {
  await page.goto(`${wordPress.origin}/wp-admin/post-new.php`, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => window.wp?.blocks?.getBlockType('provision-embed/record') !== undefined);
  await page.locator('.edit-post-layout, .editor-editor-interface').first().waitFor();
  const guide = page.getByRole('dialog').getByRole('button', { name: 'Close' });
  await page.addLocatorHandler(guide, () => guide.click());
}
