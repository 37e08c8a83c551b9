/**
 * Shapes of what a person writes, checked whole: the only file that imports zod. A value comes as YAML gives it (every
 * scalar is text), so numbers, flags and days are typed here. Every fault has a pointer; unknown members are refused.
 */
import * as z from 'zod';
import { isDay } from '../base/day.ts';
import { issue, type Issue, type Read } from '../base/issue.ts';
import { pointerOf } from '../base/pointer.ts';
import type { Day } from '../model/record.ts';

export { z };
export type Shape<T> = z.ZodType<T>;

export const word: Shape<string> = z.string().min(1).max(4000).meta({ title: 'text' });
export const words: Shape<readonly string[]> = z.array(word);
export const day: Shape<Day> = z.string().refine(isDay, { params: { day: true } }).meta({ format: 'date' });
/** Present means true; there is no other value. */
export const flag: Shape<true> = z.preprocess((given) => (given === 'true' ? true : given), z.literal(true));

/** An object that has these members and no others. */
export function object<S extends z.core.$ZodLooseShape>(members: S): z.ZodObject<z.core.util.Writeable<S>, z.core.$strict> {
  return z.strictObject(members, { error: (found) => (found.code === 'unrecognized_keys' ? Object.keys(members).join(', ') : undefined) });
}

export function whole(least: number, most: number): Shape<number> {
  return z.preprocess((given) => (typeof given === 'string' && /^(0|[1-9]\d{0,14})$/.test(given) ? Number(given) : given), z.int().min(least).max(most));
}

/** The value as the shape types it, or every fault. `lineOf` is that of the parsed text. */
export function checkShape<T>(shape: Shape<T>, given: unknown, source: string, lineOf: (pointer: string) => number): Read<T | undefined> {
  const result = shape.safeParse(given);
  if (result.success) return { value: result.data, issues: [] };
  return { value: undefined, issues: result.error.issues.flatMap((found) => faultsOf(found, given, [], source, lineOf)) };
}

/** JSON Schema 2020-12 of what a shape reads, for editors. */
export function jsonSchema(shape: Shape<unknown>): Record<string, unknown> {
  return z.toJSONSchema(shape, { io: 'output', reused: 'inline', target: 'draft-2020-12' }) as Record<string, unknown>;
}

type Fault = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function faultsOf(found: Fault, given: unknown, above: Path, source: string, lineOf: (pointer: string) => number): Issue[] {
  const path = [...above, ...found.path];
  const at = (more: Path = []): string => pointerOf(...[...path, ...more].map(String));
  const line = lineOf(at());
  const value = path.reduce<unknown>((inside, step) => (inside as Record<PropertyKey, unknown> | undefined)?.[step], given);
  if (found.code === 'unrecognized_keys') return found.keys.map((member) => issue('input/unknown-field', source, at([member]), { line: lineOf(at([member])), given: member, options: found.message }));
  if (value === undefined || value === '') return [issue('input/missing', source, at(), { line, field: String(path.at(-1) ?? '') })];
  if (found.code === 'invalid_union' && found.errors.length > 0) {
    const branch = typeof value === 'object' ? nearest(found.errors) : found.errors.find(([first]) => first?.code === 'invalid_value');
    if (branch) return branch.flatMap((inner) => faultsOf(inner, given, path, source, lineOf));
  }
  if (found.code === 'invalid_value' && typeof value === 'string') return [issue('input/not-one-of', source, at(), { line, given: value, options: found.values.map(String).join(', ') })];
  if (found.code === 'custom' && found.params?.day && typeof value === 'string') return [issue('input/bad-day', source, at(), { line, given: value })];
  return [issue('input/wrong-shape', source, at(), { line, wanted: wanted(found), given: shown(value) })];
}

/** Of the branches of a union, the one that knows most of the members; none where no branch knows a single one. */
function nearest(branches: readonly (readonly Fault[])[]): readonly Fault[] | undefined {
  const strange = (faults: readonly Fault[]): number =>
    faults.reduce((sum, fault) => sum + (fault.path.length > 1 ? 0 : fault.code === 'unrecognized_keys' ? fault.keys.length * 2 : fault.path.length === 0 ? 100 : 1), 0);
  const ranked = branches.map((faults) => ({ faults, strange: strange(faults) })).sort((a, b) => a.strange - b.strange);
  const [first, second] = ranked;
  if (!first || first.strange >= 100) return undefined;
  // Several branches that are equally strange say nothing about what was meant.
  return second && second.strange === first.strange && branches.length > 2 && first.faults.some(({ code }) => code === 'unrecognized_keys') ? undefined : first.faults;
}

function wanted(found: Fault): string {
  switch (found.code) {
    case 'invalid_type': return WANTED[found.expected] ?? found.expected;
    case 'invalid_value': return found.values.map(String).join(' | ');
    case 'too_small': return `>= ${String(found.minimum)}`;
    case 'too_big': return `<= ${String(found.maximum)}`;
    case 'custom': return String(found.params?.wanted ?? found.message);
    case 'invalid_union': return found.message;
    default: return found.message;
  }
}

const WANTED: Readonly<Record<string, string>> = { string: 'text', array: '[...]', object: '{...}', record: '{...}', int: '0, 1, 2, ...', number: '0, 1, 2, ...' };

function shown(value: unknown): string {
  if (Array.isArray(value)) return '[...]';
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).slice(0, 6).join(', ')}}`;
  return String(value).slice(0, 80);
}
