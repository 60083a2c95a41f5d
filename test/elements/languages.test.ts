/** Messages other than English: their language, their loading, and that none of them stays English. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatsOf } from '../../src/i18n/format.js';
import { languages } from '../../src/i18n/languages.js';
import { enChanges } from '../../src/i18n/locales/en-changes.js';
import { enComparison } from '../../src/i18n/locales/en-comparison.js';
import { enRecord } from '../../src/i18n/locales/en-record.js';
import { enTools } from '../../src/i18n/locales/en-tools.js';
import { en } from '../../src/i18n/locales/en.js';
import type { LocaleModule } from '../../src/i18n/languages.js';
import { pseudoMessages } from '../../stories/pseudo.js';
import { saidByAll } from './support/everything.js';
import { heard, violations } from './support/heard.js';
import { clear, hasPart, part, place, show } from './support/page.js';
import { feed, full, record } from './support/records.js';

const there = { timeout: 20_000 };
const english = { card: en, record: enRecord, tools: enTools, comparison: enComparison, changes: enChanges };

let warned: unknown[][] = [];

beforeEach(() => {
  warned = [];
  vi.spyOn(console, 'warn').mockImplementation((...words) => void warned.push(words));
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  Object.assign(navigator, { canShare: undefined });
  document.documentElement.lang = 'en';
});

afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

type Card = HTMLElementTagNameMap['provision-card'];
const label = (card: Element) =>
  card.shadowRoot!.querySelector('[part~=why] [part~=label]')?.textContent.trim() ?? undefined;
const speaks = (card: Element, words: string | undefined) => expect.poll(() => label(card), there).toBe(words);

/** Returns a card after it has been painted, whatever it waits for. */
async function painted(properties: Readonly<Record<string, unknown>> = {}, content = ''): Promise<Card> {
  const card = place('provision-card', { provision: full, ...properties }, content);
  await expect.poll(() => hasPart(card, 'base'), there).toBe(true);
  return card;
}

/** Delays the messages of a language until the test releases them. */
function held(name: string): { readonly asked: () => number; come: () => void; fail: (error: Error) => void } {
  const load = languages[name]!;
  let come: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const gate = new Promise<void>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  const spy = vi
    .spyOn(languages as Record<string, () => Promise<LocaleModule>>, name)
    .mockImplementation(() => gate.then(load));
  return { asked: () => spy.mock.calls.length, come: () => come(), fail: (error) => fail(error) };
}

describe('a card', () => {
  it('uses the language of its place in the page', async () => {
    document.documentElement.lang = 'de-AT';
    const card = await painted();
    expect(label(card)).toBe('Warum das wichtig ist');
    expect(heard(card)).toContain('Erfasst am 12. Mai 2026');
    expect(part(card, 'base').lang).toBe('de');
    expect(part(card, 'heading').lang).toBe('en');
    expect(warned).toEqual([]);
  });

  it('changes the language with its own `lang` or the one around it', async () => {
    const card = await painted();
    expect(label(card)).toBe('Why it matters');
    document.documentElement.lang = 'de';
    await speaks(card, 'Warum das wichtig ist');
    card.lang = 'fr';
    await speaks(card, 'Pourquoi c’est important');
    document.documentElement.lang = 'en';
    card.removeAttribute('lang');
    await speaks(card, 'Why it matters');
  });

  it('uses the latest language, whichever loads first', async () => {
    const slow = held('es');
    const card = await painted();
    card.lang = 'es';
    await expect.poll(slow.asked, there).toBeGreaterThan(0);
    card.lang = 'de';
    await speaks(card, 'Warum das wichtig ist');
    slow.come();
    await card.updateComplete;
    await import('../../src/i18n/locales/es.js');
    await card.updateComplete;
    expect(label(card)).toBe('Warum das wichtig ist');
  });

  it('is independent of the languages of other elements', async () => {
    const [german, japanese, plain] = await Promise.all([painted({ lang: 'de' }), painted({ lang: 'ja' }), painted()]);
    await speaks(german, 'Warum das wichtig ist');
    await speaks(plain, 'Why it matters');
    expect(label(japanese)).not.toMatch(/[a-z]/i);
    expect(heard(japanese)).toContain('2026年5月12日');
  });

  it('shows the page’s own content until its messages have loaded', async () => {
    const slow = held('it');
    const card = place('provision-card', { provision: full, lang: 'it' }, '<p>Parole proprie.</p>');
    await expect.poll(slow.asked, there).toBeGreaterThan(0);
    await card.updateComplete;
    expect(hasPart(card, 'base')).toBe(false);
    expect(card.querySelector('p')!.checkVisibility()).toBe(true);
    slow.come();
    await expect.poll(() => hasPart(card, 'base'), there).toBe(true);
    expect(part(card, 'base').lang).toBe('it');
  });

  it('keeps its rendering until the messages of another language have loaded', async () => {
    const slow = held('nl');
    const card = await painted();
    card.lang = 'nl';
    await expect.poll(slow.asked, there).toBeGreaterThan(0);
    await card.updateComplete;
    expect(label(card)).toBe('Why it matters');
    slow.come();
    await expect.poll(() => part(card, 'base').lang, there).toBe('nl');
  });

  it('uses English if its language fails to load, and the console gets one warning', async () => {
    const blocked = held('fr');
    blocked.fail(new TypeError('Failed to fetch'));
    const [card, other] = await Promise.all([painted({ lang: 'fr-CA' }), painted({ lang: 'fr-CA' })]);
    expect([label(card), label(other)]).toEqual(['Why it matters', 'Why it matters']);
    expect(part(card, 'base').lang).toBe('en');
    expect(warned.map(([who]) => who)).toEqual(['[provision-embed]']);
  });
});

