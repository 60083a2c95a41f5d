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

describe('define', () => {
  it('registers an element if its name is free', () => {
    const name = tag();
    const ours = element('1.0.0');
    define(name, ours);
    expect(customElements.get(name)).toBe(ours);
    expect(warn).not.toHaveBeenCalled();
  });

  it('is silent for a second registration of the same version, as when a script is included twice', () => {
    const name = tag();
    const first = element('1.0.0');
    define(name, first);
    define(name, element('1.0.0'));
    define(name, first);
    expect(customElements.get(name)).toBe(first);
    expect(warn).not.toHaveBeenCalled();
  });

  it('warns once about a second registration of another version and keeps the first', () => {
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
  ])('keeps a foreign element %s and does not throw', (_, theirs) => {
    const name = tag();
    customElements.define(name, theirs);
    expect(() => {
      define(name, element('1.0.0'));
    }).not.toThrow();
    expect(customElements.get(name)).toBe(theirs);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

it('sets the version of the package', () => {
  expect(version).toBe(pkg.version);
});
