/** The entry of the script tag. */
import './define.js';
import { settingsOfScript } from './auto-embed/script.js';
import { upgradeQuotations } from './auto-embed/watch.js';

// No document during server-side rendering.
if (typeof document === 'object') upgradeQuotations(settingsOfScript());
