import { expect, it } from 'vitest';
import { apiReport } from './api-report.mjs';

it('has the public API that api.md describes: npm run api writes it, and CHANGELOG.md announces the change', async () => {
  await expect(apiReport()).toMatchFileSnapshot('api.md');
});
