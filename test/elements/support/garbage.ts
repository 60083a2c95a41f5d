/** Values that pages and frameworks assign by mistake, and hostile ones. */
const throws = (): never => {
  throw new Error('a trap of the test');
};

const trap = new Proxy(
  {},
  Object.fromEntries(
    (['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'set', 'defineProperty'] as const).map(
      (name) => [name, throws],
    ),
  ),
);

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

export const garbage: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['an empty string', ''],
  ['white space', ' \n'],
  ['a word', 'word'],
  ['true', true],
  ['NaN', NaN],
  ['infinity', 1e999],
  ['a negative number', -1],
  ['a bigint', 3n],
  ['a symbol', Symbol('s')],
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an object whose words throw', { toString: throws, valueOf: throws }],
  ['a list', [[], {}]],
  ['a function', () => 2],
  ['a date that is none', new Date(NaN)],
  ['a proxy that throws', trap],
  ['a revoked proxy', revoked],
];
