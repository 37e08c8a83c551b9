/**
 * XML 1.0 (fifth edition) with namespaces, as the project reads it. A document type is refused, whatever is in it: entities,
 * outside files and defaults live there, and no format that we read has one. Without it well-formedness is a matter of one pass,
 * which goes from mark to mark. Bytes are UTF-8. Counted while reading: bytes, depth, elements, attributes. Nothing recurses,
 * and nothing outside of the text is ever asked for.
 */
import { type Issue, issue, type Read } from '../base/issue.ts';
import { decodeUtf8 } from '../base/utf8.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By local name; of attributes in a namespace by `{namespace}name`. Namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, of all its pieces; between children mostly blanks. */
  readonly text: string;
  /** From 1; where its first tag ends. */
  readonly line: number;
}

export interface XmlLimits {
  /** Of a text, UTF-16 code units. */
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Of one element. */
  readonly attributes: number;
}
export const XML_LIMITS: XmlLimits = { bytes: 64 << 20, depth: 128, elements: 4_000_000, attributes: 256 };

/** The root element, or `undefined` and one fault whose pointer is `/line/N`. */
export function parseXml(input: Uint8Array | string, source: string, limits: XmlLimits = XML_LIMITS): Read<XmlElement | undefined> {
  const refused = (fault: Issue): Read<undefined> => ({ value: undefined, issues: [fault] });
  if (input.length > limits.bytes) return refused(issue('input/too-large', source, '', { what: 'bytes', count: input.length, limit: limits.bytes }));
  const decoded = typeof input === 'string' ? { text: input } : decodeUtf8(input, source);
  if ('issue' in decoded) return refused(decoded.issue);
  const text = decoded.text.replace(/^\ufeff/, '');
  try {
    return { value: new Scanner(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, source, limits).document(), issues: [] };
  } catch (thrown) {
    if (thrown instanceof Refusal) return refused(thrown.fault);
    throw thrown;
  }
}

class Refusal extends Error {
  readonly fault: Issue;
  constructor(fault: Issue) {
    super(fault.code);
    this.fault = fault;
  }
}

/** What a prefix stands for; '' is that of names without one. A scope knows what was declared above it. */
type Scope = Readonly<Record<string, string>>;
interface Open { readonly tag: string; readonly name: string; readonly namespace: string; readonly attributes: ReadonlyMap<string, string>; readonly line: number; readonly scope: Scope; children: XmlElement[]; text: string }

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const TOP: Scope = Object.assign(Object.create(null) as Record<string, string>, { '': '', xml: XML });
const NONE: ReadonlyMap<string, string> = new Map();
/** Most elements have none: one list for all of them, which nothing is ever put into. */
const CHILDLESS: XmlElement[] = [];

