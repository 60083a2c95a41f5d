/** The reader has copied something of a record. */
export class ProvisionCopyEvent extends Event {
  constructor(
    /** What: `link`, `sha256`, or the citation form's id. */
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
