import { expect, it } from 'vitest';
import { formatsOf } from '../../src/i18n/format.js';
import type { Localization } from '../../src/i18n/localization.js';
import { en } from '../../src/i18n/locales/en.js';
import * as german from '../../src/i18n/locales/de.js';
import { loadLocale } from '../../src/page/load-locale.js';
import type { LocalizedHost } from '../../src/page/localized-host.js';

const english: Localization = { words: en, formats: formatsOf('en'), isComplete: true, say: (_, words) => words };

it('takes the locale of a second request that began before the failure of the first was handled', async () => {
  const host = Object.assign(document.createElement('div'), {
    lang: 'de',
    messages: undefined,
    locale: { current: undefined as Localization | undefined, isComplete: false },
    requestUpdate: () => undefined,
  }) as unknown as LocalizedHost;
  const refused = Promise.reject<typeof german>(new Error('503'));
  const first = loadLocale(host, 'de', english, refused);
  const second = loadLocale(host, 'de', english, Promise.resolve(german));
  await Promise.all([first, second]);
  expect(host.locale.current?.words.locale).toBe('de');
});
