import { describe, expect, it } from 'vitest';
import type { Feed, Provision, ProvisionDetails } from '../../src/feed/types.js';
import { shownQuestions } from '../../src/provision/questions.js';
import { provisionData } from '../support/data.js';

const record = (details: ProvisionDetails, content_text = 'What it is.'): Provision => ({
  id: '1',
  content_text,
  _provision: details,
});
const answers = (provision: Provision, feed?: Feed) => shownQuestions(provision, feed).map(({ answer }) => answer);
const faqs = (...given: string[]) => given.map((answer) => ({ question: 'Why?', answer }));

describe('shownQuestions', () => {
  it('drops an answer that repeats a section, apart from white space', () => {
    const provision = record({
      why_it_matters: 'It matters.',
      consumer_impact: 'It hurts.',
      notices: { disclaimer: 'No advice.', built_from: 'Built from snapshots.' },
      faqs: faqs(
        'What\n it  is.',
        ' It matters.',
        'It\xa0hurts.',
        'No advice.',
        'Built from snapshots.',
        'Something new.',
      ),
    });
    expect(answers(provision)).toEqual(['Something new.']);
  });

  it('keeps an answer with any difference', () => {
    const given = faqs('It matters', 'it matters.', 'It “matters”.', 'It matters. Really.');
    expect(shownQuestions(record({ why_it_matters: 'It matters.', faqs: given }))).toEqual(given);
  });

  it('drops the later one of two equal answers', () => {
    const first = { question: 'One?', answer: 'Yes.' };
    const second = { question: 'Two?', answer: 'No.' };
    expect(shownQuestions(record({ faqs: [first, second, { question: 'Three?', answer: 'Yes. ' }] }))).toEqual([
      first,
      second,
    ]);
  });

  it('keeps an answer without a question', () => {
    const plain = { answer: '  Only\nthis. ' };
    expect(shownQuestions(record({ faqs: [plain] }))).toEqual([plain]);
  });

  it("compares with the feed's notices, where the record has none of that kind", () => {
    const feed: Feed = {
      items: [],
      _provision_feed: { notices: { affiliation: 'None.', disclaimer: 'Of the feed.' } },
    };
    const provision = record({
      notices: { disclaimer: 'Of the record.' },
      faqs: faqs('None.', 'Of the feed.', 'Of the record.'),
    });
    expect(answers(provision, feed)).toEqual(['Of the feed.']);
    expect(answers(provision)).toEqual(['None.', 'Of the feed.']);
  });

  it('returns an empty list without questions', () => {
    expect(shownQuestions(record({}))).toEqual([]);
  });

  const seeds = ['seed-1.json', 'seed-2.json'].map((name) => provisionData(name) as Feed | undefined);
  it.skipIf(!seeds[0] || !seeds[1])('keeps the new answers of real records', () => {
    const [one, two] = seeds.map((feed) => answers(feed!.items[0]!, feed));
    expect(one).toEqual([]);
    expect(two).toEqual([
      'ConductAtlas has identified this type of provision across 2 platforms. See the full comparison.',
    ]);
    // Without the feed, the notice for all its records is unknown.
    expect(answers(seeds[1]!.items[0]!)).toHaveLength(2);
  });
});
