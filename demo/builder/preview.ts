/** The preview: the real element on a page as wide as a phone, a column or a screen, and the filtered snippet for other destinations. */
import type { EmbedForm } from '../../src/snippets/index.js';
import { cleaned, policies } from './cleaned.js';
import { byId, element } from './dom.js';
import type { ColourScheme } from '../../src/snippets/index.js';
import type { ViewName, Width } from './state.js';
import type { Theme } from './themes.js';

export interface Shown {
  readonly view: ViewName;
  readonly width: Width;
  readonly scheme: ColourScheme;
  readonly theme: Theme;
  readonly form: EmbedForm;
  /** Attributes of the card. */
  readonly card: Readonly<Record<string, string | undefined>>;
  /** The record as JSON, for a card from a local file. */
  readonly json: string | undefined;
  /** The chosen form as pasted. */
  readonly snippet: string;
  /** The chosen form as HTML, or a substitute for a form without HTML. */
  readonly html: string;
  readonly email: string;
  readonly title: string;
}

/** Forms that leave only text on the page. */
const wordsOnly: ReadonlySet<EmbedForm> = new Set(['markdown', 'text', 'email', 'link']);

const notes: Readonly<Record<ViewName, string>> = {
  card: 'The real element, in an article.',
  plain: 'When scripts are blocked or have not loaded: the quotation and its link, as in your article.',
  rss: 'In a feed reader, which removes scripts, classes and unknown elements.',
  email: 'In a newsletter, as the e-mail form; mail programs show no card.',
};

const wordsNote = 'This form has no card: these words are what readers see.';

export interface Preview {
  readonly show: (shown: Shown | undefined) => void;
}

export function preview(): Preview {
  const stage = byId('stage');
  const box = byId('stage-box');
  const live = byId<HTMLIFrameElement>('frame-live');
  const still = byId<HTMLIFrameElement>('frame-still');
  const frames = [live, still];
  const ready = new Map(frames.map((frame) => [frame, documentOf(frame)]));
  let now: Shown | undefined;
  let cardKey = '';

  const current = () => (now?.view === 'card' && !wordsOnly.has(now.form) ? live : still);

  /** Keeps the frame at the chosen width and scales it down when the page is narrower. */
  function fit(): void {
    if (!now) return;
    const frame = current();
    const wide = Number(now.width);
    const room = stage.clientWidth - 2;
    const scale = Math.min(1, room / wide);
    const high = Math.max(120, frame.contentDocument?.body.getBoundingClientRect().height ?? 0);
    frame.style.width = `${wide}px`;
    frame.style.height = `${Math.ceil(high)}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : '';
    box.style.width = `${Math.floor(wide * scale)}px`;
    box.style.height = `${Math.ceil(high * scale)}px`;
    byId('scale').textContent = scale < 1 ? `Shown at ${Math.round(scale * 100)} % of its size.` : '';
  }

  const watch = new ResizeObserver(fit);
  watch.observe(stage);
  for (const [, document] of ready) void document.then((page) => watch.observe(page.body));

  function dress(page: Document, { scheme, theme, view }: Shown): void {
    Object.assign(page.documentElement.dataset, { scheme, view });
    const wanted = theme.stylesheet && `/dist/${theme.stylesheet}`;
    const link = page.querySelector<HTMLLinkElement>('link[data-theme]');
    if (link?.getAttribute('href') === (wanted ?? null)) return;
    link?.remove();
    if (wanted) page.head.append(element('link', { rel: 'stylesheet', href: wanted, 'data-theme': true }));
  }

  function showCard(page: Document, shown: Shown): void {
    const place = page.getElementById('place');
    if (shown.form === 'iframe') {
      cardKey = '';
      place?.replaceChildren(cleaned(shown.html, policies.plain, page));
      nameFrames(page, shown.title);
      return;
    }
    const key = JSON.stringify([shown.card['src'], shown.card['record'], shown.json]);
    const before = place?.querySelector('provision-card');
    // Keep the card while the record is the same, so that changes apply to it visibly.
    const card = key === cardKey && before ? before : page.createElement('provision-card');
    for (const name of card.getAttributeNames()) if (shown.card[name] === undefined) card.removeAttribute(name);
    for (const [name, value] of Object.entries(shown.card)) {
      if (value !== undefined && card.getAttribute(name) !== value) card.setAttribute(name, value);
    }
    if (card === before) return;
    cardKey = key;
    if (shown.json !== undefined) {
      const data = page.createElement('script');
      data.type = 'application/json';
      data.textContent = shown.json;
      card.append(data);
    }
    place?.replaceChildren(card);
  }

  function showStill(page: Document, { view, form, snippet, html, email, title }: Shown): void {
    const place = page.getElementById('place');
    const heading = page.getElementById('about');
    if (heading) {
      heading.textContent = view === 'email' ? 'Subject: This week’s clauses' : view === 'rss' ? 'Your article' : '';
      heading.hidden = heading.textContent === '';
    }
    if (view === 'email') place?.replaceChildren(cleaned(email, policies.email, page));
    else if (form === 'text' || (form === 'markdown' && view === 'card') || form === 'link') {
      const text = page.createElement('p');
      text.className = 'text';
      text.dir = 'auto';
      text.textContent = snippet;
      place?.replaceChildren(text);
    } else place?.replaceChildren(cleaned(html, view === 'rss' ? policies.rss : policies.plain, page));
    nameFrames(page, title);
  }

  /** Frames of other servers are not loaded, because the Content-Security-Policy blocks them. */
  function nameFrames(page: Document, title: string): void {
    for (const frame of page.querySelectorAll('iframe')) {
      frame.title = title;
      if (frame.hasAttribute('src')) continue;
      const missing = page.createElement('p');
      missing.className = 'missing';
      missing.textContent = 'The publisher’s frame appears here. This page can show frames of its own server only.';
      frame.replaceWith(missing);
    }
  }

  return {
    show: (shown) => {
      now = shown;
      const empty = byId('preview-empty');
      empty.hidden = shown !== undefined;
      stage.hidden = shown === undefined;
      byId('preview-note').textContent = !shown
        ? ''
        : shown.view === 'card' && wordsOnly.has(shown.form)
          ? wordsNote
          : notes[shown.view];
      if (!shown) return;
      const frame = current();
      for (const one of frames) one.hidden = one !== frame;
      void ready.get(frame)?.then((page) => {
        if (now !== shown) return;
        dress(page, shown);
        if (frame === live) showCard(page, shown);
        else showStill(page, shown);
        fit();
      });
    },
  };
}

/** Returns a frame's document once it has loaded. */
function documentOf(frame: HTMLIFrameElement): Promise<Document> {
  return new Promise((resolve) => {
    const check = () => {
      const page = frame.contentDocument;
      if (page?.readyState === 'complete' && page.getElementById('place')) resolve(page);
    };
    frame.addEventListener('load', check);
    check();
  });
}
