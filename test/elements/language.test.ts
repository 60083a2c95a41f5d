import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, server } from 'vitest/browser';
import { languageOf } from '../../src/page/element-language.js';
import { heard } from './support/heard.js';
import { clear, part, show } from './support/page.js';
import { feed, full, record } from './support/records.js';

afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

/** Builds nested elements from markup with declarative shadow roots and returns the innermost `<i>`. */
function inside(markup: string): Element {
  document.body.setHTMLUnsafe(markup);
  const find = (root: ParentNode): Element | null => {
    const found = root.querySelector('i');
    if (found) return found;
    for (const element of root.querySelectorAll('*')) {
      const deeper = element.shadowRoot && find(element.shadowRoot);
      if (deeper) return deeper;
    }
    return null;
  };
  return find(document.body)!;
}

describe('languageOf', () => {
  it.each([
    ['its own', '<p lang="fr"><i lang="de"></i></p>', 'de'],
    ['the nearest above it', '<div lang="fr"><p lang="de-CH"><i></i></p></div>', 'de-CH'],
    [
      'the host’s, through a shadow root',
      '<div lang="it"><template shadowrootmode="open"><i></i></template></div>',
      'it',
    ],
    [
      'the nearest in its shadow root',
      '<div lang="it"><template shadowrootmode="open"><p lang="es"><i></i></p></template></div>',
      'es',
    ],
    [
      'one above two shadow roots',
      '<section lang="pt"><div><template shadowrootmode="open"><div><template shadowrootmode="open"><i></i></template></div></template></div></section>',
      'pt',
    ],
    ['in canonical case', '<p lang="EN-gb"><i></i></p>', 'en-GB'],
    ['the next above an invalid tag', '<div lang="fr"><p lang="not a tag"><i lang="x_y"></i></p></div>', 'fr'],
    ['the next above an empty tag', '<div lang="fr"><p lang=""><i></i></p></div>', 'fr'],
    [
      'the host’s above an invalid tag at the top of a shadow root',
      '<div lang="nl"><template shadowrootmode="open"><i lang="?"></i></template></div>',
      'nl',
    ],
  ])('returns %s', (_, markup, language) => {
    expect(languageOf(inside(markup))).toBe(language);
  });

  it('returns the document’s language if no ancestor has one', () => {
    document.documentElement.lang = 'sv';
    expect(languageOf(inside('<i></i>'))).toBe('sv');
  });

  it('returns the browser’s language if the document has none', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('da-DK');
    expect(languageOf(inside('<i></i>'))).toBe('da-DK');
  });

  it('returns English if the browser has none', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('');
    expect(languageOf(inside('<i lang=""></i>'))).toBe('en');
  });

  it('returns the language of its own tree for a disconnected element', () => {
    const div = document.createElement('div');
    div.lang = 'fi';
    expect(languageOf(div.appendChild(document.createElement('i')))).toBe('fi');
  });
});

describe('dates on the screen', () => {
  it.each([
    ['en-US', 'May 12, 2026'],
    ['en-GB', '12 May 2026'],
    ['en-AU', '12 May 2026'],
    // Languages without messages are not mixed with another language's dates.
    ['sv', 'May 12, 2026'],
    ['enm', 'May 12, 2026'],
    ['zh-TW', 'May 12, 2026'],
  ])('in %s are formatted as %s', async (lang, said) => {
    document.documentElement.lang = lang;
    expect(heard(await show('provision-clause', full))).toContain(`Document last updated ${said}`);
  });

  it('use a changed page language at the next rendering', async () => {
    const card = await show('provision-card', full);
    card.lang = 'en-GB';
    card.requestUpdate();
    await card.updateComplete;
    expect(heard(card)).toContain('12 May 2026');
  });

  it('are days next to a quotation, and have their own precision in the full record', async () => {
    const captured = async (date: string) => {
      const card = await show('provision-card', record({ clauses: [{ text: 'x' }], provenance: { captured: date } }));
      expect(heard(card)).toMatch(/Captured May 12, 2026(?! at)/);
      card.layout = 'full';
      await expect.poll(() => heard(card)).toContain('Provision details');
      return heard(card);
    };
    expect(await captured('2026-05-12T15:09Z')).toMatch(/May 12, 2026 at 15:09 UTC/);
    expect(await captured('2026-05-12T15:09:41Z')).toMatch(/May 12, 2026 at 15:09:41 UTC/);
    expect(await captured('2026-05-12')).not.toContain(' at ');
  });

  it('are the days of the time zone in which they were written', async () => {
    const provenance = { captured: '2026-05-12T23:30:00-07:00' };
    const card = await show('provision-card', record({ clauses: [{ text: 'x' }], provenance }));
    expect(heard(card)).toContain('Captured May 12, 2026');
  });

  it.skipIf(server.browser !== 'chromium')('keep a calendar day for readers in America and in Kiribati', async () => {
    try {
      for (const timezoneId of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
        await cdp().send('Emulation.setTimezoneOverride', { timezoneId });
        expect(heard(await show('provision-clause', full)), timezoneId).toContain('Document last updated May 12, 2026');
      }
    } finally {
      await cdp().send('Emulation.setTimezoneOverride', { timezoneId: '' });
    }
  });
});

describe('lang attributes', () => {
  it('mark our messages, the analysis and the clause with their own languages', async () => {
    const card = await show(
      'provision-card',
      feed([
        record({ why_it_matters: 'Parce que.', clauses: [{ text: 'Weil.', language: 'de' }] }, { language: 'fr' }),
      ]),
    );
    const languageAt = (element: Element) => element.closest('[lang]')!.getAttribute('lang');
    expect(languageAt(part(card, 'base'))).toBe('en');
    expect(languageAt(part(card, 'label'))).toBe('en');
    expect(languageAt(part(card, 'heading'))).toBe('fr');
    expect(languageAt(part(card, 'why').querySelector('p')!)).toBe('fr');
    expect(languageAt(part(card, 'quotation').querySelector('p')!)).toBe('de');
  });

  it('use the feed’s language without one of the record, and none if neither has one', async () => {
    const german = await show('provision-card', feed([record()], {}, { language: 'de' }));
    expect(part(german, 'heading').lang).toBe('de');
    const unsaid = await show('provision-card', record());
    expect(part(unsaid, 'heading').lang).toBe('');
    expect(part(unsaid, 'heading').hasAttribute('lang')).toBe(true);
  });

  it('mark a heading of ours for an untitled record with our language', async () => {
    const card = await show('provision-card', { id: 'x', language: 'fr' });
    const words = part(card, 'heading').querySelector('[lang]')!;
    expect([words.textContent, words.getAttribute('lang')]).toEqual(['Provision', 'en']);
  });
});
