/** JSON Pointer (RFC 6901): `/rows/4/name`, with `~` and `/` inside a token written `~0` and `~1`. */

/** One reference token with its slash. */
export function token(part: string | number): string {
  return `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function pointerOf(...parts: readonly (string | number)[]): string {
  return parts.map(token).join('');
}

/** The tokens of a pointer; `undefined` where the text is not one. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer points at, by own members only; `undefined` where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  const parts = parsePointer(pointer);
  if (parts === undefined) return undefined;
  let value = document;
  for (const part of parts) {
    if (Array.isArray(value) && !/^(0|[1-9][0-9]*)$/.test(part)) return undefined; // no leading zeros, no `-`
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
