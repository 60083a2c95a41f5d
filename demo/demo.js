/** The record page: reads any feed by its URL, lists its records, and shows one in every form. */

const defaultFeed = '/feeds/clausewatch.json';
const rowsAtOnce = 200;

const $ = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
// The library accepts absolute URLs only, so that a snippet has the same meaning in every copy of an article.
const feedUrl = absolute(query.get('feed') || defaultFeed);
const recordId = query.get('record') ?? '';

function absolute(address) {
  try {
    return new URL(address, location.origin).href;
  } catch {
    return address;
  }
}

/** Removes the origin from URLs of this server, because the result is easier to read and share. */
function shortened(url) {
  return url.startsWith(`${location.origin}/`) ? url.slice(location.origin.length) : url;
}

function pageOf(feed, record) {
  const parameters = new URLSearchParams({ feed: shortened(feed), ...(record ? { record } : {}) });
  // Slashes are valid in a query and easier to read.
  return `/record?${parameters.toString().replaceAll('%2F', '/')}`;
}

function element(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function problem(text) {
  $('problem').textContent = text;
  $('problem').hidden = false;
}

const textOf = (value) => (typeof value === 'string' ? value : '');

/** Returns the list's text for an item. The item is unchecked JSON, so every member may be missing or of a wrong type. */
function outline(item) {
  const provision = item._provision ?? {};
  const platform = textOf(provision.platform?.name);
  const document_ = textOf(provision.document?.title);
  const title = textOf(item.title) || [platform, document_].filter(Boolean).join(', ') || 'Provision';
  const { status } = provision;
  const facts = [
    platform,
    textOf(provision.severity?.label) || textOf(provision.severity?.level),
    status && status !== 'current' ? textOf(status) : '',
    String(item.id),
  ].filter(Boolean);
  return { id: String(item.id), title, facts, language: textOf(item.language) };
}

function listed({ id, title, facts, language }) {
  const link = element('a', { href: pageOf(feedUrl, id), dir: 'auto', lang: language }, title);
  return element('li', {}, element('p', {}, link), element('p', { className: 'facts' }, facts.join(' · ')));
}

function showList(items) {
  const outlines = items.filter((item) => item && item.id !== undefined).map(outline);
  const update = () => {
    const words = $('search').value.toLowerCase().split(/\s+/);
    const found = outlines.filter(({ title, facts }) => {
      const text = `${title} ${facts.join(' ')}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    $('records').replaceChildren(...found.slice(0, rowsAtOnce).map(listed));
    const shown = Math.min(found.length, rowsAtOnce);
    $('count').textContent =
      shown < outlines.length ? `${shown} of ${outlines.length} records` : `${outlines.length} records`;
  };
  $('search').addEventListener('input', update);
  $('list').hidden = false;
  update();
}

function log(text) {
  const lines = [...$('log').children].map((line) => line.textContent);
  if (!lines.includes(text)) $('log').append(element('li', {}, text));
}

function showRecord(id) {
  const shown = $('shown');
  shown.addEventListener('provision-load', (event) => {
    const { provision, warnings } = event;
    const { id: shownId, title } = outline(provision);
    document.title = `${title} – Clausewatch`;
    $('title').textContent = `Record ${shownId}`;
    log(`${event.target.localName}: loaded, ${warnings.length} warnings.`);
    for (const { pointer, expected } of warnings.slice(0, 20)) log(`Expected ${expected} at ${pointer}.`);
  });
  shown.addEventListener('provision-error', (event) => {
    log(`${event.target.localName}: ${event.error.code}. ${event.error.message}`);
  });
  $('all').href = pageOf(feedUrl);
  $('embed').href = pageOf(feedUrl, id).replace('/record', '/builder');
  $('title').textContent = id ? `Record ${id}` : 'Record';
  $('other').open = false;
  for (const embed of shown.querySelectorAll(
    'provision-card, provision-clause, provision-severity, provision-comparison',
  )) {
    if (id) embed.setAttribute('record', id);
    embed.setAttribute('src', feedUrl);
  }
  shown.hidden = false;
}

async function showFeed() {
  if (recordId) {
    showRecord(recordId);
    return;
  }
  const response = await fetch(feedUrl, { credentials: 'omit' });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const feed = await response.json();
  if (!Array.isArray(feed?.items)) throw new Error('it has no list of items');
  if (feed.items.length === 1) {
    showRecord('');
    return;
  }
  $('title').textContent = feed.title ? `Records of ${textOf(feed.title)}` : 'Records';
  showList(feed.items);
}

async function listFeeds() {
  // Only the demo server has this list; on other hosts the two feeds in the page remain.
  const response = await fetch('/data/index.json');
  const files = response.ok ? await response.json() : [];
  $('feeds').append(
    ...files.map(({ url, bytes }) => {
      const name = decodeURIComponent(url.replace(/.*\//, ''));
      const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
      return element('li', {}, element('a', { href: pageOf(absolute(url)) }, name), ` (${size})`);
    }),
  );
}

$('other').hidden = false;
$('feed').value = shortened(feedUrl);
$('record').value = recordId;
$('choose').addEventListener('submit', (event) => {
  // Handle the form here, because the Content-Security-Policy blocks form submission.
  event.preventDefault();
  location.assign(pageOf(absolute($('feed').value.trim()), $('record').value.trim()));
});
listFeeds().catch(() => undefined);
showFeed().catch((error) => {
  problem(`The feed could not be read: ${error instanceof Error ? error.message : String(error)}.`);
});
