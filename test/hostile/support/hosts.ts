/**
 * Changes that pages make to built-ins and to the document before our script runs, each as the text of a classic
 * script.
 */

/** Changes that still work in their own way: cards must be painted. */
export const survived: Readonly<Record<string, string>> = {
  // prototypejs.org 1.6: natives that it replaced or added.
  'natives as Prototype.js had them': `
    Object.assign(Array.prototype, {
      each(call, that) { for (let at = 0; at < this.length; at++) call.call(that, this[at], at); return this; },
      map(call, that) { const made = []; this.each((one, at) => made.push(call ? call.call(that, one, at) : one)); return made; },
      filter(call, that) { const kept = []; this.each((one, at) => { if (call.call(that, one, at)) kept.push(one); }); return kept; },
      find(call, that) { for (let at = 0; at < this.length; at++) if (call.call(that, this[at], at)) return this[at]; },
      include(one) { return this.indexOf(one) !== -1; },
      clone() { return this.slice(); },
      compact() { return this.filter(Boolean); },
      uniq() { return [...new Set(this)]; },
      first() { return this[0]; },
      last() { return this[this.length - 1]; },
      toJSON() { return '[' + this.map((one) => JSON.stringify(one)).join(', ') + ']'; },
    });
    Object.assign(String.prototype, {
      strip() { return this.replace(/^\\s+|\\s+$/g, ''); },
      toJSON() { return '"' + this + '"'; },
      gsub(from, to) { return this.split(from).join(to); },
      startsWith(start) { return this.lastIndexOf(start, 0) === 0; },
      endsWith(end) { return this.slice(this.length - end.length) === end; },
    });
    Function.prototype.bind = function (that, ...first) { const call = this; return function (...rest) { return call.apply(that, [...first, ...rest]); }; };
    Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };
    Number.prototype.toJSON = function () { return String(this); };
    Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
    Element.prototype.update = function (html) { this.innerHTML = html; return this; };
    Element.prototype.show = Element.prototype.hide = Element.prototype.select = function () { return this; };
    window.$ = (id) => document.getElementById(id);
    window.$$ = (selector) => [...document.querySelectorAll(selector)];
    window.Prototype = { Version: '1.6.0.3' };`,
  // mootools.net 1.4
  'natives as MooTools had them': `
    Object.assign(Array.prototype, {
      append(more) { this.push.apply(this, more); return this; },
      contains(one, from) { return this.indexOf(one, from) !== -1; },
      flatten() { return this.flat(Infinity); },
      erase(one) { for (let at = this.length; at--;) if (this[at] === one) this.splice(at, 1); return this; },
      getLast() { return this[this.length - 1] || null; },
      hexToRgb() { return null; },
      item(at) { return this[at]; },
    });
    Object.assign(String.prototype, {
      contains(one) { return this.indexOf(one) > -1; }, test(pattern) { return new RegExp(pattern).test(this); },
      camelCase() { return String(this); }, clean() { return this.replace(/\\s+/g, ' ').trim(); },
    });
    Object.assign(Function.prototype, {
      extend(members) { Object.assign(this, members); return this; }, implement(members) { Object.assign(this.prototype, members); return this; },
      bind(that) { const call = this, first = [].slice.call(arguments, 1); return function () { return call.apply(that, first.concat([].slice.call(arguments))); }; },
      pass() { return this; }, delay() {}, periodical() {},
    });
    Object.assign(Number.prototype, { limit(low, high) { return Math.min(high, Math.max(low, this)); }, times() {} });
    Object.each = (of, call) => { for (const name in of) call(of[name], name); };
    Element.prototype.getElement = Element.prototype.querySelector;
    Element.prototype.getElements = Element.prototype.querySelectorAll;
    Element.prototype.set = Element.prototype.setAttribute; Element.prototype.get = Element.prototype.getAttribute;
    Element.prototype.inject = function (into) { into.appendChild(this); return this; };
    Element.prototype.addEvent = Element.prototype.addEventListener;
    window.MooTools = { version: '1.4.5' };`,
  'additions to Object.prototype, for all to see': `
    Object.prototype.extend = function (more) { return Object.assign(this, more); };
    Object.prototype.url = 'javascript:alert(1)';
    Object.prototype.title = 'Somebody’s title';
    Object.prototype.language = 'xx';
    Object.prototype.status = 'withdrawn';
    Object.prototype.record = 'T-2';
    Object.prototype['full-record'] = {};
    Object.prototype.raw = 'evil';`,
  'additions to Array.prototype, for all to see': `
    Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.isArray = true;
    Array.prototype.text = 'Somebody’s text';`,
  'toJSON everywhere': `
    for (const native of [Object, Array, String, Number, Boolean, Date]) native.prototype.toJSON = () => 'nothing of the kind';`,
  'a JSON of its own': `
    JSON.stringify = () => '{"items":[]}';`,
  'a fetch of its own, that hands on': `
    const { fetch: fetched } = window; window.fetch = function (...given) { return fetched.apply(this, given).then((answer) => answer); };`,
  'a Promise that is wrapped': `
    const { then } = Promise.prototype; Promise.prototype.then = function (...given) { return then.apply(this, given); };`,
  'jQuery, and an AMD loader': `
    window.jQuery = window.$ = Object.assign(() => ({ ready() {}, on() {}, length: 0 }), { fn: {}, noConflict() {} });
    window.calls = []; window.define = Object.assign((...given) => window.calls.push(given), { amd: { jQuery: true } });`,
  'a requestAnimationFrame that never comes': `
    window.requestAnimationFrame = () => 0; window.requestIdleCallback = () => 0;`,
  'no IntersectionObserver, no ResizeObserver, no structuredClone': `
    for (const name of ['IntersectionObserver', 'structuredClone']) delete window[name];`,
  'locked prototypes': `
    for (const native of [Object, Array, Function, String, Promise, Map]) Object.freeze(native.prototype);`,
};

