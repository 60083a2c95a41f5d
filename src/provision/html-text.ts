/** Inline elements. Any other tag ends a word. */
const inline =
  /^\/?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;

/**
 * Returns the text of HTML without a parser, for comparing only: the result is never shown, run or made into nodes.
 * Removes comments and the content of script, style and template. A tag is removed (its quoted attributes may contain
 * ">"), and leaves a space unless it is inline. A "<" before any other character is text. Entities are decoded once.
 * Style sheets and scripts have no effect. Takes linear time, because it only moves forward.
 */
export function htmlText(html: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? undefined : open);
    if (open < 0) return decodeEntities(text);
    const comment = html.startsWith('<!--', open);
    const name = /^\/?[a-z][^\s/>]*|^[!?]/i.exec(html.slice(open + 1, open + 33))?.[0];
    if (!name) {
      text += '<';
      at = open + 1;
      continue;
    }
    let end = comment ? html.indexOf('-->', open + 2) : tagEnd(html, open);
    if (comment && end >= 0) end += 2;
    if (end >= 0 && /^(?:script|style|template)$/i.test(name)) {
      const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
      close.lastIndex = end;
      const found = close.exec(html);
      end = found ? tagEnd(html, found.index) : -1;
    }
    // A tag that is never closed includes the rest of the text, as in browsers.
    if (end < 0) return decodeEntities(text);
    if (!comment && !inline.test(name)) text += ' ';
    at = end + 1;
  }
}

/** Returns the index of the tag's ">"; -1 without one. A quotation mark opens a value only after "=". */
function tagEnd(html: string, open: number): number {
  const next = />|=\s*(["'])/g;
  next.lastIndex = open;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const [, quote] = match;
    if (!quote) return match.index;
    const close = html.indexOf(quote, next.lastIndex);
    if (close < 0) return -1;
    next.lastIndex = close + 1;
  }
  return -1;
}

/** The entities that occur in legal texts. Other entities stay undecoded, and the clause is then not found. */
const entities =
  'amp & lt < gt > quot " apos \' nbsp \xa0 shy \xad ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d ' +
  'lrm \u200e rlm \u200f ndash – mdash — hyphen ‐ minus − horbar ― hellip … lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” ' +
  'bdquo „ laquo « raquo » lsaquo ‹ rsaquo › prime ′ Prime ″ acute ´ times × middot · bull • copy © reg ® trade ™ ' +
  'sect § para ¶ dagger † deg ° ordf ª ordm º sup1 ¹ sup2 ² sup3 ³ frac12 ½ frac14 ¼ frac34 ¾ plusmn ± euro € pound £ ' +
  'cent ¢ yen ¥ iexcl ¡ iquest ¿ szlig ß aelig æ AElig Æ oelig œ OElig Œ oslash ø Oslash Ø eth ð ETH Ð thorn þ THORN Þ ' +
  'inodot ı imath ı lstrok ł Lstrok Ł sol / comma , period . colon : semi ; lpar ( rpar ) num # commat @ dollar $ ' +
  'percnt % ast * lowbar _ NewLine \n Tab \t';

/** `&eacute;` becomes "e" and a combining accent, which NFKC joins to one letter. */
const accents =
  'grave \u0300 acute \u0301 circ \u0302 tilde \u0303 macr \u0304 breve \u0306 dot \u0307 uml \u0308 ring \u030a ' +
  'dblac \u030b caron \u030c cedil \u0327 ogon \u0328';

/** Windows-1252 from 0x80: HTML maps the references 128 to 159 to these characters. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Parses a list of names, each with its character, to a map. */
function byName(list: string): ReadonlyMap<string, string> {
  return new Map(list.match(/[^ ]+ [^ ]+/g)?.map((pair) => pair.split(' ') as [string, string]));
}

/** Decodes entities once: `&amp;lt;` becomes the text "&lt;". */
export function decodeEntities(text: string): string {
  const [named, accented] = [byName(entities), byName(accents)];
  const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,24}));/gi;
  return text.replace(entity, (reference, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      const accent = accented.get(name.slice(1));
      return named.get(name) ?? (accent === undefined ? reference : name.slice(0, 1) + accent);
    }
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    const old = windows1252[code - 128];
    return old ?? (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? reference : String.fromCodePoint(code));
  });
}
