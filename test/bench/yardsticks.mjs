// @ts-check
/**
 * The yardsticks: static HTML (L0), a hand-written custom element (V), an iframe (I) and React 19 (R). All use the
 * markup of our own painted card and the rules that apply to it. So all paint the same pixels, whatever we change, and
 * only the way there is compared.
 */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';
import { feedOf, record } from './records.mjs';

/** The displayed members of a record, as expressions of a record `r`. */
const fields = [
  'r.id',
  'r.url',
  'r.title',
  'r.content_text',
  'r._provision.platform.name',
  'r._provision.document.url',
  'r._provision.prevalence.text',
  'r._provision.why_it_matters',
  'r._provision.consumer_impact',
  'r._provision.clauses[0].text',
  'r._provision.clauses[0].attribution',
  'r._provision.provenance.archive_url',
  ...[0, 1, 2].flatMap((row) =>
    ['platform.name', 'excerpt', 'url'].map((member) => `r._provision.comparisons.items[${row}].${member}`),
  ),
];

/**
 * The dates of a record as displayed, with the expression of each. All contenders but static HTML format them, as we
 * do.
 */
const dates = /** @type {const} */ ([
  ['May 2, 2026', "d(r._provision.document.last_updated,'day')"],
  ['May 12, 2026 at 15:09:41 UTC', "d(r._provision.provenance.captured,'second')"],
  ['May 12, 2026', "d(r._provision.comparisons.items[0].captured,'day')"],
]);
const formatting = `
const formats = {
  day: new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }),
  second: new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long', hourCycle: 'h23', timeZone: 'UTC' }),
};
const d = (date, precision) => formats[precision].format(new Date(date));`;

/** @typedef {{ name: string, attributes: [string, string][], children: (Shape | string)[] }} Shape */
/** @typedef {{ css: string, shape: Shape }} Card */

/** A record in which each member's value is its own name, so that each can be located in the painted card. */
export function probe() {
  const one = record(1);
  for (const [index, field] of fields.entries()) {
    const path = field
      .replace(/^r\./, '')
      .split(/[.[\]]+/)
      .filter((step) => step);
    const last = /** @type {string} */ (path.pop());
    const at = path.reduce((/** @type {any} */ object, step) => object[step], one);
    at[last] = last.includes('url') ? `https://probe.example/field-${index}-` : `field-${index}-`;
  }
  return feedOf([one]);
}

/**
 * Keeps the source text of style sheets, because a sheet serializes a shorthand with a variable differently. Runs in
 * the page, before any other script.
 */
export function keepSources() {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (/** @type {string} */ text) {
    /** @type {any} */ (this).source = text;
    replaceSync.call(this, text);
  };
}

/**
 * Extracts the markup and the rules of a painted card. Runs in the page.
 * @returns {Card}
 */
