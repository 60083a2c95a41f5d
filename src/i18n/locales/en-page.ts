import type { PageMessages } from '../page-messages.js';

export const enPage: PageMessages = {
  before: 'Before',
  after: 'After',
  effective: (date) => `In force from ${date}`,
  wholeRecord: 'The whole record',
  machineReadable: 'This record as data',
};
