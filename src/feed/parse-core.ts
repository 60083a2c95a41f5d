/** Reads what the elements show at first; `whole.ts` reads the rest of one record when it is asked for. */
import { parserOf } from './parser.js';
import type { Sources } from './parser.js';
import { feedHead, item } from './schema-core.js';

/** What the core parser has read from. */
export const sources: Sources = /* @__PURE__ */ new WeakMap();

export const coreParser = /* @__PURE__ */ parserOf(item, feedHead, sources);
