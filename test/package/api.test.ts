import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { apiReport, reportFile } from '../../.scripts/api-report.mjs';

it('matches the recorded public API: after a change run `npm run api`, and record it in CHANGELOG.md', () => {
  expect(readFileSync(new URL(`../../${reportFile}`, import.meta.url), 'utf8')).toBe(apiReport());
});
