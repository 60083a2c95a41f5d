/** The entry of the script tag. */
// First: Lit is evaluated by what follows.
import './guard-lit-globals.js';
import './define.js';
import { settingsOfScript } from './upgrade/script.js';
import { upgradeQuotations } from './upgrade/watch.js';

// Where a server renders, there is no page to look at.
if (typeof document === 'object') upgradeQuotations(settingsOfScript());
