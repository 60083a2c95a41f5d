import { cmsAdvice, cmsNames, embed, embedForms, embedLayouts, embedModes, embedSource } from '../snippets/index.js';
import type { CmsName, EmbedForm, EmbedLayout, EmbedMode, EmbedOptions } from '../snippets/index.js';
import { findItem } from '../feed/find-item.js';
import type { Feed, Provision } from '../feed/types.js';
import { recordJson } from '../publish/carried-record.js';
import { publicIntegrity } from './integrity.js';
import { CommandError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { wholeNumber } from './whole-number.js';
import { isUrl, readFeed } from './read-feed.js';

/** Options of `snippet` from the command line. */
export interface SnippetValues {
  readonly as?: string | undefined;
  readonly cms?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly 'feed-url'?: string | undefined;
  readonly permalink?: string | undefined;
  readonly layout?: string | undefined;
  readonly sections?: string | undefined;
  readonly mode?: string | undefined;
  readonly lang?: string | undefined;
  readonly 'heading-level'?: string | undefined;
  readonly attribute?: readonly string[] | undefined;
  readonly inline?: boolean | undefined;
  readonly script?: string | undefined;
  readonly 'no-script'?: boolean | undefined;
  readonly integrity?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Runs `provision-embed snippet`: prints one record in one form, ready to paste. */
export async function snippet(name: string, id: string | undefined, values: SnippetValues, io: Io): Promise<number> {
  const cms = oneOf<CmsName>('cms', values.cms, cmsNames);
  const advice = cms && cmsAdvice[cms];
  const form = oneOf('as', values.as, embedForms) ?? (values.inline ? 'element' : advice?.form);
  if (form === undefined) throw new UsageError(`--as is missing: ${embedForms.join(', ')}`);
  if (values.inline && form !== 'element')
    throw new UsageError(`--inline works with --as element only: the form ${form} contains no record`);
  const inTemplate = advice?.script === 'template' && values.script === undefined;
  const options = embedOptions(inTemplate ? { ...values, 'no-script': true } : values);
  const { feed } = await readFeed(name, io);
  const provision = recordIn(feed, id, name);
  const baseUrl = values['base-url'];
  const source = await embedSource(provision, feed, {
    baseUrl,
    permalink: values.permalink,
    feedUrl: values['feed-url'] ?? (baseUrl === undefined && isUrl(name) ? name : undefined),
  });
  const json = values.inline ? await recordJson(feed, provision) : undefined;
  // Add our integrity hash only to our own script URL.
  const integrity = options.script === undefined ? (options.integrity ?? (await publicIntegrity())) : options.integrity;
  const made = await embed(form, { ...source, json }, { ...options, integrity });
  // The advice goes to standard error, so that standard output holds only the snippet.
  if (advice && !values.json) io.stderr.write(`${[advice.why, ...advice.steps.map(step)].join('\n')}\n\n`);
  io.stdout.write(
    values.json ? `${JSON.stringify({ form, record: provision.id, snippet: made }, null, 2)}\n` : `${made}\n`,
  );
  return 0;
}

const step = (text: string, index: number) => `${index + 1}. ${text}`;

function embedOptions(values: SnippetValues): EmbedOptions {
  if (values['no-script'] && (values.script ?? values.integrity) !== undefined) {
    throw new UsageError('--no-script excludes --script and --integrity');
  }
  return {
    layout: oneOf<EmbedLayout>('layout', values.layout, embedLayouts),
    mode: oneOf<EmbedMode>('mode', values.mode, embedModes),
    sections: values.sections?.split(/[\s,]+/).filter((section) => section),
    lang: values.lang,
    headingLevel: wholeNumber('heading-level', values['heading-level']),
    theme: Object.fromEntries((values.attribute ?? []).map(attributeOf)),
    script: values['no-script'] ? false : values.script,
    integrity: values.integrity,
    width: wholeNumber('width', values.width),
    height: wholeNumber('height', values.height),
  };
}

function attributeOf(given: string): [name: string, value: string] {
  const at = given.indexOf('=');
  if (at < 1) throw new UsageError(`--attribute "${given}": NAME=VALUE is expected`);
  return [given.slice(0, at), given.slice(at + 1)];
}

function oneOf<T extends CmsName | EmbedForm | EmbedLayout | EmbedMode>(
  option: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((one) => one === value);
  if (value !== undefined && found === undefined)
    throw new UsageError(`--${option} "${value}" is not one of ${known.join(', ')}`);
  return found;
}

function recordIn(feed: Feed, id: string | undefined, name: string): Provision {
  const found = findItem(feed, id);
  if (found) return found;
  const some = feed.items.slice(0, 5).map((item) => item.id);
  const more = feed.items.length > some.length ? `, and ${feed.items.length - some.length} more` : '';
  const has = some.length ? `It has ${some.join(', ')}${more}.` : 'It has none.';
  throw new CommandError(
    id === undefined
      ? `${name} does not have exactly one record: give an ID. ${has}`
      : `There is no record "${id}" in ${name}. ${has}`,
  );
}
