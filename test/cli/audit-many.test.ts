/** Audits two hundred articles with real clauses in all forms, as CMSs change them: it finds every changed clause and no other. */
import { autop } from '@wordpress/autop';
import MarkdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import sample from '../../demo/feeds/clausewatch.json' with { type: 'json' };
import { embed, embedForms, embedSource, recordName } from '../../src/snippets/index.js';
import type { EmbedForm, EmbedSource } from '../../src/snippets/index.js';
import { foldClause } from '../../src/provision/clause-text.js';
import { decodeEntities } from '../../src/provision/html-text.js';
import { sha256Hex } from '../../src/provision/hash.js';
import { serve } from '../feed/support/server.js';
import { readFeed } from '../feed/support/feeds.js';
import { manglings, permalink as mangledLink, title } from '../provision/quotation/support/mangler.js';
import { provisionData } from '../support/data.js';
import { articleOf, auditRows, folderOf } from './support/audit.js';

interface Pair {
  readonly kind: 'unchanged' | 'cosmetic' | 'substantive' | 'moved';
  readonly from: { readonly text: string };
  readonly to: { readonly text: string };
}

const pairs = provisionData('clause-pairs.json') as readonly Pair[] | undefined;

const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify);

/** The changes that CMSs make to a snippet. */
const dialects: Readonly<Record<string, (html: string) => string>> = {
  'as it is': (html) => html,
  WordPress: (html) => autop(html),
  'sanitize-html': (html) => sanitizeHtml(html),
  'rehype-sanitize': (html) => String(rehype.processSync(html)),
  'minified, upper case': (html) =>
    html.replace(/>\s+</g, '><').replace(/<(\/?)(blockquote|p|a|time|div|iframe)\b/g, (tag) => tag.toUpperCase()),
  'inside a figure': (html) => `<figure class="wp-block-quote">${html}</figure>`,
};

const markdown = new MarkdownIt({ html: false });
const forms = embedForms.filter((form) => form !== 'link' && form !== 'react');
const wholeManglings = manglings.filter(({ kept }) => kept === 'whole');

/** Returns a snippet as pasted into a page and changed by a CMS. */
async function pasted(form: EmbedForm, source: EmbedSource, dialect: string): Promise<string> {
  const made = await embed(form, source, { script: false });
  return form === 'markdown' || form === 'text' ? markdown.render(made) : (dialects[dialect]?.(made) ?? made);
}

/** An element with the complete record as `application/json` child. */
async function withRecord(source: EmbedSource): Promise<string> {
  const { feed, provision } = source;
  const json = JSON.stringify({ ...feed, items: [provision] }).replaceAll('<', '\\u003c');
  const element = await embed('element', source, { script: false });
  return element.replace(/(<provision-card[^>]*>)/, (tag) => `${tag}<script type="application/json">${json}</script>`);
}

const recordOf = (id: string, base: string, text: string, changes?: readonly unknown[]) => ({
  id,
  url: `${base}r/${id}`,
  title,
  _provision: { platform: { name: 'Observed' }, clauses: [{ text }], changes },
});

const feedOf = (items: readonly unknown[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Observatory',
  items,
});

