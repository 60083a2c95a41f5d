/** The embed builder: choose a record, its appearance and its destination; get the code that works there. */
import { cmsAdvice, cmsNames, EmbedError } from '../../src/snippets/index.js';
import type { EmbedForm } from '../../src/snippets/index.js';
import { recordJson } from '../../src/publish/carried-record.js';
import { byId, counted, element, options, announce } from './dom.js';
import { preview } from './preview.js';
import { readFeedAt, readFeedIn } from './read-feed.js';
import type { LoadedFeed } from './read-feed.js';
import { recordBox } from './record-box.js';
import { showReport } from './report.js';
import { recordSearch } from './search.js';
import type { RecordSearch } from './search.js';
import { sectionList } from './section-list.js';
import { spreadsheet } from './sheet.js';
import { isHosted, make, optionsOf, themeOf, defaultForm, works } from './snippet.js';
import type { Made, Origin } from './snippet.js';
import { initial, readState, writeState } from './state.js';
import type { State } from './state.js';
import { languages, themes } from './themes.js';

const sample = '/feeds/clausewatch.json';

const formLabels: Readonly<Record<EmbedForm, string>> = {
  link: 'Link on its own line',
  quotation: 'Quotation that becomes a card',
  element: 'Element',
  iframe: 'Frame',
  markdown: 'Markdown',
  text: 'Plain text',
  email: 'HTML for e-mail',
  react: 'React component',
};

let state: State = readState(location.search);
let loaded:
  | (LoadedFeed & {
      readonly origin: Origin;
      readonly search: RecordSearch | undefined;
      /** Source of a feed without a URL. */
      readonly from?: 'file' | 'sheet' | undefined;
    })
  | undefined;
let made: Made | undefined;
let reading: AbortController | undefined;
/** Number of the latest request. Results of earlier requests are dropped. */
let requestNumber = 0;

const absolute = (address: string) => new URL(address || sample, location.origin).href;

const shown = preview();
const box = recordBox((record) => {
  change({ record });
});
const sections = sectionList((names) => {
  change({ sections: names });
});

const sheet = spreadsheet(
  (isOther) => {
    if (isOther) change({ feed: '', file: false, sheet: true, record: '', base: '', source: '' });
    void load();
  },
  (record) => {
    change({ record });
    byId('preview-title').scrollIntoView({ block: 'start' });
  },
  () => ({ baseUrl: state.base || undefined, feedUrl: state.source || undefined }),
);

/** Stores a change in the page's URL. A choice adds an entry to the browser's history; typing replaces the current entry. */
function change(changes: Partial<State>, typed = false): void {
  const next = { ...state, ...changes };
  if (writeState(next) === writeState(state)) return;
  state = next;
  const address = location.pathname + writeState(state);
  if (typed) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  render();
}

addEventListener('popstate', () => {
  const before = state;
  state = readState(location.search);
  const members = ['feed', 'file', 'sheet', 'title', 'written'] as const;
  if (members.some((member) => before[member] !== state[member])) void load();
  else render();
});

/* The feed */

async function load(): Promise<void> {
  reading?.abort();
  const own = (reading = new AbortController());
  const wanted = state;
  if (wanted.sheet) {
    const made = sheet.feed({ title: wanted.title, language: wanted.written });
    byId<HTMLDetailsElement>('sheet').open = true;
    taken(
      { feed: made?.feed, problems: [] },
      undefined,
      made
        ? 'No feed yet: the spreadsheet has to be corrected first'
        : 'This link was made with a spreadsheet. Paste its cells or choose its file again.',
      'sheet',
    );
    return;
  }
  if (wanted.file) {
    // The URL cannot hold a file, so a person who follows a link has to choose the file again.
    if (loaded?.from === 'file') {
      render();
      return;
    }
    taken(
      { feed: undefined, problems: [] },
      undefined,
      'This link was made with a feed in a file. Choose that file again.',
      undefined,
    );
    return;
  }
  byId('feed-name').textContent = 'Reading the feed…';
  let address: string;
  try {
    address = absolute(wanted.feed);
  } catch {
    address = wanted.feed;
  }
  try {
    const result = await readFeedAt(address, own.signal);
    taken(result, { address });
  } catch (error) {
    if (!own.signal.aborted) throw error;
  }
}

