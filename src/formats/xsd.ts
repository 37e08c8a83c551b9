/**
 * The part of XML Schema 1.0 that the formats we read are written in, as plain data, and its check: sequences, choices,
 * elements of other namespaces, attributes, simple types with enumerations, patterns and bounds. Content models are
 * deterministic (Unique Particle Attribution), so one look ahead decides and a document is checked in one pass.
 */
import { isDay } from '../base/day.ts';
import { own } from '../base/own.ts';
import type { XmlElement } from './xml.ts';

/** The name of a type (`xs:` and `spdx:` keep their prefix), or the type itself. */
export type TypeRef = string | XmlType;
export interface Attribute { readonly type: TypeRef; readonly required?: true }
interface Times { readonly min?: number; /** -1: any number. */ readonly max?: number }
export type Particle = Times & (
  | { readonly element: string; readonly type: TypeRef }
  | { readonly any: '##other' }
  | { readonly sequence: readonly Particle[] }
  | { readonly choice: readonly Particle[] }
);
export interface Simple {
  readonly kind: 'simple';
  readonly base?: string;
  readonly union?: readonly string[];
  readonly values?: readonly string[];
  readonly patterns?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}
export interface Complex {
  readonly kind: 'complex';
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Which further attributes may stand there. */
  readonly others?: '##any' | '##other';
  readonly content?: Particle;
  /** Type of the text, where there are no children. */
  readonly text?: TypeRef;
  readonly mixed?: true;
}
export type XmlType = Simple | Complex;
export interface Grammar {
  readonly namespace: string;
  readonly elements: Readonly<Record<string, TypeRef>>;
  readonly types: Readonly<Record<string, XmlType>>;
  /** An attribute whose values are all different. */
  readonly unique?: string;
}

export interface XmlFault { readonly line: number; readonly path: string; readonly wanted: string; readonly given: string }

/** Faults beyond this many are not looked for. */
const MOST_FAULTS = 20;

/** `also`: types of other namespaces by their prefixed name (`spdx:licenseId`). */
export function checkXml(root: XmlElement, grammar: Grammar, also: Readonly<Record<string, XmlType>> = {}): XmlFault[] {
  const type = root.namespace === grammar.namespace ? own(grammar.elements, root.name) : undefined;
  if (type === undefined) return [{ line: root.line, path: `/${root.name}`, wanted: Object.keys(grammar.elements).join(', '), given: root.name }];
  const checker = new Checker(grammar, also);
  checker.element(root, type, `/${root.name}`);
  if (grammar.unique !== undefined) checker.unique(root, grammar.unique);
  return checker.faults;
}

class Checker {
  readonly faults: XmlFault[] = [];
  readonly #grammar: Grammar;
  readonly #also: Readonly<Record<string, XmlType>>;

  constructor(grammar: Grammar, also: Readonly<Record<string, XmlType>>) {
    this.#grammar = grammar;
    this.#also = also;
  }

