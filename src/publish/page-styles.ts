import { severityLevels } from '../provision/severity.js';
import { levelLooks } from './looks.js';

/** Colours of each level. On a dark background the tint is mixed, as in the elements. */
const levels = severityLevels
  .map((level) => {
    const {
      colour: [light, dark],
      tint,
      on,
    } = levelLooks[level];
    return `.level-${level}{--l:light-dark(${light},${dark});--t:light-dark(${tint},color-mix(in oklab,${dark} 14%,#111));--o:light-dark(${on},color-mix(in oklab,${dark} 45%,#fff))}`;
  })
  .join('\n');

/** The page's own colours, light and dark, each with the token that a publisher can set instead. */
const colours = {
  ink: ['text', '#1a1a1a', '#e9e7e3'],
  paper: ['surface', '#fff', '#16181a'],
  muted: ['muted', '#555', '#b4b1ab'],
  line: ['border', '#cfccc6', '#44474a'],
  shade: ['shade', '#f4f2ee', '#212426'],
  accent: ['accent', '#0b4f8a', '#8cc4ee'],
} as const;

const declarations = (value: (light: string, dark: string) => string) =>
  Object.entries(colours)
    .map(([name, [token, light, dark]]) => `--${name}: var(--provision-${token}, ${value(light, dark)});`)
    .join(' ');

/**
 * Returns the dark colours of the page and the levels without `light-dark()` and `color-mix()`.
 *
 * @param root selector that the rules apply to
 */
const darkWithoutFunctions = (root: string) =>
  `${root}{${declarations((_, dark) => dark)}}` +
  severityLevels
    .map((level) => {
      const [, dark] = levelLooks[level].colour;
      return `${root} .level-${level}{--l:${dark};--t:${dark}24;--o:#fff}`;
    })
    .join('');

/**
 * Rules for browsers without `light-dark()`. They follow the reader's system, or the scheme in a frame's URL, because the whole page is
 * ours.
 */
const withoutFunctions = `@supports not (color: light-dark(#000, #000)) {
:root{${declarations((light) => light)}}
${severityLevels.map((level) => `.level-${level}{--l:${levelLooks[level].colour[0]};--t:${levelLooks[level].tint};--o:${levelLooks[level].on}}`).join('')}
${darkWithoutFunctions(':root[data-scheme=dark]')}
@media screen and (prefers-color-scheme: dark) { ${darkWithoutFunctions(':root:not([data-scheme])')} }
}`;

/**
 * The style sheet of published pages. It is inlined, so that a saved or archived page is complete and a frame needs one request. Colours
 * follow the reader's light or dark scheme (in a frame, the article's); text sizes follow the reader's settings. The publisher's
 * `stylesheet` comes after it, and can set the elements' tokens here too, such as `--provision-font` and `--provision-accent`.
 */
