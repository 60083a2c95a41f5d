import { describe, expect, it } from 'vitest';
import { changeExcerpt } from '../../src/audit/change-excerpt.js';

describe('changeExcerpt', () => {
  it.each([
    ['You keep it for six months.', 'You keep it for two years.', 'You keep it for [-six months-] {+two years+}.'],
    ['A worldwide, free licence.', 'A local, free licence.', 'A [-worldwide-] {+local+}, free licence.'],
    ['We may share it.', 'We may sell or share it.', 'We may {+sell or+} share it.'],
    ['We may sell or share it.', 'We may share it.', 'We may [-sell or-] share it.'],
    ['One.', 'One. Two.', 'One. {+Two.+}'],
  ])('shows the first change between %j and %j as %s', (from, to, line) => {
    expect(changeExcerpt(from, to)).toBe(line);
  });

  it('returns undefined for equal wordings', () => {
    expect(changeExcerpt('The same.', 'The same.')).toBeUndefined();
  });
});
