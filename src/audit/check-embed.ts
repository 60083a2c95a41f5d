/** Compares one embed with its feed. `comparePublished` decides what counts as a change, for the card and for the audit alike. */
import { FeedError } from '../feed/error.js';
import { isOlder } from '../feed/feed-age.js';
import { sameClause } from '../provision/clause-text.js';
import { clauseText } from '../provision/changes/wording-history.js';
import { comparePublished } from '../provision/changes/compare.js';
import type { Published, RecordInFeed } from '../provision/changes/difference.js';
import { provisionTitle } from '../provision/display-names.js';
import { QuotationMatcher } from '../provision/quotation/quotation-matcher.js';
import { readingText } from '../provision/quotation/read-quotation.js';
import { changedVerdict, quietNotes } from './difference-words.js';
import type { Embed, EmbedFault } from './embed.js';
import { failureOf } from './feed-failure.js';
import type { Feeds, RecordAnswer } from './feeds.js';
import type { PageNode } from './page-node.js';
import { namesRecord, pinnedRecord, publishedWords } from './published-words.js';
import { states } from './states.js';
import { mentionsStatus } from './status-mention.js';
import type { Verdict } from './verdict.js';

/** Facts about the article that contains an embed. */
export interface ArticleFacts {
  /** Date of publication from the article's metadata. */
  readonly published?: string | undefined;
  /** BCP 47 language tag of the page. */
  readonly language?: string | undefined;
}

export interface Checked {
  readonly verdict: Verdict;
  /** A neighbouring quotation that belongs to the embed. */
  readonly beside?: PageNode | undefined;
}

/** State and reason of a verdict that is not complete yet. */
type Outcome = Pick<Verdict, 'state' | 'message'> & Partial<Verdict>;

/** Checks an embed. Rejects only when the run is aborted. */
export async function checkEmbed(embed: Embed, article: ArticleFacts, feeds: Feeds): Promise<Checked> {
  const pinned = pinnedRecord(embed);
  const notes = pinned.isMangled ? ['The embed’s JSON is damaged, so cards ignore it.'] : [];
  // A record inside the page may state the feed's URL itself.
  const src = embed.src ?? (embed.fault?.kind === 'no-source' ? pinned.record?.feed.feed_url : undefined);
  if (src === undefined) return { verdict: { ...faultOf(embed, !!pinned.record), notes, record: embed.record } };
  const known = { feed: src, record: embed.record, page: embed.permalink };
  let answer: RecordAnswer;
  try {
    if (embed.isWholeFeed) {
      await feeds.get(src);
      return {
        verdict: { ...notComparable('The element shows the current records of a clause type.'), notes, ...known },
      };
    }
    answer = await feeds.find(src, embed.record);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { verdict: { ...failureOf(error), notes, ...known } };
  }
  const { provision, movedTo } = answer;
  const beside = embed.beside && namesRecord(embed.beside, provision) ? embed.beside : undefined;
  const quotation = embed.quotation ?? beside;
  const published: Published = pinned.record
    ? { record: pinned.record }
    : publishedWords(
        { ...embed, hashes: embed.hashes ?? beside?.getAttribute('data-sha256') ?? undefined },
        quotation,
        provision,
      );
  const outcome = await outcomeOf(embed, published, answer, article);
  if (embed.isLive && embed.form === 'element') notes.push('Readers with JavaScript see the current record.');
  const isMoved = movedTo !== undefined && !embed.followsRedirects && embed.form !== 'iframe';
  if (isMoved) notes.push(`The feed has moved to ${movedTo}.`);
  const moved: Outcome = {
    state: 'feed-moved',
    message: 'The feed’s address redirects, which cards do not follow. The record itself was compared.',
  };
  const verdict = isMoved && states[outcome.state].class !== 'finding' ? { ...outcome, ...moved } : outcome;
  return {
    verdict: {
      ...known,
      record: provision.id,
      title: provisionTitle(provision),
      page: provision.url ?? embed.permalink,
      ...verdict,
      notes: [...notes, ...(outcome.notes ?? [])],
    },
    beside,
  };
}

