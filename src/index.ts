/** Public API: classes, events, types. Importing it registers nothing; `provision-embed/define` does. */
export { cardLayouts, ProvisionCard } from './elements/provision-card/provision-card.js';
export type { CardLayout } from './elements/provision-card/provision-card.js';
export { ProvisionComparison } from './elements/provision-comparison/provision-comparison.js';
export { ProvisionSeverity } from './elements/provision-severity/provision-severity.js';
export { ProvisionErrorEvent } from './events/error.js';
export { ProvisionLoadEvent } from './events/load.js';
export { ProvisionToggleEvent } from './events/toggle.js';
export { FeedError, feedErrorCodes } from './feed/error.js';
export type { FeedErrorCode } from './feed/error.js';
export { comparisonSorts } from './provision/comparison.js';
export type { ComparisonSort } from './provision/comparison.js';
export { severityLevels } from './provision/severity.js';
export type { SeverityLevel } from './provision/severity.js';
export type { Feed, FeedWarning, Provision, ProvisionDetails } from './feed/types.js';
export { version } from './version.js';
