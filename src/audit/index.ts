/** Audits published articles with pure functions from HTML and feeds to findings and reports. The command provides files and network. */
export { readArticleList, isArticleList } from './article-list.js';
export { auditAtom } from './atom.js';
export { auditArticle, unreadArticle } from './audit-article.js';
export type { Feeds, RecordAnswer } from './feeds.js';
export { bareAddress } from './feeds.js';
export type { Publishers } from './linked-embeds.js';
export { assertPage, decodePage } from './page-bytes.js';
export { PageError } from './page-node.js';
export { printable } from './printable.js';
export { countStates, exitCode, summaryLine } from './summary.js';
export type { AuditResult } from './summary.js';
export { auditTable } from './table.js';
export type { Finding } from './verdict.js';