export const pageStyles = `
:root {
  color-scheme: light dark;
  ${declarations((light, dark) => `light-dark(${light}, ${dark})`)}
  --sans: var(--provision-label-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
  --serif: var(--provision-font, Charter, 'Bitstream Charter', 'Source Serif 4', Georgia, 'Noto Naskh Arabic', 'Noto Serif', serif);
  -webkit-text-size-adjust: none;
  text-size-adjust: none;
}
*, ::before, ::after { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere }
provision-card { display: block }
a { color: inherit; text-decoration-thickness: .06em; text-underline-offset: .18em }
a:hover { color: var(--accent); text-decoration-thickness: .12em }
:focus-visible { outline: 2px solid; outline-offset: 2px }
p, dl, dd, ul, blockquote { margin: 0; padding: 0 }
ul { list-style: none }
h1, h2, h3, h4 { margin: 0; line-height: 1.25 }
.site, main, .colophon { width: min(46rem, 100% - 2.5rem); margin-inline: auto }
.site { padding-block: 1rem .7rem; font: 700 1rem/1.4 var(--sans) }
.site h1, .site p { font: inherit }
.site a { text-decoration: none }
.site a:hover { text-decoration: underline }
main { border-top: 3px solid; padding-block: 1.6rem 2.5rem }
.colophon { border-top: 1px solid var(--line); padding-block: .9rem 2.5rem; color: var(--muted); font: .875rem/1.5 var(--sans) }
.kicker, .byline, .facts, .ratings dt, .meaning, .fact-list dt, .caveat, footer, .claims, .prevalence, .change-head, .side, .badge, .chips, .distribution, .row-head, .record h2, .record h3, .record h4, .label { font-family: var(--sans) }
.kicker { color: var(--muted); font-size: .875rem; line-height: 1.4; margin-bottom: .35rem }
.title { font-size: clamp(1.6rem, 1.25rem + 1.7vw, 2.25rem); font-weight: 700; line-height: 1.18; letter-spacing: -.01em; text-wrap: balance }
.byline { margin-top: .5rem; color: var(--muted); font-size: .9375rem; line-height: 1.4 }
.ratings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: .8rem 1.5rem; margin-top: 1.2rem; padding-block: .8rem; border-block: 1px solid var(--line); font-size: .9375rem; line-height: 1.45 }
.ratings dt { color: var(--muted); font-size: .8125rem }
.ratings dd { font-weight: 700; font-family: var(--sans) }
.meaning { display: block; margin-top: .25rem; font-size: .875rem; font-weight: 400; color: var(--muted) }
.badge { display: inline-block; max-width: 100%; padding: .05em .5em .08em; border: 1px solid var(--l); border-radius: 2px; background: var(--t); color: var(--o); font-size: .875rem; font-weight: 700; line-height: 1.4 }
.shape { display: inline-block; width: .8em; height: .8em; margin-inline-end: .4em; overflow: visible; color: var(--l); vertical-align: -.04em }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.status { margin-top: 1.1rem; padding-inline-start: .8rem; border-inline-start: 3px solid }
.summary { margin-top: 1.2rem; font-size: 1.1875rem; line-height: 1.5 }
section { margin-top: 1.8rem }
.record h2 { margin-bottom: .35rem; font-size: 1.0625rem }
.record h3, .record h4 { margin: 1rem 0 .2rem; font-size: .9375rem }
section p:not([class]) { white-space: pre-line }
section p + p { margin-top: .5rem }
.platform, .side + blockquote { padding: 1rem 1.15rem; border-radius: 2px; background: var(--shade) }
.platform blockquote { font-size: 1.0625rem }
blockquote { overflow: clip }
blockquote p { white-space: pre-line }
blockquote p::before { content: open-quote / '' }
blockquote p::after { content: close-quote / '' }
.platform .facts { margin-top: .7rem }
cite { font-style: normal }
.facts { color: var(--muted); font-size: .875rem; line-height: 1.5 }
.caveat, .claims, .prevalence { margin-top: .5rem; color: var(--muted); font-size: .875rem; line-height: 1.5 }
.prevalence { margin-top: 0 }
.prevalence b { color: var(--ink) }
.distribution { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; margin-top: .6rem; font-size: .9375rem }
.rows { margin-top: .7rem }
.rows > li { padding-block: .8rem; border-top: 1px solid var(--line) }
.rows > li:last-child { border-bottom: 1px solid var(--line) }
.row-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .2rem 1rem; font-size: .9375rem; line-height: 1.4 }
.rows blockquote { margin-top: .3rem; font-size: .9375rem; line-height: 1.5 }
.rows .facts, .rows + .facts { margin-top: .35rem }
.change + .change { margin-top: 1.4rem; padding-top: 1.2rem; border-top: 1px solid var(--line) }
.change-head { color: var(--muted); font-size: .875rem }
.change-head b { color: var(--ink) }
.side { margin: .8rem 0 .3rem; color: var(--muted); font-size: .8125rem; font-weight: 700 }
.side + blockquote { font-size: .9375rem; line-height: 1.5 }
.entries > li + li { margin-top: .8rem }
.entries p { margin-top: .15rem }
.fact-list + .fact-list { margin-top: 1rem; padding-top: .8rem; border-top: 1px solid var(--line) }
.fact-list > div { display: grid; grid-template-columns: minmax(10rem, 1fr) 2.6fr; column-gap: 1.2rem; padding-block: .2rem }
.fact-list dt { color: var(--muted); font-size: .875rem; line-height: 1.75 }
.fact-list dd { grid-column: 2; font-size: .9375rem; line-height: 1.6; min-width: 0 }
code { font-family: ui-monospace, 'Liberation Mono', monospace; font-size: .8125rem }
.citation-text { white-space: pre-line; font-size: .9375rem; line-height: 1.55 }
.chips { display: flex; flex-wrap: wrap; gap: .4rem }
.chips li { padding: .05rem .6rem; border: 1px solid var(--line); border-radius: 2px; font-size: .875rem }
article > footer { margin-top: 1.8rem; padding-top: .9rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .875rem; line-height: 1.5 }
article > footer .facts { margin-top: .35rem }
${levels}
${withoutFunctions}
:root[data-scheme=light] { color-scheme: light }
:root[data-scheme=dark] { color-scheme: dark }
.bar { width: 3.2rem; height: 5px; margin-bottom: .8rem; background: var(--l, currentColor) }
.frame { font-size: 1rem }
.frame main { width: auto; max-width: 42rem; margin: 0; padding: 0; border: 0 }
.frame .title { font-size: 1.3125rem; letter-spacing: 0 }
.frame .record { border-block: 1px solid; border-bottom-color: var(--line); padding-bottom: .8rem }
.frame .ratings { display: flex; flex-wrap: wrap; gap: .35rem 1.4rem; margin-top: .7rem; padding: 0; border: 0 }
.frame .ratings > div { display: flex; align-items: baseline; gap: .45rem }
.frame .ratings dd { font-weight: 700 }
.frame .meaning { display: none }
.frame .summary { margin-top: .8rem; font-size: 1.0625rem }
.frame section { margin-top: 1.1rem }
.frame article > footer { margin-top: 1.1rem; padding: 0; border: 0 }
@media (max-width: 34em) {
  body { font-size: 1rem }
  .fact-list > div { display: block; padding-block: .3rem }
  .fact-list dt { line-height: 1.3 }
  .platform, .side + blockquote { padding: .85rem .95rem }
}
@media (forced-colors: active) {
  .badge { border-color: CanvasText }
  .shape { color: CanvasText }
  .bar { background: CanvasText }
}
@media print {
  :root { color-scheme: light; font-size: 13px }
  @page { margin: 18mm }
  body { font-size: 1rem; line-height: 1.45; background: none }
  .site, main, .colophon { width: auto }
  main { padding-block: 4mm 0 }
  section { margin-top: 5mm }
  .platform, .side + blockquote { border: 1px solid; background: none; break-inside: avoid }
  .rows > li, .entries > li, .fact-list > div, .change, .ratings { break-inside: avoid }
  .record h2, .record h3, .side { break-after: avoid }
  .bar { height: 0; border-top: 5px solid }
  .row-head a::after, .entries a::after, .regulations a::after, article > footer a::after { content: ' <' attr(href) '>'; font-weight: 400; font-size: .8em; overflow-wrap: anywhere }
}
`;

/** Removes optional white space from a style sheet. */
export function compact(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim();
}