export function dissect() {
  const root = /** @type {ShadowRoot} */ (document.querySelector('provision-card')?.shadowRoot);
  const article = /** @type {Element} */ (root.querySelector('article'));
  const applies = (/** @type {CSSRule} */ rule) => {
    if (!(rule instanceof CSSStyleRule)) {
      return 'cssRules' in rule && [.../** @type {CSSGroupingRule} */ (rule).cssRules].some(applies);
    }
    if (rule.selectorText.includes('slotted')) return false;
    if (rule.selectorText.includes(':host')) return true;
    return root.querySelector(rule.selectorText.replace(/::[\w-]+|:(hover|focus-visible)/g, '')) !== null;
  };
  /** @param {Element} element @returns {Shape} */
  const shapeOf = (element) => ({
    name: element.localName,
    attributes: [...element.attributes].map(({ name, value }) => [name, value]),
    children: [...element.childNodes].flatMap((child) => {
      if (child instanceof Text) return child.data.trim() || child.data.includes(' ') ? child.data : [];
      return child instanceof Element && !child.matches('.note') ? shapeOf(child) : [];
    }),
  });
  /** The text of each rule, in order. @param {string} css */
  const split = (css) => {
    const found = [];
    let depth = 0;
    let start = 0;
    for (let at = 0; at < css.length; at++) {
      if (css[at] === '{') depth++;
      if (css[at] === '}' && !--depth) {
        found.push(css.slice(start, at + 1));
        start = at + 1;
      }
    }
    return found;
  };
  const css = root.adoptedStyleSheets.flatMap((sheet) => {
    const texts = split(/** @type {any} */ (sheet).source.replace(/\/\*[^]*?\*\//g, ''));
    if (texts.length !== sheet.cssRules.length)
      throw new Error('A style sheet has rules that are not found in its text');
    return texts.filter((_, index) => applies(/** @type {CSSRule} */ (sheet.cssRules[index])));
  });
  return { css: css.join('\n'), shape: shapeOf(article) };
}

const token = /(https:\/\/probe\.example\/)?field-(\d+)-/;

/** @param {string} text @returns {string[]} text, expression, text, expression, … */
function parts(text) {
  const date = dates.find(([shown]) => text.includes(shown));
  if (date && !token.test(text)) {
    const [before = '', ...after] = text.split(date[0]);
    return [before, date[1], ...parts(after.join(date[0]))];
  }
  const found = token.exec(text);
  if (!found) return [text];
  const before = text.slice(0, found.index);
  return [before, fields[Number(found[2])] ?? '', ...parts(text.slice(found.index + found[0].length))];
}

/** A string with members of a record `r`, as an expression. @param {string} text */
function expression(text) {
  const pieces = parts(text)
    .map((piece, index) => (index % 2 ? piece : piece && JSON.stringify(piece)))
    .filter((piece) => piece);
  return pieces.length ? pieces.join('+') : '""';
}

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {Shape | string} shape @returns {string} */
function html(shape) {
  if (typeof shape === 'string') return escaped(shape);
  const attributes = shape.attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<${shape.name}${attributes}>${shape.children.map(html).join('')}</${shape.name}>`;
}

/** The same rules for a card without a shadow root. @param {string} css */
const unscoped = (css) =>
  `.card-host{${css
    .replace(/:host\(:not\(\[dir\]\)\)/g, '&:not([dir])')
    .replace(/:host\(\[hidden\]\)/g, '&[hidden]')
    .replace(/:host/g, '&')}}`;

/**
 * Static HTML of a record. The style sheet belongs to the page.
 * @param {Card} card
 */
export function staticCard({ css, shape }) {
  const of = new Function('r', 'e', `${formatting}\nreturn ${inHtml(html(shape))}`);
  return {
    css: unscoped(css),
    /** @param {object} one @returns {string} */
    of: (one) => `<div class="card-host">${of(one, escaped)}</div>`,
  };
}

/** @param {string} text HTML with members of a record in it */
function inHtml(text) {
  return parts(text)
    .map((piece, index) => (index % 2 ? `e(${piece})` : JSON.stringify(piece)))
    .join('+');
}

/**
 * A custom element as a developer would write it by hand: one template, cloned into a shadow root, one constructed
 * sheet, one request per feed.
 * @param {Card} card
 */
export function plainScript({ css, shape }) {
  /** @type {string[]} */
  const fills = [];
  let at = -1;
  /** @param {Shape | string} one */
  const visit = (one) => {
    at++;
    if (typeof one === 'string') {
      if (parts(one).length > 1) fills.push(`n[${at}].data=${expression(one)}`);
      return;
    }
    for (const [name, value] of one.attributes) {
      if (token.test(value)) fills.push(`n[${at}].setAttribute(${JSON.stringify(name)},${expression(value)})`);
    }
    one.children.forEach(visit);
  };
  visit(merged(shape));
  return `(() => {${formatting}
const template = document.createElement('template');
template.innerHTML = ${JSON.stringify(html(merged(shape)))};
const sheet = new CSSStyleSheet();
sheet.replaceSync(${JSON.stringify(css)});
const feeds = new Map();
const read = (src) => {
  if (!feeds.has(src)) feeds.set(src, fetch(src, { credentials: 'omit' }).then((answer) => answer.json()));
  return feeds.get(src);
};
function fill(n, r) {
  ${fills.join(';\n  ')};
}
customElements.define('plain-card', class extends HTMLElement {
  async connectedCallback() {
    const child = this.querySelector(':scope > script[type="application/json"]');
    const feed = child ? JSON.parse(child.textContent) : await read(this.getAttribute('src'));
    const id = this.getAttribute('record');
    this.show(id ? feed.items.find((item) => item.id === id) : feed.items[0]);
  }
  show(record) {
    if (!this.shadowRoot) {
      const content = template.content.cloneNode(true);
      const walker = document.createTreeWalker(content);
      this.nodes = [];
      while (walker.nextNode()) this.nodes.push(walker.currentNode);
      fill(this.nodes, record);
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(content);
      root.addEventListener('click', () => {});
      this.dispatchEvent(new CustomEvent('bench-painted', { bubbles: true }));
    } else if (JSON.stringify(record) !== JSON.stringify(this.record)) fill(this.nodes, record);
    this.record = record;
  }
  async reload(feed) {
    this.show((await feed).items.find((item) => item.id === this.getAttribute('record')));
  }
});
globalThis.reloadPlain = (src) => {
  feeds.delete(src);
  const feed = read(src);
  return Promise.all([...document.querySelectorAll('plain-card')].map((card) => card.reload(feed)));
};
})();`;
}

/** A parser merges neighbouring texts into one. @param {Shape} shape @returns {Shape} */
function merged(shape) {
  /** @type {(Shape | string)[]} */
  const children = [];
  for (const child of shape.children) {
    const last = children.at(-1);
    if (typeof child === 'string' && typeof last === 'string') children[children.length - 1] = last + child;
    else children.push(typeof child === 'string' ? child : merged(child));
  }
  return { ...shape, children };
}

/** @param {Shape | string} shape @returns {string} */
function element(shape) {
  if (typeof shape === 'string') return expression(shape);
  const attributes = shape.attributes.map(([name, value]) => {
    const property =
      name === 'class'
        ? 'className'
        : /^(aria|data)-/.test(name)
          ? name
          : name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    return `${JSON.stringify(property)}:${expression(value)}`;
  });
  return `h(${[JSON.stringify(shape.name), `{${attributes.join()}}`, ...shape.children.map(element)].join()})`;
}

/**
 * React 19, one root per embed, bundled for production.
 * @param {Card} card
 * @returns {Promise<string>}
 */
export async function reactScript({ css, shape }) {
  const folder = await mkdtemp(join(tmpdir(), 'provision-embed-bench-'));
  try {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const entry = join(folder, 'react-card.js');
    await writeFile(
      entry,
      `import { createElement as h, memo, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
const sheet = new CSSStyleSheet();
sheet.replaceSync(${JSON.stringify(unscoped(css))});
document.adoptedStyleSheets.push(sheet);
${formatting}
const feeds = new Map();
const read = (src) => {
  if (!feeds.has(src)) feeds.set(src, fetch(src, { credentials: 'omit' }).then((answer) => answer.json()));
  return feeds.get(src);
};
const Card = memo(({ record: r }) => ${element(shape)});
for (const host of document.querySelectorAll('.react-card')) {
  const child = host.querySelector('script');
  (child ? Promise.resolve(JSON.parse(child.textContent)) : read(host.dataset.src)).then((feed) => {
    const { record } = host.dataset;
    const root = createRoot(host);
    host.className += ' card-host';
    host.show = (next) => flushSync(() => root.render(h(Card, { record: next })));
    root.render(h(Card, { record: record ? feed.items.find((item) => item.id === record) : feed.items[0] }));
  });
}
`,
    );
    const [built] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
      await build({
        root: folder,
        configFile: false,
        logLevel: 'error',
        define: { 'process.env.NODE_ENV': '"production"' },
        build: { write: false, lib: { entry, formats: ['iife'], name: 'reactCards' }, minify: true, target: 'es2022' },
      })
    );
    return built?.output[0].code ?? '';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The framed page posts its height to its parent. @param {ReturnType<typeof staticCard>} card @param {object} one */
export function framePage(card, one) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Record</title><style>body{margin:0;font:18px/1.5 serif}${card.css}</style>${card.of(one)}<script>
const tell = () => parent.postMessage({ benchHeight: document.documentElement.scrollHeight, name: location.pathname }, '*');
new ResizeObserver(tell).observe(document.documentElement);
</script></html>`;
}

/** The embedding page's side of the frames. */
export const frameScript = `
addEventListener('message', ({ data, source }) => {
  if (!data.benchHeight) return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  frame.style.height = data.benchHeight + 'px';
  frame.dataset.painted = '';
});`;
