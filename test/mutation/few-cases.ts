import fc from 'fast-check';
import { runs } from '../support/fuzz.js';

/** For properties that do not say how often they are tried; the same cases for every mutant. */
fc.configureGlobal({ numRuns: runs(100, 100), seed: 1 });
