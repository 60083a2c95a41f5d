/** Sections that are one text of the record. */
import { paragraph, section } from '../fragments.js';
import type { SectionRenderer } from './section.js';

export const summary: SectionRenderer = ({ provision }) => paragraph(provision.content_text, 'summary');

export const why: SectionRenderer = (view) =>
  section(view, 'why', view.words.why, paragraph(view.provision._provision.why_it_matters));

export const impact: SectionRenderer = (view) =>
  section(view, 'impact', view.words.impact, paragraph(view.provision._provision.consumer_impact));
