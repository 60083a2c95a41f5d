// @ts-check
/** Reads the catalogue: `en.json`, which defines the sections, messages, arguments and descriptions. */

/** @typedef {'text' | 'number' | 'boolean' | 'text?' | 'number?'} Kind  A question mark: the argument may be missing. */
/** @typedef {Readonly<Record<string, Kind>>} Arguments  In the order of the function's parameters. */
/** @typedef {{ message: string, arguments?: Arguments, description?: string }} Message */
/** @typedef {Readonly<Record<string, any>>} Group  Messages and groups by their names, and perhaps a `description` of the group. */

/** The sections of a file. Each is an interface, and in English a module of its own, because English comes with the code that shows it. */
export const sections = {
  card: { type: 'Messages', file: 'messages', english: 'en' },
  record: { type: 'RecordMessages', file: 'record-messages', english: 'enRecord' },
  tools: { type: 'ToolMessages', file: 'tool-messages', english: 'enTools' },
  comparison: { type: 'ComparisonMessages', file: 'comparison-messages', english: 'enComparison' },
  changes: { type: 'ChangeMessages', file: 'change-messages', english: 'enChanges' },
  embed: { type: 'EmbedMessages', file: 'embed-messages', english: 'enEmbed' },
  page: { type: 'PageMessages', file: 'page-messages', english: 'enPage' },
};

/** @param {Group} group */
export const membersOf = (group) =>
  Object.entries(group).filter(([name, member]) => name !== 'description' || typeof member !== 'string');

/** Returns undefined for a group. @param {any} member @returns {Message | undefined} */
export function messageOf(member) {
  if (typeof member === 'string') return { message: member };
  return typeof member.message === 'string' ? member : undefined;
}

/** Returns the English texts in the form of another language's file. @param {Group} group @returns {Group} */
export function textsOf(group) {
  const texts = membersOf(group).map(([name, member]) => [name, messageOf(member)?.message ?? textsOf(member)]);
  return Object.fromEntries(texts);
}
