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

describe('the advice for a CMS', () => {
  it.each(cmsNames)('%s: names a form that there is, why, and how in two or three steps', async (name) => {
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

it('the sections are those of the full record, in its order, and the offers', () => {
  expect(embedSections).toEqual([...order, 'promotions']);
});

describe('the script tag for a template', () => {
  it('is the snippet’s own', async () => {
    const options = { script: 'https://cdn.example/p.js', integrity: 'sha384-abc' };
    expect(templateScript(options)).toBe(
      '<script async="" src="https://cdn.example/p.js" integrity="sha384-abc" crossorigin="anonymous"></script>',
    );
    expect(await embed('quotation', await sourceOf({}), options)).toContain(templateScript(options));
  });

  it('is refused where its address is none', () => {
    expect(() => templateScript({ script: 'javascript:alert(1)' })).toThrow(EmbedError);
  });
});

it.each(colourSchemes)('a %s embed asks for its colours by an attribute, which one rule fulfils', async (scheme) => {
  const theme = colourSchemeAttributes(scheme);
  expect(colourSchemeAttributes(undefined)).toEqual({});
  const made = await embed('element', await sourceOf({}), { theme });
  const [attribute] = /\[[^\]]+\]/.exec(colourSchemeStyles(scheme))!;
  expect(made).toContain(` ${attribute.slice(1, -1)}`);
  expect(colourSchemeStyles(scheme)).toContain(`color-scheme: ${scheme};`);
});

describe('where a record has been published', () => {
  const base = async (id: string, url: string | undefined) => {
    const { provision } = await sourceOf({}, { id, url }, { permalink: 'https://x.example/' });
    return publishedBase(provision);
  };

  it.each(['https://host.example', 'https://host.example/terms/', 'http://127.0.0.1:4173'])(
    'is told by its own address below %s',
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
    'is not told by %s',
    async (url) => {
      expect(await base('CW-0001', url)).toBeUndefined();
    },
  );
});