function taken(result: LoadedFeed, origin: Origin, instead?: string, from?: 'file' | 'sheet'): void {
  const search = result.feed && recordSearch(result.feed);
  loaded = { ...result, origin, search, from };
  const { feed } = result;
  const count = search?.entries.length ?? 0;
  const name = byId('feed-name');
  name.replaceChildren(
    ...(feed
      ? [
          element('bdi', {}, feed.title ?? 'A feed without a title'),
          ` · ${counted(count, 'record')}${origin ? '' : from === 'sheet' ? ' · from your spreadsheet' : ' · from your file'}`,
        ]
      : [instead ?? 'No feed']),
  );
  announce(
    byId('feed-status'),
    feed ? `Feed read: ${counted(count, 'record')}.` : (instead ?? 'The feed cannot be read.'),
  );
  if (!feed && from !== 'sheet') byId<HTMLDetailsElement>('feed-choice').open = true;
  // A spreadsheet has its own report by row and column.
  showReport(from === 'sheet' ? undefined : feed, result.problems);
  render();
}

byId<HTMLFormElement>('feed-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const feed = byId<HTMLInputElement>('feed').value.trim();
  const same = feed === state.feed && !state.file && !state.sheet;
  change({ feed: feed === sample ? '' : feed, file: false, sheet: false, record: '', base: '', source: '' });
  if (same || loaded?.origin?.address !== feed) void load();
  byId<HTMLDetailsElement>('feed-choice').open = false;
  byId('feed-summary').focus();
});
byId('feed-sample').addEventListener('click', () => {
  change({ feed: '', file: false, sheet: false, record: '', base: '', source: '' });
  void load();
  byId<HTMLDetailsElement>('feed-choice').open = false;
  byId('feed-summary').focus();
});
byId<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) readFile(file);
});

function readFile(file: File): void {
  reading?.abort();
  void readFeedIn(file).then((result) => {
    loaded = { ...result, origin: undefined, search: undefined, from: 'file' };
    change({ feed: '', file: true, sheet: false, record: '', base: '', source: '' });
    taken(result, undefined, undefined, 'file');
  });
}

/* Accept a file dropped anywhere. Without this the browser would navigate to the file. */

addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  byId('sheet').classList.add('wanted');
});
for (const end of ['dragleave', 'dragend', 'drop'])
  addEventListener(end, () => {
    byId('sheet').classList.remove('wanted');
  });
addEventListener('drop', (event) => {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  if (/\.json$/i.test(file.name)) readFile(file);
  else sheet.read(file);
});

/* The choices */

options(
  byId<HTMLSelectElement>('theme'),
  themes.map(({ id, label }) => [id, label] as const),
);
options(byId<HTMLSelectElement>('lang'), languages);
options(byId<HTMLSelectElement>('written'), [['', 'English'], ...languages.filter(([tag]) => tag && tag !== 'en')]);
options(
  byId<HTMLSelectElement>('cms'),
  cmsNames.map((name) => [name, cmsAdvice[name].label] as const),
);

/** Controls whose `name` is a member of the state. */
const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-state]')];
const memberOf = (control: HTMLElement) => (control.dataset['state'] ?? '') as keyof State;

const isText = (control: HTMLElement) => control instanceof HTMLInputElement && /^(?:url|text)$/.test(control.type);
const isTyped = (control: HTMLElement) => control instanceof HTMLInputElement && control.type === 'url';

for (const control of controls) {
  const typed = isTyped(control);
  control.addEventListener(typed ? 'input' : 'change', () => {
    const member = memberOf(control);
    // Another destination resets the form to the advised one.
    change({ [member]: control.value.trim(), ...(member === 'cms' && { form: '', script: '' }) }, typed);
    if (member === 'title' || member === 'written') void load();
  });
}
byId<HTMLInputElement>('script').addEventListener('change', ({ target }) => {
  change({ script: (target as HTMLInputElement).checked ? 'without' : 'with' });
});
byId('reset').addEventListener('click', () => {
  const { layout, sections: names, theme, colours, lang, mode, level } = initial;
  change({ layout, sections: names, theme, colours, lang, mode, level });
  announce(byId('look-status'), 'The appearance is reset.');
});

