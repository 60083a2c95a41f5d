import { render } from 'svelte/server';
import Article from './Article.svelte';

/** The page as the server sends it. */
export const html = (wish) => render(Article, { props: { held: { wish } } }).body;
