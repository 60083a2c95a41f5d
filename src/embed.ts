/** Entry of the script tag: registers the elements and upgrades quotations. */
import './define.js';
import { settingsOfScript } from './auto-embed/script.js';
import { upgradeQuotations } from './auto-embed/watch.js';

// There is no document on a server.
if (typeof document === 'object') upgradeQuotations(settingsOfScript());
