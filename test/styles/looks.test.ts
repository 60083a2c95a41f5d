/** The check of the stories in other looks sees what is wrong. It needs Chromium's protocol. */
import { afterEach, describe, expect, it } from 'vitest';
import { server } from 'vitest/browser';
import { looks, violationsInLooks } from '../../.storybook/looks.js';

afterEach(() => document.body.replaceChildren());

describe.skipIf(server.browser !== 'chromium')('axe in the looks of a reader', () => {
  it('finds a contrast that is too low, in each look', async () => {
    document.body.innerHTML = '<p style="color: #777; background: #666; forced-color-adjust: none">Grey on grey</p>';
    const found = await violationsInLooks(document.body);
    expect(found).toEqual(Object.keys(looks).map((look) => `${look}: color-contrast at p`));
  });

  it('finds nothing in plain text', async () => {
    document.body.innerHTML = '<p>Text</p>';
    expect(await violationsInLooks(document.body)).toEqual([]);
  });

  it('leaves out a rule that the story has switched off', async () => {
    document.body.innerHTML = '<p style="color: #777; background: #666; forced-color-adjust: none">Grey on grey</p>';
    expect(await violationsInLooks(document.body, { 'color-contrast': { enabled: false } })).toEqual([]);
  });
});
