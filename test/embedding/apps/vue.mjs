import { createSSRApp, nextTick, shallowReactive } from 'vue';
import { Article } from './vue-article.mjs';

let app;
const state = shallowReactive({ wish: undefined });

window.app = {
  hydrate: (wish) => {
    state.wish = wish;
    app = createSSRApp({ render: () => Article(state) });
    app.mount('#root');
  },
  update: (wish) => {
    state.wish = wish;
    return nextTick();
  },
  unmount: () => app.unmount(),
};
