/**
 * Renders the parts of a comparison beyond its first rows: the chart, and all rows with their tools, which load when the reader
 * opens them. A lazy chunk, loaded after the first paint.
 */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import { enComparison } from '../../i18n/locales/en-comparison.js';
import { sidesOfHash } from '../../provision/comparison/link.js';
import { distributionOf, levelOf } from '../../provision/distribution.js';
import { platformName } from '../../provision/display-names.js';
import type { ComparisonContext } from './comparison-context.js';
import type * as Tools from './comparison-tools.js';
import type { ComparisonTools } from './comparison-tools.js';
import { pictureStyles } from './picture.styles.js';
import { severityStrip } from './severity-strip.js';
import { severityTable } from './severity-table.js';

/** The state of one element's comparison. */
interface ElementState {
  /** Id of the compared record, or the clause type. */
  readonly subject: string | undefined;
  tools?: ComparisonTools;
  /** Keys of the platforms in the page's URL fragment; they are shown side by side once their rows have loaded. */
  linkedKeys: readonly string[] | undefined;
}

let code: typeof Tools | undefined;
const states = new WeakMap<LitElement, ElementState>();

/** Returns the chart and, if the reader has opened all rows, a placeholder for them that replaces the first rows. */
export function comparisonExtras(context: ComparisonContext): {
  readonly picture: TemplateResult | undefined;
  readonly all: TemplateResult | undefined;
} {
  const { view, comparison, provision, feed } = context;
  addStyles(view.host, pictureStyles);
  const state = stateOf(context);
  const isOpen = view.isOpen('comparison') || state.linkedKeys !== undefined;
  if (isOpen && !code) void load(view.host);
  const tools = isOpen && code ? (state.tools ??= new code.ComparisonTools(view.host)) : undefined;
  tools?.update(context, state.subject, state.linkedKeys);
  if (state.linkedKeys && !view.isOpen('comparison')) {
    queueMicrotask(() => {
      if (!view.isOpen('comparison')) view.toggle('comparison');
    });
  }
  if (tools) state.linkedKeys = undefined;

  const words = view.say('comparison', enComparison);
  const own = provision?._provision;
  const level = own && levelOf(own);
  const distribution = distributionOf(comparison, feed, own);
  return {
    picture:
      distribution &&
      (view.isBrief && !tools
        ? severityStrip(view, words, distribution, level, own?.prevalence !== undefined)
        : severityTable(
            view,
            words,
            distribution,
            level === undefined ? undefined : { name: platformName(own?.platform) ?? words.place, level },
            tools?.filter,
          )),
    all: tools && html`<div class="tools-place"></div>`,
  };
}

async function load(host: LitElement): Promise<void> {
  try {
    code = await import('./comparison-tools.js');
    host.requestUpdate();
  } catch {
    // Blocked or offline: the section keeps its first rows, and the next render tries again.
  }
}

function stateOf({ view: { host }, comparison, provision }: ComparisonContext): ElementState {
  const subject = provision?.id ?? comparison.type;
  const previous = states.get(host);
  if (previous && previous.subject === subject) return previous;
  const state: ElementState = { subject, linkedKeys: keysInAddress(subject) };
  states.set(host, state);
  if (!previous) followHash(host);
  return state;
}

function keysInAddress(subject: string | undefined): readonly string[] | undefined {
  return subject === undefined ? undefined : sidesOfHash(location.hash, subject);
}

/** Updates the linked platforms on `hashchange`, because a link in the article may name two platforms. */
function followHash(host: LitElement): void {
  const update = (): void => {
    const state = states.get(host);
    if (state) state.linkedKeys = keysInAddress(state.subject);
    if (state?.linkedKeys) host.requestUpdate();
  };
  host.addController({
    hostConnected: () => {
      addEventListener('hashchange', update);
    },
    hostDisconnected: () => {
      removeEventListener('hashchange', update);
    },
  });
}
