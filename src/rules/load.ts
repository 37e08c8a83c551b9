/**
 * A rulebook file, read and checked whole, its parameters settled.
 *
 * Where the law leaves something open, the file declares a parameter and says what each option selects: a value may be
 * written `{choose: depth, of: {parts: bought, chips: all}}`, and a clause may carry `when: {depth: chips}`. Both are
 * settled here, so that what is evaluated, digested and checked is plain. Every option of every parameter has to be sound.
 * Options other than the file's own stand in the name of each version: `2026-06 [depth=chips]`.
 */
import { issue, type Issue, type Read } from '../base/issue.ts';
import { pointerOf, token } from '../base/pointer.ts';
import { checkShape, day, flag, jsonSchema, object, type Shape, whole, word, z } from '../formats/shape.ts';
import { parseYaml } from '../formats/yaml.ts';
import { evidence, ids, name, place, pred } from '../select/shape.ts';
import { lint } from './lint.ts';
import type { Clause, Floor, For, Localized, PlaceSets, Rulebook, Unless, Version } from './rulebook.ts';

/** The chosen option of each parameter that is not left at its default. */
export type Choices = Readonly<Record<string, string>>;

/** The rulebook of a YAML text with its parameters settled, or every fault. `source` names the file in faults. */
export function loadRulebook(text: string, source: string, choices: Choices = {}): Read<Rulebook | undefined> {
  const { value, issues, lineOf } = parseYaml(text, source);
  if (issues.length > 0) return { value: undefined, issues };
  const parameters = parametersOf(value);
  const unknown = Object.entries(choices).filter(([name, option]) => !parameters.get(name)?.options.includes(option));
  if (unknown.length > 0) {
    return { value: undefined, issues: unknown.map(([name, option]) => issue('rulebook/parameter', source, pointerOf('parameters', name), { line: lineOf('/parameters'), name, option })) };
  }
  const defaults: Choices = Object.fromEntries([...parameters].map(([name, { value: option }]) => [name, option]));
  const chosen = read(value, { ...defaults, ...choices }, source, lineOf);
  const found = [...chosen.issues];
  for (const [name, { options }] of parameters) {
    for (const option of options) {
      const other = { ...defaults, ...choices, [name]: option };
      if (other[name] !== (choices[name] ?? defaults[name])) found.push(...read(value, other, source, lineOf).issues);
    }
  }
  if (found.length > 0) return { value: undefined, issues: unique(found) };
  const rulebook = chosen.value!;
  const settled = { ...defaults, ...choices };
  const others = Object.entries(settled).filter(([name, option]) => option !== defaults[name]).map(([name, option]) => `${name}=${option}`);
  return {
    value: {
      ...rulebook,
      // So it is said wherever the version is: in reports, grounds and certificates.
      versions: rulebook.versions.map((version) => (others.length > 0 ? { ...version, version: `${version.version} [${others.join(', ')}]` } : version)),
      ...(rulebook.parameters ? { parameters: Object.fromEntries(Object.entries(rulebook.parameters).map(([name, parameter]) => [name, { ...parameter, value: settled[name]! }])) } : {}),
      clauses: rulebook.clauses.filter(({ when }) => selected(when, settled)).map(({ when: _, ...clause }) => clause),
    },
    issues: [],
  };
}

/** JSON Schema of a rulebook file. */
export function rulebookSchema(): Record<string, unknown> {
  const schema = jsonSchema(rulebookFile) as { $defs?: Schema };
  const choice = {
    type: 'object', required: ['choose', 'of'], additionalProperties: false,
    properties: { choose: { type: 'string' }, of: { type: 'object', minProperties: 1 } },
  };
  const { $defs = {}, ...whole } = schema;
  return { ...orChoice(whole), title: 'nonred rulebook', $defs: { ...mapped($defs, orChoice), choice } };
}

type Schema = Readonly<Record<string, unknown>>;

/** Every member and item may be a choice instead. */
function orChoice(schema: Schema): Schema {
  const chosen = (part: Schema): Schema => ({ anyOf: [orChoice(part), { $ref: '#/$defs/choice' }] });
  const { properties, items, additionalProperties, anyOf, ...rest } = schema as Readonly<Record<string, Schema>>;
  return {
    ...rest,
    ...(properties && { properties: mapped(properties, chosen) }),
    ...(items && { items: chosen(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: typeof additionalProperties === 'object' ? chosen(additionalProperties) : additionalProperties }),
    ...(anyOf && { anyOf: (anyOf as unknown as Schema[]).map(orChoice) }),
  };
}

function mapped(members: Schema, change: (schema: Schema) => Schema): Schema {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member as Schema)]));
}

