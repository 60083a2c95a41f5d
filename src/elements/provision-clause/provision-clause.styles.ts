import { css } from 'lit';

/** Styles of `<provision-clause>`. */
export const clauseStyles = css`
  .section {
    margin-block-start: 0;
  }
  .title {
    margin-block-end: 0.4em;
  }
  blockquote p + p {
    margin-block-start: 0.5em;
  }
  .platform .facts {
    margin-block-start: 0.6em;
  }
  cite {
    font-style: normal;
  }
  .collapsed .fold:not(.open) {
    max-block-size: 3em;
    max-block-size: 2lh;
    -webkit-mask-image: linear-gradient(#000 1.5em, transparent);
    mask-image: linear-gradient(#000 1.5em, transparent);
  }
`;
