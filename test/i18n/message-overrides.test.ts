import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/i18n/format.js';
import { enRecord } from '../../src/i18n/locales/en-record.js';
import { enTools } from '../../src/i18n/locales/en-tools.js';
import { en } from '../../src/i18n/locales/en.js';
import type { Localization } from '../../src/i18n/localization.js';
import { overrideMessages } from '../../src/i18n/message-overrides.js';

const english: Localization = { words: en, formats: formatsOf('en'), isComplete: true, say: (_, words) => words };

describe('overrideMessages', () => {
  it('replaces single messages and keeps the others', () => {
    const { words } = overrideMessages(english, {
      card: { why: 'So?', from: (source: string) => `Taken from ${source}` },
    });
    expect([words.why, words.from('X'), words.impact]).toEqual(['So?', 'Taken from X', en.impact]);
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  it('replaces messages of lazily loaded parts at any depth, and returns the same table each time', () => {
    const own = overrideMessages(english, { tools: { reasons: { http: 'gone' } }, record: { actions: 'Act' } });
    expect(own.say('tools', enTools).reasons).toEqual({ ...enTools.reasons, http: 'gone' });
    expect(own.say('record', enRecord).actions).toBe('Act');
    expect(own.say('tools', enTools)).toBe(own.say('tools', enTools));
    expect(enTools.reasons.http).not.toBe('gone');
  });

  it('formats dates in the language that the page names', () => {
    const { words, formats } = overrideMessages(english, { card: { locale: 'SV' } });
    expect([words.locale, formats.date('2026-05-12')]).toEqual(['sv', '12 maj 2026']);
  });

  const thrower = () => {
    throw new Error('no');
  };
  it.each([
    [undefined],
    [null],
    ['card'],
    [7],
    [Symbol('card')],
    [[]],
    [{ card: 'x', tools: [1] }],
    [{ card: { why: 7, from: 'text', analysisBy: thrower, captured: () => 3, locale: '?' } }],
    [new Proxy({}, { get: thrower })],
    [{ card: new Proxy({}, { get: thrower }) }],
    [{ card: { constructor: 'x', __proto__: { polluted: 'x' } } }],
  ])('keeps our messages where the page assigned something else: %#', (messages) => {
    const own = overrideMessages(english, messages);
    expect(own.words.why).toBe(en.why);
    expect(own.words.from('X')).toBe(en.from('X'));
    expect(own.words.analysisBy('X')).toBe(en.analysisBy('X'));
    expect(own.words.captured('X')).toBe(en.captured('X'));
    expect(own.words.locale).toBe('en');
    expect(own.say('tools', enTools).checks).toBe(enTools.checks);
    expect(Object.keys(own.words)).toEqual(Object.keys(en));
  });
});
