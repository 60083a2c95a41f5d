/** Advice per CMS for the command line and the embed builder: which form of an embed the CMS keeps, why, and how to paste it. */
import type { EmbedForm } from './embed.js';

export const cmsNames = [
  'html',
  'wordpress',
  'ghost',
  'drupal',
  'arc',
  'substack',
  'react',
  'markdown',
  'email',
  'message',
  'frame',
] as const;
export type CmsName = (typeof cmsNames)[number];

export interface CmsAdvice {
  readonly label: string;
  /** The form that this CMS keeps. */
  readonly form: EmbedForm;
  /** Other forms that work there too. */
  readonly also: readonly EmbedForm[];
  /** Whether the script tag is part of the snippet, goes once into the site's template, or is not needed. */
  readonly script: 'snippet' | 'template' | 'none';
  /** Reason for this form, in one sentence. */
  readonly why: string;
  /** Steps to paste it. */
  readonly steps: readonly string[];
}

const once = 'Once for the whole site: have the script tag put into the site’s template.';

/** Advice for each CMS. Longer recipes are in `demo/cms`. */
export const cmsAdvice: Readonly<Record<CmsName, CmsAdvice>> = {
  html: {
    label: 'Plain HTML or a static site',
    form: 'element',
    also: ['quotation', 'iframe', 'link'],
    script: 'snippet',
    why: 'Nothing filters your HTML, so the element itself can stand in it, with the quotation inside for readers without JavaScript.',
    steps: [
      'Copy the code.',
      'Paste it where the card is to stand, between two paragraphs.',
      'A second card on the same page can do without the script tag.',
    ],
  },
  wordpress: {
    label: 'WordPress',
    form: 'quotation',
    also: ['element', 'iframe', 'link'],
    script: 'template',
    why: 'A quotation with its attributes passes WordPress’ filter for every role; script tags and unknown elements pass for editors and administrators only.',
    steps: [
      once,
      'In the block editor, add a “Custom HTML” block.',
      'Paste the code into it. Keep the block as HTML: turned into a “Quote” block it loses its attributes.',
    ],
  },
  ghost: {
    label: 'Ghost',
    form: 'quotation',
    also: ['element', 'link'],
    script: 'template',
    why: 'An HTML card leaves all of it on the site, and the newsletter and the RSS feed keep the quotation and its link.',
    steps: [
      'Once for the whole site: put the script tag into Settings → Code injection → Site header.',
      'In the editor type /html and choose “HTML”.',
      'Paste the code into the card.',
    ],
  },
  drupal: {
    label: 'Drupal',
    form: 'quotation',
    also: ['element', 'iframe'],
    script: 'template',
    why: 'Every text format allows a quotation; its attributes survive once they are on the format’s list of allowed HTML tags.',
    steps: [
      'Once for the whole site: put the script into the theme, and allow <blockquote cite class lang dir data-*> in the text format.',
      'Switch the editor to “Source”.',
      'Paste the code where the card is to stand.',
    ],
  },
  arc: {
    label: 'Arc XP',
    form: 'element',
    also: ['quotation', 'iframe'],
    script: 'template',
    why: 'Composer saves a raw HTML element as it is, so nothing is taken out of this one.',
    steps: [
      'Once for the whole site: have the script tag put into the output type.',
      'In Composer, add an “HTML” element to the story.',
      'Paste the code. For apps and syndication, put the clause into a “Quote” element as well.',
    ],
  },
  substack: {
    label: 'Substack',
    form: 'text',
    also: ['link'],
    script: 'none',
    why: 'Substack takes no HTML, no script and no frame: the words and the link are what survives.',
    steps: [
      'Copy the words and paste them into the post.',
      'Select the clause and make it a “Block quote”.',
      'If you like, paste the link once more on a line of its own, for a preview of the record’s page.',
    ],
  },
  react: {
    label: 'React, Next.js',
    form: 'react',
    also: ['iframe'],
    script: 'none',
    why: 'A component of your own: the element comes from npm with your bundle, and React never meets markup that is not its own.',
    steps: [
      'Run npm install provision-embed.',
      'Save the code as a file of its own, with the ending .jsx or .tsx.',
      'Import the component where the card is to stand.',
    ],
  },
  markdown: {
    label: 'Markdown (GitHub, Hugo, Jekyll)',
    form: 'markdown',
    also: ['text', 'link'],
    script: 'none',
    why: 'Nothing in it is HTML, so every Markdown renderer shows all of it.',
    steps: ['Copy the text.', 'Paste it between two empty lines.'],
  },
  email: {
    label: 'E-mail or newsletter',
    form: 'email',
    also: ['text', 'link'],
    script: 'none',
    why: 'Mail programs run no script and drop style sheets: this form is a quotation with its styles in place, and needs neither.',
    steps: [
      'In the newsletter’s editor, add an HTML block, or switch the message to its HTML source.',
      'Paste the code.',
      'Send yourself a test.',
    ],
  },
  message: {
    label: 'A message or plain text',
    form: 'text',
    also: ['link'],
    script: 'none',
    why: 'Words and the link alone, for chats, text-only mail and social media.',
    steps: ['Copy the words.', 'Paste them into the message.'],
  },
  frame: {
    label: 'A site that allows no script',
    form: 'iframe',
    also: ['link'],
    script: 'none',
    why: 'The publisher’s own page of the record in a sandboxed frame: complete without a script in your article.',
    steps: [
      'Have frames from the publisher’s site allowed, where your CMS has a list of them.',
      'Paste the code into a block of HTML.',
      'Where frames are taken out, the words below it and the link stay.',
    ],
  },
};
