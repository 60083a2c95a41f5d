import { describe, expect, it } from 'vitest';
import { changeExcerpt } from '../../src/audit/change-excerpt.js';

describe('the first change between two wordings', () => {
  it.each([
    ['You keep it for six months.', 'You keep it for two years.', 'You keep it for [-six months-] {+two years+}.'],
    ['A worldwide, free licence.', 'A local, free licence.', 'A [-worldwide-] {+local+}, free licence.'],
    ['We may share it.', 'We may sell or share it.', 'We may {+sell or+} share it.'],
    ['We may sell or share it.', 'We may share it.', 'We may [-sell or-] share it.'],
    ['One.', 'One. Two.', 'One. {+Two.+}'],
  ])('between %j and %j is %s', (from, to, line) => {
    expect(changeExcerpt(from, to)).toBe(line);
  });

  it('is nothing between two equal ones', () => {
    expect(changeExcerpt('The same.', 'The same.')).toBeUndefined();
  });
});
