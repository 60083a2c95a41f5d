/**
 * Renders the page of a record as plain HTML in the light DOM. It does not use Declarative Shadow DOM with the elements' templates, for
 * three reasons: reader modes, feed readers, archives and some search engines ignore shadow roots; Lit would render a second copy unless
 * the script could hydrate, which costs every reader 1.8 kB and exceeds the budget; the templates depend on browser
 * APIs (events, an asynchronous feed) that a server lacks.
 *
 * The page is therefore the fallback of `<provision-card>`. With the option `script` it is wrapped in that element, and the card replaces
 * it after the record has loaded, with the same heading order. Only the colophon follows the card.
 */
import { attributes, Markup, markup } from '../html/markup.js';
import { analystNames, documentName, provisionTitle } from '../provision/display-names.js';
import { excerptOf } from '../provision/excerpt.js';
import { severityLevel } from '../provision/severity.js';
import { article, recordFooter } from './article.js';
import { directionOf } from './direction.js';
import { htmlDocument, metas } from './document.js';
import { inlineJson, policy } from '../html/inline.js';
import { quotationJsonLd } from './json-ld.js';
import { facts, link, ours } from './fragments.js';
import { recordHeader } from './record-header.js';
import type { PublishedRecord } from './record-view.js';
import { allSections, articleSections } from './sections/index.js';
import type { Site } from './publish-options.js';

/** Characters of the description that other sites show. */
const descriptionLength = 300;

function titleOf(view: PublishedRecord): string {
  return provisionTitle(view.provision) ?? view.words.untitled;
}

function siteName({ feed, provision }: PublishedRecord): string | undefined {
  return feed.title ?? analystNames(provision, feed)[0];
}

/** Writes the links to the canonical URL, the oEmbed data and the record's feed. */
function alternates(view: PublishedRecord): Markup {
  const { addresses, provision } = view;
  const title = titleOf(view);
  const withdrawn = provision._provision.status === 'withdrawn';
  return markup`<link${attributes({ rel: 'canonical', href: view.permalink })} />
${withdrawn ? undefined : markup`<link${attributes({ rel: 'alternate', type: 'application/json+oembed', href: addresses.oembed, title })} />\n`}<link${attributes({ rel: 'alternate', type: 'application/feed+json', href: addresses.record, title })} />
`;
}

function recordClass({ provision }: PublishedRecord): string {
  const { severity } = provision._provision;
  return severity ? `record level-${severityLevel(severity.level)}` : 'record';
}

/** Renders the page of a record, `r/NAME/index.html`. */
export function recordPage(view: PublishedRecord, site: Site): string {
  const { provision, feed, addresses, permalink, words, page, language } = view;
  const title = titleOf(view);
  const name = siteName(view);
  const description = provision.content_text && excerptOf(provision.content_text, descriptionLength);
  const summary = description && description.excerpt + (description.truncated ? '…' : '');
  const content = article(
    view,
    allSections,
    recordFooter(view, [link(permalink, ours(view, words.fullRecord), 'bookmark')]),
    recordHeader(view),
    recordClass(view),
    directionOf(language),
  );
  const home = feed.home_page_url;
  const named = name === undefined ? undefined : (link(home, name) ?? name);
  // The card's heading level is at least 2, so the site's name takes level 1.
  const tag = new Markup(site.script === undefined ? 'p' : 'h1');
  const scriptFolder = site.script?.replace(/[^/]*$/, '');
  return htmlDocument({
    language: words.locale,
    title: name === undefined ? title : `${title} – ${name}`,
    policy: policy({
      'default-src': "'none'",
      'style-src': [site.styles.source, site.stylesheet].filter((source) => source).join(' '),
      'font-src': site.stylesheet && new URL(site.stylesheet).origin,
      'img-src': 'data:',
      'script-src': scriptFolder,
      // Allows the record's feed, and the snapshot that a reader asks the card to check.
      'connect-src': scriptFolder && 'https: http:',
      'require-trusted-types-for': scriptFolder && "'script'",
      'trusted-types': scriptFolder && 'lit-html',
      'base-uri': "'none'",
      'form-action': "'none'",
    }),
    head: markup`${metas([
      ['description', summary],
      ['og:type', 'article'],
      ['og:title', title],
      ['og:description', summary],
      ['og:url', permalink],
      ['og:site_name', name],
      ['article:published_time', provision.date_published],
      ['article:modified_time', provision.date_modified],
      ['twitter:card', 'summary'],
    ])}${alternates(view)}<script type="application/ld+json">${inlineJson(quotationJsonLd(view))}</script>
<style>${site.styles.content}</style>
${site.stylesheet && markup`<link${attributes({ rel: 'stylesheet', href: site.stylesheet })} />\n`}${
      site.script &&
      markup`<script${attributes({ async: '', src: site.script, integrity: site.integrity, crossorigin: 'anonymous' })}></script>\n`
    }`,
    body: markup`${named && markup`<header class="site"><${tag}>${named}</${tag}></header>\n`}<main>
${
  site.script === undefined
    ? content
    : markup`<provision-card${attributes({ src: addresses.record, record: provision.id, layout: 'full', 'heading-level': 2 })}>\n${content}</provision-card>\n`
}</main>
<footer class="colophon">${facts([link(addresses.record, page.machineReadable, 'alternate')], 'label')}</footer>
`,
  });
}

/** Renders the page for iframes, `e/NAME/index.html`: the sections of the card's article layout. The article needs no script. */
export function framePage(view: PublishedRecord, site: Site): string {
  const { permalink, words, page, language } = view;
  const title = titleOf(view);
  const name = siteName(view);
  const content = article(
    view,
    articleSections,
    recordFooter(view, [link(permalink, ours(view, page.wholeRecord))]),
    markup`<div class="bar"></div>\n${recordHeader(view)}`,
    recordClass(view),
    directionOf(language),
  );
  return htmlDocument({
    language: words.locale,
    title: [title, documentName(view.provision), name]
      .filter((part, index, all) => part !== undefined && all.indexOf(part) === index)
      .join(' – '),
    policy: policy({
      'default-src': "'none'",
      'style-src': [site.styles.source, site.stylesheet].filter((source) => source).join(' '),
      'font-src': site.stylesheet && new URL(site.stylesheet).origin,
      'script-src': site.frameScript.source,
      'img-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
    }),
    head: markup`<meta name="robots" content="noindex" />
<base target="_blank" />
${alternates(view)}<style>${site.styles.content}</style>
${site.stylesheet && markup`<link${attributes({ rel: 'stylesheet', href: site.stylesheet })} />\n`}`,
    bodyClass: 'frame',
    body: markup`<main>\n${content}</main>\n<script>${site.frameScript.content}</script>\n`,
  });
}
