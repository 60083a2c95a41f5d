/** Reports values that an element ignores. Lazy, because only a page in debug mode needs it. */
import { severityLevels } from '../provision/severity.js';
import { childrenParsed } from './children-parsed.js';

/** The allowed values of a property, and the check for values that no list can name. */
interface Rule {
  readonly attribute: string;
  readonly allowed: string;
  readonly isAllowed: (value: string) => boolean;
}

const oneOf = (attribute: string, values: readonly string[]): Rule => ({
  attribute,
  allowed: values.join(', '),
  isAllowed: (value) => values.includes(value),
});

/** Listed here, because a shared module would become a chunk that the full record has to request as well. A test compares the lists. */
export const sectionNames: readonly string[] =
  'summary why impact actions clause comparison changes analysis agencies regulations details citation categories faq related risks notices promotions'.split(
    ' ',
  );

/** By the names of the properties. */
const rules: Readonly<Record<string, Rule>> = {
  layout: oneOf('layout', ['compact', 'article', 'full']),
  sections: {
    attribute: 'sections',
    allowed: sectionNames.join(', '),
    isAllowed: (value) => value.split(/[\s,]+/).every((name) => !name || sectionNames.includes(name)),
  },
  level: oneOf('level', severityLevels),
  mode: oneOf('mode', ['pinned', 'live']),
  redirects: oneOf('redirects', ['follow']),
  sort: oneOf('sort', ['given', 'severity', 'platform']),
  headingLevel: oneOf('heading-level', ['2', '3', '4', '5', '6']),
  refresh: {
    attribute: 'refresh',
    allowed: 'a number of seconds, at least 60',
    isAllowed: (value) => Number(value) >= 60,
  },
  limit: { attribute: 'limit', allowed: 'a whole number, at least 1', isAllowed: (value) => /^[1-9]\d*$/.test(value) },
};

const reported = new Set<string>();

function report(text: string): void {
  if (!reported.has(text)) console.warn(`[provision-embed] ${text}`);
  reported.add(text);
}

function check(element: HTMLElement): void {
  const { localName } = element;
  for (const [property, { attribute, allowed, isAllowed }] of Object.entries(rules)) {
    const value: unknown = Reflect.get(element, property);
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '' || isAllowed(`${value}`)) continue;
    report(`${attribute}="${value}" on <${localName}> is ignored. Allowed: ${allowed}.`);
  }
  const hasData = ['src', 'provision', 'level', 'label'].some((property) => Reflect.get(element, property) != null);
  if (!hasData && !element.querySelector(':scope > script[type="application/json"]'))
    report(
      `<${localName}> has nothing to show. Give it src="URL of a feed", or the record in a JSON script inside it.`,
    );
}

const observed = new WeakSet<HTMLElement>();

/** Reports each wrong value of an element once per page, now and when an attribute changes. Never rejects. */
export async function reportWrongValues(element: HTMLElement): Promise<void> {
  await childrenParsed(element);
  check(element);
  if (observed.has(element)) return;
  observed.add(element);
  new MutationObserver(() => {
    check(element);
  }).observe(element, { attributes: true });
}