async function outcomeOf(
  embed: Embed,
  published: Published,
  current: RecordInFeed,
  article: ArticleFacts,
): Promise<Outcome> {
  const { provision, feed } = current;
  const { record, sha256, reading } = published;
  if (record && isOlder(feed, record.feed))
    return { state: 'not-checked', message: 'The feed from the server is older than the record in the article.' };
  // Text decoded with the wrong encoding cannot be compared with the published wording. The hash can, because it is ASCII.
  if (!record && !sha256 && reading?.lines.some(({ text }) => text.includes('\ufffd')))
    return {
      state: 'not-checked',
      message: 'The quotation has damaged characters, because the page’s encoding is unknown.',
    };
  const { differences, isUnchecked } = await comparePublished(published, current);
  const told = differences.filter(({ kind }) => kind !== 'withdrawn' && kind !== 'corrected');
  const status = await statusOutcome(embed, published, provision, article);
  if (status?.state) return { ...status, notes: [...(status.notes ?? []), ...quietNotes(told)] };
  const notes = [...(status?.notes ?? []), ...quietNotes(told)];
  const verdict = changedVerdict(told, provision);
  if (verdict) return { ...verdict, notes };
  if (isUnchecked) return { state: 'not-checked', message: 'The hash in the article could not be compared.', notes };
  const reason = incomparable(embed, published, provision);
  if (reason !== undefined) return { ...notComparable(reason), notes };
  return { state: 'as-published', message: 'The clause is as it was published.', notes };
}

interface StatusOutcome extends Partial<Outcome> {
  readonly notes?: readonly string[];
}

/**
 * Returns the verdict on a withdrawn or corrected record. Without the record in the article it is only likely, because the earlier status
 * is unknown.
 */
async function statusOutcome(
  { node, around = node }: Embed,
  { record }: Published,
  { date_modified: modified, language, _provision: { status, status_note: note } }: RecordInFeed['provision'],
  article: ArticleFacts,
): Promise<(StatusOutcome & { readonly state?: undefined }) | Outcome | undefined> {
  if (status !== 'withdrawn' && status !== 'corrected') return undefined;
  const was = record?.provision._provision;
  const wasSo = was?.status === status && (status === 'withdrawn' || was.status_note === note);
  if (
    wasSo ||
    (await mentionsStatus(around, status, [language, article.language, node.getAttribute('lang') ?? undefined]))
  )
    return { notes: [`The record was ${status} when it was embedded; the article says so.`] };
  const said = note === undefined ? [] : [`The publisher’s note: ${note}`];
  if (status === 'withdrawn')
    return { state: 'withdrawn', message: 'The record has been withdrawn.', since: modified, notes: said };
  if (record) {
    const message = 'The record has been corrected since this article was published.';
    return { state: 'corrected', evidence: 'certain', message, since: modified, notes: said };
  }
  if (modified !== undefined && article.published !== undefined && Date.parse(modified) < Date.parse(article.published))
    return { notes: ['The record was corrected before this article was published.'] };
  const message = 'The record has been corrected. The article does not say whether it was embedded before.';
  return { state: 'corrected', evidence: 'likely', message, since: modified, notes: said };
}

const notComparable = (message: string): Outcome => ({ state: 'not-comparable', message });

/** Returns the reason for which the clause could not be compared; undefined when it was compared. */
function incomparable({ form, isLive }: Embed, published: Published, provision: RecordInFeed['provision']) {
  const { record, sha256, reading } = published;
  const whole = clauseText(provision);
  if (record) {
    return record.provision._provision.clauses && whole === undefined
      ? 'The record no longer quotes a clause.'
      : undefined;
  }
  if (form === 'iframe') return 'A frame shows the current record and contains no published wording.';
  if (!sha256 && !reading?.lines.length) {
    return form === 'link'
      ? 'The article links to the record without quoting it.'
      : isLive
        ? 'The element shows the current record and contains no quotation.'
        : 'The embed contains no quotation, no hash and no record.';
  }
  if (whole === undefined) return 'The record quotes no clause, only the analyst’s summary.';
  if (sha256 || !reading) return undefined;
  const words = new QuotationMatcher(reading.lines);
  const isThere =
    sameClause(readingText(reading.lines), whole) !== 'different' ||
    [whole, ...(provision._provision.clauses ?? []).map(({ text }) => text)].some((text) => words.placeIn(text));
  return isThere
    ? undefined
    : 'The quoted text is neither the clause nor an earlier wording in the feed; it may be a paraphrase or a translation.';
}

const faults: Readonly<Record<EmbedFault['kind'], (written: string) => Outcome>> = {
  'no-source': () => ({ state: 'embed-broken', message: 'The embed names no feed (src).' }),
  'lost-source': () => ({
    state: 'not-checked',
    message:
      'This quotation was an embed, but its feed’s address was removed. Name its publisher with --permalinks or --feed.',
  }),
  relative: (written) => ({
    state: 'not-checked',
    message: `The feed’s address is relative ("${written}"), and the article is a file: give --base-url.`,
  }),
  'not-an-address': (written) => ({
    state: 'embed-broken',
    message: `Cards do not request the feed’s address "${written}". It has to be https:.`,
  }),
};

function faultOf({ fault }: Embed, hasRecord: boolean): Outcome {
  const kind = fault?.kind ?? 'no-source';
  if (kind === 'no-source' && hasRecord) return notComparable('The record is in the page and names no feed.');
  return faults[kind](fault?.written ?? '');
}
