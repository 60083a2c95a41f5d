/** What the script tag loads. */
import './define.js';
import { settingsOfScript } from './auto-embed/script.js';
import { upgradeQuotations } from './auto-embed/watch.js';

// Where a server renders, there is no page to look at.
if (typeof document === 'object') upgradeQuotations(settingsOfScript());
