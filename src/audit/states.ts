/** The states of an embed, with advice for an editor. */

/**
 * `finding`: readers see something outdated, or nothing. `unchecked`: the comparison was not possible this time. `silent`: there is
 * nothing to report.
 */
export type StateClass = 'finding' | 'unchecked' | 'silent';

interface StateWords {
  readonly class: StateClass;
  /** Text in a summary: "3 changed". */
  readonly label: string;
  /** Advice for the editor in one sentence. */
  readonly advice: string;
}

/** The states, most serious first. */
export const states = {
  withdrawn: {
    class: 'finding',
    label: 'withdrawn',
    advice: 'Read the record’s note, and correct the article or remove the embed.',
  },
  corrected: {
    class: 'finding',
    label: 'corrected',
    advice: 'Read the record’s note, and check whether the article repeats the error. Then paste the embed again.',
  },
  changed: {
    class: 'finding',
    label: 'changed',
    advice: 'Compare the wordings in the record, and add a note to the article, or paste the embed again.',
  },
  severity: {
    class: 'finding',
    label: 'rated anew',
    advice: 'Check whether the article names the old rating. Then paste the embed again.',
  },
  'feed-gone': {
    class: 'finding',
    label: 'feed gone',
    advice: 'Readers see the quotation without a card. Ask the publisher for the feed’s new address.',
  },
  'record-gone': {
    class: 'finding',
    label: 'record not found',
    advice: 'Readers see the quotation without a card. Ask the publisher what happened to the record.',
  },
  'feed-invalid': {
    class: 'finding',
    label: 'feed invalid',
    advice:
      'Readers see the quotation without a card. Send the publisher the message; "provision-embed validate" gives details.',
  },
  'feed-moved': {
    class: 'finding',
    label: 'feed moved',
    advice: 'Cards do not follow a redirect. Change the address in the article, or set redirects="follow".',
  },
  'embed-broken': {
    class: 'finding',
    label: 'embed broken',
    advice: 'The embed names no feed that a card can load. Paste it again.',
  },
  'not-checked': {
    class: 'unchecked',
    label: 'not checked',
    advice: 'The comparison could not be made. If this happens every time, see docs/audit.md.',
  },
  'not-comparable': {
    class: 'silent',
    label: 'cannot be compared',
    advice:
      'The article contains no wording to compare. The forms element and quotation contain one (docs/journalists.md).',
  },
  'as-published': { class: 'silent', label: 'as published', advice: '' },
} as const satisfies Readonly<Record<string, StateWords>>;

export type State = keyof typeof states;

export const stateNames = Object.keys(states) as readonly State[];

export const isFinding = (state: State) => states[state].class === 'finding';
export const isTold = (state: State) => states[state].class !== 'silent';
