import { heightMessage, readyMessage } from '../frame-protocol.js';

/**
 * What a frame runs: it tells its height to the page around it, in our message and in WordPress's, whenever it changes and
 * when it is asked to (ours is `frame-protocol.ts`, and `upgrade/frames.ts` the other end of it; WordPress asks with
 * `{ message: 'ready' }`), because whoever listens may have come later. Nothing but sizes crosses; where WordPress holds the
 * frame, also the address of a link to our own site that the reader has clicked, since its sandbox lets no link open. Nothing is
 * read of what comes in but that it asks.
 *
 * `#light` or `#dark` in the frame's address decides the colours, because a newspaper's page may have others than the reader's system.
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
