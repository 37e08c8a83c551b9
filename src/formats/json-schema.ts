/**
 * The part of JSON Schema draft 7 that the formats we read are written in: a schema becomes closures once, and a document
 * is checked in one pass. Nothing is compiled from text, so a page with a strict content policy can run it, and
 * `uniqueItems` is linear, where comparing each pair would take minutes over 100,000 components. A word of JSON Schema
 * that is not known here throws RangeError when the schema is made ready: nothing is passed over in silence.
 */
import { canonical } from '../base/canonical.ts';
import { isDay } from '../base/day.ts';
import { token } from '../base/pointer.ts';

export type Schema = boolean | { readonly [word: string]: unknown };
export interface SchemaFault { readonly pointer: string; readonly wanted: string; readonly given: string }
/** Faults in the order of the document, at most 20; none: the value is valid. */
export type SchemaCheck = (value: unknown) => SchemaFault[];

const MOST_FAULTS = 20;

/** `others`: schemas that a `$ref` names by what stands before its `#`. Throws RangeError for a schema that says what we do not know. */
export function schemaCheck(schema: Schema, others: Readonly<Record<string, Schema>> = {}): SchemaCheck {
  const documents = new Map<string, Schema>([['', schema], ...Object.entries(others)]);
  const test = new Compiler(documents).ready(schema, '');
  return (value) => {
    if (test(value)) return [];
    const told = new Told();
    test(value, told);
    return told.faults;
  };
}

/** With `told`, faults are gathered; without, the first one ends it. */
type Test = (value: unknown, told?: Told) => boolean;

class Told {
  readonly faults: SchemaFault[] = [];
  readonly path: (string | number)[] = [];

  say(wanted: string, given: unknown): false {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ pointer: this.path.map(token).join(''), wanted, given: shown(given) });
    return false;
  }
}

class Compiler {
  readonly #documents: ReadonlyMap<string, Schema>;
  readonly #ready = new Map<Schema, Test>();

  constructor(documents: ReadonlyMap<string, Schema>) {
    this.#documents = documents;
  }

  /** `document`: the one that the schema stands in, for its `#/...`. */
  ready(schema: Schema, document: string): Test {
    if (schema === true) return () => true;
    if (schema === false) return (value, told) => (told ? told.say('nothing', value) : false);
    const known = this.#ready.get(schema);
    if (known) return known;
    let made: Test | undefined;
    this.#ready.set(schema, (value, told) => made!(value, told)); // a schema may hold itself
    made = this.#compile(schema, document);
    this.#ready.set(schema, made);
    return made;
  }

  #compile(schema: Exclude<Schema, boolean>, document: string): Test {
    if (typeof schema.$ref === 'string') return this.#reference(schema.$ref, document); // draft 7: nothing beside it counts
    const tests: Test[] = [];
    for (const [word, argument] of Object.entries(schema)) {
      if (BESIDE.has(word)) continue;
      const make = WORDS[word];
      if (!make) throw new RangeError(`JSON Schema: ${word} is not known`);
      const test = make(argument, (inner) => this.ready(inner as Schema, document), schema);
      if (test) tests.push(test);
    }
    if (tests.length === 1) return tests[0]!;
    return (value, told) => {
      let good = true;
      for (const test of tests) {
        if (test(value, told)) continue;
        if (!told) return false;
        good = false;
      }
      return good;
    };
  }

  #reference(ref: string, from: string): Test {
    const at = ref.indexOf('#');
    const document = at === 0 ? from : at < 0 ? ref : ref.slice(0, at);
    let schema: unknown = this.#documents.get(document);
    for (const part of at < 0 ? [] : ref.slice(at + 1).split('/').filter((one) => one !== '')) schema = (schema as Record<string, unknown> | undefined)?.[part];
    if (schema === undefined) throw new RangeError(`JSON Schema: ${ref} leads nowhere`);
    return this.ready(schema as Schema, document);
  }
}

type Make = (argument: unknown, ready: (schema: unknown) => Test, schema: Readonly<Record<string, unknown>>) => Test | undefined;
type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const failed = (told: Told | undefined, wanted: string, value: unknown): boolean => (told ? told.say(wanted, value) : false);

