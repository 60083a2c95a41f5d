/** Registers every element. */
import './define/provision-card.js';
import './define/provision-changes.js';
import './define/provision-clause.js';
import './define/provision-comparison.js';
import './define/provision-severity.js';
