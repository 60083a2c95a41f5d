/** What the script tag loads. */
import './define.js';
import { settingsOfScript } from './upgrade/script.js';
import { upgradeQuotations } from './upgrade/watch.js';

upgradeQuotations(settingsOfScript());
