/** The tests of the two folders that are mutated, and no browser: one Vitest for thousands of runs. */
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** What looks at most, or for longest, is asked last: a mutant is dead at its first failure. */
const patient = /properties|hostile|memory|corpora|real-feeds|limits|json-schema|word-diff|seeds/;

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => Number(patient.test(moduleId));
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/{feed,provision}/**/*.test.ts'],
    setupFiles: ['test/mutation/few-cases.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
});
