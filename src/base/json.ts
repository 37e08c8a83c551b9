/**
 * Strict JSON (RFC 8259) from bytes that nobody vouches for. Refused, with a code and a place: bytes that are not UTF-8,
 * a byte order mark, nesting deeper than `maxDepth`, duplicate member names, lone surrogates, numbers beyond a double,
 * and more than `maxBytes`. One pass, linear; the stack never grows beyond `maxDepth` frames. `__proto__` is a member
 * like any other and touches no prototype.
 */
import { type Issue, issue, type Read } from './issue.ts';
import { token } from './pointer.ts';
import { decodeUtf8 } from './utf8.ts';

export interface JsonOptions {
  /** Names the text in faults: a file of the workspace. */
  readonly source: string;
  /** `last` (the last of equal names wins) is for the conformance suite only. */
  readonly duplicateKeys?: 'refuse' | 'last';
  /** Nesting of arrays and objects; 64 where absent. */
  readonly maxDepth?: number;
  /** 64 MiB where absent; of a text, UTF-16 code units. */
  readonly maxBytes?: number;
}

/** The value, or `undefined` and one fault. */
export function parseJson(input: Uint8Array | string, options: JsonOptions): Read<unknown> {
  const { source, maxBytes = 64 << 20 } = options;
  if (input.length > maxBytes)
    return fault(issue('input/too-large', source, '', { what: 'bytes', count: input.length, limit: maxBytes }));
  const decoded = typeof input === 'string' ? { text: input } : decodeUtf8(input, source);
  if ('issue' in decoded) return fault(decoded.issue);
  const { text } = decoded;
  if (text.charCodeAt(0) === 0xfeff) return fault(issue('input/encoding', source, '', { given: 'a byte order mark' }));
  const parser = new Parser(text, options.maxDepth ?? 64, options.duplicateKeys === 'last');
  try {
    return { value: parser.document(), issues: [] };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { line, column } = lineOf(text, thrown.at);
    return fault(issue(thrown.code, source, parser.pointer(), { ...thrown.params, line, column }));
  }
}

/** Line and column, from 1, of an offset; a column is a UTF-16 code unit. */
export function lineOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

const fault = (one: Issue): Read<undefined> => ({ value: undefined, issues: [one] });

