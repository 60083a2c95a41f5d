/** Reads what the elements show at first; `whole.ts` reads the rest of one record when it is asked for. */
import { parserOf } from './parser.js';
import { feedHead, item } from './schema-core.js';

export const coreParser = /* @__PURE__ */ parserOf(item, feedHead);
