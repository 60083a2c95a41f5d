import { describe, expect, it } from 'vitest';
import { parseFeed, parseFeedText } from '../../src/feed/parse.js';
import { corpus } from '../support/data.js';
import { feedOf, itemOf, readItem } from './support/feeds.js';

const dates = corpus('dates-json-schema.json') as
  { kind: string; text: string; valid: boolean; why: string }[] | undefined;

describe.skipIf(!dates)('dates of the JSON Schema test suite', () => {
  const isDate = (text: string) => readItem(undefined, { date_published: text }).item?.date_published === text;
  const rows = (kind: string) => dates?.filter((row) => row.kind === kind) ?? [];

  it('are available', () => {
    expect([rows('date-time').length, rows('date').length, rows('time').length]).toEqual([27, 75, 41]);
  });

  it('are accepted and refused as the suite says for date-time', () => {
    for (const { text, valid, why } of rows('date-time')) expect(isDate(text), `${text}: ${why}`).toBe(valid);
  });

  it('are accepted and refused as the suite says for date, except that a date may have a time', () => {
    const alsoTimes = rows('date').filter(({ text, valid }) => !valid && isDate(text));
    expect(alsoTimes.map(({ text }) => text)).toEqual(['2020-11-28T23:55:45Z']);
    for (const { text, valid, why } of rows('date')) {
      if (text !== '2020-11-28T23:55:45Z') expect(isDate(text), `${text}: ${why}`).toBe(valid);
    }
  });

  it('are accepted and refused as the suite says for time, when appended to a date', () => {
    for (const { text, valid, why } of rows('time')) {
      if (!text.startsWith('2020-')) expect(isDate(text), text).toBe(false);
      expect(isDate(`1998-12-31T${text}`), `${text}: ${why}`).toBe(valid);
    }
  });

  it('do not forbid minutes precision, which the format allows', () => {
    expect(isDate('1998-12-31T08:30Z')).toBe(true);
  });
});

describe.each(['url-safevalues.json', 'url-angular.json'])('%s', (name) => {
  const rows = corpus(name) as { input: string; unsafePerSource: boolean }[] | undefined;
  it.skipIf(!rows)('refuses every URL that the source calls unsafe', () => {
    const unsafe = rows!.filter(({ unsafePerSource }) => unsafePerSource);
    expect(unsafe.length).toBeGreaterThan(5);
    for (const { input } of unsafe) {
      expect(readItem(undefined, { url: input, external_url: input }).item, input).toEqual(itemOf({}));
    }
  });

  it.skipIf(!rows)('accepts only http: and https: among the others', () => {
    for (const { input } of rows!) {
      const url = readItem(undefined, { url: input }).item?.url;
      if (url !== undefined)
        expect(new URL(url)).toMatchObject({ protocol: expect.stringMatching(/^https?:$/), href: url });
    }
  });
});

describe('url-browser-verified.json', () => {
  interface Engine {
    scan: Record<'lead' | 'mid' | 'beforeColon', number[]>;
  }
  const engines = corpus('url-browser-verified.json') as Record<string, Engine> | undefined;
  it.skipIf(!engines)('refuses every spelling of javascript: that a browser runs', () => {
    for (const { scan } of Object.values(engines!)) {
      const written = [
        ...scan.lead.map((code) => `${String.fromCodePoint(code)}javascript:alert(1)//https://a.org/`),
        ...scan.mid.map((code) => `java${String.fromCodePoint(code)}script:alert(1)//https://a.org/`),
        ...scan.beforeColon.map((code) => `javascript${String.fromCodePoint(code)}:alert(1)//https://a.org/`),
      ];
      expect(written.length).toBeGreaterThan(10);
      for (const url of written) expect(readItem(undefined, { url }).item?.url, JSON.stringify(url)).toBeUndefined();
    }
  });
});

describe('json-parsing.json', () => {
  const rows = corpus('json-parsing.json') as { name: string; verdict: string; base64: string }[] | undefined;
  it.skipIf(!rows)('becomes a feed or an error as the text of a feed and as a value in one, and never throws', () => {
    for (const { name, base64 } of rows!) {
      const text = Buffer.from(base64, 'base64').toString();
      for (const given of [text, `{"items":[{"id":"a","title":${text},"_provision":${text}}]}`, `{"items":${text}}`]) {
        const result = parseFeedText(given);
        if (!result.ok) expect(['json', 'schema', 'version'], name).toContain(result.error.code);
      }
    }
  });

  it.skipIf(!rows)('drops at most a member for valid JSON, and refuses invalid JSON', () => {
    for (const { name, verdict, base64 } of rows!) {
      const bytes = Buffer.from(base64, 'base64');
      const text = bytes.toString();
      // The fetch already refuses bytes that are not UTF-8.
      if (!Buffer.from(text).equals(bytes)) continue;
      const { ok } = parseFeedText(`{"items":[{"id":"a","extra":${text}}]}`);
      if (verdict === 'accept') expect(ok, name).toBe(true);
      else if (verdict === 'reject' && !parsesInside(text)) expect(ok, name).toBe(false);
    }
  });
});

describe('json-prototype-pollution.json', () => {
  const rows = corpus('json-prototype-pollution.json') as { text: string }[] | undefined;
  it.skipIf(!rows)('changes no prototype and reads no inherited value', () => {
    const before = Reflect.ownKeys(Object.prototype);
    for (const { text } of rows!) {
      parseFeedText(text);
      const given = parseFeedText(
        `{"items":[${text},{"id":"a","content_text":"x","_provision":${text}}],"_provision_feed":${text}}`,
      );
      if (given.ok)
        expect(given.feed.items.every((item) => Object.keys(item).every((key) => key !== '__proto__'))).toBe(true);
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        continue;
      }
      const result = parseFeed(feedOf(itemOf(value, { platform: value })));
      expect(result).toMatchObject({ ok: true, feed: { items: [{ id: 'a', _provision: {} }] } });
    }
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(Object.keys({})).toEqual([]);
    for (const member of ['x', 'bar', 'b', 'polluted']) expect(member in {}, member).toBe(false);
  });
});

/** A text that is invalid JSON alone may be valid inside an object: `1}],"x":[{"y":1`. */
function parsesInside(text: string): boolean {
  try {
    JSON.parse(`{"a":${text}}`);
    return true;
  } catch {
    return false;
  }
}
