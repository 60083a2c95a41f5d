import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { apiReport, reportFile } from '../../.scripts/api-report.mjs';

it('changes nothing that others build on unannounced: `npm run api`, and say it in CHANGELOG.md', () => {
  expect(readFileSync(new URL(`../../${reportFile}`, import.meta.url), 'utf8')).toBe(apiReport());
});
