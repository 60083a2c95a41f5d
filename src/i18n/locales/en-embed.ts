import type { EmbedMessages } from '../embed-messages.js';

export const enEmbed: EmbedMessages = {
  rated: (label) => `Severity: ${label}`,
  sourceCaptured: (source, date) => `${source}, captured ${date}`,
  frameTitle: (title, publisher) => `${title} – ${publisher}`,
  record: 'Record',
  quoted: (words) => `“${words}”`,
  sentence: (words) => `${words}.`,
};
