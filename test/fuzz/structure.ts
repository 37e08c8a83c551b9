/**
 * Harm that leaves a document well formed, so that what stands behind the parser is tried as well: members of JSON and
 * elements of XML dropped, said twice, moved, exchanged, given another's value. Seeded like the harm to bytes.
 */
import type { Random } from '../support/random.ts';
import { type Mutate, mutateBytes, WORDS } from './mutate.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Every other document is harmed in its structure, the rest in their bytes. */
function half(structure: (random: Random, text: string) => string): Mutate {
  return (random, seed, others) => {
    if (random.chance(0.5)) return mutateBytes(random, seed, others);
    let text = decode(seed);
    for (let times = 1 + random.int(3); times > 0; times--) text = structure(random, text);
    return encode(text);
  };
}

interface Place { readonly holder: Record<string, unknown> | unknown[]; readonly name: string }

export const mutateJson: Mutate = half((random, text) => {
  const whole = { root: JSON.parse(text) as unknown };
  const places = placesIn(whole);
  const at = random.pick(places);
  const other = random.pick(places);
  const value = contentOf(at);
  switch (random.int(8)) {
    case 0: drop(at); break;
    case 1: put(at, copy(contentOf(other))); break; // another's value
    case 2: { // exchanged
      const [here, there] = [copy(value), copy(contentOf(other))];
      put(at, there);
      put(other, here);
      break;
    }
    case 3: if (Array.isArray(at.holder)) at.holder.splice(random.int(at.holder.length + 1), 0, copy(value)); else drop(at); break; // said twice
    case 4: if (!Array.isArray(at.holder)) { const name = random.chance(0.5) ? other.name : random.pick(WORDS); drop(at); at.holder[name] = value; } break;
    case 5: put(at, random.pick([null, true, false, 0, -1, Number.POSITIVE_INFINITY, 1e21, '', [], {}, [[]], [null]])); break;
    case 6: put(at, random.pick(WORDS)); break;
    default: put(at, Array.isArray(value) ? [...value].reverse() : typeof value === 'string' ? value.slice(random.int(value.length + 1)) : [copy(value)]);
  }
  return JSON.stringify(whole.root) ?? 'null';
});

function placesIn(whole: Record<string, unknown>): Place[] {
  const places: Place[] = [];
  const stack: (Record<string, unknown> | unknown[])[] = [whole];
  for (let holder = stack.pop(); holder; holder = stack.pop())
    for (const [name, value] of Object.entries(holder)) {
      places.push({ holder, name });
      if (typeof value === 'object' && value !== null) stack.push(value as Record<string, unknown>);
    }
  return places;
}
const contentOf = ({ holder, name }: Place): unknown => (holder as Record<string, unknown>)[name];
const copy = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
function put({ holder, name }: Place, value: unknown): void {
  (holder as Record<string, unknown>)[name] = value;
}
function drop({ holder, name }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
}

/** `<a>...</a>` or `<a/>`, from the first character to after the last. */
interface Span { readonly from: number; readonly to: number }

export const mutateXml: Mutate = half((random, text) => {
  const spans = elementsOf(text);
  if (spans.length === 0) return text;
  const [at, other] = [random.pick(spans), random.pick(spans)];
  const cut = (one: Span): string => text.slice(one.from, one.to);
  const replaced = (one: Span, by: string): string => text.slice(0, one.from) + by + text.slice(one.to);
  switch (random.int(6)) {
    case 0: return replaced(at, '');
    case 1: return replaced(at, cut(at) + cut(at));
    case 2: return replaced(at, cut(other));
    case 3: return replaced(at, cut(at) + cut(other));
    case 4: return replaced(at, cut(at).replace(/^<[^>]*>|<\/[^>]*>$/g, '')); // its tags are lost, its content stays
    default: {
      const values = [...text.matchAll(/"[^"<>]*"|(?<=>)[^<>]+(?=<)/g)];
      if (values.length === 0) return text;
      const [one, by] = [random.pick(values), random.pick(values)[0]];
      const quoted = one[0].startsWith('"');
      const plain = random.chance(0.3) ? random.pick(WORDS).replace(/[<>&"]/g, '') : by.replaceAll('"', '');
      return text.slice(0, one.index) + (quoted ? `"${plain}"` : plain) + text.slice(one.index + one[0].length);
    }
  }
});

function elementsOf(text: string): Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const tag of text.matchAll(/<(\/?)[A-Za-z][^<>]*?(\/?)>/g)) {
    const to = tag.index + tag[0].length;
    if (tag[2] === '/') spans.push({ from: tag.index, to });
    else if (tag[1] === '/') {
      const from = open.pop();
      if (from !== undefined) spans.push({ from, to });
    } else open.push(tag.index);
  }
  return spans;
}