const WORDS: Readonly<Record<string, Make | undefined>> = {
  type(argument) {
    const types = Array.isArray(argument) ? (argument as string[]) : [argument as string];
    const wanted = types.join(' | ');
    const [only] = types;
    return (value, told) => (types.length === 1 ? isType(value, only!) : types.some((type) => isType(value, type))) || failed(told, wanted, value);
  },
  enum(argument) {
    const values = argument as readonly unknown[];
    const set = new Set(values);
    const wanted = values.length > 60 ? `${values.slice(0, 10).map(String).join(' | ')} | ...` : values.map(String).join(' | ');
    return (value, told) => set.has(value) || failed(told, wanted, value);
  },
  const: (argument) => (value, told) => value === argument || failed(told, String(argument), value),
  minimum: (argument) => (value, told) => typeof value !== 'number' || value >= (argument as number) || failed(told, `>= ${String(argument)}`, value),
  maximum: (argument) => (value, told) => typeof value !== 'number' || value <= (argument as number) || failed(told, `<= ${String(argument)}`, value),
  minLength: (argument) => (value, told) => typeof value !== 'string' || lengthOf(value) >= (argument as number) || failed(told, `${String(argument)} characters or more`, value),
  maxLength: (argument) => (value, told) => typeof value !== 'string' || lengthOf(value) <= (argument as number) || failed(told, `${String(argument)} characters or fewer`, value),
  minItems: (argument) => (value, told) => !Array.isArray(value) || value.length >= (argument as number) || failed(told, `${String(argument)} or more in the list`, value),
  maxItems: (argument) => (value, told) => !Array.isArray(value) || value.length <= (argument as number) || failed(told, `${String(argument)} or fewer in the list`, value),
  pattern(argument) {
    const pattern = new RegExp(argument as string, 'u');
    return (value, told) => typeof value !== 'string' || (value.length <= LONGEST || argument === '^(.*)$') && pattern.test(value) || failed(told, argument as string, value);
  },
  format(argument) {
    const format = FORMATS[argument as string];
    if (!format) throw new RangeError(`JSON Schema: format ${String(argument)} is not known`);
    return (value, told) => typeof value !== 'string' || format(value) || failed(told, argument as string, value);
  },
  required(argument) {
    const names = argument as readonly string[];
    return (value, told) => {
      if (!isObject(value)) return true;
      let good = true;
      for (const name of names) {
        if (Object.hasOwn(value, name)) continue;
        if (!told) return false;
        good = told.say(name, undefined);
      }
      return good;
    };
  },
  properties(argument, ready, schema) {
    const tests = new Map(Object.entries(argument as Members).map(([name, inner]) => [name, ready(inner)]));
    const others = otherMembers(schema, ready);
    const options = [...tests.keys()].join(', ');
    return (value, told) => {
      if (!isObject(value)) return true;
      let good = true;
      for (const name in value) {
        if (!Object.hasOwn(value, name)) continue;
        const test = tests.get(name) ?? others;
        if (test === undefined) continue;
        if (told) {
          told.path.push(name);
          if (test === FORBIDDEN) good = told.say(options, name);
          else good = test(value[name], told) && good;
          told.path.pop();
        } else if (!test(value[name])) return false;
      }
      return good;
    };
  },
  additionalProperties(argument, ready, schema) {
    if (schema.properties !== undefined) return undefined; // read together with them
    return WORDS.properties!({}, ready, { additionalProperties: argument });
  },
  propertyNames(argument, ready) {
    const test = ready(argument);
    return (value, told) => {
      if (!isObject(value)) return true;
      const strange = Object.keys(value).filter((name) => !test(name));
      for (const name of told ? strange : []) {
        told!.path.push(name);
        test(name, told);
        told!.path.pop();
      }
      return strange.length === 0;
    };
  },
  items(argument, ready, schema) {
    const places = Array.isArray(argument) ? argument.map(ready) : [];
    const rest = Array.isArray(argument) ? ready(schema.additionalItems ?? true) : ready(argument);
    return (value, told) => {
      if (!Array.isArray(value)) return true;
      let good = true;
      for (let i = 0; i < value.length; i++) {
        const test = places[i] ?? rest;
        if (!told) {
          if (!test(value[i])) return false;
          continue;
        }
        if (told.faults.length >= MOST_FAULTS) return false;
        told.path.push(i);
        good = test(value[i], told) && good;
        told.path.pop();
      }
      return good;
    };
  },
  uniqueItems(argument) {
    if (argument !== true) return undefined;
    return (value, told) => {
      const twice = Array.isArray(value) ? firstRepeated(value) : -1;
      if (twice < 0 || !told) return twice < 0;
      told.path.push(twice);
      told.say('no member that is there already', (value as unknown[])[twice]);
      told.path.pop();
      return false;
    };
  },
  allOf(argument, ready) {
    const tests = (argument as unknown[]).map(ready);
    return (value, told) => tests.map((test) => test(value, told)).every(Boolean);
  },
  anyOf(argument, ready) {
    const tests = (argument as unknown[]).map(ready);
    return (value, told) => tests.some((test) => test(value)) || (told !== undefined && nearest(tests, value, told));
  },
  oneOf(argument, ready) {
    const tests = (argument as unknown[]).map(ready);
    return (value, told) => {
      const met = tests.filter((test) => test(value)).length;
      if (met === 1 || !told) return met === 1;
      return met === 0 ? nearest(tests, value, told) : told.say('one of two ways to write it, not both', value);
    };
  },
  not(argument, ready) {
    const test = ready(argument);
    const names = (argument as { required?: readonly string[] }).required;
    return (value, told) => !test(value) || failed(told, names ? `not ${names.join(' and ')} here` : 'something else', value);
  },
  if(argument, ready, schema) {
    const [test, then, otherwise] = [ready(argument), ready(schema.then ?? true), ready(schema.else ?? true)];
    return (value, told) => (test(value) ? then(value, told) : otherwise(value, told));
  },
};
/** Words that forbid nothing by themselves, or are read together with another one. */
const BESIDE = new Set(['definitions', '$defs', 'then', 'else', 'additionalItems']);

