/** The script contains Lit as published: no plugin of the build edits a dependency. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { describe, expect, it } from 'vitest';
import config from '../../vite.config.js';

const dist = new URL('../../dist/', import.meta.url);
const script = readFileSync(new URL('provision-embed.js', dist), 'utf8');
const map = JSON.parse(readFileSync(new URL('provision-embed.js.map', dist), 'utf8')) as {
  sources: string[];
  sourcesContent: string[];
};

describe('Lit in the script', () => {
  it.each([
    '@lit/reactive-element/css-tag.js',
    '@lit/reactive-element/reactive-element.js',
    'lit-element/lit-element.js',
    'lit-html/lit-html.js',
  ])('is built from the published text of %s', (module) => {
    const index = map.sources.findIndex((source) => source.endsWith(`node_modules/${module}`));
    const published = readFileSync(new URL(`../../node_modules/${module}`, import.meta.url), 'utf8');
    expect(map.sourcesContent[index]).toBe(published);
  });

  // One member of each part of Lit: converters, reflection, controllers, the hooks around an update, directives, and hydration.
  it.each([
    'toAttribute',
    'fromAttribute',
    'requestUpdate',
    'addInitializer',
    'addController',
    'willUpdate',
    'firstUpdated',
    'getUpdateComplete',
    'setConnected',
    '_$litType$',
    'litHtmlVersions',
    'reactiveElementPolyfillSupport',
  ])('keeps %s', (member) => {
    expect(script).toContain(member);
  });

  it('prints no warning of the development build', () => {
    expect(script).not.toContain('Lit is in dev mode');
    expect(script).not.toContain('Multiple versions of Lit loaded');
  });
});

describe('the plugins of the build', () => {
  const plugins = (config.plugins ?? []) as Plugin[];
  const transforms = plugins.flatMap(({ name, transform }) => (transform ? [{ name, transform }] : []));

  it('are only ours, and one of them transforms source files', () => {
    expect(transforms.map(({ name }) => name)).toEqual(['minify-literals']);
  });

  it.each(transforms)('$name leaves dependencies alone', ({ transform }) => {
    const filter = typeof transform === 'function' ? undefined : transform.filter;
    const id = filter?.id as { include: RegExp; exclude: RegExp };
    expect(id.include.test('/project/src/elements/a.ts')).toBe(true);
    expect(id.include.test('/project/node_modules/lit-html/lit-html.js')).toBe(false);
    expect(id.exclude.test('/project/node_modules/some/src/a.ts')).toBe(true);
  });
});