/** Characters that XML has no place for (section 2.2). */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Section 2.3 [4], [4a]. */
const START = ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME = new RegExp(`[${START}][${START}\\-.0-9\\xB7\\u0300-\\u036F\\u203F-\\u2040]*`, 'uy');
const DECLARATION = /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"([A-Za-z][A-Za-z0-9._-]*)"|'([A-Za-z][A-Za-z0-9._-]*)'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/;
const REFERENCE = /&(?:#x([0-9a-fA-F]+);|#([0-9]+);|([a-zA-Z]+);|)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const [TAB, NEWLINE, BLANK, BANG, QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER, QUESTION] = [9, 10, 32, 33, 34, 39, 47, 61, 62, 63];

class Scanner {
  readonly #text: string;
  readonly #source: string;
  readonly #limits: XmlLimits;
  readonly #stack: Open[] = [];
  #root: XmlElement | undefined;
  #elements = 0;
  #at = 0;
  /** Line feeds before `#counted`, plus one. */
  #line = 1;
  #counted = 0;

  constructor(text: string, source: string, limits: XmlLimits) {
    this.#text = text;
    this.#source = source;
    this.#limits = limits;
  }

  document(): XmlElement {
    const text = this.#text;
    const wrong = FORBIDDEN.exec(text);
    if (wrong) {
      this.#at = wrong.index;
      this.#wrong('a character that XML does not have');
    }
    if (/^<\?xml[ \t\n]/.test(text)) this.#declaration();
    for (;;) {
      const mark = text.indexOf('<', this.#at);
      if (mark !== this.#at) this.#characters(mark < 0 ? text.length : mark);
      if (mark < 0) break;
      const next = text.charCodeAt(mark + 1);
      if (next === SLASH) this.#endTag();
      else if (next === BANG) this.#marked();
      else if (next === QUESTION) this.#instruction();
      else this.#startTag();
    }
    const open = this.#stack.at(-1);
    if (open) this.#wrong(`<${open.tag}> is not closed`);
    return this.#root ?? this.#wrong('no element');
  }

  /** Throws; the line is that of where the reading is. */
  #stop(code: Issue['code'], params: Issue['params'] = {}): never {
    const line = this.#lineOf(Math.min(this.#at, this.#text.length));
    throw new Refusal(issue(code, this.#source, `/line/${line}`, { line, ...params }));
  }
  #wrong(says: string): never {
    return this.#stop('document/xml', { says: says.slice(0, 200) });
  }

  /** Asked in rising order. */
  #lineOf(at: number): number {
    for (let next = this.#text.indexOf('\n', this.#counted); next >= 0 && next < at; next = this.#text.indexOf('\n', next + 1)) {
      this.#line++;
      this.#counted = next + 1;
    }
    return this.#line;
  }

  #declaration(): void {
    const found = DECLARATION.exec(this.#text);
    if (!found) return this.#wrong('the XML declaration');
    const encoding = found[1] ?? found[2];
    if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) this.#stop('input/encoding', { given: encoding.slice(0, 40) });
    this.#at = found[0].length;
  }

  /** Character data up to `end`. */
  #characters(end: number): void {
    const piece = this.#text.slice(this.#at, end);
    const top = this.#stack.at(-1);
    if (top === undefined) {
      if (/[^ \t\n]/.test(piece)) this.#wrong('text outside of the root element');
    } else {
      if (piece.includes(']]>')) this.#wrong(']]> in text');
      top.text += piece.includes('&') ? this.#resolved(piece) : piece;
    }
    this.#at = end;
  }

  #resolved(text: string): string {
    return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : this.#wrong(`entity ${whole}`);
      const digits = hex ?? decimal;
      if (digits === undefined) return this.#wrong('& without a name and ;');
      const code = digits.length > 20 ? Number.NaN : Number.parseInt(digits, hex === undefined ? 10 : 16);
      const known = code === TAB || code === NEWLINE || code === 13 || (code >= BLANK && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
      return known ? String.fromCodePoint(code) : this.#wrong(`character ${whole.slice(0, 40)}`);
    });
  }

  /** Comment, CDATA, document type. */
  #marked(): void {
    const text = this.#text;
    if (text.startsWith('<!--', this.#at)) {
      const end = text.indexOf('--', this.#at + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== GREATER) this.#wrong('a comment that does not end, or has -- in it');
      this.#at = end + 3;
    } else if (text.startsWith('<![CDATA[', this.#at)) {
      const top = this.#stack.at(-1);
      const end = text.indexOf(']]>', this.#at + 9);
      if (top === undefined || end < 0) return this.#wrong('a CDATA section outside of the root element, or without end');
      top.text += text.slice(this.#at + 9, end);
      this.#at = end + 3;
    } else if (text.startsWith('<!DOCTYPE', this.#at)) this.#stop('document/doctype');
    else this.#wrong('<!');
  }

  #instruction(): void {
    this.#at += 2;
    const target = this.#name();
    const end = this.#text.indexOf('?>', this.#at);
    if (end < 0 || target.includes(':') || /^xml$/i.test(target) || (end !== this.#at && !this.#isBlank(this.#text.charCodeAt(this.#at)))) this.#wrong('a processing instruction');
    this.#at = end + 2;
  }

  #isBlank(code: number): boolean {
    return code === BLANK || code === NEWLINE || code === TAB;
  }
  /** How many blanks there were. */
  #blanks(): number {
    const from = this.#at;
    while (this.#isBlank(this.#text.charCodeAt(this.#at))) this.#at++;
    return this.#at - from;
  }
  #name(): string {
    NAME.lastIndex = this.#at;
    if (!NAME.test(this.#text)) this.#wrong('a name is wanted');
    const name = this.#text.slice(this.#at, NAME.lastIndex);
    this.#at = NAME.lastIndex;
    return name;
  }

  #startTag(): void {
    const above = this.#stack.at(-1);
    this.#at++;
    const tag = this.#name();
    if (!above && this.#root) this.#wrong('a second root element');
    const attributes = this.#attributes();
    const empty = this.#text.charCodeAt(this.#at) === SLASH;
    if (empty) this.#at++;
    if (this.#text.charCodeAt(this.#at) !== GREATER) this.#wrong(this.#at >= this.#text.length ? `<${tag} does not end` : `<${tag} has no such mark`);
    this.#at++;
    if (++this.#elements > this.#limits.elements) this.#stop('input/too-large', { what: 'elements', count: this.#elements, limit: this.#limits.elements });
    if (this.#stack.length >= this.#limits.depth) this.#stop('input/too-deep', { limit: this.#limits.depth });
    const scope = attributes ? this.#scope(attributes, above?.scope ?? TOP) : (above?.scope ?? TOP);
    const { prefix, local } = this.#split(tag);
    if (prefix === 'xmlns') this.#wrong(`<${tag}>`);
    const open: Open = { tag, name: local, namespace: this.#namespace(prefix, scope), attributes: attributes ? this.#named(attributes, scope) : NONE, line: this.#lineOf(this.#at), scope, children: CHILDLESS, text: '' };
    if (empty) this.#close(open);
    else this.#stack.push(open);
  }

  /** By their names as written; `undefined` where there are none. */
  #attributes(): Map<string, string> | undefined {
    let found: Map<string, string> | undefined;
    for (;;) {
      const blanks = this.#blanks();
      const next = this.#text.charCodeAt(this.#at);
      if (next === GREATER || next === SLASH || this.#at >= this.#text.length) return found;
      if (blanks === 0) this.#wrong('a blank is wanted before an attribute');
      const name = this.#name();
      this.#blanks();
      if (this.#text.charCodeAt(this.#at) !== EQUALS) this.#wrong(`attribute ${name} without =`);
      this.#at++;
      this.#blanks();
      const quote = this.#text.charCodeAt(this.#at);
      if (quote !== QUOTE && quote !== APOSTROPHE) this.#wrong(`attribute ${name} without quotes`);
      const end = this.#text.indexOf(quote === QUOTE ? '"' : "'", this.#at + 1);
      const raw = end < 0 ? this.#wrong(`attribute ${name} does not end`) : this.#text.slice(this.#at + 1, end);
      if (raw.includes('<')) this.#wrong(`< in attribute ${name}`);
      found ??= new Map();
      if (found.has(name)) this.#wrong(`attribute ${name} twice`);
      const value = /[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw;
      found.set(name, value.includes('&') ? this.#resolved(value) : value);
      if (found.size > this.#limits.attributes) this.#stop('input/too-large', { what: 'attributes', count: found.size, limit: this.#limits.attributes });
      this.#at = end + 1;
    }
  }

  #split(name: string): { readonly prefix: string; readonly local: string } {
    const colon = name.indexOf(':');
    if (colon < 0) return { prefix: '', local: name };
    const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
    NAME.lastIndex = 0;
    if (prefix === '' || local.includes(':') || !NAME.test(local)) this.#wrong(`name ${name}`);
    return { prefix, local };
  }

  /** Namespaces in XML 1.0, section 3. */
  #scope(attributes: ReadonlyMap<string, string>, above: Scope): Scope {
    let own: Record<string, string> | undefined;
    for (const [name, value] of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = name === 'xmlns' ? '' : this.#split(name).local;
      const uri = value.trim();
      if (prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML) || (prefix !== '' && uri === '')) this.#wrong(`namespace ${name}`);
      own ??= Object.create(above) as Record<string, string>;
      own[prefix] = uri;
    }
    return own ?? above;
  }

  #namespace(prefix: string, scope: Scope): string {
    return scope[prefix] ?? this.#wrong(`prefix ${prefix} is not declared`);
  }

  #named(attributes: ReadonlyMap<string, string>, scope: Scope): ReadonlyMap<string, string> {
    let found: Map<string, string> | undefined;
    for (const [name, value] of attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const { prefix, local } = this.#split(name);
      const full = prefix === '' ? local : `{${this.#namespace(prefix, scope)}}${local}`;
      found ??= new Map();
      if (found.has(full)) this.#wrong(`attribute ${name} twice`);
      found.set(full, value);
    }
    return found ?? NONE;
  }

  #endTag(): void {
    this.#at += 2;
    const open = this.#stack.pop();
    if (open === undefined) return this.#wrong('an end tag that nothing began');
    if (!this.#text.startsWith(open.tag, this.#at)) this.#wrong(`</${open.tag}> is wanted`);
    this.#at += open.tag.length;
    this.#blanks();
    if (this.#text.charCodeAt(this.#at) !== GREATER) this.#wrong(`</${open.tag}> is wanted`);
    this.#at++;
    this.#close(open);
  }

  #close({ name, namespace, attributes, children, text, line }: Open): void {
    const done: XmlElement = { name, namespace, attributes, children, text, line };
    const above = this.#stack.at(-1);
    if (!above) this.#root = done;
    else if (above.children === CHILDLESS) above.children = [done];
    else above.children.push(done);
  }
}

/** The first child of that name. */
export function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((one) => one.name === name);
}
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((one) => one.name === name);
}
/** Text of the first child of that name, trimmed; `undefined` where it is not there or empty. */
export function textOf(element: XmlElement | undefined, name?: string): string | undefined {
  const found = name === undefined ? element : element && childOf(element, name);
  return found?.text.trim() || undefined;
}
