import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/i18n/format.js';
import { enRecord } from '../../src/i18n/locales/en-record.js';
import { enTools } from '../../src/i18n/locales/en-tools.js';
import { en } from '../../src/i18n/locales/en.js';
import { replaced } from '../../src/i18n/replaced.js';
import type { Spoken } from '../../src/i18n/spoken.js';

const spoken: Spoken = { words: en, formats: formatsOf('en'), isWhole: true, say: (_, words) => words };

describe('words of a page’s own', () => {
  it('take the place of ours one by one', () => {
    const { words } = replaced(spoken, { card: { why: 'So?', from: (source: string) => `Taken from ${source}` } });
    expect([words.why, words.from('X'), words.impact]).toEqual(['So?', 'Taken from X', en.impact]);
    expect(Object.keys(words)).toEqual(Object.keys(en));
  });

  it('reach the parts that come later, at any depth, and the table stays the same object', () => {
    const own = replaced(spoken, { tools: { reasons: { http: 'gone' } }, record: { actions: 'Act' } });
    expect(own.say('tools', enTools).reasons).toEqual({ ...enTools.reasons, http: 'gone' });
    expect(own.say('record', enRecord).actions).toBe('Act');
    expect(own.say('tools', enTools)).toBe(own.say('tools', enTools));
    expect(enTools.reasons.http).not.toBe('gone');
  });

  it('may be of a language that we do not have, which then says dates', () => {
    const { words, formats } = replaced(spoken, { card: { locale: 'SV' } });
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
  ])('leave ours where they are junk: %#', (messages) => {
    const own = replaced(spoken, messages);
    expect(own.words.why).toBe(en.why);
    expect(own.words.from('X')).toBe(en.from('X'));
    expect(own.words.analysisBy('X')).toBe(en.analysisBy('X'));
    expect(own.words.captured('X')).toBe(en.captured('X'));
    expect(own.words.locale).toBe('en');
    expect(own.say('tools', enTools).checks).toBe(enTools.checks);
    expect(Object.keys(own.words)).toEqual(Object.keys(en));
  });
});
