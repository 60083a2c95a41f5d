/** The validator's report, worded for people who did not make the feed. */
import type { Problem } from '../../src/cli/problems.js';
import type { FeedErrorCode } from '../../src/feed/error.js';
import type { Feed } from '../../src/feed/types.js';
import { provisionTitle } from '../../src/provision/display-names.js';
import { byId, counted, element } from './dom.js';

const shownAtOnce = 100;

/** Explanations of feed errors; the parser's own message follows them. */
const refusals: Readonly<Record<FeedErrorCode, string>> = {
  network: 'The feed could not be reached: its address is wrong, or its server lets no other site read it',
  http: 'The feed’s server has no feed at this address',
  timeout: 'The feed’s server did not answer in time',
  type: 'The content at this address is not a feed',
  json: 'This is not a feed: it is not JSON, or only a part of it',
  schema: 'This is JSON, but not a feed: it has no list of items',
  version: 'This feed is of a later version than this page can read',
  size: 'This feed is too large to be read here',
  'not-found': 'There is no such record in the feed',
};

const isRefusal = ({ expected }: Problem): boolean => Object.hasOwn(refusals, expected);

/** Returns whether a problem costs more than one value: the feed, a page of it, or a record. */
export function isError(problem: Problem): boolean {
  return isRefusal(problem) || /^\/items\/\d+(?:\/id)?$/.test(problem.pointer);
}

/** Describes the effect on readers of the feed. */
function consequence(problem: Problem): string {
  if (isRefusal(problem))
    return problem.page === undefined ? 'Nothing of it can be shown.' : 'Its records are missing.';
  if (problem.expected === 'json-feed-version') return 'It is read all the same.';
  if (problem.expected === 'sha256-of-text') return 'Readers who check the evidence will be told that it differs.';
  if (problem.expected === 'required' && !isError(problem)) return 'The object that contains it is left out.';
  return isError(problem) ? 'This record is left out.' : 'This value is left out.';
}

/** Returns the record that a pointer leads to. First page only, because the indexes are those of the source. */
function recordAt({ pointer, page }: Problem, feed: Feed | undefined, lost: ReadonlySet<number>): string | undefined {
  const [, place] = /^\/items\/(\d+)/.exec(pointer) ?? [];
  if (place === undefined || page !== undefined || lost.has(Number(place))) return undefined;
  const before = [...lost].filter((index) => index < Number(place)).length;
  const record = feed?.items[Number(place) - before];
  return record && (provisionTitle(record) ?? record.id);
}

/** Shows the report: one line when there is no problem, else an open list. */
export function showReport(feed: Feed | undefined, problems: readonly Problem[]): void {
  const report = byId<HTMLDetailsElement>('report');
  const clean = byId('report-clean');
  clean.hidden = problems.length > 0 || !feed;
  report.hidden = !problems.length;
  if (!problems.length) {
    clean.textContent = feed ? 'Checked: no problem found in this feed.' : '';
    return;
  }
  const errors = problems.filter(isError).length;
  byId('report-summary').textContent = feed
    ? [
        errors ? counted(errors, 'error') : '',
        problems.length > errors ? counted(problems.length - errors, 'warning') : '',
      ]
        .filter((part) => part)
        .join(', ') + ' in this feed'
    : 'The feed cannot be read';
  report.dataset['kind'] = errors ? 'error' : 'warning';
  report.open = true;

  const lost = new Set(
    problems.flatMap((problem) =>
      isError(problem) && problem.expected !== 'unique' && problem.page === undefined
        ? [Number(/^\/items\/(\d+)/.exec(problem.pointer)?.[1] ?? NaN)]
        : [],
    ),
  );
  const list = byId('report-list');
  const rest = byId('report-rest');
  const more = byId<HTMLButtonElement>('report-more');
  const write = (count: number) => {
    list.replaceChildren(...problems.slice(0, count).map((problem) => line(problem, recordAt(problem, feed, lost))));
    rest.hidden = problems.length <= count;
    more.textContent = `Show all ${counted(problems.length, 'problem')}`;
  };
  more.onclick = () => {
    write(problems.length);
    list.focus();
  };
  write(shownAtOnce);
}

function line(problem: Problem, record: string | undefined): HTMLElement {
  const { pointer, message, expected, page } = problem;
  const kind = isError(problem) ? 'Error' : 'Warning';
  const words = isRefusal(problem)
    ? `${refusals[expected as FeedErrorCode]}.`
    : expected === 'required'
      ? 'A value that is required is missing.'
      : `${capital(message)}.`;
  return element(
    'li',
    { class: kind.toLowerCase() },
    element('b', {}, `${kind}: `),
    ...(record === undefined ? [] : [element('bdi', {}, record), ' – ']),
    `${words} ${consequence(problem)} `,
    element(
      'span',
      { class: 'place' },
      'At ',
      element('code', {}, pointer || 'the whole feed'),
      page ? ` of ${page}` : '',
    ),
    ...(isRefusal(problem) ? [element('span', { class: 'place' }, ` (${expected}: ${message})`)] : []),
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
