/** Places for an embed, each with the software that changes its markup. */
import { fileURLToPath } from 'node:url';
import { HtmlRenderer, Parser as CommonMark } from 'commonmark';
import { convert } from 'html-to-text';
import MarkdownIt from 'markdown-it';
import type { Page } from 'playwright';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import RssReader from 'rss-parser';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';
import { build } from 'vite';
import type { EmbedForm } from '../../../src/snippets/index.js';
import { escapeText } from '../../../src/html/markup.js';

export interface Place {
  readonly name: string;
  /** The forms that are put there. */
  readonly forms: readonly EmbedForm[];
  /** The page is read on the newspaper's site, or in a program of the reader's that runs no scripts. */
  readonly read: 'site' | 'elsewhere';
  /** Returns the markup that remains, as HTML on a page. */
  readonly pass: (snippet: string, page: Page) => string | Promise<string>;
}

/** Forms for places that take HTML. */
export const html: readonly EmbedForm[] = ['link', 'quotation', 'element', 'iframe', 'email'];
/** Forms for places that take no HTML. */
export const plain: readonly EmbedForm[] = ['link', 'markdown', 'text'];

/** A text as HTML that shows it. */
const shown = (text: string) => `<pre>${escapeText(text)}</pre>`;

const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify);

/** Cleans the snippet as a feed reader does. Its sanitizer removes pictures and frames by default. */
async function throughReader(snippet: string): Promise<string> {
  const { items } = await new RssReader().parseString(`<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item>
<title>I</title><content:encoded><![CDATA[${snippet}]]></content:encoded></item></channel></rss>`);
  const content: unknown = items[0]?.['content:encoded'];
  return sanitizeHtml(typeof content === 'string' ? content : '');
}

declare global {
  interface Window {
    throughProseMirror: (html: string) => string;
    DOMPurify: { sanitize: (html: string) => string };
    tinymce: {
      init: (options: object) => Promise<{ setContent: (html: string) => void; getContent: () => string }[]>;
      remove: () => void;
    };
  }
}

const packages = (name: string) => fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url));

/** Adds the editors and sanitizers to the page. */
export async function loadEditors(page: Page): Promise<void> {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('prosemirror.entry.js', import.meta.url)),
        formats: ['iife'],
        name: 'proseMirror',
      },
    },
  });
  const [{ output }] = bundle as { output: { code: string }[] }[] as [{ output: { code: string }[] }];
  await page.addScriptTag({ content: output[0]!.code });
  await page.addScriptTag({ path: packages('dompurify/dist/purify.min.js') });
  for (const part of [
    'tinymce.min.js',
    'icons/default/icons.min.js',
    'models/dom/model.min.js',
    'themes/silver/theme.min.js',
  ]) {
    await page.addScriptTag({ path: packages(`tinymce/${part}`) });
  }
}

export const places: readonly Place[] = [
  {
    name: 'DOMPurify',
    forms: html,
    read: 'site',
    pass: (snippet, page) => page.evaluate((dirty) => window.DOMPurify.sanitize(dirty), snippet),
  },
  { name: 'sanitize-html', forms: html, read: 'site', pass: (snippet) => sanitizeHtml(snippet) },
  {
    name: 'rehype-sanitize',
    forms: html,
    read: 'site',
    pass: async (snippet) => String(await rehype.process(snippet)),
  },
  {
    name: 'TinyMCE',
    forms: html,
    read: 'site',
    pass: (snippet, page) =>
      page.evaluate(async (pasted) => {
        const target = document.body.appendChild(document.createElement('textarea'));
        const [editor] = await window.tinymce.init({ target, license_key: 'gpl', skin: false, content_css: false });
        editor!.setContent(pasted);
        const left = editor!.getContent();
        window.tinymce.remove();
        return left;
      }, snippet),
  },
  {
    name: 'ProseMirror, basic schema',
    forms: html,
    read: 'site',
    pass: (snippet, page) => page.evaluate((pasted) => window.throughProseMirror(pasted), snippet),
  },
  { name: 'feed reader (rss-parser, sanitize-html)', forms: html, read: 'elsewhere', pass: throughReader },
  {
    name: 'CommonMark without HTML',
    forms: plain,
    read: 'site',
    pass: (snippet) => new HtmlRenderer({ safe: true }).render(new CommonMark().parse(snippet)),
  },
  {
    name: 'markdown-it without HTML',
    forms: plain,
    read: 'site',
    pass: (snippet) => new MarkdownIt({ html: false }).render(snippet),
  },
  {
    name: 'HTML mail read as text (html-to-text)',
    forms: html,
    read: 'elsewhere',
    // A mail program shows the marks before the lines of a quotation as a rule.
    pass: (snippet) => shown(convert(snippet).replace(/^> ?/gm, '')),
  },
  { name: 'plain text', forms: plain, read: 'elsewhere', pass: shown },
];
