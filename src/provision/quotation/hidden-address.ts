/**
 * Placeholder for an e-mail address that the page hides from robots and that cannot be decoded. A private-use
 * character.
 */
export const hiddenAddress = '\ue002';
