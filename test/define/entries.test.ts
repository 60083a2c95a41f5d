import { expect, it, vi } from 'vitest';

const tags = ['provision-card', 'provision-changes', 'provision-comparison', 'provision-severity'];
const registered = () => tags.filter((tag) => customElements.get(tag));

/** The order matters, because a registered element stays registered. */
it('importing the public API registers nothing and does not touch the page', async () => {
  const define = vi.spyOn(customElements, 'define');
  const html = document.documentElement.outerHTML.length;
  const api = await import('../../src/index.js');
  expect(define).not.toHaveBeenCalled();
  expect(registered()).toEqual([]);
  expect(document.documentElement.outerHTML.length).toBe(html);
  expect(Object.keys(api)).toEqual(
    expect.arrayContaining([
      'ProvisionCard',
      'ProvisionChanges',
      'ProvisionComparison',
      'ProvisionSeverity',
      'ProvisionLoadEvent',
      'FeedError',
      'version',
    ]),
  );
});

it('importing define/<tag> registers that element', async () => {
  await import('../../src/define/provision-severity.js');
  expect(registered()).toEqual(['provision-severity']);
});

it('importing define registers every element, as the class that the public API exports', async () => {
  await import('../../src/define.js');
  const { ProvisionCard, ProvisionChanges, ProvisionComparison, ProvisionSeverity } =
    await import('../../src/index.js');
  expect(tags.map((tag) => customElements.get(tag))).toEqual([
    ProvisionCard,
    ProvisionChanges,
    ProvisionComparison,
    ProvisionSeverity,
  ]);
});

it('running the script’s entry after that is silent', async () => {
  const warn = vi.spyOn(console, 'warn');
  await import('../../src/embed.js');
  expect(warn).not.toHaveBeenCalled();
});
