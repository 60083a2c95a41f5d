import { buildIfStale } from '../../.scripts/build.mjs';

/** Builds `dist`, which the package tests read. */
export default buildIfStale;
