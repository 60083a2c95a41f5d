import { describe, expect, it } from 'vitest';
import { htmlText } from '../../src/provision/html-text.js';

describe('htmlText', () => {
  it.each<[string, string, string]>([
    ['text without a tag', 'a', 'a'],
    ['nothing', '', ''],
    ['a tag at the start', '<p>a', ' a'],
    ['a tag at the end', 'a<br>', 'a '],
    ['an inline tag', 'a<b>b</b>c', 'abc'],
    ['a tag whose name starts like an inline tag', 'a<bx>b', 'a b'],
    ['a comment', 'a<!-- > -->b', 'ab'],
    ['an empty comment', 'a<!---->b', 'ab'],
    ['a comment that closes immediately', 'a<!-->b', 'ab'],
    ['a comment after another', 'a<!--x--><!--y-->b', 'ab'],
    ['a doctype', '<!doctype html>a', ' a'],
    ['a processing instruction', '<?xml version="1.0"?>a', ' a'],
    ['"<" before a number', 'a <1> b', 'a <1> b'],
    ['"<" before a later mark', 'a <1! b> c', 'a <1! b> c'],
    ['"<" at the end', 'a <', 'a <'],
    ['">" in a value', '<p title="a>b">c', ' c'],
    ['">" after a quotation mark outside of a value', "<p it's>c", ' c'],
    ['a script', 'a<script>b</script>c', 'a c'],
    ['a script in capitals', 'a<SCRIPT>b</script >c', 'a c'],
    ['a style with a similar end tag inside', 'a<style>b</styles>c</style>d', 'a d'],
    ['a template', 'a<template><p>b</p></template>c', 'a c'],
    ['an element whose name ends like a script’s', 'a<noscript>b</noscript>c', 'a b c'],
    ['an element whose name starts like a style’s', 'a<stylex>b</stylex>c', 'a b c'],
    ['a comment that is never closed', 'a<!-- b', 'a'],
    ['a tag that is never closed', 'a<p title=b', 'a'],
    ['a value that is never closed', 'a<p title="b>c', 'a'],
    ['a script that is never closed', 'a<script>b', 'a'],
    ['a script whose end tag is never closed', 'a<script>b</script c', 'a'],
    ['a script whose start tag is never closed', 'a<script b', 'a'],
  ])('returns the text of %s', (_name, html, text) => {
    expect(htmlText(html)).toBe(text);
  });
});

describe('decodeEntities', () => {
  it.each([
    ['&amp;lt;', '&lt;'],
    ['&eacute;', 'e\u0301'],
    ['&Ouml;', 'O\u0308'],
    ['&nbsp;', '\xa0'],
    ['&hellip;', '…'],
    ['&Tab;', '\t'],
    ['&nothing;', '&nothing;'],
    ['&#65;&#x42;&#X43;', 'ABC'],
    ['&#146;', '’'],
    ['&#128;&#159;', '€Ÿ'],
    ['&#160;', '\xa0'],
    ['&#127;', '\x7f'],
    ['&#x10ffff;', '\u{10ffff}'],
    ['&#x110000;', '&#x110000;'],
    ['&#9999999;', '&#9999999;'],
    ['&#xd7ff;', '\ud7ff'],
    ['&#xd800;', '&#xd800;'],
    ['&#xdfff;', '&#xdfff;'],
    ['&#xe000;', '\ue000'],
    ['&amp', '&amp'],
  ])('decodes %s', (entity, text) => {
    expect(htmlText(`<p>${entity}`)).toBe(` ${text}`);
    expect(htmlText(entity)).toBe(text);
  });
});