  #fault(line: number, path: string, wanted: string, given: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ line, path, wanted, given: given.slice(0, 80) });
  }

  #type(ref: TypeRef): XmlType | undefined {
    return typeof ref === 'object' ? ref : (own(this.#grammar.types, ref) ?? own(this.#also, ref));
  }

  /** Depth is that of the document, which its reader has bounded. */
  element(element: XmlElement, ref: TypeRef, path: string): void {
    if (this.faults.length >= MOST_FAULTS) return;
    const type = this.#type(ref);
    if (type === undefined || type.kind === 'simple') {
      if (ref === 'anyType') return;
      this.#attributes(element, {}, undefined, path);
      this.#onlyText(element, ref, path);
      return;
    }
    this.#attributes(element, type.attributes ?? {}, type.others, path);
    if (type.text !== undefined) this.#onlyText(element, type.text, path);
    else {
      if (!type.mixed && element.text.trim() !== '') this.#fault(element.line, path, 'no text', element.text.trim());
      this.#content(element, type.content, path);
    }
  }

  #onlyText(element: XmlElement, ref: TypeRef, path: string): void {
    const [child] = element.children;
    if (child) this.#fault(child.line, `${path}/${child.name}`, 'text', `<${child.name}>`);
    const wanted = this.#value(element.text, ref);
    if (wanted !== undefined) this.#fault(element.line, path, wanted, element.text.trim());
  }

  #attributes({ attributes, line }: XmlElement, declared: Readonly<Record<string, Attribute>>, others: Complex['others'], path: string): void {
    for (const [name, value] of attributes) {
      const known = own(declared, name);
      const wanted = known && this.#value(value, known.type);
      if (wanted !== undefined) this.#fault(line, `${path}/@${name}`, wanted, value);
      if (known || others === '##any' || name.startsWith('{http://www.w3.org/2001/XMLSchema-instance}')) continue;
      if (others === undefined || !name.startsWith('{') || name.startsWith(`{${this.#grammar.namespace}}`)) this.#fault(line, `${path}/@${name}`, Object.keys(declared).join(', ') || 'no attribute', name);
    }
    for (const [name, { required }] of Object.entries(declared)) if (required && !attributes.has(name)) this.#fault(line, `${path}/@${name}`, name, 'nothing');
  }

  #content(element: XmlElement, content: Particle | undefined, path: string): void {
    const { children } = element;
    const tried: Tried = { at: 0, wanted: new Set() };
    const types = new Map<XmlElement, TypeRef>();
    const end = content ? this.#match(content, children, 0, types, tried) : 0;
    if (end < children.length) {
      const stop = children[Math.max(end, tried.at)];
      const wanted = tried.at >= end && tried.wanted.size > 0 ? [...tried.wanted].join(', ') : 'nothing more';
      this.#fault(stop?.line ?? element.line, stop ? `${path}/${stop.name}` : path, wanted, stop ? `<${stop.name}>` : 'the end');
      return;
    }
    const seen = new Map<string, number>();
    for (const child of children) {
      const n = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, n);
      const type = types.get(child);
      if (type !== undefined) this.element(child, type, `${path}/${child.name}[${n}]`);
    }
  }

  /** How far the particle takes the children from `i` on; -1 where it cannot be met, and `tried` says what was wanted. */
  #match(particle: Particle, children: readonly XmlElement[], i: number, types: Map<XmlElement, TypeRef>, tried: Tried): number {
    const { min = 1, max = 1 } = particle;
    let at = i;
    let times = 0;
    while (max < 0 || times < max) {
      const next = this.#once(particle, children, at, types, tried);
      if (next < 0) {
        if (times < min || (tried.at > at && next === CUT)) return next;
        break;
      }
      times++;
      if (next === at) return at; // met by nothing: as often as wanted
      at = next;
    }
    return times < min ? -1 : at;
  }

  #once(particle: Particle, children: readonly XmlElement[], at: number, types: Map<XmlElement, TypeRef>, tried: Tried): number {
    const child = children[at];
    if ('element' in particle) {
      if (child && child.name === particle.element && child.namespace === this.#grammar.namespace) {
        types.set(child, particle.type);
        return at + 1;
      }
      return missed(tried, at, particle.element);
    }
    if ('any' in particle) return child && child.namespace !== this.#grammar.namespace && child.namespace !== '' ? at + 1 : -1;
    if ('choice' in particle) {
      let empty = false;
      for (const part of particle.choice) {
        const next = this.#match(part, children, at, types, tried);
        if (next > at || next === CUT) return next;
        if (next === at) empty = true;
      }
      return empty ? at : -1;
    }
    let reached = at;
    for (const part of particle.sequence) {
      const next = this.#match(part, children, reached, types, tried);
      if (next < 0) return reached > at ? CUT : next; // one look ahead decides: a sequence that was begun must be ended
      reached = next;
    }
    return reached;
  }

  /** What was wanted instead, or `undefined` where the value is fine. */
  #value(text: string, ref: TypeRef): string | undefined {
    if (typeof ref === 'string' && ref.startsWith('xs:')) return XS[ref]?.(text);
    const type = this.#type(ref);
    if (type === undefined || type.kind !== 'simple') return undefined;
    if (type.union) {
      const wants = type.union.map((one) => this.#value(text, one));
      return wants.includes(undefined) ? undefined : wants.join(' | ');
    }
    const wrong = type.base === undefined ? undefined : this.#value(text, type.base);
    if (wrong !== undefined) return wrong;
    const value = type.base === 'xs:string' ? text : type.base === 'xs:normalizedString' ? text.replace(/[\t\n\r]/g, ' ') : text.trim().replace(/\s+/g, ' ');
    if (type.values && !set(type.values).has(value)) return type.values.length > 60 ? `${type.values.slice(0, 10).join(' | ')} | ...` : type.values.join(' | ');
    if (type.patterns && (value.length > 10_000 || !type.patterns.some((pattern) => regex(pattern).test(value)))) return type.patterns.join(' | ').slice(0, 200);
    if (type.least !== undefined && Number(value) < type.least) return `>= ${type.least}`;
    if (type.most !== undefined && Number(value) > type.most) return `<= ${type.most}`;
    if (type.minLength !== undefined && [...value].length < type.minLength) return `${type.minLength} characters or more`;
    if (type.maxLength !== undefined && [...value].length > type.maxLength) return `${type.maxLength} characters or fewer`;
    return undefined;
  }

  unique(root: XmlElement, attribute: string): void {
    const seen = new Set<string>();
    const stack = [...root.children];
    for (let one = stack.pop(); one; one = stack.pop()) {
      const value = one.attributes.get(attribute);
      if (value !== undefined && seen.has(value)) this.#fault(one.line, `/${one.name}/@${attribute}`, 'a value that no other has', value);
      if (value !== undefined) seen.add(value);
      for (const child of one.children) stack.push(child);
    }
  }
}

