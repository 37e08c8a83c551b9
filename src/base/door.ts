/**
 * What a caller of the package gives, looked at before anything is done with it: a program in JavaScript, or one that casts, hears which
 * argument is wrong and not where it came to grief. Not a second reading of the data: what tables and documents hold is checked where they are read.
 */
import { isDay } from './day.ts';
import { issue, NonredError } from './issue.ts';

export type Wanted = 'a text' | 'a day' | 'a list' | 'a list of texts' | 'a map' | 'a function' | 'an object' | 'records' | 'rulebooks' | 'a text or bytes' | 'anything';
/** `?`: may be left out. */
export type Argument = Wanted | `${Wanted}?` | { readonly [member: string]: Wanted | `${Wanted}?` | { readonly [member: string]: Wanted | `${Wanted}?` } };

/** The function, which throws NonredError `api/argument` with every fault of what it is given; one that gives a promise rejects. */
export function door<F extends (...args: never[]) => unknown>(name: string, wanted: readonly Argument[], inner: F): F {
  const asked = (...args: unknown[]): unknown => {
    const faults = wanted.flatMap((one, i) => faultsOf(args[i], one, `/${i}`));
    if (faults.length === 0) return (inner as unknown as (...all: unknown[]) => unknown)(...args);
    const error = new NonredError(faults.map(([pointer, what]) => issue('api/argument', name, pointer, { name, wanted: what })));
    if (inner.constructor.name === 'AsyncFunction') return Promise.reject(error);
    throw error;
  };
  return asked as unknown as F;
}

function faultsOf(given: unknown, wanted: Argument, pointer: string): [pointer: string, wanted: string][] {
  if (typeof wanted === 'object') {
    if (typeof given !== 'object' || given === null) return [[pointer, 'an object']];
    return Object.entries(wanted).flatMap(([member, inner]) => faultsOf((given as Readonly<Record<string, unknown>>)[member], inner, `${pointer}/${member}`));
  }
  const optional = wanted.endsWith('?');
  const kind = (optional ? wanted.slice(0, -1) : wanted) as Wanted;
  return (optional && given === undefined) || IS[kind](given) ? [] : [[pointer, kind]];
}

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> => typeof given === 'object' && given !== null && !Array.isArray(given);
const IS: Readonly<Record<Wanted, (given: unknown) => boolean>> = {
  'a text': (given) => typeof given === 'string',
  'a day': (given) => typeof given === 'string' && isDay(given),
  'a list': Array.isArray,
  'a list of texts': (given) => Array.isArray(given) && given.every((one) => typeof one === 'string'),
  'a map': (given) => given instanceof Map,
  'a function': (given) => typeof given === 'function',
  'an object': isObject,
  records: (given) => Array.isArray(given) && given.every((one) => isObject(one) && typeof one.kind === 'string' && typeof one.id === 'string'),
  rulebooks: (given) => Array.isArray(given) && given.every((one) => isObject(one) && typeof one.id === 'string' && Array.isArray(one.clauses) && Array.isArray(one.versions)),
  'a text or bytes': (given) => typeof given === 'string' || given instanceof Uint8Array,
  anything: () => true,
};