/** The clause is there where each parameter has the option, or one of several. */
type When = Readonly<Record<string, string | readonly string[]>>;
interface ClauseInFile extends Clause { readonly when?: When }
interface RulebookInFile extends Rulebook { readonly clauses: readonly ClauseInFile[] }
type Parameters = ReadonlyMap<string, { readonly value: string; readonly options: readonly string[] }>;

/** What can be made out of the parameters before the shape is checked; faults in them are found there. */
function parametersOf(file: unknown): Parameters {
  const given = (file as { parameters?: Record<string, { value?: unknown; options?: unknown }> } | undefined)?.parameters;
  const found = new Map<string, { value: string; options: readonly string[] }>();
  if (typeof given !== 'object' || given === null) return found;
  for (const [name, parameter] of Object.entries(given)) {
    const { value, options } = parameter ?? {};
    if (typeof value === 'string' && Array.isArray(options) && options.every((option) => typeof option === 'string')) found.set(name, { value, options });
  }
  return found;
}

function read(file: unknown, choices: Choices, source: string, lineOf: (pointer: string) => number): Read<RulebookInFile | undefined> {
  const moved: [string, string][] = [];
  const faults: Issue[] = [];
  const settle = (given: unknown, pointer: string, inFile: string): unknown => {
    if (Array.isArray(given)) return given.map((item, i) => settle(item, `${pointer}/${i}`, `${inFile}/${i}`));
    if (typeof given !== 'object' || given === null) return given;
    if (!Object.hasOwn(given, 'choose')) return Object.fromEntries(Object.entries(given).map(([name, item]) => [name, settle(item, pointer + token(name), inFile + token(name))]));
    const { choose, of, ...rest } = given as { choose: unknown; of?: unknown };
    const option = typeof choose === 'string' && Object.hasOwn(choices, choose) ? choices[choose]! : undefined;
    if (option === undefined || typeof of !== 'object' || of === null || !Object.hasOwn(of, option) || Object.keys(rest).length > 0) {
      faults.push(issue('rulebook/parameter', source, inFile, { line: lineOf(inFile), name: String(choose), option: option ?? '' }));
      return undefined;
    }
    const from = `${inFile}/of${token(option)}`;
    moved.push([pointer, from]);
    return settle((of as Record<string, unknown>)[option], pointer, from);
  };
  const plain = settle(file, '', '');
  if (faults.length > 0) return { value: undefined, issues: faults };
  /** A pointer into the plain form, as one into the file. */
  const inFile = (pointer: string): string => {
    const [from, to] = moved.reduce<readonly [string, string]>((best, pair) => ((pointer === pair[0] || pointer.startsWith(`${pair[0]}/`)) && pair[0].length >= best[0].length ? pair : best), ['', '']);
    return to + pointer.slice(from.length);
  };
  const shaped = checkShape(rulebookFile, plain, source, (pointer) => lineOf(inFile(pointer)));
  const issues = shaped.value
    ? [...whens(shaped.value, source), ...lint(shaped.value, source, (clause) => selected((clause as ClauseInFile).when, choices))]
    : shaped.issues;
  return { value: shaped.value, issues: issues.map((fault) => relocated(fault, inFile(fault.at.pointer), lineOf)) };
}

function relocated(fault: Issue, pointer: string, lineOf: (pointer: string) => number): Issue {
  return { ...fault, params: { ...fault.params, line: lineOf(pointer) }, at: { source: fault.at.source, pointer } };
}

function selected(when: When | undefined, choices: Choices): boolean {
  return Object.entries(when ?? {}).every(([name, options]) => choices[name] !== undefined && [options].flat().includes(choices[name]));
}