/** A sequence was begun and not ended. */
const CUT = -2;
interface Tried { at: number; wanted: Set<string> }
function missed(tried: Tried, at: number, name: string): number {
  if (at > tried.at) {
    tried.at = at;
    tried.wanted.clear();
  }
  if (at === tried.at) tried.wanted.add(name);
  return -1;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
function set(values: readonly string[]): ReadonlySet<string> {
  let made = sets.get(values);
  if (!made) sets.set(values, (made = new Set(values)));
  return made;
}
const regexes = new Map<string, RegExp>();
/** Patterns of XML Schema are anchored. What ours use of them reads the same in JavaScript without the `u` flag. */
function regex(pattern: string): RegExp {
  let made = regexes.get(pattern);
  if (!made) regexes.set(pattern, (made = new RegExp(`^(?:${pattern})$`)));
  return made;
}

const lexical = (pattern: RegExp, wanted: string) => (text: string): string | undefined => (pattern.test(text.trim()) ? undefined : wanted);
const XS: Readonly<Record<string, (text: string) => string | undefined>> = {
  'xs:boolean': lexical(/^(?:true|false|1|0)$/, 'true | false'),
  'xs:integer': lexical(/^[+-]?[0-9]{1,400}$/, 'a whole number'),
  'xs:nonNegativeInteger': lexical(/^(?:\+?[0-9]{1,400}|-0+)$/, 'a whole number from 0'),
  'xs:positiveInteger': lexical(/^\+?0*[1-9][0-9]{0,400}$/, 'a whole number from 1'),
  'xs:decimal': lexical(/^[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})$/, 'a decimal'),
  'xs:dateTime': (text) => (isTime(text.trim()) ? undefined : 'a time such as 2026-11-22T08:00:00Z'),
  'xs:date': (text) => (isDay(text.trim().replace(ZONE, '')) ? undefined : 'a day such as 2026-11-22'),
  // RFC 3987 after escaping, as XML Schema says: nearly anything goes, but not a space inside or a broken escape, and before a first colon stands a scheme.
  'xs:anyURI': (text) => (/^(?:[a-z][a-z0-9+.-]*:|(?![^/?#]*:))[^\s<>"{}|\\^`]*$/i.test(text.trim()) && !/%(?![0-9a-f]{2})/i.test(text) ? undefined : 'a URI'),
};
const ZONE = /(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)$/;

function isTime(text: string): boolean {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d{1,40})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/.exec(text);
  return found !== null && isDay(found[1]!) && (/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(found[2]!) || found[2] === '24:00:00');
}
