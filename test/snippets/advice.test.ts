import { describe, expect, it } from 'vitest';
import { order } from '../../src/elements/provision-card/full-record.js';
import {
  addressesOf,
  cmsAdvice,
  cmsNames,
  colourSchemeAttributes,
  colourSchemes,
  colourSchemeStyles,
  embed,
  embedForms,
  embedSections,
  EmbedError,
  publishedBase,
  templateScript,
} from '../../src/snippets/index.js';
import { sourceOf } from './support.js';

describe('cmsAdvice', () => {
  it.each(cmsNames)('names a form of %s, the reason, and two or three steps', async (name) => {
    const { form, also, script, why, steps } = cmsAdvice[name];
    const source = await sourceOf({ clauses: [{ text: 'The clause' }] });
    for (const one of [form, ...also]) expect(embedForms).toContain(one);
    expect(also).not.toContain(form);
    expect(await embed(form, source)).toContain(form === 'iframe' ? '<iframe' : 'The clause');
    // Only forms that contain or need the script have advice about it.
    expect(script !== 'none').toBe(['quotation', 'element'].includes(form));
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(steps.length).toBeGreaterThanOrEqual(2);
    expect(steps.length).toBeLessThanOrEqual(3);
  });
});

it('lists the sections of the complete record in order, and the promotions', () => {
  expect(embedSections).toEqual([...order, 'promotions']);
});

describe('templateScript', () => {
  it('equals the script tag of the snippet', async () => {
    const options = { script: 'https://cdn.example/p.js', integrity: 'sha384-abc' };
    expect(templateScript(options)).toBe(
      '<script async="" src="https://cdn.example/p.js" integrity="sha384-abc" crossorigin="anonymous"></script>',
    );
    expect(await embed('quotation', await sourceOf({}), options)).toContain(templateScript(options));
  });

  it('refuses an invalid URL', () => {
    expect(() => templateScript({ script: 'javascript:alert(1)' })).toThrow(EmbedError);
  });
});

it.each(colourSchemes)('sets the scheme %s by an attribute with one rule', async (scheme) => {
  const theme = colourSchemeAttributes(scheme);
  expect(colourSchemeAttributes(undefined)).toEqual({});
  const made = await embed('element', await sourceOf({}), { theme });
  const [attribute] = /\[[^\]]+\]/.exec(colourSchemeStyles(scheme))!;
  expect(made).toContain(` ${attribute.slice(1, -1)}`);
  expect(colourSchemeStyles(scheme)).toContain(`color-scheme: ${scheme};`);
});

describe('publishedBase', () => {
  const base = async (id: string, url: string | undefined) => {
    const { provision } = await sourceOf({}, { id, url }, { permalink: 'https://x.example/' });
    return publishedBase(provision);
  };

  it.each(['https://host.example', 'https://host.example/terms/', 'http://127.0.0.1:4173'])(
    'derives the base %s from the record’s URL',
    async (site) => {
      for (const id of ['CW-0001', 'a/b', 'Ünïcode']) {
        const { page } = await addressesOf(site, id);
        for (const url of [page, `${page}/`, `${page}?utm_source=x#y`]) {
          expect(await base(id, url)).toBe(site.replace(/\/?$/, '/'));
        }
      }
    },
  );

  it.each([undefined, 'https://host.example/', 'https://host.example/r/CW-0002', 'https://host.example/for/CW-0001'])(
    'returns undefined for %s',
    async (url) => {
      expect(await base('CW-0001', url)).toBeUndefined();
    },
  );
});
