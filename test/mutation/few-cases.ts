import fc from 'fast-check';
import { runs } from '../support/fuzz.js';

/** Applies to properties without their own number of runs. The seed gives every mutant the same cases. */
fc.configureGlobal({ numRuns: runs(100, 100), seed: 1 });
