import type { CheckResult } from '../provision/evidence.js';

/** The record's evidence has been checked in the reader's browser. */
export class ProvisionVerifyEvent extends Event {
  constructor(readonly results: readonly CheckResult[]) {
    super('provision-verify', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'provision-verify': ProvisionVerifyEvent;
  }
}
