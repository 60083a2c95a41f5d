/** Sections that are one text of the record. */
import { paragraph, section } from '../parts.js';
import type { Section } from './section.js';

export const summary: Section = ({ provision }) => paragraph(provision.content_text, 'summary');

export const why: Section = (view) =>
  section(view, 'why', view.words.why, paragraph(view.provision._provision.why_it_matters));

export const impact: Section = (view) =>
  section(view, 'impact', view.words.impact, paragraph(view.provision._provision.consumer_impact));
