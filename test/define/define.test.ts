import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { define } from '../../src/define/define-element.js';
import { version } from '../../src/version.js';

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

let count = 0;
const tag = () => `define-test-${++count}`;
const element = (of: string) =>
  class extends HTMLElement {
    static readonly version = of;
  };

describe('an element', () => {
  it('is registered where its name is free', () => {
    const name = tag();
    const ours = element('1.0.0');
    define(name, ours);
    expect(customElements.get(name)).toBe(ours);
    expect(warn).not.toHaveBeenCalled();
  });

  it('of the same version that comes second says nothing: a script included twice', () => {
    const name = tag();
    const first = element('1.0.0');
    define(name, first);
    define(name, element('1.0.0'));
    define(name, first);
    expect(customElements.get(name)).toBe(first);
    expect(warn).not.toHaveBeenCalled();
  });

  it('of another version that comes second says so once, and the first stays', () => {
    const name = tag();
    const first = element('1.0.0');
    define(name, first);
    define(name, element('1.1.0'));
    expect(customElements.get(name)).toBe(first);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`${name}.*1\\.0\\.0.*1\\.1\\.0`)));
  });

  it.each([
    ['without a version', class extends HTMLElement {}],
    [
      'with a version that is no text',
      class extends HTMLElement {
        static readonly version = Symbol('v');
      },
    ],
  ])('of somebody else, %s, stays, and nothing throws', (_, theirs) => {
    const name = tag();
    customElements.define(name, theirs);
    expect(() => {
      define(name, element('1.0.0'));
    }).not.toThrow();
    expect(customElements.get(name)).toBe(theirs);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

it('the version is the package’s', () => {
  expect(version).toBe(pkg.version);
});
