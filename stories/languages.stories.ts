/** One card per language, and every element in a pseudo-locale. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { feed, find, inArticle, shown } from './helpers.js';
import { languages } from './languages.js';
import { fixed, readableSource } from './manifest.js';
import { pseudoMessages } from './pseudo.js';

type Language = (typeof languages)[number]['value'];

interface Args {
  lang: Language;
}

const meta: Meta<Args> = {
  title: 'Elements/Languages',
  decorators: [inArticle],
  parameters: {
    docs: {
      source: readableSource,
      description: {
        component: `\`\`\`html
<html lang="de">…</html>
<!-- or one element in another language than its page -->
<provision-card lang="ar" src="https://clausewatch.example/feeds/r/CW-0012.json"></provision-card>
\`\`\`

\`\`\`js
// Words of your own instead of ours, some or all:
document.querySelector('provision-card').messages = { card: { why: 'So what?' } };
\`\`\`

The nearest \`lang\` decides which language an element speaks; where there is none of it, English. What the feed says stays in the
feed's own language. In \`Pseudo\`, below, what stands outside of brackets is the feed's.`,
      },
    },
  },
  argTypes: { lang: { control: 'select', options: languages.map(({ value }) => value) } },
  args: { lang: 'en' },
  render: ({ lang }) =>
    html`<provision-card lang=${lang} src=${feed()} record=${lang === 'ar' ? 'CW-0012' : 'CW-0007'}></provision-card>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Creates the story of a language, which waits for its messages. */
const inLanguage = (lang: Language): Story => ({
  name: languages.find(({ value }) => value === lang)?.title ?? lang,
  args: { lang },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'provision-card');
    await waitFor(
      async () => {
        await expect(shown(card).getByRole('article')).toHaveAttribute('lang', lang);
      },
      { timeout: 20_000 },
    );
  },
});

export const Arabic = inLanguage('ar');
export const German = inLanguage('de');
export const English = inLanguage('en');
export const Spanish = inLanguage('es');
export const French = inLanguage('fr');
export const Hebrew = inLanguage('he');
export const Hindi = inLanguage('hi');
export const Italian = inLanguage('it');
export const Japanese = inLanguage('ja');
export const Korean = inLanguage('ko');
export const Dutch = inLanguage('nl');
export const Polish = inLanguage('pl');
export const Portuguese = inLanguage('pt-BR');
export const Turkish = inLanguage('tr');
export const Ukrainian = inLanguage('uk');
export const Chinese = inLanguage('zh-Hans');

/** Every element in the pseudo-locale: text outside brackets is from the feed, or is a message missing from the locale. */
export const Pseudo: Story = {
  parameters: fixed,
  render: () => html`
    <provision-card layout="full" src=${feed()} record="CW-0007" .messages=${pseudoMessages}></provision-card>
    <provision-clause src=${feed()} record="CW-0007" .messages=${pseudoMessages}></provision-clause>
    <p>
      Rated
      <provision-severity src=${feed()} record="CW-0007" .messages=${pseudoMessages}></provision-severity>.
    </p>
    <provision-comparison src=${feed()} record="CW-0007" .messages=${pseudoMessages}></provision-comparison>
    <provision-changes src=${feed()} record="CW-0007" .messages=${pseudoMessages}></provision-changes>
  `,
};
