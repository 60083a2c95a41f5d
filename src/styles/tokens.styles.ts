import { css } from 'lit';

/**
 * The public tokens and their values. A public token is only ever read, never set: `--_x` is ours, `--provision-x` the
 * page's. Colours of levels follow the page's `color-scheme`; text, border and muted text follow the article's own text
 * colour, so that a card without any token sits on white, cream, grey or black.
 *
 * Every `on` colour has 7:1 on its `tint`, every level's colour 3:1 (a test computes both from what is rendered).
 *
 * What stands after `@cssprop` here and in the other style sheets is the documentation of a token, in the manifest, in Storybook
 * and in editors; its default is read from the CSS. `LEVEL` stands for each level.
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
    --_accent: var(--provision-accent, currentColor);
    --_level: var(--_accent);
    --_muted: var(--provision-muted, color-mix(in srgb, currentColor 82%, transparent));
    --_border: var(--provision-border, color-mix(in srgb, currentColor 50%, transparent));
    --_shade: var(--provision-shade, color-mix(in srgb, currentColor 6%, transparent));
    --_radius: var(--provision-radius, 2px);
    --_space: var(--provision-space, 1em);
    --_rule: var(--provision-rule, 1px);
  }
  /* A level's tint and the colour on it follow its colour, so that a newsroom sets one and gets three that fit. */
  [class*='level-'] {
    --_mixed-tint: color-mix(in oklab, var(--_level) 14%, light-dark(#fff, #111));
    --_mixed-on: color-mix(in oklab, var(--_level) 45%, light-dark(#000, #fff));
  }
  .level-critical {
    --_level: var(--provision-critical, light-dark(#9b0025, #ff8095));
    --_tint: var(--provision-critical-tint, var(--_mixed-tint));
    --_on: var(--provision-critical-on, var(--_mixed-on));
  }
  .level-high {
    --_level: var(--provision-high, light-dark(#b8300c, #ff8a66));
    --_tint: var(--provision-high-tint, var(--_mixed-tint));
    --_on: var(--provision-high-on, var(--_mixed-on));
  }
  .level-medium-high {
    --_level: var(--provision-medium-high, light-dark(#a94f08, #f5a04a));
    --_tint: var(--provision-medium-high-tint, var(--_mixed-tint));
    --_on: var(--provision-medium-high-on, var(--_mixed-on));
  }
  .level-medium {
    --_level: var(--provision-medium, light-dark(#8a5d00, #e3b341));
    --_tint: var(--provision-medium-tint, var(--_mixed-tint));
    --_on: var(--provision-medium-on, var(--_mixed-on));
  }
  .level-low-medium {
    --_level: var(--provision-low-medium, light-dark(#666d00, #c2c94a));
    --_tint: var(--provision-low-medium-tint, var(--_mixed-tint));
    --_on: var(--provision-low-medium-on, var(--_mixed-on));
  }
  .level-low {
    --_level: var(--provision-low, light-dark(#2a7538, #6fc37f));
    --_tint: var(--provision-low-tint, var(--_mixed-tint));
    --_on: var(--provision-low-on, var(--_mixed-on));
  }
  .level-info {
    --_level: var(--provision-info, light-dark(#2563a8, #76b0ef));
    --_tint: var(--provision-info-tint, var(--_mixed-tint));
    --_on: var(--provision-info-on, var(--_mixed-on));
  }
  .level-none {
    --_level: var(--provision-none, light-dark(#5f6670, #a3abb5));
    --_tint: var(--provision-none-tint, var(--_mixed-tint));
    --_on: var(--provision-none-on, var(--_mixed-on));
  }
  .level-unknown {
    --_level: var(--provision-unknown, light-dark(#5f6670, #a3abb5));
    --_tint: var(--provision-unknown-tint, var(--_mixed-tint));
    --_on: var(--provision-unknown-on, var(--_mixed-on));
  }
`;
