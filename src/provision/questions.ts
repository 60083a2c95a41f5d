import type { Feed, Provision, ProvisionDetails } from '../feed/types.js';

/** A question of a record with its answer. Without a question the answer is shown as a paragraph. */
export type Question = NonNullable<ProvisionDetails['faqs']>[number];

const normalized = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Returns the questions with new answers, because publishers repeat their sections as answers. Drops an answer that
 * equals, apart from white space, the summary, the "why", the impact, a notice (the record's own, else the feed's of
 * that kind), or an earlier answer. Keeps the feed's order.
 */
export function shownQuestions(provision: Provision, feed?: Feed): readonly Question[] {
  const { faqs, why_it_matters, consumer_impact, notices } = provision._provision;
  const sections = [
    provision.content_text,
    why_it_matters,
    consumer_impact,
    ...Object.values({ ...feed?._provision_feed?.notices, ...notices }),
  ];
  const shownTexts = new Set(sections.map((section) => normalized(section ?? '')));
  return (faqs ?? []).filter(({ answer }) => {
    const text = normalized(answer);
    const repeated = shownTexts.has(text);
    shownTexts.add(text);
    return !repeated;
  });
}
