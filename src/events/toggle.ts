/** The reader has opened or closed a part of a record. */
export class ProvisionToggleEvent extends Event {
  constructor(
    /** The part: `severity` for the badge's popover, else the section's name. */
    readonly section: string,
    readonly open: boolean,
  ) {
    super('provision-toggle', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-toggle': ProvisionToggleEvent;
  }
}
