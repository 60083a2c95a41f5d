/** The entry of the script tag. */
// First: Lit is evaluated by what follows.
import './guard-lit-globals.js';
import './define.js';
import { settingsOfScript } from './auto-embed/script.js';
import { upgradeQuotations } from './auto-embed/watch.js';

// There is no document on a server.
if (typeof document === 'object') upgradeQuotations(settingsOfScript());
