/** Both forms of an embed, as a component that renders the same in Node and in the browser. */
export function Article({ h, wish: { src, record, words, permalink, count } }) {
  const quotation = (props) =>
    h(
      'blockquote',
      { cite: permalink, lang: 'en', ...props },
      h('p', null, words),
      h('p', null, 'The record — ', h('a', { href: permalink }, 'Tinderbox, Terms of Use')),
    );
  return h(
    'main',
    null,
    h('p', { id: 'count' }, `Read ${count} times`),
    quotation({ className: 'provision-embed', 'data-src': src, 'data-record': record }),
    h('div', null, h('provision-card', { src, record }, quotation({}))),
  );
}
