/** The docs page of an element: the snippet to copy, then the doc comments of its class. */
import manifest from 'virtual:custom-elements-manifest';
import type { CssCustomProperty, CustomElement } from 'custom-elements-manifest/schema.d.ts';
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { feed } from './helpers.js';

/** A row of the table below the story. */
interface Row {
  name: string;
  description: string | undefined;
  table: { category: string; type?: { summary: string }; defaultValue?: { summary: string } };
  control?: false;
}

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}

function row(category: string, { name, description, type }: Named): Row {
  // Omit `null` and `undefined` from the types, because authors of markup do not need them.
  const summary = type?.text.replace(/ \| (?:null|undefined)/g, '');
  return { name, description, table: { category, ...(summary && { type: { summary } }) }, control: false };
}

/**
 * Storybook's own table has one row per name, so a part with the name of an attribute or a slot would replace it, and the unnamed default
 * slot would be missing.
 */
function rowsOf(element: CustomElement): Record<string, Row> {
  const rows: Record<string, Row> = {};
  const attributes = element.attributes ?? [];
  for (const attribute of attributes) rows[attribute.name] = row('attributes', attribute);
  for (const member of element.members ?? []) {
    if (attributes.some(({ fieldName }) => fieldName === member.name)) continue;
    const isMethod = member.kind === 'method';
    rows[member.name] = row(isMethod ? 'methods' : 'properties', {
      ...member,
      name: isMethod ? `${member.name}()` : member.name,
    });
  }
  for (const event of element.events ?? []) rows[event.name] = row('events', event);
  for (const slot of element.slots ?? []) {
    rows[`slot ${slot.name}`] = row('slots', { ...slot, name: slot.name || '(default)' });
  }
  for (const part of element.cssParts ?? []) rows[`part ${part.name}`] = row('parts, for ::part()', part);
  for (const token of element.cssProperties ?? []) rows[token.name] = tokenRow(token);
  return rows;
}

/** A token in the manifest. */
type Token = CssCustomProperty & { syntax?: string };

function tokenRow({ name, description, syntax = '', default: value = '' }: Token): Row {
  const table = {
    category: 'tokens, CSS custom properties',
    type: { summary: syntax },
    defaultValue: { summary: value },
  };
  return { name, description, table, control: false };
}

/** All tokens of all elements, without duplicates. */
export const tokens: readonly Token[] = [
  ...new Map(
    manifest.modules
      .flatMap(({ declarations = [] }) => declarations as CustomElement[])
      .flatMap(({ cssProperties = [] }) => cssProperties)
      .map((token) => [token.name, token]),
  ).values(),
];

/** A control as Storybook expects it. */
interface Control {
  control: string | { type: 'number' };
  options?: (string | number)[];
}

/** Attributes whose effect needs time or another server: described in the table, without a control. */
const unseen = ['cache', 'redirects', 'refresh'];

/**
 * Returns a control for each attribute with a visible effect; a list for attributes with fixed values.
 *
 * @param without attributes that have no visible effect on this element
 */
export function controlsOf(tag: string, without: readonly string[] = []): Record<string, Control> {
  return Object.fromEntries(
    (declarationOf(tag)?.attributes ?? [])
      .filter(({ name }) => !unseen.includes(name) && !without.includes(name))
      .map(({ name, type }) => [name, controlFor(type?.text ?? '')]),
  );
}

/** Sets the element's attributes from the story's args, so that every control has an effect. */
class Attributes extends Directive {
  render(...args: readonly [object]): unknown {
    return args.length ? noChange : undefined;
  }

  override update({ element }: ElementPart, [args]: [object]): unknown {
    for (const { name } of declarationOf(element.localName)?.attributes ?? []) {
      const value: unknown = Reflect.get(args, name);
      if (value === undefined || value === null || value === '' || value === false) element.removeAttribute(name);
      // eslint-disable-next-line @typescript-eslint/no-base-to-string -- a control's value is no object
      else element.setAttribute(name, value === true ? '' : String(value));
    }
    return noChange;
  }
}
export const attributesOf = directive(Attributes);

/** `parameters` of a story without controls. */
export const fixed = { controls: { disable: true } };

function controlFor(type: string): Control {
  const options: (string | number)[] = [];
  for (const one of type.split(' | ')) {
    if (/^'.*'$/.test(one)) options.push(one.slice(1, -1));
    if (/^\d+$/.test(one)) options.push(Number(one));
  }
  if (options.length > 0) return { control: 'select', options };
  if (type.includes('number')) return { control: { type: 'number' } };
  return { control: type.includes('boolean') ? 'boolean' : 'text' };
}

function declarationOf(tag: string): CustomElement | undefined {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations as CustomElement[])
    .find(({ tagName }) => tagName === tag);
}

/** Returns `parameters.docs` of an element's stories. */
export function docsOf(tag: string, { snippet, notes = '' }: { snippet: string; notes?: string }) {
  const element = declarationOf(tag);
  return {
    description: { component: [element?.summary, `\`\`\`html\n${snippet.trim()}\n\`\`\``, notes.trim()].join('\n\n') },
    extractArgTypes: () => (element ? rowsOf(element) : {}),
    source: readableSource,
  };
}

/** Shows the code below a story as an author would write it, with the quotation once. */
export const readableSource = {
  excludeDecorators: true,
  transform: (code: string) =>
    code
      .replaceAll(feed(''), 'https://clausewatch.example/feeds/')
      .replace(/\s*<blockquote.*?<\/blockquote>\s*/gs, '\n  <blockquote>…</blockquote>\n'),
};
