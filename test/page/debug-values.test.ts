import { expect, it } from 'vitest';
import { sectionNames } from '../../src/page/debug-values.js';
import { recordSections } from '../../src/provision/record-sections.js';

it('allows the names of all sections', () => {
  expect(sectionNames).toEqual([...recordSections, 'promotions']);
});