describe('messages of the page’s own', () => {
  it('replace ours, as texts and as functions', async () => {
    const messages = { card: { why: 'So what?', analysisBy: (names: string) => `By our friends ${names}` } };
    const card = await painted({ messages });
    await speaks(card, 'So what?');
    expect(part(card, 'byline').textContent).toBe('By our friends Ada Analyst and Bo Bookkeeper');
    expect(part(card, 'impact').textContent).toContain('What it means for you');
    card.messages = { card: { why: 'Therefore?' } };
    await speaks(card, 'Therefore?');
    card.messages = undefined;
    await speaks(card, 'Why it matters');
  });

  it('work with another language and in lazily loaded parts', async () => {
    const messages = { card: { why: 'Na und?' }, record: { actions: 'Handeln!' } };
    const provision = record({ why_it_matters: 'x', actions: [{ title: 'y' }], regulations: [{ name: 'z' }] });
    const card = await painted({ provision, messages, lang: 'de', layout: 'full' });
    await speaks(card, 'Na und?');
    await expect.poll(() => part(card, 'actions').textContent, there).toContain('Handeln!');
    expect(part(card, 'regulations').textContent).toContain('Vorschriften');
  });

  it.each([
    ['text', 'why'],
    ['a number', 7],
    ['a list', ['why']],
    ['of the wrong kinds', { card: { why: 7, analysisBy: 'x', severity: null, locale: 'no tag', colon: () => ':' } }],
    ['nested in vain', { card: 'x', record: 3, tools: null }],
    ['dangerous to call', { card: { analysisBy: () => { throw new Error('no'); }, captured: () => ({}) } }], // prettier-ignore
    ['dangerous to read', { get card() { throw new Error('no'); } }], // prettier-ignore
    ['a proxy that throws', { card: new Proxy({}, { get: () => { throw new Error('no'); } }) }], // prettier-ignore
  ])('that are %s leave ours', async (_, messages) => {
    const card = await painted({ messages });
    expect(heard(card)).toContain('Analysis by Ada Analyst and Bo Bookkeeper');
    expect(label(card)).toBe('Why it matters');
    expect(part(card, 'base').lang).toBe('en');
  });
});

/** Languages that are not written in Latin letters. */
const foreign = new Set(['ar', 'he', 'hi', 'ja', 'ko', 'uk', 'zh-Hans']);
/** Names that are the same in all languages. */
const names =
  /SHA-256|ID|CSV|CSL-JSON|BibTeX|RIS|APA|Chicago|Bluebook|https?|UTC|LinkedIn|Facebook|WhatsApp|Bluesky|Mastodon|Reddit|Telegram|Threads|X\b|CW-\d+/g;

