import { css } from 'lit';

/**
 * Styles of word diffs, of the notice above a card, and of the history. Lazy, as are their templates.
 *
 * @cssprop {<color>} --provision-removed - Background of removed words, which are also struck through.
 * @cssprop {<color>} --provision-added - Background of added words, which are also underlined.
 * @usedby provision-card provision-changes
 */
export const changesStyles = css`
  .root {
    --_plain-removed: initial;
    --_plain-added: initial;
  }
  .notice {
    margin-block-start: 0.8em;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid;
  }
  .notice.quiet {
    border-inline-start-width: 1px;
    border-inline-start-color: var(--_border);
  }
  .notice > p + p,
  .notice > .difference {
    margin-block-start: 0.35em;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.2em;
  }
  .as-of {
    margin-block-start: 0.6em;
  }
  .difference,
  .shade {
    padding: 0.7em 0.9em;
    border-radius: var(--_radius);
    background: var(--_shade);
  }
  .closed {
    display: none;
  }
  .difference > p.words {
    white-space: pre-line;
  }
  /* A diff of two wordings quotes neither of them, so it has no quotation marks. */
  blockquote.difference > p.words::before,
  blockquote.difference > p.words::after {
    content: none;
  }
  del,
  ins {
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    padding-inline: 0.1em;
    border-radius: 2px;
    text-decoration-thickness: 0.1em;
  }
  del {
    background: var(
      --provision-removed,
      var(--_plain-removed, color-mix(in srgb, light-dark(#b3261e, #ff8a80) 14%, transparent))
    );
    text-decoration-line: line-through;
  }
  ins {
    background: var(
      --provision-added,
      var(--_plain-added, color-mix(in srgb, light-dark(#1a7f37, #56d364) 18%, transparent))
    );
    text-decoration-line: underline;
    text-underline-offset: 0.2em;
  }
  @supports not (color: light-dark(#000, #000)) {
    .root {
      --_plain-removed: #e6403626;
      --_plain-added: #2ea0432e;
    }
  }
  del.moved,
  ins.moved {
    text-decoration-style: dotted;
  }
  del.moved {
    text-decoration-line: underline;
  }
  .tag {
    display: inline-block;
    padding-inline-end: 0.3em;
    font-size: max(0.75em, 12px);
    font-style: italic;
    user-select: none;
    -webkit-user-select: none;
  }
  del .sr,
  ins .sr {
    user-select: none;
    -webkit-user-select: none;
  }
  .gap-button {
    padding: 0.1em 0.4em;
    min-block-size: 24px;
    border: 1px dotted;
    border-radius: var(--_radius);
    font-size: max(0.75em, 12px);
  }
  .history {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  .history > li {
    padding-block: 0.9em;
    border-block-start: var(--_rule) solid var(--_border);
  }
  .history > li:first-child {
    border-block-start: 0;
  }
  .history .when {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.7em;
  }
  .history .nature {
    color: var(--_muted);
    font-size: max(0.85em, 13px);
  }
  .history li > * + *,
  .history .folded > * + * {
    margin-block-start: 0.35em;
  }
  [data-changed] {
    outline: 2px dotted;
    outline-offset: 3px;
  }
  @media print {
    .closed {
      display: revert;
    }
    .gap-button {
      display: none;
    }
    .difference,
    .shade {
      border: 1px solid;
    }
  }
`;
