import { h } from 'vue';

/** Both forms of an embed. */
export function Article({ wish: { src, record, words, permalink, count } }) {
  const quotation = (props) =>
    h('blockquote', { cite: permalink, lang: 'en', ...props }, [
      h('p', words),
      h('p', ['The record — ', h('a', { href: permalink }, 'Tinderbox, Terms of Use')]),
    ]);
  return h('main', [
    h('p', { id: 'count' }, `Read ${count} times`),
    quotation({ class: 'provision-embed', 'data-src': src, 'data-record': record }),
    h('div', h('provision-card', { src, record }, [quotation({})])),
  ]);
}
