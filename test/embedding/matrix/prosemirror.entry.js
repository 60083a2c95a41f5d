/** Parses pasted HTML and writes it again, as a page with ProseMirror's basic schema does. */
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';

const parser = DOMParser.fromSchema(schema);
const serializer = DOMSerializer.fromSchema(schema);

/** @param {string} html */
window.throughProseMirror = (html) => {
  const pasted = new window.DOMParser().parseFromString(html, 'text/html');
  const written = document.createElement('div');
  written.append(serializer.serializeFragment(parser.parse(pasted.body).content));
  return written.innerHTML;
};