/** Changes that break a built-in: a card is painted, or its fallback stays and one console line gives the reason. */
export const broken: Readonly<Record<string, string>> = {
  'an Array.prototype.map that throws': `Array.prototype.map = () => { throw new Error('no map'); };`,
  'an Array.prototype.map that gives nothing': `Array.prototype.map = () => undefined;`,
  'an Array.from that wraps': `Array.from = (one) => [one];`,
  'a String.prototype.replace that throws': `String.prototype.replace = () => { throw new Error('no replace'); };`,
  'a WeakMap that is none': `window.WeakMap = function () {};`,
  'a fetch that throws': `window.fetch = () => { throw new Error('no fetch'); };`,
  'a fetch that gives no promise': `window.fetch = () => ({});`,
  'a fetch that gives no response': `window.fetch = () => Promise.resolve({});`,
  'an AbortController that throws': `window.AbortController = function () { throw new Error('no abort'); };`,
  'a TextDecoder that throws': `window.TextDecoder = function () { throw new Error('no decoder'); };`,
  'a URL that throws': `window.URL = function () { throw new Error('no URL'); };`,
  'an Intl that throws': `Intl.DateTimeFormat = Intl.NumberFormat = function () { throw new Error('no Intl'); };`,
  'a createTreeWalker that throws': `document.createTreeWalker = () => { throw new Error('no walker'); };`,
  'an importNode that throws': `document.importNode = () => { throw new Error('no import'); };`,
  'no CSSStyleSheet': `delete window.CSSStyleSheet;`,
  'no custom elements': `Object.defineProperty(window, 'customElements', { value: undefined });`,
  'an attachShadow that throws': `Element.prototype.attachShadow = () => { throw new Error('no shadow'); };`,
  'a customElements.define that throws': `customElements.define = () => { throw new Error('no define'); };`,
  'a Blob that is none': `window.Blob = function () {};`,
  'a MutationObserver that throws': `window.MutationObserver = function () { throw new Error('no observer'); };`,
};

/** Names of document members that elements of a page shadow. */
export const documentNames: readonly string[] = [
  'readyState',
  'currentScript',
  'documentElement',
  'body',
  'head',
  'baseURI',
  'createElement',
  'createComment',
  'createTextNode',
  'createTreeWalker',
  'importNode',
  'addEventListener',
  'visibilityState',
  'adoptedStyleSheets',
  'defaultView',
  'querySelector',
  'activeElement',
];

/** Names that elements of a page add to its window. The browser's own globals take precedence, a library's do not. */
export const windowNames: readonly string[] = [
  'customElements',
  'trustedTypes',
  'litHtmlVersions',
  'reactiveElementVersions',
  'litElementVersions',
  'litPropertyMetadata',
  'litHtmlPolyfillSupport',
  'litElementHydrateSupport',
  'ShadyCSS',
  'ShadyDOM',
  'define',
  'exports',
  'module',
  'require',
  'process',
  'global',
  'provision',
  'fetch',
  'caches',
  'emit',
];