function whens({ clauses, parameters = {} }: RulebookInFile, source: string): Issue[] {
  return [
    ...Object.entries(parameters).flatMap(([name, { value, options }]) => (options.includes(value) ? [] : [issue('rulebook/parameter', source, pointerOf('parameters', name, 'value'), { name, option: value })])),
    ...clauses.flatMap(({ when = {} }, i) => Object.entries(when).flatMap(([name, options]) => [options].flat().flatMap((option) => (parameters[name]?.options.includes(option) ? [] : [issue('rulebook/parameter', source, pointerOf('clauses', i, 'when', name), { name, option })])))),
  ];
}

function unique(issues: readonly Issue[]): Issue[] {
  const seen = new Map(issues.map((fault) => [JSON.stringify(fault), fault]));
  return [...seen.values()].sort((a, b) => Number(a.params.line) - Number(b.params.line));
}

// The shapes. Each is the type of the same name, spelt out for values that come as text.
const localized: Shape<Localized> = object({ en: word, 'zh-Hant': word });
const sets: Shape<PlaceSets> = z.record(name, z.array(place));
const floor: Shape<Floor> = object({
  clear: z.exactOptional(object({ kind: z.exactOptional(ids), maxAgeDays: z.exactOptional(whole(0, 100_000)), custody: z.exactOptional(ids) })),
  red: z.exactOptional(object({ level: z.enum(['confirmed', 'inferred']) })),
}).meta({ id: 'Floor' });
const whom: Shape<For> = z.union([
  z.literal('product'),
  object({ components: object({ walk: z.union([z.enum(['bought', 'all']), object({ tiers: whole(1, 1000) })]), roles: z.exactOptional(ids), materials: z.exactOptional(ids) }) }),
  object({ parties: z.array(z.enum(['maker', 'supplier'])) }),
], { error: 'product | {components: ...} | {parties: ...}' });
const sourced = { sources: z.exactOptional(ids), unverified: z.exactOptional(flag) };
const notes: Shape<readonly Localized[]> = z.array(localized);
const unless: Shape<Unless> = object({
  id: name, title: z.exactOptional(localized), cite: word, from: z.exactOptional(day), to: z.exactOptional(day), of: z.exactOptional(z.literal('root')), shown: z.exactOptional(evidence), when: z.exactOptional(pred), ...sourced,
}).refine((exemption) => exemption.shown || exemption.when, { params: { wanted: 'shown, when' } });
const yesOrNo: Shape<boolean> = z.preprocess((given) => (given === 'true' ? true : given === 'false' ? false : given), z.boolean());
const clause: Shape<ClauseInFile> = object({
  id: name, title: z.exactOptional(localized), when: z.exactOptional(z.record(name, z.union([word, z.array(word)]))), cite: word, from: z.exactOptional(day), to: z.exactOptional(day),
  for: whom, reading: z.exactOptional(z.enum(['exposure', 'independence'])), redIf: pred, unless: z.exactOptional(z.array(unless)), floor: z.exactOptional(floor), expects: z.exactOptional(ids),
  notPolar: z.exactOptional(yesOrNo), notes: z.exactOptional(notes), ...sourced,
});
const version: Shape<Version> = object({
  version: word, from: day, to: z.exactOptional(day), status: z.enum(['proposed', 'in-force', 'suspended', 'expired', 'struck-down', 'unknown']),
  cite: z.exactOptional(word), sets: z.exactOptional(sets), notes: z.exactOptional(notes), ...sourced,
});
const wordsShape = object({ roles: z.exactOptional(ids), steps: z.exactOptional(ids), kinds: z.exactOptional(ids), acts: z.exactOptional(ids), buyers: z.exactOptional(ids), purposes: z.exactOptional(ids) });
const rulebookFile: Shape<RulebookInFile> = object({
  id: name, title: localized, cite: word, statusChecked: day, binds: localized,
  sources: z.array(object({ key: word, text: word, confirmed: yesOrNo })),
  versions: z.array(version), sets: z.exactOptional(sets),
  lists: z.exactOptional(z.record(name, object({ maxAgeDays: z.exactOptional(whole(0, 100_000)), exactName: z.exactOptional(z.literal('trusted')) }))),
  words: z.exactOptional(wordsShape), scope: z.exactOptional(pred), floor: z.exactOptional(floor), clauses: z.array(clause), consequence: name,
  parameters: z.exactOptional(z.record(name, object({ value: word, options: ids, why: localized }))),
  notes: z.exactOptional(notes), notModelled: notes,
});
