/** Shapes of what strangers sign, checked whole: every member is known, required or optional, and of its type. Small, since it goes into every page that verifies. */
import { isDay } from '../base/day.ts';

/** Nothing where the value has the shape, else a JSON Pointer to the first thing that is wrong. */
export type Shape = (value: unknown) => string | undefined;

const wrong = '';
export const test = (holds: (value: unknown) => boolean): Shape => (value) => (holds(value) ? undefined : wrong);
export const text: Shape = test((value) => typeof value === 'string' && value !== '' && value.length <= 10_000);
export const pattern = (wanted: RegExp): Shape => test((value) => typeof value === 'string' && wanted.test(value));
export const oneOf = (...values: readonly unknown[]): Shape => test((value) => values.includes(value));
export const whole: Shape = test((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const day: Shape = test((value) => typeof value === 'string' && isDay(value));
export const digest: Shape = pattern(/^[0-9a-f]{64}$/);
/** RFC 3339 in UTC, whole seconds: one spelling an instant. */
export const instant: Shape = test((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value) && isDay(value.slice(0, 10)));
export const anything: Shape = () => undefined;
export const record: Shape = test((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

export function list(of: Shape, least = 0, most: number = Number.POSITIVE_INFINITY): Shape {
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return wrong;
    for (const [i, item] of value.entries()) {
      const fault = of(item);
      if (fault !== undefined) return `/${i}${fault}`;
    }
    return undefined;
  };
}

/** Members whose name ends in `?` may be absent. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  const shapes = new Map(Object.entries(members).map(([name, shape]) => [name.replace(/\?$/, ''), { shape, optional: name.endsWith('?') }]));
  return (value) => {
    if (record(value) !== undefined) return wrong;
    for (const name of Object.keys(value as object)) if (!shapes.has(name)) return `/${name}`;
    for (const [name, { shape, optional }] of shapes) {
      if (!Object.hasOwn(value as object, name)) {
        if (!optional) return `/${name}`;
        continue;
      }
      const fault = shape((value as Record<string, unknown>)[name]);
      if (fault !== undefined) return `/${name}${fault}`;
    }
    return undefined;
  };
}
