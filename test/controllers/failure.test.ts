import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { page } from 'vitest/browser';
import { heard } from '../elements/support/heard.js';
import { answerWith, brokenNetwork, fresh } from '../elements/support/network.js';
import { clear, fixture, hasPart, next, outcome, place, tags } from '../elements/support/page.js';
import { record } from '../elements/support/records.js';

let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const json = { headers: { 'content-type': 'application/json' } };
const dead = () => fresh('https://observatory.example/feed.json');

const faults: readonly (readonly [what: string, code: string, fault: () => void])[] = [
  ['the feed is down', 'network', brokenNetwork],
  ['the feed is missing', 'http', () => answerWith('{}', { ...json, status: 404 })],
  ['its server fails with JSON', 'http', () => answerWith('{"items":[]}', { ...json, status: 500 })],
  ['it is an HTML page', 'type', () => answerWith('<p>', { headers: { 'content-type': 'text/html' } })],
  ['it is not JSON', 'json', () => answerWith('{"items":', json)],
  ['it is JSON but not a feed', 'schema', () => answerWith('[]', json)],
  ['it is of another version', 'version', () => answerWith('{"_provision_feed":{"spec":"2.0"},"items":[]}', json)],
  ['it is too large', 'size', () => answerWith('{}', { headers: { ...json.headers, 'content-length': '9000000' } })],
  ['it has no such record', 'not-found', () => answerWith('{"items":[]}', json)],
];

describe.each(tags)('<%s>', (tag) => {
  it.each(faults)('shows its own content if %s, with the error code %s', async (_, code, fault) => {
    fault();
    const element = place(
      tag,
      { src: dead(), record: 'r' },
      '<blockquote>The clause, <a href="#">source</a>.</blockquote>',
    );
    expect(await outcome(element)).toBe(code);
    expect(heard(element)).toBe('The clause, source.');
    await expect.element(page.getByText('The clause,')).toBeVisible();
  });

  it.each(faults)('shows one line with a link if %s and it has no content of its own', async (_, _code, fault) => {
    fault();
    const src = dead();
    const element = place(tag, { src, record: 'r' });
    await outcome(element);
    expect(heard(element)).toBe('This record could not be loaded. Open its source');
    await expect.element(page.getByRole('link', { name: 'Open its source' })).toHaveAttribute('href', src);
  });
});

describe('the line that replaces a record', () => {
  it('is absent while the record loads', async () => {
    vi.spyOn(window, 'fetch').mockReturnValue(new Promise(() => undefined));
    const card = place('provision-card', { src: dead() });
    await card.updateComplete;
    expect(hasPart(card, 'unavailable')).toBe(false);
  });

  it.each([
    ['data', '<script type="application/json">{</script>'],
    ['a comment', '<!-- nothing -->'],
    ['white space', ' \n '],
    ['a note', '<p slot="note">Ours.</p>'],
    ['a template', '<template><p>Later</p></template>'],
    ['a style', '<style>p { color: red }</style>'],
  ])('is shown next to %s, which is invisible', async (_, content) => {
    const card = place('provision-card', { src: 'nonsense' }, content);
    await outcome(card);
    expect(hasPart(card, 'unavailable')).toBe(true);
  });

  it.each([
    ['text', 'Own words.'],
    ['a picture', '<img alt="The clause" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
    ['a quotation', '<blockquote>Own words.</blockquote>'],
  ])('is absent next to %s', async (_, content) => {
    const card = place('provision-card', { src: 'nonsense' }, content);
    await outcome(card);
    expect(hasPart(card, 'unavailable')).toBe(false);
  });

  it.each(['https://[', 'javascript:alert(1)'])('has no link if the address is %s', async (src) => {
    const card = place('provision-card', { src });
    await outcome(card);
    expect(heard(card)).toBe('This record could not be loaded.');
    expect(card.shadowRoot!.querySelector('a')).toBeNull();
  });

  it('links to the file for a relative address, because the page’s own server has it', async () => {
    answerWith('{}', { ...json, status: 404 });
    await outcome(place('provision-card', { src: '/feeds/nothing.json' }));
    const link = page.getByRole('link', { name: 'Open its source' });
    await expect.element(link).toHaveAttribute('href', new URL('/feeds/nothing.json', location.href).href);
  });

  it('links to the record’s page if the address is that of the JSON file next to it', async () => {
    answerWith('{}', { ...json, status: 404 });
    await outcome(place('provision-card', { src: 'https://observatory.example/r/one.json' }));
    const link = page.getByRole('link', { name: 'Open its source' });
    await expect.element(link).toHaveAttribute('href', 'https://observatory.example/r/one');
  });

  it('disappears when a record arrives', async () => {
    const card = place('provision-card', { src: 'nonsense' });
    await outcome(card);
    card.provision = record();
    await card.updateComplete;
    expect(hasPart(card, 'unavailable')).toBe(false);
  });
});

describe('the console warning', () => {
  it('comes once for many elements of one failing feed, whatever record each requests', async () => {
    brokenNetwork();
    const src = dead();
    await Promise.all(['a', 'b', 'c', undefined].map((id) => outcome(place('provision-card', { src, record: id }))));
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('contains the code, the address and the JSON pointer', async () => {
    const src = dead();
    answerWith('{"items":{}}', json);
    await outcome(place('provision-card', { src }));
    const [said] = warn.mock.calls[0]!;
    expect(said).toContain('schema');
    expect(said).toContain(src);
    expect(said).toContain('/items');
  });

  it('comes once for each failing feed', async () => {
    brokenNetwork();
    await Promise.all([dead(), dead()].map((src) => outcome(place('provision-card', { src }))));
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it('is absent without an error', async () => {
    expect(await outcome(place('provision-card', { src: fresh(fixture('one.json')) }))).toBe('shown');
    expect(warn).not.toHaveBeenCalled();
  });
});

it('an element reads a feed that works again after a failure', async () => {
  brokenNetwork();
  const src = fresh(fixture('one.json'));
  const card = place('provision-card', { src }, 'Own words.');
  expect(await outcome(card)).toBe('network');
  vi.restoreAllMocks();
  const back = next(card, 'provision-load');
  await card.reload();
  await back;
  expect(heard(card)).toContain('Only record');
});

it('an element shows its own content and warns in the console if a record cannot be rendered', async () => {
  const card = place('provision-card', {}, 'Own words.');
  await card.updateComplete;
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function () {
    throw new RangeError('patched by the page');
  });
  card.lang = 'en-ZA';
  card.provision = record({ clauses: [{ text: 'x' }], provenance: { captured: '2026-05-12' } });
  await card.updateComplete;
  expect(heard(card)).toBe('Own words.');
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('[provision-embed]'), expect.any(RangeError));
});
