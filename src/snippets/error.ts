/** Reports that a snippet cannot be made because an input is missing or not valid. */
export class EmbedError extends Error {
  override readonly name = 'EmbedError';
}