describe.skipIf(!pairs)('audit of two hundred articles', () => {
  it('finds every article whose clause changed, and no other', async () => {
    const feeds = new Map<string, unknown>();
    const server = await serve((request, response) => {
      const body = feeds.get(request.url ?? '');
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/feed+json' });
      response.end(JSON.stringify(body ?? {}));
    });
    const base = server.at('/');
    const known = pairs ?? [];
    const now = known.map(({ kind, from, to }, index) =>
      recordOf(
        `P-${index}`,
        base,
        to.text,
        kind === 'substantive'
          ? [
              {
                kind: 'substantive',
                from: { text: from.text, captured: '2026-01-01' },
                to: { text: to.text, captured: '2026-02-01' },
              },
            ]
          : undefined,
      ),
    );
    feeds.set('/feed.json', feedOf(now));
    for (const record of now) feeds.set(`/r/${await recordName(record.id)}.json`, feedOf([record]));

    const files: Record<string, string> = {};
    const expected: string[] = [];
    const tags = `<script async src="https://cdn.example/provision-embed.js" data-permalinks="${base}r/"></script>`;
    const names = Object.keys(dialects);
    for (let number = 0; number < 200; number++) {
      // Steps without a common divisor, so that every combination of form, dialect and clause occurs.
      const index = (number * 11) % known.length;
      const pair = known[index]!;
      const [before, after] = [pair.from.text, pair.to.text];
      const feed = readFeed(feedOf([recordOf(`P-${index}`, base, before)])).feed;
      const feedUrl = number % 3 ? `${base}feed.json` : undefined;
      const source = await embedSource(feed.items[0]!, feed, { baseUrl: base, feedUrl });
      const form = forms[number % forms.length]!;
      const dialect = names[Math.floor(number / forms.length) % names.length]!;
      let html = await pasted(form, source, dialect);
      let name = `${form}, ${dialect}`;
      if (number % 5 === 0) [html, name] = [await withRecord(source), 'element with its record'];
      else if (number % 4 === 0) {
        const mangling = wholeManglings[number % wholeManglings.length]!;
        const inner = mangling.html(before)?.replaceAll(mangledLink, source.permalink);
        if (inner !== undefined) {
          html = `<blockquote class="provision-embed" data-src="${source.feedUrl!}" data-record="P-${index}" data-sha256="${await sha256Hex(before)}">${inner}</blockquote>`;
          name = `mangled: ${mangling.name}`;
        }
      }
      const file = `${String(number).padStart(3, '0')} ${name.replace(/[^\w ,:-]/g, '')}.html`;
      files[file] = articleOf(html, tags);
      const isChange = pair.kind === 'substantive' && foldClause(before) !== foldClause(after);
      // For a frame, only the text below it is in the article: the beginning of the clause.
      const [, start = ''] = /<q[^>]*>([^<]*?)…?<\/q>/i.exec(html) ?? [];
      const isQuoted = !name.startsWith('iframe') || !foldClause(after).includes(foldClause(decodeEntities(start)));
      if (isChange && isQuoted) expected.push(file);
    }
    const folder = await folderOf(files);
    const { code, rows, err } = await auditRows([folder]);
    expect(err).not.toContain('cannot');
    const found = rows
      .filter(({ state }) => state === 'changed')
      .map(({ article }) => article.slice(folder.length + 1));
    expect(found.sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(60);
    // Each article has one embed, and the report has no other row.
    expect(rows.map(({ article }) => article)).toHaveLength(200);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['changed', 'as-published', 'not-comparable']));
    expect(code).toBe(1);
    // Each feed is requested once, regardless of the number of articles.
    const asked = server.requests.map(({ url }) => url);
    expect(asked.filter((url) => url === '/feed.json')).toHaveLength(1);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

it('finds withdrawn and corrected records of the sample feed in every form', async () => {
  const base = 'https://clausewatch.example/';
  const records = readFeed(sample)
    .feed.items.filter(({ _provision }) => _provision.status === 'current')
    .slice(0, 6);
  const changed = {
    ...sample,
    items: sample.items.map((item) => {
      const at = records.findIndex(({ id }) => id === item.id);
      const status = at < 0 ? undefined : ['withdrawn', 'corrected', 'current'][at % 3];
      return status === undefined
        ? item
        : {
            ...item,
            date_modified: '2026-09-01',
            _provision: { ...item._provision, status, status_note: 'An error.' },
          };
    }),
  };
  const files: Record<string, string> = { 'web/feed.json': JSON.stringify(changed) };
  const expected: Record<string, string> = {};
  const feed = readFeed(sample).feed;
  for (const [at, provision] of records.entries()) {
    const item = changed.items.find(({ id }) => id === provision.id);
    files[`web/r/${await recordName(provision.id)}.json`] = JSON.stringify({ ...changed, items: [item] });
    const source = await embedSource(provision, feed, { baseUrl: base, feedUrl: `${base}feed.json` });
    for (const form of embedForms.filter((one) => one !== 'react')) {
      const name = `articles/${provision.id} ${form}.html`;
      files[name] = articleOf(form === 'link' ? `<p>${source.permalink}</p>` : await pasted(form, source, 'as it is'));
      const silent = form === 'iframe' || form === 'link' ? 'not-comparable' : 'as-published';
      expected[name] = ['withdrawn', 'corrected', silent][at % 3]!;
    }
  }
  const folder = await folderOf(files);
  const { rows } = await auditRows([`${folder}/articles`, `--map=${base}=${folder}/web`, `--feed=${base}feed.json`]);
  expect(Object.fromEntries(rows.map(({ article, state }) => [article.slice(folder.length + 1), state]))).toEqual(
    expected,
  );
  expect(rows).toHaveLength(Object.keys(expected).length);
});
