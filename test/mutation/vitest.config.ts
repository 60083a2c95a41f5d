/** The tests of the two folders that are mutated, and no browser: one Vitest for thousands of runs. */
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** What takes longest is asked last: a mutant is dead at its first failure. */
const patient = /hostile|limits|json-schema|word-diff|evidence/;

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
    // They look at so much that they find what nobody thought of; what somebody has thought of has a test that says so.
    exclude: ['**/*properties.test.ts', '**/{corpora,real-feeds,seeds,store-memory}.test.ts'],
    setupFiles: ['test/mutation/few-cases.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
});