/** Sets the controls to the state. Controls that already match are not changed. */
function showState(): void {
  for (const control of controls) {
    const value = String(state[memberOf(control)]);
    if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = control.value === value;
    // Keep the text that the user is typing.
    else if (control.value.trim() !== value && !(isText(control) && control === document.activeElement))
      control.value = value;
  }
  const feed = byId<HTMLInputElement>('feed');
  if (feed !== document.activeElement) feed.value = state.file ? '' : state.feed || sample;
  sections.show(state.sections);

  const hosted = isHosted(state, loaded?.feed, loaded?.origin) || !loaded;
  showForms(hosted);
  byId('hosting').hidden = hosted || !loaded?.feed;
  const changed = state.layout !== 'article' || state.sections.length > 0 || state.theme !== themes[0].id;
  byId('reset').hidden = !(changed || state.colours || state.lang || state.mode !== 'pinned' || state.level !== '3');
}

/** Shows the forms for the chosen CMS and the reason for the advice. Without a feed URL, some forms are disabled. */
function showForms(hosted: boolean): void {
  const advice = cmsAdvice[state.cms];
  const form = byId<HTMLSelectElement>('form');
  const usual = defaultForm(state, hosted);
  const forms = [...new Set([usual, advice.form, ...advice.also, ...(state.form ? [state.form] : [])])];
  options(
    form,
    forms.map((name) => [
      name === usual ? '' : name,
      `${formLabels[name]}${works(name, hosted) ? (name === advice.form ? ' (advised)' : '') : ' (needs a hosted feed)'}`,
    ]),
  );
  for (const option of form.options) option.disabled = !works((option.value || usual) as EmbedForm, hosted);
  form.value = state.form === usual ? '' : state.form;
  const chosen = state.form || usual;
  const carries = !hosted && chosen === 'element';
  byId('why').textContent = [
    carries ? 'The element carries the record inside, so that readers’ pages load no feed.' : '',
    carries && state.cms !== 'html'
      ? 'It stands in a script element: if your CMS removes those, its text stays in the article. Try it in a draft first.'
      : '',
    chosen === advice.form ? (carries ? '' : advice.why) : `Another form is recommended: ${advice.why}`,
  ]
    .filter((part) => part)
    .join(' ');
  byId('steps').replaceChildren(...advice.steps.map((step) => element('li', {}, step)));
  byId('steps-title').textContent = `How to paste it: ${advice.label}`;
}

/* The result */

function render(): void {
  showState();
  const { search, feed } = loaded ?? {};
  const entry =
    search?.entries.find(({ id }) => id === state.record) ?? (state.record ? undefined : search?.entries[0]);
  box.show(search, entry?.id ?? '');
  sheet.showRecord(loaded?.from === 'sheet' ? entry?.id : undefined);
  showRecord(entry);
  const mine = (requestNumber += 1);
  if (!entry || !feed) {
    made = undefined;
    showCode(undefined, search && state.record ? `There is no record “${state.record}” in this feed.` : '');
    shown.show(undefined);
    return;
  }
  const wanted = state;
  const origin = loaded?.origin;
  Promise.all([make(wanted, feed, entry.provision, origin), origin ? undefined : recordJson(feed, entry.provision)])
    .then(([result, json]) => {
      if (mine !== requestNumber) return;
      made = result;
      showCode(result);
      const { layout, sections: names, lang, headingLevel, theme } = optionsOf(wanted);
      shown.show({
        view: wanted.view,
        width: wanted.width,
        scheme: wanted.scheme,
        theme: themeOf(wanted),
        form: result.form,
        card: {
          // The card of a local file has its record inline.
          src: json === undefined ? result.src : undefined,
          record: entry.id,
          layout,
          sections: names?.length ? names.join(' ') : undefined,
          lang,
          'heading-level': String(headingLevel),
          ...theme,
        },
        json,
        snippet: result.snippet,
        html: result.html,
        email: result.email,
        title: entry.title,
      });
    })
    .catch((error: unknown) => {
      if (mine !== requestNumber) return;
      made = undefined;
      shown.show(undefined);
      showCode(
        undefined,
        error instanceof EmbedError
          ? `${error.message}.${loaded?.from === 'sheet' ? ' A column “Document URL” or “URL” in the spreadsheet says it.' : ''}`
          : `The code cannot be made: ${String(error)}`,
      );
      // Open the panel with the URL fields, because a URL is missing.
      if (error instanceof EmbedError) byId<HTMLDetailsElement>('addresses').open = true;
    });
}

