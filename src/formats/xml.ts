/**
 * XML 1.0 as the project reads it, and the only file that imports the library. A document type is refused, whatever is in
 * it: entities, outside files and defaults live there, and no format that we read has one. Bytes are UTF-8. Counted while
 * reading: bytes, depth, elements. Nothing recurses over the text, and nothing outside of it is ever asked for.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
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
  /** From 1. */
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

const PIECE = 1 << 16;
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const NONE: ReadonlyMap<string, string> = new Map();

interface Open { name: string; namespace: string; attributes: ReadonlyMap<string, string>; children: XmlElement[]; text: string; line: number }
/** Most elements have none: one list for all of them, which nothing is ever put into. */
const CHILDLESS: XmlElement[] = [];

class Refusal extends Error {
  readonly fault: Issue;
  constructor(fault: Issue) {
    super(fault.code);
    this.fault = fault;
  }
}

/** The root element, or `undefined` and one fault whose pointer is `/line/N`. */
export function parseXml(input: Uint8Array | string, source: string, limits: XmlLimits = XML_LIMITS): Read<XmlElement | undefined> {
  const refused = (fault: Issue): Read<undefined> => ({ value: undefined, issues: [fault] });
  if (input.length > limits.bytes) return refused(issue('input/too-large', source, '', { what: 'bytes', count: input.length, limit: limits.bytes }));
  const decoded = typeof input === 'string' ? { text: input } : decodeUtf8(input, source);
  if ('issue' in decoded) return refused(decoded.issue);
  const text = decoded.text.replace(/^\ufeff/, '');
  const parser = new SaxesParser({ xmlns: true });
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const stop = (code: Issue['code'], params: Issue['params'] = {}): never => {
    throw new Refusal(issue(code, source, `/line/${parser.line}`, { line: parser.line, ...params }));
  };
  parser.on('error', (error) => stop('document/xml', { says: error.message.replace(/^[0-9:]+ */, '').slice(0, 200) }));
  parser.on('doctype', () => stop('document/doctype'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) stop('input/encoding', { given: encoding.slice(0, 40) });
  });
  parser.on('opentag', (tag) => {
    if (++elements > limits.elements) stop('input/too-large', { what: 'elements', count: elements, limit: limits.elements });
    if (stack.length >= limits.depth) stop('input/too-deep', { limit: limits.depth });
    stack.push({ name: tag.local, namespace: tag.uri, attributes: attributesOf(tag), children: CHILDLESS, text: '', line: parser.line });
  });
  const add = (piece: string): void => {
    const top = stack.at(-1);
    if (top) top.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const done = stack.pop()!;
    const above = stack.at(-1);
    if (!above) root = done;
    else if (above.children === CHILDLESS) above.children = [done];
    else above.children.push(done);
  });
  // The library keeps what a tag has so far: a tag that never ends is cut where it has more attributes than any element needs.
  let attributes = 0;
  parser.on('opentagstart', () => void (attributes = 0));
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) stop('input/too-large', { what: 'attributes', count: attributes, limit: limits.attributes });
  });
  try {
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
    parser.close();
  } catch (thrown) {
    if (thrown instanceof Refusal) return refused(thrown.fault);
    throw thrown;
  }
  return root ? { value: root, issues: [] } : refused(issue('document/xml', source, '/line/1', { line: 1, says: 'no element' }));
}

function attributesOf({ attributes }: SaxesTagNS): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined;
  for (const { uri, local, value, prefix } of Object.values(attributes)) {
    if (uri === XMLNS || prefix === 'xmlns') continue;
    found ??= new Map();
    found.set(uri === '' ? local : `{${uri}}${local}`, value);
  }
  return found ?? NONE;
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
