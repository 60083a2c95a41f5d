import { flushSync, hydrate, unmount } from 'svelte';
import Article from './Article.svelte';
import { heldOf } from './held.svelte.js';

let app;
let held;

window.app = {
  hydrate: (wish) => {
    held = heldOf(wish);
    app = hydrate(Article, { target: document.querySelector('#root'), props: { held } });
  },
  update: (wish) => flushSync(() => (held.wish = wish)),
  unmount: () => unmount(app),
};
