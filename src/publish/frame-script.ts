import { heightMessage, readyMessage } from '../frame-protocol.js';

/**
 * The script of a frame. It posts the frame's height to the embedding page whenever the height changes, and again on request, because the
 * page's listener may start late. It uses two protocols: ours (`frame-protocol.ts`; the receiver is in `src/auto-embed`) and WordPress's,
 * which sends `{ message: 'ready' }`. The script sends only sizes. Exception: inside WordPress it also sends the URL of a clicked link to
 * our own site, because WordPress's sandbox blocks links. Of incoming messages it reads only the type.
 *
 * The fragment `#light` or `#dark` sets the colour scheme, because the article may differ from the reader's system.
 */
export const frameScript = `(function () {
  function applyScheme() {
    // WordPress appends its own fragment to ours.
    var scheme = (/#(light|dark)(?![\\w-])/.exec(location.hash) || [])[1];
    if (scheme) document.documentElement.setAttribute('data-scheme', scheme);
    else document.documentElement.removeAttribute('data-scheme');
  }
  applyScheme();
  addEventListener('hashchange', applyScheme);
  var embedder = window.parent;
  if (embedder === window) return;
  var secret = (/[#?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
  var last;
  function postHeight() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // A frame in its own process has no size at first; its content is then very narrow and high.
    if (!innerWidth || !height || height === last) return;
    last = height;
    embedder.postMessage({ type: '${heightMessage}', height: height }, '*');
    if (secret) embedder.postMessage({ message: 'height', value: height, secret: secret }, '*');
  }
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.source !== embedder || !data) return;
    if (data.type === '${readyMessage}' || data.message === 'ready') {
      last = 0;
      postHeight();
    }
  });
  if (secret) {
    addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (!link || link.host !== location.host) return;
      event.preventDefault();
      embedder.postMessage({ message: 'link', value: link.href, secret: secret }, '*');
    });
  }
  addEventListener('load', postHeight);
  if (window.ResizeObserver) new ResizeObserver(postHeight).observe(document.documentElement);
  postHeight();
})();`;