const FORBIDDEN: Test = () => false;
function otherMembers(schema: Readonly<Record<string, unknown>>, ready: (schema: unknown) => Test): Test | undefined {
  const { additionalProperties: others } = schema;
  return others === undefined || others === true ? undefined : others === false ? FORBIDDEN : ready(others);
}

/** Of the branches that fail, the one that got furthest: what was meant is most likely it. */
function nearest(tests: readonly Test[], value: unknown, told: Told): false {
  let best: Told | undefined;
  for (const test of tests) {
    const one = new Told();
    one.path.push(...told.path);
    test(value, one);
    if (!best || depthOf(one) > depthOf(best) || (depthOf(one) === depthOf(best) && one.faults.length < best.faults.length)) best = one;
  }
  for (const fault of best?.faults ?? []) if (told.faults.length < MOST_FAULTS) told.faults.push(fault);
  return false;
}
function depthOf({ faults }: Told): number {
  return Math.min(...faults.map(({ pointer }) => pointer.split('/').length));
}

function isType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object': return isObject(value);
    case 'array': return Array.isArray(value);
    case 'null': return value === null;
    case 'integer': return typeof value === 'number' && Number.isInteger(value);
    default: return typeof value === type;
  }
}

function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Where the second of two equal members stands, or -1. Whole texts are only made of those that look alike. Linear. */
function firstRepeated(list: readonly unknown[]): number {
  const first = new Map<string, number>();
  const whole = new Map<string, Set<string>>();
  for (let i = 0; i < list.length; i++) {
    const look = looks(list[i]);
    const before = first.get(look);
    if (before === undefined) {
      first.set(look, i);
      continue;
    }
    let texts = whole.get(look);
    if (!texts) whole.set(look, (texts = new Set([canonical(list[before])])));
    const text = canonical(list[i]);
    if (texts.has(text)) return i;
    texts.add(text);
  }
  return -1;
}

/** Equal values look alike; different ones mostly do not. */
function looks(value: unknown): string {
  if (!isObject(value)) return Array.isArray(value) ? `[${value.length}` : `${typeof value} ${String(value)}`;
  const parts: string[] = [];
  for (const name in value) {
    const member = value[name];
    if (typeof member === 'string' || typeof member === 'number') parts.push(`${name}=${member}`);
  }
  return `{${parts.length > 1 ? parts.sort().join('\n') : parts.join()}`;
}

/** No pattern is run over more than this. */
const LONGEST = 10_000;
const FORMATS: Readonly<Record<string, ((text: string) => boolean) | undefined>> = {
  date: isDay,
  'date-time': isTime,
  'idn-email': isMail,
  'iri-reference': isIri,
  uri: (text) => isIri(text) && /^[a-z][a-z0-9+.-]*:/i.test(text),
};

/** RFC 3339; a leap second is where it may be. */
function isTime(text: string): boolean {
  const found = /^(\d{4}-\d{2}-\d{2})[tT ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,40})?(?:[zZ]|[+-](\d{2}):?(\d{2}))$/.exec(text);
  if (!found || !isDay(found[1]!)) return false;
  const [hour, minute, second, zoneHour, zoneMinute] = [found[2], found[3], found[4], found[5] ?? '0', found[6] ?? '0'].map(Number) as [number, number, number, number, number];
  return hour < 24 && minute < 60 && second <= 60 && (second < 60 || minute === 59 || zoneMinute !== 0 || zoneHour !== 0) && zoneHour < 24 && zoneMinute < 60;
}

/** Something, one `@`, a domain. */
function isMail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && at < text.length - 1 && text.length <= 320 && !/[\s<>()[\],;:\\]/.test(text.slice(at + 1)) && !/[\s<>]/.test(text.slice(0, at).replace(/^".*"$/, ''));
}

/** RFC 3987: none of the characters that no IRI has, whole escapes, one `#`. */
function isIri(text: string): boolean {
  return !/[\s\p{Cc}<>"{}|\\^`]/u.test(text) && !/%(?![0-9a-f]{2})/i.test(text) && text.indexOf('#') === text.lastIndexOf('#');
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `[${value.length}]`;
  if (isObject(value)) return `{${Object.keys(value).slice(0, 6).join(', ')}}`;
  return String(value).slice(0, 80);
}