class Refusal extends Error {
  readonly code: Issue['code'];
  readonly at: number;
  readonly params: Issue['params'];
  constructor(code: Issue['code'], at: number, params: Issue['params'] = {}) {
    super(code);
    this.code = code;
    this.at = at;
    this.params = params;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const HEX4 = /^[0-9a-fA-F]{4}$/;

class Parser {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #lastWins: boolean;
  #at = 0;
  readonly #path: (string | number)[] = [];

  constructor(text: string, maxDepth: number, lastWins: boolean) {
    this.#text = text;
    this.#maxDepth = maxDepth;
    this.#lastWins = lastWins;
  }

  pointer(): string {
    return this.#path.map(token).join('');
  }

  document(): unknown {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#unexpected('the end');
    return value;
  }

  #value(): unknown {
    switch (this.#text.charCodeAt(this.#at)) {
      case QUOTE: return this.#string();
      case 0x7b: return this.#object();
      case 0x5b: return this.#array();
      case 0x74: return this.#word('true', true);
      case 0x66: return this.#word('false', false);
      case 0x6e: return this.#word('null', null);
      default: return this.#number();
    }
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const path = this.#enter();
    if (this.#nextIs(0x7d)) return this.#leave(object);
    do {
      this.#skipSpace();
      const start = this.#at;
      if (this.#text.charCodeAt(start) !== QUOTE) throw this.#unexpected('a member name');
      const name = this.#string();
      this.#path[path] = name;
      if (!this.#lastWins && Object.hasOwn(object, name)) throw new Refusal('input/duplicate-key', start, { name });
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== 0x3a) throw this.#unexpected('`:`');
      this.#at++;
      this.#skipSpace();
      const value = this.#value();
      // An assignment to `__proto__` would set the prototype.
      if (name === '__proto__') Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
      else object[name] = value;
    } while (this.#nextIs(0x2c));
    if (!this.#nextIs(0x7d)) throw this.#unexpected('`,` or `}`');
    return this.#leave(object);
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    const path = this.#enter();
    if (this.#nextIs(0x5d)) return this.#leave(array);
    do {
      this.#path[path] = array.length;
      this.#skipSpace();
      array.push(this.#value());
    } while (this.#nextIs(0x2c));
    if (!this.#nextIs(0x5d)) throw this.#unexpected('`,` or `]`');
    return this.#leave(array);
  }

  /** Past the bracket; returns the place in the path that the members write. Depth is refused before anything is nested. */
  #enter(): number {
    const depth = this.#path.length;
    if (depth >= this.#maxDepth) throw new Refusal('input/too-deep', this.#at, { limit: this.#maxDepth });
    this.#path.push(0);
    this.#at++;
    return depth;
  }
  #leave<V>(value: V): V {
    this.#path.pop();
    return value;
  }

  #string(): string {
    const text = this.#text;
    const start = ++this.#at;
    let i = start;
    for (let c = text.charCodeAt(i); c !== QUOTE && c !== BACKSLASH; c = text.charCodeAt(++i)) {
      if (c >= 0xd800 && c <= 0xdfff) i = this.#pair(i);
      else if (!(c >= 0x20)) return this.#badString(i);
    }
    if (text.charCodeAt(i) === QUOTE) {
      this.#at = i + 1;
      return text.slice(start, i);
    }
    return this.#escapedString(start, i);
  }

  #escapedString(start: number, first: number): string {
    const text = this.#text;
    let from = start;
    let out = '';
    for (let i = first; ; i++) {
      const c = text.charCodeAt(i);
      if (c === QUOTE) {
        this.#at = i + 1;
        return out + text.slice(from, i);
      }
      if (c !== BACKSLASH) {
        if (!(c >= 0x20)) return this.#badString(i);
        if (c >= 0xd800 && c <= 0xdfff) i = this.#pair(i);
        continue;
      }
      out += text.slice(from, i);
      const kind = text[++i];
      const plain = kind === undefined ? undefined : ESCAPES[kind];
      if (plain !== undefined) out += plain;
      else {
        const unit = this.#unit(i - 1);
        i += 4;
        if (unit >= 0xd800 && unit <= 0xdfff) {
          const low = unit <= 0xdbff && text[i + 1] === '\\' && text[i + 2] === 'u' ? this.#unit(i + 1) : 0;
          if (low < 0xdc00 || low > 0xdfff) throw new Refusal('input/json-lone-surrogate', i - 5);
          i += 6;
          out += String.fromCharCode(unit, low);
        } else out += String.fromCharCode(unit);
      }
      from = i + 1;
    }
  }

  /** The code unit of `\uXXXX` whose backslash stands at `i`. */
  #unit(i: number): number {
    const digits = this.#text.slice(i + 2, i + 6);
    if (this.#text[i + 1] !== 'u' || !HEX4.test(digits)) {
      this.#at = i;
      throw this.#unexpected('an escape');
    }
    return Number.parseInt(digits, 16);
  }

  /** The second half of a pair whose first stands at `i`. */
  #pair(i: number): number {
    const [high, low] = [this.#text.charCodeAt(i), this.#text.charCodeAt(i + 1)];
    if (high > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) throw new Refusal('input/json-lone-surrogate', i);
    return i + 1;
  }

  #badString(i: number): never {
    this.#at = i;
    throw this.#unexpected(i < this.#text.length ? 'a control character as an escape' : '`"`');
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text);
    if (!found) throw this.#unexpected('a value');
    const value = Number(found[0]);
    if (!Number.isFinite(value)) throw new Refusal('input/json-number', this.#at, { given: found[0].slice(0, 40) });
    this.#at = NUMBER.lastIndex;
    return value;
  }

  #word<V>(word: string, value: V): V {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected('a value');
    this.#at += word.length;
    return value;
  }

  #nextIs(code: number): boolean {
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    const text = this.#text;
    let i = this.#at;
    for (let c = text.charCodeAt(i); c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09; c = text.charCodeAt(++i));
    this.#at = i;
  }

  #unexpected(wanted: string): Refusal {
    const given = this.#at < this.#text.length ? String.fromCodePoint(this.#text.codePointAt(this.#at)!) : 'the end';
    return new Refusal('input/json-syntax', this.#at, { wanted, given });
  }
}
