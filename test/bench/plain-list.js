/**
 * A list as a newspaper's developer writes it in an afternoon: all rows at once, hidden by the filter, moved by the
 * sort. Each row has the same structure and texts as the element's. Runs in the page, as a classic script.
 */
'use strict';

const plainStyles = `
  .list { list-style: none; margin: 0; padding: 0; }
  .list li { padding-block: 0.7em; border-top: 1px solid #ccc; }
  .head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2em 0.8em; }
  .badge { padding: 0 0.5em; border: 1px solid; font-weight: 700; font-size: 0.85em; }
  blockquote { margin: 0.25em 0 0; font-size: 0.92em; }
  .facts { margin: 0.3em 0 0; color: #666; font-size: 0.8em; }
`;

/** @param {readonly { platform: { name: string }, severity: { level: string, label: string }, excerpt: string, url: string, captured: string }[]} rows */
function plainList(rows) {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${plainStyles}</style><ul class="list"></ul>`;
  const list = root.querySelector('ul');
  const template = document.createElement('template');
  template.innerHTML = `<li><div class="head"><a><b></b></a><span class="badge"></span></div>
    <blockquote><p></p></blockquote><p class="facts"></p><button type="button">Compare wording</button></li>`;
  const dates = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
  /** @type {[HTMLElement, (typeof rows)[number]][]} */
  let shown = [];
  return {
    open() {
      shown = rows.map((row) => {
        const item = template.content.firstElementChild.cloneNode(true);
        item.querySelector('a').href = row.url;
        item.querySelector('b').textContent = row.platform.name;
        item.querySelector('.badge').textContent = row.severity.label;
        item.querySelector('blockquote p').textContent = row.excerpt;
        item.querySelector('.facts').textContent = `Captured ${dates.format(new Date(row.captured))}`;
        item.querySelector('button').addEventListener('click', () => undefined);
        return [item, row];
      });
      list.append(...shown.map(([item]) => item));
    },
    filter(level) {
      for (const [item, row] of shown) item.hidden = row.severity.level !== level;
    },
    clear() {
      for (const [item] of shown) item.hidden = false;
    },
    sort() {
      const { compare } = new Intl.Collator('en');
      shown.sort(([, a], [, b]) => compare(a.platform.name, b.platform.name));
      list.append(...shown.map(([item]) => item));
    },
  };
}

globalThis.plainList = plainList;
