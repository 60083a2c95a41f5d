/**
 * Inserts and removes elements a thousand times. In Chromium only, because no other engine reports its live nodes and
 * listeners to the driver and collects its garbage on request.
 */
import { describe, expect, it } from 'vitest';
import type { CDPSession, Page } from 'playwright';
import { records } from '../embedding/feeds.js';
import { feed } from '../embedding/site.js';
import { visitor } from '../embedding/visit.js';
import { embeds, hostilePage, twoSites } from './support/page.js';

interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly mebibytes: number;
}

async function held(session: CDPSession): Promise<Held> {
  // Three passes: one collection can free objects that kept others alive.
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, mebibytes: usedSize / 1024 / 1024 };
}

async function open(mode: string): Promise<{ page: Page; session: CDPSession }> {
  const { paper, publisher } = await twoSites();
  const src = publisher.serve('/feed.json', feed(records));
  const { page, context } = await visitor();
  const session = await context.newCDPSession(page);
  const body = `<template>${embeds(src, 'T-1').replaceAll('record="T-1"', `record="T-1" ${mode}`)}</template><main></main><aside></aside>`;
  await page.goto(hostilePage(paper, body));
  return { page, session };
}

/** Inserts all elements, moves them, uses them and removes them, `count` times. */
function rounds(page: Page, count: number, keep = false): Promise<void> {
  return page.evaluate(
    async ({ times, leak }) => {
      const kept = ((window as unknown as { kept?: unknown[] }).kept ??= []);
      const template = document.querySelector('template')!;
      const [main, aside] = [document.querySelector('main')!, document.querySelector('aside')!];
      for (let round = 0; round < times; round++) {
        main.append(template.content.cloneNode(true));
        const elements = [...main.querySelectorAll('provision-card, provision-severity, provision-comparison')];
        // Removes the elements of every fourth round while they are still loading.
        if (round % 4)
          await Promise.all(elements.map((one) => (one as unknown as { updateComplete: unknown }).updateComplete));
        aside.append(...main.children);
        if (round % 4 === 2) {
          for (const one of elements) {
            for (const button of one.shadowRoot?.querySelectorAll('button') ?? []) {
              if (button.matches('[part~="badge-button"], [part~="more"], [aria-haspopup]')) button.click();
            }
          }
          await Promise.all(elements.map((one) => (one as unknown as { updateComplete: unknown }).updateComplete));
        }
        aside.replaceChildren();
        main.replaceChildren();
        if (leak) {
          const [one] = elements;
          kept.push(one);
          document.addEventListener('leak', () => one);
        }
      }
      // Wait for pending timers, which now find no element.
      await new Promise((next) => setTimeout(next, 300));
    },
    { times: count, leak: keep },
  );
}

describe.each(['', 'mode="live"'])('a thousand rounds of insert, move, use and remove, %s', (mode) => {
  it('leave no node, no listener and no memory behind', { timeout: 180_000 }, async () => {
    const { page, session } = await open(mode);
    // The first rounds load the chunks, and fill the browser's own caches.
    await rounds(page, 60);
    const before = await held(session);
    await rounds(page, 1000);
    const after = await held(session);
    expect(after.listeners - before.listeners).toBeLessThan(20);
    expect(after.nodes - before.nodes).toBeLessThan(200);
    expect(after.mebibytes - before.mebibytes).toBeLessThan(3);
  });
});

describe('the probe itself', () => {
  it('detects elements that stay reachable', async () => {
    const { page, session } = await open('');
    await rounds(page, 20);
    const before = await held(session);
    await rounds(page, 40, true);
    const after = await held(session);
    expect(after.nodes - before.nodes).toBeGreaterThan(300);
    expect(after.listeners - before.listeners).toBeGreaterThan(20);
  });
});
