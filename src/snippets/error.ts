/** Why a snippet cannot be made: something that it needs is not given, or is not what it should be. */
export class EmbedError extends Error {
  override readonly name = 'EmbedError';
}