function showRecord(entry: RecordSearch['entries'][number] | undefined): void {
  const place = byId('chosen');
  place.hidden = !entry;
  if (!entry) return;
  const { severity, facts, language, title, provision } = entry;
  const { url } = provision;
  place.replaceChildren(
    element('p', { class: 'title', dir: 'auto', lang: language }, title),
    element(
      'p',
      { class: 'facts' },
      ...(severity
        ? [element('span', { class: `severity ${severity.level}`, dir: 'auto' }, severity.label), ' · ']
        : []),
      element('bdi', {}, facts),
      ...(url === undefined
        ? []
        : [' · ', element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, 'Record’s page')]),
    ),
  );
}

function showCode(result: Made | undefined, problem = ''): void {
  const place = byId('code-problem');
  place.hidden = !problem;
  place.textContent = problem;
  byId('code-parts').hidden = !result;
  byId<HTMLTextAreaElement>('code').value = result?.snippet ?? '';
  const part = (name: string, text: string | undefined) => {
    byId(name).hidden = text === undefined;
    byId<HTMLTextAreaElement>(`${name}-code`).value = text ?? '';
  };
  part('template', result?.template);
  part('preset', result?.preset);
  part('styles', result?.styles);
  const own = byId<HTMLAnchorElement>('preset-change');
  own.href = `/themes?theme=${state.theme}#own`;
  const loads = byId('loads');
  loads.replaceChildren(
    ...(result?.loads
      ? [
          'Readers load ',
          element('code', {}, result.loads.address),
          result.loads.own ? ', the record’s own file: a few kilobytes.' : ', the whole feed.',
        ]
      : [result?.carries ? 'The record is in the code: readers load no feed.' : '']),
  );
  loads.hidden = !result?.loads && !result?.carries;
  byId('script-choice').hidden = !result || result.script === 'none';
  byId<HTMLInputElement>('script').checked = result?.script === 'without';
}

/* Copying */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.addEventListener('click', () => {
    void copy(byId<HTMLTextAreaElement>(button.dataset['copies'] ?? ''), button);
  });
}
byId('copy-link').addEventListener('click', () => {
  void navigator.clipboard.writeText(location.href).then(
    () => {
      announce(byId('link-status'), 'Link copied. It opens this page as you see it.');
    },
    () => {
      announce(byId('link-status'), 'Your browser does not let us copy. The link is this page’s address.');
    },
  );
});

async function copy(area: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  const status = byId(button.dataset['says'] ?? '');
  const what =
    area.id === 'code' && made
      ? `${formLabels[made.form]} for ${cmsAdvice[state.cms].label}`
      : (button.dataset['what'] ?? '');
  try {
    await navigator.clipboard.writeText(area.value);
    announce(status, `Copied: ${what}, ${counted(area.value.length, 'character')}.`);
  } catch {
    area.focus();
    area.select();
    announce(status, 'Your browser does not let us copy. The code is selected: press Ctrl+C or ⌘C.');
  }
}

/* Tabs by the ARIA Authoring Practices: arrow keys move between them, and only the selected one is in the Tab order. */

const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
for (const [at, tab] of tabs.entries()) {
  tab.addEventListener('click', () => {
    change({ view: tab.dataset['view'] as State['view'] });
    showTabs();
  });
  tab.addEventListener('keydown', (event) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  });
}

function showTabs(): void {
  for (const tab of tabs) {
    const selected = tab.dataset['view'] === state.view;
    tab.setAttribute('aria-selected', String(selected));
    tab.tabIndex = selected ? 0 : -1;
    if (selected) byId('preview-panel').setAttribute('aria-labelledby', tab.id);
  }
}
addEventListener('popstate', showTabs);

byId('builder').hidden = false;
showTabs();
showState();
void load();
