/**
 * What a comparison of more than a few rows has besides its first rows: the picture, and all rows with their tools, which
 * are loaded when the reader asks for them. Loaded by itself, after the first paint.
 */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../page/late-styles.js';
import { enComparison } from '../../i18n/locales/en-comparison.js';
import { sidesOfHash } from '../../provision/comparison/link.js';
import { distributionOf, levelOf } from '../../provision/distribution.js';
import { platformName } from '../../provision/display-names.js';
import type { Compared } from './compared.js';
import type * as Tools from './comparison-tools.js';
import type { ComparisonTools } from './comparison-tools.js';
import { pictureStyles } from './picture.styles.js';
import { severityStrip } from './severity-strip.js';
import { severityTable } from './severity-table.js';

/** What is kept for one element. */
interface Kept {
  /** The record, or the clause type, that it is about. */
  readonly about: string | undefined;
  tools?: ComparisonTools;
  /** Platforms that the page's address names, which are put side by side when their rows are there. */
  linked: readonly string[] | undefined;
}

let code: typeof Tools | undefined;
const kept = new WeakMap<LitElement, Kept>();

/** The picture; and, where the reader has asked for all rows, what stands in the place of the first few. */
export function comparisonMore(compared: Compared): {
  readonly picture: TemplateResult | undefined;
  readonly all: TemplateResult | undefined;
} {
  const { view, comparison, provision, feed } = compared;
  addStyles(view.host, pictureStyles);
  const mine = keptFor(compared);
  const isOpen = view.isOpen('comparison') || mine.linked !== undefined;
  if (isOpen && !code) void load(view.host);
  const tools = isOpen && code ? (mine.tools ??= new code.ComparisonTools(view.host)) : undefined;
  tools?.update(compared, mine.about, mine.linked);
  if (mine.linked && !view.isOpen('comparison')) {
    queueMicrotask(() => {
      if (!view.isOpen('comparison')) view.toggle('comparison');
    });
  }
  if (tools) mine.linked = undefined;

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
    // Blocked or offline: the section shows the rows that it has, and the next time it tries again.
  }
}

function keptFor({ view: { host }, comparison, provision }: Compared): Kept {
  const about = provision?.id ?? comparison.type;
  const known = kept.get(host);
  if (known && known.about === about) return known;
  const mine: Kept = { about, linked: linkedTo(about) };
  kept.set(host, mine);
  if (!known) follow(host);
  return mine;
}

function linkedTo(about: string | undefined): readonly string[] | undefined {
  return about === undefined ? undefined : sidesOfHash(location.hash, about);
}

/** A link in the article may name two platforms as well as one from elsewhere does. */
function follow(host: LitElement): void {
  const look = (): void => {
    const mine = kept.get(host);
    if (mine) mine.linked = linkedTo(mine.about);
    if (mine?.linked) host.requestUpdate();
  };
  host.addController({
    hostConnected: () => {
      addEventListener('hashchange', look);
    },
    hostDisconnected: () => {
      removeEventListener('hashchange', look);
    },
  });
}
