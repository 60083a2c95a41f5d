import { attributes, markup } from '../html/markup.js';
import { enEmbed } from '../i18n/locales/en-embed.js';
import type { PublishedWords } from '../i18n/published.js';
import type { Feed, Provision } from '../feed/types.js';
import { excerptOf } from '../provision/excerpt.js';
import { provisionTitle } from '../provision/display-names.js';
import { shownRating } from '../provision/rating.js';
import { severityLevel } from '../provision/severity.js';
import { directionOf } from './direction.js';
import { levelLooks } from './looks.js';
import { shapePaths } from './shape.js';

const height = 24;
const padding = 8;
const shape = 11;
const fontSize = 13;
const maxLabelLength = 40;

/**
 * Renders the severity of a record as an SVG file: shape, colour, word, and a `<title>` for screen readers. It has one set of colours for
 * light and dark pages, because an image cannot detect the page's colour scheme. It uses no script, style sheet, external resource or
 * `<foreignObject>`, because mail programs remove them.
 *
 * @param words messages for the title (`publishedWords`); default: English
 * @returns undefined when the record has no severity
 */
export function badgeSvg(
  provision: Provision,
  feed: Feed | undefined,
  words: Pick<PublishedWords, 'embed'> = { embed: enEmbed },
): string | undefined {
  const rating = shownRating(provision._provision.severity, 'severity', feed);
  if (!rating) return undefined;
  const level = severityLevel(rating.level);
  const { colour, tint, on } = levelLooks[level];
  const { excerpt, truncated } = excerptOf(rating.label.replace(/\s+/g, ' ').trim(), maxLabelLength);
  const word = truncated ? `${excerpt.trimEnd()}…` : excerpt;
  const wordWidth = estimatedWidth(word);
  const width = Math.ceil(padding + shape + 5 + wordWidth + padding);
  const language = provision.language ?? feed?.language;
  const title = provisionTitle(provision);
  const rated = words.embed.rated(rating.label);
  const box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 2, fill: tint, stroke: colour[0] };
  return markup`<svg${attributes({ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'xml:lang': language })}>
<title>${title === undefined ? rated : `${rated} – ${title}`}</title>
<rect${attributes(box)} />
<g${attributes({ transform: `translate(${padding} ${(height - shape) / 2}) scale(${shape / 12})` })}>${shapePaths(level, colour[0])}</g>
<text${attributes({
    x: padding + shape + 5 + wordWidth / 2,
    y: 16.5,
    fill: on,
    'font-family': 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif',
    'font-size': fontSize,
    'font-weight': 700,
    'text-anchor': 'middle',
    direction: directionOf(language),
  })}>${word}</text>
</svg>
`.html;
}

/** Estimates the width of a bold sans-serif word in pixels. It rounds up, because fonts differ and text cannot be measured here. */
function estimatedWidth(word: string): number {
  let ems = 0;
  for (const character of word) {
    ems += /\p{M}|\p{DI}/u.test(character)
      ? 0
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
            character,
          )
        ? 1.05
        : /[\p{Lu}mwMW@%&…—]/u.test(character)
          ? 0.78
          : /[iljtfrI.,:;'|! ()[\]-]/.test(character)
            ? 0.37
            : 0.62;
  }
  return Math.ceil(ems * fontSize);
}
