/** The reader opened or closed a section of a record. */
export class ProvisionToggleEvent extends Event {
  constructor(
    /** `severity` for the badge's popover, else the section's name. */
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
