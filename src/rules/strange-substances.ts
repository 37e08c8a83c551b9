/**
 * Substances that speak of one a rulebook asks about, by another word: `Lithium carbonate`, `LiPF6`, 碳酸鋰. Beside a statement that a product's
 * substances are all told, a clause on `lithium` would pass over it as over one that surely is none; so it is a fault (decision 0108). O(records).
 */
import { type Issue, issue } from '../base/issue.ts';
import { placeOf } from '../formats/workspace/draft.ts';
import type { Material, Rec } from '../model/record.ts';
import type { Rulebook } from './rulebook.ts';
import { SUBSTANCE_NAMES } from './vocabulary.ts';

/** One issue a record: of a product whose substances are said to be all told, and none of which is the word that is asked about. */
export function strangeSubstances(records: readonly Rec[], rulebooks: Iterable<Rulebook>): Issue[] {
  const asked = new Map<string, string>();
  for (const { id, clauses, scope } of rulebooks) for (const word of materialsIn([clauses, scope])) asked.set(word, id);
  if (asked.size === 0) return [];
  const told = new Set(records.flatMap((rec) => (rec.kind === 'completeness' && rec.list === 'materials' ? [rec.of] : [])));
  const materials = records.filter((rec): rec is Material => rec.kind === 'material' && told.has(rec.product));
  const named = new Set(materials.map(({ product, substance }) => JSON.stringify([product, substance])));
  return materials.flatMap((rec) => {
    if (asked.has(rec.substance)) return [];
    const word = [...asked.keys()].find((one) => mentions(rec.substance, one) && !named.has(JSON.stringify([rec.product, one])));
    if (word === undefined) return [];
    const { source, pointer } = placeOf(rec);
    return [issue('input/strange-substance', source, /^\/rows\/\d+$/.test(pointer) ? `${pointer}/substance` : pointer, { given: rec.substance, word, rulebook: asked.get(word)!, product: rec.product })];
  });
}

/** The substances that conditions name. */
function materialsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (['material', 'materials'].includes(name) && Array.isArray(inner) ? inner.filter((word) => typeof word === 'string') : materialsIn(inner)));
}

/** Does a name speak of the substance: by its word, its Chinese name, its symbol, a formula with it, or the name of what holds it? Behind a name a grade may stand: NMC811. */
function mentions(given: string, word: string): boolean {
  const text = given.normalize('NFKC');
  const { symbol, han = [], within = [] } = SUBSTANCE_NAMES.get(word) ?? {};
  const words = spaced(text.replace(/(?<=[A-Za-z]{2})(?=\d)/g, ' '));
  return words.includes(spaced(word)) || within.some((name) => words.includes(` ${name} `)) || han.some((name) => text.includes(name)) || (symbol !== undefined && text.split(/[^A-Za-z0-9.]+/).some((token) => elementsOf(token).includes(symbol)));
}

const spaced = (text: string): string => ` ${text.toLowerCase().split(/[^\p{L}\p{N}]+/u).join(' ').trim()} `;

/** `LiPF6`: Li, P, F. Nothing where it is no formula, or capitals alone (`PWB`), which are as often the letters of a name. */
function elementsOf(token: string): string[] {
  if (!/^(?:[A-Z][a-z]?[\d.]*)+$/.test(token) || (token.length > 1 && !/[a-z\d]/.test(token))) return [];
  return token.match(/[A-Z][a-z]?/g) ?? [];
}
