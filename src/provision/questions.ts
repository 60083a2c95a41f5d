import type { Feed, Provision, ProvisionDetails } from '../feed/types.js';

/** A question of a record with its answer; without a question it is shown as a plain paragraph. */
export type Question = NonNullable<ProvisionDetails['faqs']>[number];

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The questions worth showing: publishers repeat their sections as answers, word for word, and those say nothing new.
 * Dropped is an answer that is, but for white space, the summary, the "why", the impact, a notice (the record's own, or
 * the feed's where the record has none of that kind), or an earlier answer. All others stay, in the order given.
 */
export function shownQuestions(provision: Provision, feed?: Feed): readonly Question[] {
  const { faqs, why_it_matters, consumer_impact, notices } = provision._provision;
  const sections = [
    provision.content_text,
    why_it_matters,
    consumer_impact,
    ...Object.values({ ...feed?._provision_feed?.notices, ...notices }),
  ];
  const said = new Set(sections.map((section) => folded(section ?? '')));
  return (faqs ?? []).filter(({ answer }) => {
    const text = folded(answer);
    const repeated = said.has(text);
    said.add(text);
    return !repeated;
  });
}
