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
  function dress() {
    // WordPress puts its own fragment behind ours.
    var scheme = (/#(light|dark)(?![\\w-])/.exec(location.hash) || [])[1];
    if (scheme) document.documentElement.setAttribute('data-scheme', scheme);
    else document.documentElement.removeAttribute('data-scheme');
  }
  dress();
  addEventListener('hashchange', dress);
  var around = window.parent;
  if (around === window) return;
  var secret = (/[#?&]secret=([A-Za-z0-9]+)/.exec(location.hash) || [])[1];
  var last;
  function tell() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Before a frame in a process of its own has its size, its page is as narrow as a word, and fifty times as high.
    if (!innerWidth || !height || height === last) return;
    last = height;
    around.postMessage({ type: '${heightMessage}', height: height }, '*');
    if (secret) around.postMessage({ message: 'height', value: height, secret: secret }, '*');
  }
  addEventListener('message', function (event) {
    var data = event.data;
    if (event.source !== around || !data) return;
    if (data.type === '${readyMessage}' || data.message === 'ready') {
      last = 0;
      tell();
    }
  });
  if (secret) {
    addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (!link || link.host !== location.host) return;
      event.preventDefault();
      around.postMessage({ message: 'link', value: link.href, secret: secret }, '*');
    });
  }
  addEventListener('load', tell);
  if (window.ResizeObserver) new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();`;
