import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { severityLevels } from '../../src/provision/severity.js';
import { heard, outline } from './support/heard.js';
import { clear, hasPart, part, place, show } from './support/page.js';
import { feed, full, record } from './support/records.js';

afterEach(clear);

it('a badge is a button that names the scale and the word if there is something to explain', async () => {
  expect(outline(await show('provision-severity', full))).toMatchInlineSnapshot(`"- button "Severity: High""`);
});

it('a badge is plain text if there is nothing to explain', async () => {
  const severity = await show('provision-severity', record({ severity: { level: 'low', label: 'Low' } }));
  expect(outline(severity)).toMatchInlineSnapshot(`"- text: Severity: Low"`);
  expect(page.getByRole('button').query()).toBeNull();
});

it.each([
  ['its own text', record({ severity: { level: 'low', text: 'Because.' } })],
  ['a confidence', record({ severity: { level: 'low' }, confidence: { level: 'high' } })],
  ['a basis', record({ severity: { level: 'low' }, basis: { level: 'explicit' } })],
  ['a methodology', record({ severity: { level: 'low' }, provenance: { methodology_url: 'https://a.example/' } })],
  [
    'the scale of its feed',
    feed([record({ severity: { level: 'low' } })], {
      scales: { severity: [{ level: 'low', description: 'Easily undone.' }] },
    }),
  ],
  [
    'the methodology of its feed',
    feed([record({ severity: { level: 'low' } })], { methodology_url: 'https://a.example/' }),
  ],
])('a badge is a button if %s explains it', async (_, provision) => {
  await show('provision-severity', provision);
  await expect.element(page.getByRole('button', { name: 'Severity: low', exact: true, expanded: false })).toBeVisible();
});

it('a badge does not break the sentence around it', async () => {
  document.body.innerHTML = '<p>They rate it <provision-severity></provision-severity> this year.</p>';
  const severity = document.querySelector('provision-severity')!;
  severity.provision = full;
  await severity.updateComplete;
  expect(getComputedStyle(severity).display).toBe('inline');
  const [before, , after] = [...severity.parentElement!.childNodes].map((node) => {
    const range = document.createRange();
    range.selectNode(node);
    return range.getBoundingClientRect();
  });
  expect(after!.top).toBeCloseTo(before!.top, 0);
});

describe('levels', () => {
  it.each(severityLevels)('%s has its own look and its word', async (level) => {
    const severity = place('provision-severity', { level, label: `Word for ${level}` });
    await severity.updateComplete;
    expect(part(severity, 'badge').part.contains(`badge-${level}`)).toBe(true);
    expect(heard(severity)).toBe(`Severity: Word for ${level}`);
  });

  it.each(['severe', 'HIGH', '__proto__', 'x" onclick="', 'level-critical'])(
    'the unknown level %j is styled as unknown and shown with its label',
    async (level) => {
      const severity = await show('provision-severity', record({ severity: { level, label: 'Their word' } }));
      expect([...part(severity, 'badge').part]).toEqual(['badge', 'badge-unknown']);
      expect([...part(severity, 'badge').classList]).toEqual(['badge', 'level-unknown']);
      expect(heard(severity)).toBe('Severity: Their word');
    },
  );

  it('an unknown level without a label is shown as given', async () => {
    expect(heard(await show('provision-severity', record({ severity: { level: 'severe' } })))).toBe('Severity: severe');
  });

  it('have different shapes, so that they are readable without colour', async () => {
    const shapes = await Promise.all(
      severityLevels.map(async (level) => {
        const severity = place('provision-severity', { level });
        await severity.updateComplete;
        const shape = part(severity, 'shape');
        return `${shape.getAttribute('class')!} ${shape.querySelector('path')!.getAttribute('d')!}`;
      }),
    );
    expect(new Set(shapes).size).toBe(severityLevels.length);
  });

  it('have a decorative shape that screen readers skip', async () => {
    const severity = await show('provision-severity', full);
    expect(part(severity, 'shape').closest('[aria-hidden=true]')).not.toBeNull();
  });
});

describe('without a feed', () => {
  it.each([
    [{ level: 'high', label: 'High' }, 'Severity: High'],
    [{ level: 'high' }, 'Severity: high'],
    [{ label: 'Neutral' }, 'Severity: Neutral'],
  ])('%o reads "%s"', async (attributes, words) => {
    const severity = place('provision-severity', attributes, 'high, says the analyst');
    await severity.updateComplete;
    expect(heard(severity)).toBe(words);
  });

  it.each([{}, { level: '' }, { level: ' ', label: ' ' }, { level: null }, { level: NaN }, { level: {} }])(
    '%o shows the own content',
    async (attributes) => {
      const severity = place('provision-severity', attributes, 'high, says the analyst');
      await severity.updateComplete;
      expect(heard(severity)).toBe('high, says the analyst');
      expect(hasPart(severity, 'badge')).toBe(false);
    },
  );

  it('the loaded record replaces the level', async () => {
    const severity = await show('provision-severity', full, { level: 'low', label: 'Low' });
    expect(heard(severity)).toBe('Severity: High');
  });
});

it('a record without a rating leaves the sentence unchanged', async () => {
  const severity = await show('provision-severity', record({ confidence: { label: 'High' } }), {}, 'rather grave');
  expect(heard(severity)).toBe('rather grave');
  expect(hasPart(severity, 'badge')).toBe(false);
});
