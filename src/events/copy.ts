/** The reader copied a part of a record. */
export class ProvisionCopyEvent extends Event {
  constructor(
    /** The copied part: `link`, `sha256`, or the id of a citation form. */
    readonly what: string,
  ) {
    super('provision-copy', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-copy': ProvisionCopyEvent;
  }
}
