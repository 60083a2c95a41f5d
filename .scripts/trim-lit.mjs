// @ts-check
/**
 * Vite plugin that leaves out of the script tag's Lit what our elements never use: directives, reflected attributes, converters,
 * polyfills, style sheets for browsers without constructed ones, SVG fragments, and the hooks around an update. It is a third
 * of all the bytes that a reader loads. The npm package imports Lit as it is.
 *
 * Each cut names a piece of Lit's own files to the letter. One that is not found exactly once, in a file that is not byte by
 * byte the one that the cuts were made for, stops the build: after an update of Lit every cut has to be looked at again. So does
 * a source of ours that uses what is cut; who needs it takes the cut out.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';

/**
 * @typedef {object} Cut
 * @property {string} from  the piece, or its start where there is `upTo`
 * @property {string} [upTo]  the first thing after the piece, which stays
 * @property {string} [put]  what takes its place
 */
/** @typedef {{ sha256: string, cuts: Readonly<Record<string, readonly Cut[]>> }} Trimmed */

/** @type {Readonly<Record<string, Trimmed>>} */
const files = {
  '@lit/reactive-element/css-tag.js': {
    sha256: '902f8d23ab8fb24afe05596988c22941f080ab58d263e419877006e58ea6c366',
    cuts: {
      // Made when the script starts: a browser that cannot construct one stops there, and shows the page's own HTML.
      'constructed style sheets only': [
        {
          from: 'class n{',
          upTo: 'const r=',
          put: 'class n{constructor(t){(this.styleSheet=new CSSStyleSheet).replaceSync(t)}}',
        },
        { from: 'new n("string"==typeof t?t:t+"",void 0,s)', put: 'new n(t)' },
        { from: '(s,o)=>{if(e)', upTo: ',c=e?', put: '(t,e)=>{t.adoptedStyleSheets=e}' },
      ],
      'no other way': [{ from: 'const t=globalThis,e=', upTo: 'class n{', put: 'const e=!0;' }],
      'no values in css``': [{ from: '(t,...e)=>{', upTo: ',S=', put: 't=>new n(t[0])' }],
    },
  },
  '@lit/reactive-element/reactive-element.js': {
    sha256: '76e9815ec67d16684bff1444224bf62532d6318dbd8f25e7c1e9546158b1335f',
    cuts: {
      'no traces on the page, no polyfills': [
        { from: ',p=a.reactiveElementPolyfillSupport' },
        { from: ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")' },
        { from: ',c=a.trustedTypes,l=c?c.emptyScript:""' },
        { from: 'Symbol.metadata??=', upTo: 'class y', put: '' },
      ],
      'attributes are strings, none is reflected': [
        { from: 'u={toAttribute', upTo: 'f=(t,s)', put: 'u=0,' },
        { from: ',b={attribute:!0', upTo: ';' },
        {
          from: 'attributeChangedCallback(',
          upTo: 'requestUpdate(',
          put: 'attributeChangedCallback(t,s,i){this[this.constructor._$Eh.get(t)]=i}',
        },
        { from: 'update(t){this._$Eq', upTo: 'updated(t){}', put: 'update(){this._$EM()}' },
      ],
      'one kind of property': [
        { from: ',getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o,', put: ',' },
        {
          from: 'static addInitializer',
          upTo: 'constructor(){super(),',
          put:
            'static get observedAttributes(){return this.finalize(),[...this._$Eh.keys()]}' +
            'static finalize(){if(this.hasOwnProperty("elementProperties"))return;const r=n(this);r.finalize?.(),' +
            'this.elementProperties=new Map(r.elementProperties),this._$Eh=new Map(r._$Eh),' +
            'this.elementStyles=this.styles?.map(t=>t.styleSheet)??[];' +
            'if(this.hasOwnProperty("properties"))for(const[t,h]of Object.entries(this.properties)){' +
            'const i=Symbol(),{attribute:s=t.toLowerCase()}=h;this.elementProperties.set(t,h),s&&this._$Eh.set(s,t),' +
            'e(this.prototype,t,{get(){return this[i]},set(s){const h=this[i];this[i]=s,this.requestUpdate(t,h)},configurable:!0,enumerable:!0})}}',
        },
        { from: 'y[d("elementProperties")]=new Map,y[d("finalized")]=new Map' },
        {
          from: 'requestUpdate(t,s,i,e=!1,h){',
          upTo: 'async _$EP()',
          put: 'requestUpdate(t,s){void 0!==t&&i(s,this[t])||this.isUpdatePending||(this._$ES=this._$EP())}',
        },
        {
          from: 'const t=this.constructor.elementProperties;if(t.size>0)',
          upTo: 'let t=!1;const s=this._$AL',
          put: '}',
        },
      ],
      'a class has a list of sheets or none': [
        { from: 'this.attachShadow(this.constructor.shadowRootOptions)', put: 'this.attachShadow({mode:"open"})' },
        { from: 'y.elementStyles=[],y.shadowRootOptions={mode:"open"},' },
      ],
      'no hooks but the controllers’': [
        {
          from: 'constructor(){super(),',
          upTo: 'addController',
          put: 'constructor(){super(),this.isUpdatePending=!1,this.hasUpdated=!1,this._$ES=new Promise(t=>this.enableUpdating=t),this._$E_(),this.requestUpdate()}',
        },
        { from: 'enableUpdating(t){}' },
        {
          from: 'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
          put: 'return await this.scheduleUpdate(),!this.isUpdatePending}',
        },
        {
          from: 'let t=!1;const s=this._$AL',
          upTo: 'get updateComplete',
          put: 'try{this._$EO?.forEach(t=>t.hostUpdate?.()),this.update()}catch(t){throw this._$EM(),t}this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated=!0}_$EM(){this.isUpdatePending=!1}',
        },
        {
          from: 'return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}',
          put: 'return this._$ES}',
        },
        { from: 'updated(t){}firstUpdated(t){}' },
      ],
    },
  },
  'lit-element/lit-element.js': {
    sha256: 'ee09e38303bb39c36959a961fb0a52663c798ee44493914472c3a61e84e55e3c',
    cuts: {
      'no traces on the page, no polyfills, no hydration': [{ from: ',n as _$LE' }],
      'nothing in the root but what is rendered': [
        { from: 'constructor(){super', upTo: 'update(t){' },
        { from: 'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),' },
        { from: 'this._$Do=e(r,this.renderRoot,this.renderOptions)', put: 'e(r,this.renderRoot,{host:this})' },
      ],
      'no directives': [{ from: 'connectedCallback(){super.connectedCallback', upTo: 'export{', put: '}' }],
    },
  },
  'lit-html/lit-html.js': {
    sha256: 'b878e7f95dec8a9b6e9b217faca6b6a11bad82ebc44c0caa77419ed83edd81f2',
    cuts: {
      'no directives': [
        { from: 'function M(', upTo: 'class R' },
        { from: 't=M(this,t,i),a(t)', put: 'a(t)' },
        { from: '&&t!==E&&this._(t)', put: '&&this._(t)' },
        { from: 'export{j as _$LH,', put: 'export{' },
        { from: 'this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i', put: 'this._$AV=[],this._$AD=t' },
        { from: 'get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(', put: 'u(' },
        { from: 'get _$AU(){return this._$AM?._$AU??this._$Cv}' },
        { from: 'this.type=2,this._$AH=A,this._$AN=void 0,this._$AA', put: 'this._$AH=A,this._$AA' },
        { from: ',this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0', put: ',this.options=e' },
        { from: 'get parentNode(){let t=', upTo: '_$AI(t,i=this){a(t)' },
        { from: 'for(this._$AP?.(!1,!0,s);', put: 'for(;' },
        { from: 'setConnected(t)', upTo: 'class H', put: '}' },
      ],
      'the value of an attribute is one expression': [
        {
          from: 'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++',
          put: 's._$AI(t[i++])',
        },
      ],
      // A page translator puts its own nodes where a text was; one that is kept to be changed would be changed out of sight.
      'a text that changes is a new one': [
        {
          from: 'this._$AH!==A&&a(this._$AH)?this._$AA.nextSibling.data=t:this.T(l.createTextNode(t))',
          put: 'this.T(l.createTextNode(t))',
        },
      ],
      'attributes, switches and handlers: no properties, no part of a whole tag': [
        {
          from: 'let h=P.nextNode(),o=0,n=0,r=s[0]',
          upTo: 'return P.currentNode=l',
          put: 'let h,o=-1;for(const r of s){for(;o<r.index;o++)h=P.nextNode();this._$AV.push(r.name?new H(h,r.name,t):new k(h,h.nextSibling,this,t))}',
        },
        // A listener that is there already is not added again.
        {
          from: 'class H{',
          upTo: 'const D=',
          put:
            'class H{constructor(t,i,s){this.element=t,this.name=i,this.host=s.host,this._$AH=A}' +
            '_$AI(t){if(t===this._$AH)return;this._$AH=t;const i=this.name.slice(1),s=!!t&&t!==A,e=this.element;' +
            '"@"===this.name[0]?e[s?"addEventListener":"removeEventListener"](i,this):' +
            '"?"===this.name[0]?e.toggleAttribute(i,s):t===A?e.removeAttribute(this.name):e.setAttribute(this.name,t??"")}' +
            'handleEvent(t){"function"==typeof this._$AH?this._$AH.call(this.host,t):this._$AH.handleEvent(t)}}',
        },
      ],
      'no SVG fragments, no MathML': [{ from: ',w=x(2),T=x(3)' }, { from: 'T as mathml,' }, { from: ',w as svg' }],
      // What Lit works out with five regular expressions is in the last character before a value: `=` in a tag, and nowhere else
      // (`checkTemplates`). The marks are constant, since no value is ever part of what is parsed. Names are as written: the parser
      // makes `pathlength` of a marked `pathLength`.
      'a value after "=" is an attribute’s, any other stands between tags': [
        { from: 'h="$lit$",', upTo: 'l=document' },
        { from: 'f="[ ', upTo: 'x=t=>' },
        {
          from: 'const N=',
          upTo: 'class R',
          put:
            'class S{constructor({strings:t}){this.parts=[];let r,l=0;const n=t.flatMap(t=>/\\S+(?==$)/.exec(t)??[]);' +
            'for((this.el=(document.contentType==="text/html"?document:document.implementation.createHTMLDocument("")).createElement("template")).innerHTML=V(t,t.reduce((t,i)=>(t.endsWith("=")?t.slice(0,-1)+"$":t+"<!--$-->")+i)+(t.at(-1)?"":"<!---->")),' +
            'P.currentNode=this.el.content;r=P.nextNode();l++)' +
            'if(1===r.nodeType){for(const t of r.getAttributeNames())t.endsWith("$")&&' +
            '(this.parts.push({index:l,name:n.shift()}),r.removeAttribute(t))}' +
            'else"$"===r.data&&this.parts.push({index:l})}}',
        },
      ],
      'text, templates and arrays of them: no nodes, no compiled templates': [
        { from: 'void 0!==t.nodeType?this.T(t):d(t)?', put: 'u(t)?' },
        { from: ',d=t=>u(t)||"function"==typeof t?.[Symbol.iterator]' },
        {
          from: '{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):',
          upTo: ';if(this._$AH?._$AD===e)',
          put: '{values:i}=t,e=this._$AC(t)',
        },
        { from: '(t?.creationScope??l).importNode', put: 'l.importNode' },
        { from: 'i=t=>t,', put: '' },
        { from: 'const s=i(t).nextSibling;i(t).remove(),t=s', put: 'const s=t.nextSibling;t.remove(),t=s' },
      ],
      'one root, empty before': [
        {
          from: 'D=(t,i,s)=>{',
          upTo: ';export{',
          put: 'D=(t,i,s)=>{(i._$litPart$??=new k(i.appendChild(c()),null,void 0,s))._$AI(t)}',
        },
      ],
    },
  },
};

/** What a source of ours may not hold, since what it needs is cut. */
const refused = [
  { what: /from '(?:lit\/|lit-html|lit-element|@lit)|import\(['"]lit/, why: 'directives are cut' },
  { what: /css`[^`]*\$\{/, why: 'values in css`` are cut' },
  {
    what: /\boverride (?:async )?(?:willUpdate|firstUpdated|updated|shouldUpdate|getUpdateComplete)\(/,
    why: 'the hooks around an update are cut',
  },
  {
    what: /\{[^{}]*\b(?:type: (?:Boolean|Number|Array|Object)|reflect|converter|hasChanged|noAccessor|useDefault):?[^{}]*\}/,
    why: 'attributes are strings as they stand, and none is reflected',
  },
  { what: /<[^<>`]*\s\.[\w-]+=\$\{/, why: 'properties (.x=) in templates are cut' },
  {
    what: /\s[\w-]+="[^"]*\$\{/,
    why: 'an attribute whose value is more than one expression is cut: class=${`a ${b}`}',
  },
  { what: /\b(?:svg|mathml)`/, why: 'svg`` and mathml`` are cut: an <svg> stands in html``' },
  { what: /=\$\{[^`]*?\}\/>/, why: 'a tag that closes itself after a value is cut' },
  { what: /<(script|style|textarea|title)\b[^>]*>[^<]*\$\{/, why: 'values in an element of raw text are cut' },
];

/** @returns {import('vite').Plugin} */
export function trimLit() {
  return {
    name: 'trim-lit',
    apply: 'build',
    // Before the others: the cuts are made for the files as they are published.
    enforce: 'pre',
    transform: {
      filter: { id: /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/[^/]+|@lit-labs\/[^/]+)\/|\/src\/.*\.ts$/ },
      handler(code, id) {
        const [, module] = /\/node_modules\/(?!.*\/node_modules\/)(.*?)(?:\?|$)/.exec(id) ?? [];
        if (module === undefined) return check(code, id);
        const trimmed = files[module];
        // `lit/index.js` only passes on what the others export.
        if (trimmed) {
          checkFile(module, id, trimmed);
          return { code: trim(module, code, trimmed), map: null };
        }
        if (!/^lit\/index\.js$|^lit-html\/is-server\.js$/.test(module)) {
          throw new Error(`${module} needs what ${import.meta.url} cuts out of Lit`);
        }
        return undefined;
      },
    },
  };
}

/**
 * @param {string} module
 * @param {string} id
 * @param {Trimmed} trimmed
 */
function checkFile(module, id, { sha256 }) {
  if (
    createHash('sha256')
      .update(readFileSync(id.replace(/\?.*/, '')))
      .digest('hex') !== sha256
  ) {
    throw new Error(`${module} is not the file that the cuts of .scripts/trim-lit.mjs were made for`);
  }
}

/**
 * @param {string} module
 * @param {string} code
 * @param {Trimmed} trimmed
 */
function trim(module, code, { cuts }) {
  for (const { from, upTo, put = '' } of Object.values(cuts).flat()) {
    const parts = code.split(from);
    const [before, after] = parts;
    const end = upTo === undefined ? 0 : (after?.indexOf(upTo) ?? -1);
    if (parts.length !== 2 || end < 0)
      throw new Error(`${module} has ${parts.length - 1} of ${JSON.stringify(from)} (${upTo})`);
    code = before + put + after?.slice(end);
  }
  return code;
}

/**
 * @param {string} code
 * @param {string} id
 */
function check(code, id) {
  for (const { what, why } of refused) {
    const [found] = what.exec(code) ?? [];
    if (found !== undefined) throw new Error(`${id}: ${why} (.scripts/trim-lit.mjs): ${found.slice(0, 80)}`);
  }
  if (code.includes('html`')) checkTemplates(code, id);
  return undefined;
}

/**
 * A value in a tag stands right behind `=`, one between tags does not.
 * @param {string} code
 * @param {string} id
 */
function checkTemplates(code, id) {
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || tag.name !== 'html') return;
      let before = '';
      for (const { value } of quasi.quasis.slice(0, -1)) {
        before += value.raw;
        const inTag = before.lastIndexOf('<') > before.lastIndexOf('>');
        if (inTag ? !/\s[?@]?[\w-]+=$/.test(before) : before.endsWith('=')) {
          throw new Error(
            `${id}: values are cut, but behind "=" and between tags (.scripts/trim-lit.mjs): ${before.slice(-80)}`,
          );
        }
        before += '…';
      }
    },
  }).visit(parseSync(id.replace(/\?.*/, ''), code).program);
}
