// For React 18 and 19; the build's alias selects the version.
import { createElement as h } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { Article } from './react-article.mjs';

const element = (wish) => h(Article, { h, wish });
let root;

window.app = {
  hydrate: (wish) => {
    root = hydrateRoot(document.querySelector('#root'), element(wish));
  },
  update: (wish) => flushSync(() => root.render(element(wish))),
  unmount: () => root.unmount(),
};
