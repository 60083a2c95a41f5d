// @ts-check
/** One page of a browser in which the stories of one file are opened, one after the other, as Storybook's sidebar does. */

/** How long a story may take, in milliseconds: a guard for the busiest machine, and no measure. */
export const patience = 120_000;

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} title
 * @property {string} name
 * @property {'story' | 'docs'} type
 * @property {string[]} [tags]
 */

/** Tells what goes wrong while an entry is open. */
export class StoryPage {
  /** @type {import('playwright').Page} */
  page;
  /** @type {string[]} */
  #problems = [];
  #mayFail = false;
  #started = 0;
  #isOpen = false;
  /** @type {Set<import('playwright').Request>} */
  #underWay = new Set();

  /** @param {import('playwright').Page} page */
  constructor(page) {
    this.page = page;
    page.on('pageerror', (error) => this.#problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (this.#mayFail && message.text().startsWith('Failed to load resource')) return;
      this.#problems.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      this.#started += 1;
      this.#underWay.add(request);
    });
    page.on('requestfinished', (request) => this.#underWay.delete(request));
    page.on('requestfailed', (request) => {
      this.#underWay.delete(request);
      const reason = request.failure()?.errorText ?? '';
      // An element that is re-sourced or removed aborts its own request.
      if (!this.#mayFail && reason !== 'net::ERR_ABORTED') this.#problems.push(`request: ${request.url()} ${reason}`);
    });
    page.on('response', (response) => {
      if (!this.#mayFail && response.status() >= 400) {
        this.#problems.push(`request: ${response.url()} ${response.status()}`);
      }
    });
  }

  /**
   * Opens an entry and waits until it is all there. The first one loads the page; what follows takes the place of what
   * was there, so that a story which leaves something behind is found out.
   *
   * @param {string} origin  of Storybook
   * @param {Entry} entry
   * @param {boolean} mayFail  whether a failing request is what the entry is about
   */
  async open(origin, { id, type }, mayFail) {
    this.#problems = [];
    this.#mayFail = mayFail;
    if (this.#isOpen) {
      await this.page.evaluate(choose, { storyId: id, viewMode: type });
    } else {
      // Storybook's own check would look at each story once more.
      await this.page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`, {
        timeout: patience,
        waitUntil: 'domcontentloaded',
      });
      this.#isOpen = true;
    }
    await this.page.waitForFunction(isThere, { id, type }, { timeout: patience });
    await this.#settle();
    const error = await this.page.evaluate(errorShown);
    if (error) this.#problems.push(error);
  }

  /** What has gone wrong since the entry was opened. */
  get problems() {
    return this.#problems;
  }

  /** Nothing is under way, and nothing new has begun once the elements have rendered and been painted. */
  async #settle() {
    const end = Date.now() + patience;
    for (;;) {
      const before = this.#started;
      await this.page.evaluate(rendered);
      if (this.#underWay.size === 0 && this.#started === before) return;
      if (Date.now() > end) {
        throw new Error(`Still under way: ${[...this.#underWay].map((request) => request.url()).join(', ')}`);
      }
    }
  }
}

// What follows runs in the page.

/** @param {{ storyId: string, viewMode: string }} selection */
function choose(selection) {
  Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__').emit('setCurrentStory', selection);
}

/**
 * Whether the story has rendered and played; of a docs page, whether all of its stories have.
 *
 * @param {{ id: string, type: 'story' | 'docs' }} entry
 */
function isThere({ id, type }) {
  const isOver = (/** @type {{ phase?: string }} */ { phase = '' }) =>
    ['finished', 'errored', 'aborted'].includes(phase);
  if (document.body.classList.contains('sb-show-errordisplay')) return true;
  const preview = Reflect.get(window, '__STORYBOOK_PREVIEW__');
  if (preview?.currentRender?.id !== id || !document.body.classList.contains('sb-show-main')) return false;
  if (type === 'story') return isOver(preview.currentRender);
  const stories = document.querySelectorAll('#storybook-docs .sb-story');
  return stories.length > 0 && preview.storyRenders.length === stories.length && preview.storyRenders.every(isOver);
}

/** Waits until the elements have rendered what they know, and it is on the screen. */
async function rendered() {
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('provision-'));
  await Promise.all(elements.map((element) => Reflect.get(element, 'updateComplete')));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** @returns {string | undefined} */
function errorShown() {
  if (!document.body.classList.contains('sb-show-errordisplay')) return undefined;
  return document.getElementById('error-message')?.innerText ?? 'Storybook shows an error';
}
