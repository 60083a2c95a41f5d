// @ts-check
/**
 * Types of the elements in the templates of frameworks, `dist/types`, generated from the manifest. Each framework's file is to be imported
 * by whoever uses that framework: it adds to the framework's own types, which have to be there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOfManifest, isSwitch, typesOf, valuesOf } from './manifest.mjs';
import { root } from './run.mjs';

/** @import { Attribute } from 'custom-elements-manifest/schema.d.ts' */
/** @import { DescribedElement } from './manifest.mjs' */

const banner = '/* Generated from custom-elements.json. */';

/** What each framework calls an attribute, a property and an event of an element, and where it looks for its own types. */
const frameworks = {
  // Attributes of custom elements are set as properties, and functions of `on…` are listeners, since React 19.
  react: `import type { HTMLAttributes, RefAttributes } from 'react';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = HTMLAttributes<Kind['element']> &
  RefAttributes<Kind['element']> &
  Kind['attributes'] &
  Kind['properties'] & {
    [Name in keyof Kind['events'] & string as \`on\${Name}\`]?: ((event: Kind['events'][Name]) => void) | undefined;
  } & { class?: string | undefined };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`,
  // Writes every attribute as text, \`false\` too; listens to no event, and takes \`className\` for an attribute of that name.
  'react-18': `import type { HTMLAttributes, RefAttributes } from 'react';
import type { ProvisionElements } from './elements.js';

type Written<Attributes> = {
  [Name in keyof Attributes]: true extends Attributes[Name] ? '' | Exclude<Attributes[Name], boolean> : Attributes[Name];
};

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = Omit<
  HTMLAttributes<Kind['element']>,
  'className'
> & { class?: string | undefined } & RefAttributes<Kind['element']> &
  Written<Kind['attributes']>;

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`,
  preact: `import type { JSX, Ref } from 'preact';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = Omit<JSX.IntrinsicElements['section'], 'ref'> & {
  ref?: Ref<Kind['element']> | undefined;
} & Kind['attributes'] &
  Kind['properties'] & {
    [Name in keyof Kind['events'] & string as \`on\${Name}\`]?: ((event: Kind['events'][Name]) => void) | undefined;
  };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`,
  solid: `import type { JSX } from 'solid-js';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = JSX.HTMLAttributes<Kind['element']> &
  Kind['attributes'] & {
    [Name in keyof Kind['properties'] & string as \`prop:\${Name}\`]?: Kind['properties'][Name];
  } & {
    [Name in keyof Kind['events'] & string as \`on:\${Name}\`]?: ((event: Kind['events'][Name]) => void) | undefined;
  };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`,
  // Vue's tools know an attribute by its name in camel case.
  vue: `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ProvisionElements } from './elements.js';

type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Name;

type Component<Kind extends ProvisionElements[keyof ProvisionElements]> = new () => Kind['element'] & {
  /** @deprecated Not of the element: for Vue's templates. */
  $props: HTMLAttributes &
    PublicProps &
    Kind['properties'] & { [Name in keyof Kind['attributes'] & string as Camel<Name>]?: Kind['attributes'][Name] };
  /** @deprecated Not of the element: for Vue's templates. */
  $emit: EmitFn<{ [Name in keyof Kind['events']]: (event: Kind['events'][Name]) => void }>;
};

type Elements = { [Tag in keyof ProvisionElements]: Component<ProvisionElements[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
import type { ProvisionElements } from './elements.js';

type Props<Kind extends ProvisionElements[keyof ProvisionElements]> = HTMLAttributes<Kind['element']> &
  Kind['attributes'] &
  Kind['properties'] & {
    [Name in keyof Kind['events'] & string as \`on\${Name}\` | \`on:\${Name}\`]?:
      | ((event: Kind['events'][Name]) => void)
      | undefined;
  };

type Elements = { [Tag in keyof ProvisionElements]: Props<ProvisionElements[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
`,
};

export const frameworkNames = Object.keys(frameworks);

/** Writes `dist/types`. */
export function writeFrameworkTypes() {
  const folder = join(root, 'dist/types');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'elements.d.ts'), elementTypes(elementsOfManifest()));
  for (const [name, text] of Object.entries(frameworks)) {
    writeFileSync(join(folder, `${name}.d.ts`), `${banner}\n${text}`);
    // Whoever imports the types for their effect alone imports this.
    writeFileSync(join(folder, `${name}.js`), 'export {};\n');
  }
}

/** @param {readonly DescribedElement[]} elements */
function elementTypes(elements) {
  const events = new Set(elements.flatMap(({ declaration }) => (declaration.events ?? []).map(eventClass)));
  return `${banner}
${elements.map(({ name, module }) => `import type { ${name} } from '../${module}';`).join('\n')}
import type { ${[...events].sort().join(', ')} } from '../index.js';

${elements.map(interfacesOf).join('\n')}
/** What there is to know of each element, for the templates of frameworks. */
export interface ProvisionElements {
${elements
  .map(
    ({ tag, name }) =>
      `  '${tag}': { element: ${name}; attributes: ${name}Attributes; properties: ${name}Properties; events: ${name}Events };`,
  )
  .join('\n')}
}
`;
}

/** @param {DescribedElement} element */
function interfacesOf({ tag, name, declaration: { attributes = [], members = [], events = [] } }) {
  const properties = members.filter(
    (member) => member.kind === 'field' && !('attribute' in member) && !('readonly' in member),
  );
  return `/** Attributes of \`<${tag}>\`. */
export interface ${name}Attributes {
${attributes.map((one) => `${comment(one.description)}  '${one.name}'?: ${attributeType(one)} | undefined;`).join('\n')}
}

/** Properties of \`<${tag}>\` that no attribute has. */
export interface ${name}Properties {
${properties.map((one) => `${comment(one.description)}  ${one.name}?: ${name}['${one.name}'];`).join('\n')}
}

/** Events of \`<${tag}>\`. */
export interface ${name}Events {
${events.map((one) => `${comment(one.description)}  '${one.name}': ${eventClass(one)};`).join('\n')}
}
`;
}

/** @param {Attribute} attribute */
function attributeType(attribute) {
  if (isSwitch(attribute)) return "boolean | ''";
  const values = valuesOf(attribute);
  if (values.length === 0) return typesOf(attribute).join(' | ');
  return values.flatMap((value) => (/^\d+$/.test(value) ? [value, `'${value}'`] : [`'${value}'`])).join(' | ');
}

/** @param {{ type?: { text: string } }} event */
function eventClass({ type }) {
  if (!type) throw new Error('An event without its class');
  return type.text;
}

/** @param {string | undefined} text */
const comment = (text) => (text ? `  /** ${text.replace(/\s+/g, ' ')} */\n` : '');