type Say = (...given: unknown[]) => string;
const gap = '\u0001';
const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(gap, '.+');

/** Returns the patterns of a message with its parameters open. */
function patternsOf(message: unknown): string[] {
  if (typeof message === 'string') return [message];
  const one = { n: gap, plural: (forms: { one?: string; other: string }) => forms.one ?? forms.other };
  const many = { n: gap, plural: (forms: { other: string }) => forms.other };
  return [one, many].flatMap((count) => {
    try {
      return [(message as Say)(...Array.from({ length: 4 }, () => Object.assign(Object(gap) as object, count)))];
    } catch {
      return [];
    }
  });
}

function walk(ours: object, theirs: object, found: RegExp[]): RegExp[] {
  for (const [name, message] of Object.entries(ours)) {
    const other: unknown = Reflect.get(theirs, name);
    if (typeof message === 'object') walk(message as object, other as object, found);
    else if (name !== 'locale' && name !== 'colon') {
      const translated = patternsOf(other);
      for (const words of patternsOf(message)) {
        if (!translated.includes(words) && /[a-z]{3}/i.test(words)) found.push(new RegExp(`^${escaped(words)}$`));
      }
    }
  }
  return found;
}

describe('translations leave no text in English', () => {
  it.each(Object.values(languages).map((load) => [/locales\/([\w-]+)/.exec(String(load))?.[1] ?? '', load] as const))(
    'in %s',
    async (_, load) => {
      const { messages, loadMore } = await load();
      const { more } = await loadMore();
      document.documentElement.lang = messages.locale;
      document.title = 'x';
      document.body.insertAdjacentHTML('beforeend', '<h1>x</h1><h2>x</h2>');
      const said = [...(await saidByAll({}))];
      expect(said.length).toBeGreaterThan(150);
      const left = walk(english, { card: messages, ...more }, []);
      expect(said.filter((words) => left.some((pattern) => pattern.test(words)))).toEqual([]);
      if (foreign.has(messages.locale)) {
        expect(said.filter((words) => /[a-z]{2}/i.test(words.replace(names, '')))).toEqual([]);
      }
      const own = said.filter((words) => Object.values(messages).includes(words));
      expect(own.length).toBeGreaterThan(20);
      expect(said.join('\n')).not.toMatch(/undefined|\[object|NaN|Invalid/);
      // One of the elements has nothing to show.
      expect(warned.filter(([words]) => !String(words).includes('No item'))).toEqual([]);
      if (/^(?:ar|ja)$/.test(messages.locale)) {
        for (const element of document.querySelectorAll<HTMLElement>('body > :defined')) {
          if (element.localName.includes('-')) expect(await violations(element)).toEqual([]);
        }
      }
    },
  );

  it('all of our text comes from messages: a pseudo-language puts every word in brackets', async () => {
    const said = [...(await saidByAll({ messages: pseudoMessages }))];
    expect(said.filter((words) => words.startsWith('[')).length).toBeGreaterThan(100);
    const { date } = formatsOf('en-XA');
    const months = new Set(
      Array.from({ length: 12 }, (_, at) => /[a-z]+/i.exec(date(`2026-${`${at + 1}`.padStart(2, '0')}-01`))![0]),
    );
    const outside = (words: string) => {
      let rest = words;
      for (let last = ''; last !== rest;) {
        last = rest;
        rest = rest.replace(/\[[^[\]]*\]/g, '');
      }
      return rest
        .replace(/[a-z]+/gi, (word) => (months.has(word) || /^(?:at|and|UTC)$/.test(word) ? '' : word))
        .replace(names, '');
    };
    expect(said.filter((words) => /[a-z]{2}/i.test(outside(words)))).toEqual([]);
  });
});

describe('an Arabic or Hebrew card', () => {
  const direction = (card: Element, name: string) => getComputedStyle(part(card, name)).direction;
  const rightToLeft = (card: Element) => {
    const badge = part(card, 'badge').getBoundingClientRect();
    const shape = part(card, 'shape').getBoundingClientRect();
    return shape.right > badge.left + badge.width / 2;
  };

  it.each(['ar', 'he'])('in %s is right to left by itself', async (lang) => {
    const card = await painted({ lang });
    expect(direction(card, 'base')).toBe('rtl');
    expect(rightToLeft(card)).toBe(true);
    // The page around it is unchanged.
    expect(getComputedStyle(document.body).direction).toBe('ltr');
    expect(getComputedStyle(card).direction).toBe('ltr');
  });

  it('quotes left-to-right text unchanged', async () => {
    const card = await painted({ lang: 'ar' });
    const quoted = part(card, 'quotation').querySelector('p')!;
    expect(getComputedStyle(quoted).direction).toBe('ltr');
    expect(direction(card, 'heading')).toBe('ltr');
    expect(getComputedStyle(part(card, 'why').querySelector('p')!).direction).toBe('ltr');
  });

  it('leaves the publisher’s note its own direction, however deep it is nested', async () => {
    const note = (words: string) => `<div slot="note"><p>${words}</p></div>`;
    const english = await painted({ lang: 'ar' }, note('We asked the company for comment.'));
    const arabic = await painted({ lang: 'ar' }, note('سألنا الشركة عن رأيها.'));
    expect([english, arabic].map((card) => direction(card, 'base'))).toEqual(['rtl', 'rtl']);
    expect([english, arabic].map((card) => getComputedStyle(card.querySelector('p')!).direction)).toEqual([
      'ltr',
      'rtl',
    ]);
  });

  it('has the direction that its page sets', async () => {
    const card = await painted({ lang: 'ar', dir: 'ltr' });
    expect(direction(card, 'base')).toBe('ltr');
    const german = await painted({ lang: 'de', dir: 'rtl' });
    await expect.poll(() => direction(german, 'base'), there).toBe('rtl');
    const plain = await painted();
    expect(direction(plain, 'base')).toBe('ltr');
  });

  it('mirrors its popover, menu, chart and diff as well', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      platform: { name: `P${index}` },
      severity: { level: index % 2 ? 'high' : 'low', label: index % 2 ? 'High' : 'Low' },
      excerpt: `Words ${index}`,
    }));
    const card = await painted({
      lang: 'ar',
      provision: feed([
        record({ severity: { level: 'low', label: 'Low', text: 'Why' }, comparisons: { items: rows } }),
      ]),
    });
    const press = (selector: string) => card.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
    await expect.poll(() => hasPart(card, 'distribution'), there).toBe(true);
    const strip = part(card, 'distribution').querySelector('.strip')!;
    expect(getComputedStyle(strip).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    press('[part~=badge-button]');
    await expect.poll(() => hasPart(card, 'popover'), there).toBe(true);
    expect(direction(card, 'popover')).toBe('rtl');
    press('[data-tool=cite] > button');
    await expect.poll(() => hasPart(card, 'menu'), there).toBe(true);
    expect(direction(card, 'menu')).toBe('rtl');
    const button = card.shadowRoot!.querySelector('[data-tool=cite] > button')!.getBoundingClientRect();
    const menu = part(card, 'menu').getBoundingClientRect();
    expect(Math.abs(menu.right - button.right)).toBeLessThan(3);
    const ltr = await painted({ lang: 'ar', dir: 'ltr', provision: feed([record({ comparisons: { items: rows } })]) });
    await expect.poll(() => hasPart(ltr, 'distribution'), there).toBe(true);
    expect(getComputedStyle(part(ltr, 'distribution').querySelector('.strip')!).transform).toBe('none');
  });

  it('is isolated in a sentence of another direction', async () => {
    const severity = await show('provision-severity', full, { lang: 'ar' });
    await expect.poll(() => hasPart(severity, 'base'), there).toBe(true);
    const { direction: own, unicodeBidi } = getComputedStyle(part(severity, 'base'));
    expect([own, unicodeBidi]).toEqual(['rtl', 'isolate']);
  });
});
