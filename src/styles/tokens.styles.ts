import { css } from 'lit';

/**
 * The public tokens and their defaults. The elements read public tokens and never set them: `--_x` is private, `--provision-x`
 * belongs to the page. Level colours follow the page's `color-scheme`; text, border and muted text derive from the article's text
 * colour, so that a card without tokens is readable on white, cream, grey or black.
 *
 * Every `on` colour has a contrast of 7:1 on its `tint`, every level's colour 3:1 (a test computes both from the rendered styles).
 *
 * The text after `@cssprop`, here and in the other style sheets, is the documentation of a token in the manifest, in Storybook and in
 * editors; its default is read from the CSS. `LEVEL` is a placeholder for each level.
 *
 * @cssprop {<color>} --provision-accent - Underlines, a link that is pointed at, the line above an element, and the bar of one without a rating.
 * @cssprop {<color>} --provision-muted - Small print: who said it, when, how many.
 * @cssprop {<color>} --provision-border - Lines between rows and around buttons.
 * @cssprop {<color>} --provision-shade - The ground of the platform's own words.
 * @cssprop {<length>} --provision-radius - The corners of badges, buttons, grounds and panels.
 * @cssprop {<length>} --provision-space - The distance between sections; those between rows follow it.
 * @cssprop {<length>} --provision-rule - The width of lines between rows, above and below an element.
 * @cssprop {<color>} --provision-LEVEL - The level's colour: shape, border, strip and bar. Its tint and the colour on it follow.
 * @cssprop {<color>} --provision-LEVEL-tint - The ground of the level's badge.
 * @cssprop {<color>} --provision-LEVEL-on - The word on that ground.
 */
export const tokens = css`
  .root {
    --_plain-text: initial;
    --_plain-line: initial;
    --_plain-shade: initial;
    --_plain-level: initial;
    --_plain-tint: initial;
    --_plain-on: initial;
    --_accent: var(--provision-accent, currentColor);
    --_level: var(--_accent);
    --_muted: var(--provision-muted, var(--_plain-text, color-mix(in srgb, currentColor 82%, transparent)));
    --_border: var(--provision-border, var(--_plain-line, color-mix(in srgb, currentColor 50%, transparent)));
    --_shade: var(--provision-shade, var(--_plain-shade, color-mix(in srgb, currentColor 6%, transparent)));
    --_radius: var(--provision-radius, 2px);
    --_space: var(--provision-space, 1em);
    --_rule: var(--provision-rule, 1px);
  }
  /*
   * Browsers without light-dark() (before Chrome 123, Firefox 120, Safari 17.5) or color-mix() drop a declaration with one. CSS cannot
   * detect the page's colour scheme there, so each level has one colour with 4:1 on white and on #111, and all others derive from the
   * text colour.
   */
  @supports not (color: light-dark(#000, #000)) {
    .root {
      --_plain-text: currentColor;
      --_plain-line: gray;
      --_plain-shade: #8881;
    }
    [class*='level-'] {
      --_plain-level: rgb(var(--_rgb));
      --_plain-tint: rgb(var(--_rgb) / 12%);
      --_plain-on: currentColor;
    }
  }
  /* A level's tint and the colour on it derive from its colour, so that a newsroom has to set only one. */
  [class*='level-'] {
    --_mixed-tint: var(--_plain-tint, color-mix(in oklab, var(--_level) 14%, light-dark(#fff, #111)));
    --_mixed-on: var(--_plain-on, color-mix(in oklab, var(--_level) 45%, light-dark(#000, #fff)));
  }
  .level-critical {
    --_rgb: 201 70 87;
    --_level: var(--provision-critical, var(--_plain-level, light-dark(#9b0025, #ff8095)));
    --_tint: var(--provision-critical-tint, var(--_mixed-tint));
    --_on: var(--provision-critical-on, var(--_mixed-on));
  }
  .level-high {
    --_rgb: 203 73 41;
    --_level: var(--provision-high, var(--_plain-level, light-dark(#b8300c, #ff8a66)));
    --_tint: var(--provision-high-tint, var(--_mixed-tint));
    --_on: var(--provision-high-on, var(--_mixed-on));
  }
  .level-medium-high {
    --_rgb: 181 92 22;
    --_level: var(--provision-medium-high, var(--_plain-level, light-dark(#a94f08, #f5a04a)));
    --_tint: var(--provision-medium-high-tint, var(--_mixed-tint));
    --_on: var(--provision-medium-high-on, var(--_mixed-on));
  }
  .level-medium {
    --_rgb: 154 108 15;
    --_level: var(--provision-medium, var(--_plain-level, light-dark(#8a5d00, #e3b341)));
    --_tint: var(--provision-medium-tint, var(--_mixed-tint));
    --_on: var(--provision-medium-on, var(--_mixed-on));
  }
  .level-low-medium {
    --_rgb: 114 121 14;
    --_level: var(--provision-low-medium, var(--_plain-level, light-dark(#666d00, #c2c94a)));
    --_tint: var(--provision-low-medium-tint, var(--_mixed-tint));
    --_on: var(--provision-low-medium-on, var(--_mixed-on));
  }
  .level-low {
    --_rgb: 55 131 68;
    --_level: var(--provision-low, var(--_plain-level, light-dark(#2a7538, #6fc37f)));
    --_tint: var(--provision-low-tint, var(--_mixed-tint));
    --_on: var(--provision-low-on, var(--_mixed-on));
  }
  .level-info {
    --_rgb: 59 119 186;
    --_level: var(--provision-info, var(--_plain-level, light-dark(#2563a8, #76b0ef)));
    --_tint: var(--provision-info-tint, var(--_mixed-tint));
    --_on: var(--provision-info-on, var(--_mixed-on));
  }
  .level-none {
    --_rgb: 109 117 127;
    --_level: var(--provision-none, var(--_plain-level, light-dark(#5f6670, #a3abb5)));
    --_tint: var(--provision-none-tint, var(--_mixed-tint));
    --_on: var(--provision-none-on, var(--_mixed-on));
  }
  .level-unknown {
    --_rgb: 109 117 127;
    --_level: var(--provision-unknown, var(--_plain-level, light-dark(#5f6670, #a3abb5)));
    --_tint: var(--provision-unknown-tint, var(--_mixed-tint));
    --_on: var(--provision-unknown-on, var(--_mixed-on));
  }
`;
