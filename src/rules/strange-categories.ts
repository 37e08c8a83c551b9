/**
 * Conditions on goods that the entries of a list bring with them (`listings.category`), held to what a condition of the rulebook that asks
 * for the list is held to. Nobody else reads them before they are evaluated: `UAS` among roles or `China` among countries would be met by
 * nothing, and all goods be clear of the entry. O(entries with a condition).
 */
import { canonical } from '../base/canonical.ts';
import { type Issue, issue } from '../base/issue.ts';
import { checkShape } from '../formats/shape.ts';
import { placeOf } from '../formats/workspace/draft.ts';
import type { Listing, Rec } from '../model/record.ts';
import { pred } from '../select/shape.ts';
import { lintCondition } from './lint.ts';
import type { Rulebook } from './rulebook.ts';

/** A list whose categories nobody knows says so by such a paper, which acquits (docs/screening.md). */
const OUTSIDE = 'outside-';

export function strangeCategories(records: readonly Rec[], rulebooks: Iterable<Rulebook>): Issue[] {
  const asked = [...rulebooks].map((rulebook) => ({ rulebook, lists: new Set(categoriesIn([rulebook.clauses, rulebook.scope])) }));
  const entries = records.filter((rec): rec is Listing => rec.kind === 'listing' && rec.category !== undefined);
  return entries.flatMap((rec) => {
    const asking = asked.filter(({ lists }) => lists.has(rec.list));
    if (asking.length === 0) return [];
    const { source, pointer } = placeOf(rec);
    const at = `${pointer}${/^\/rows\/\d+$/.test(pointer) ? '' : `/${rec.id}`}/category`;
    const { value, issues } = checkShape(pred, asText(rec.category), source, () => 1);
    if (value === undefined || canonical(value) !== canonical(rec.category)) return [issue('list/bad-category', source, at, { entry: rec.id, at: issues[0]?.at.pointer || '/' })];
    if (categoriesIn(rec.category).length > 0) return [issue('list/bad-category', source, at, { entry: rec.id, at: '/category' })];
    const faults = asking.flatMap(({ rulebook }) => lintCondition(rulebook, source, value, at));
    return faults.filter(({ code, params }) => code !== 'rulebook/not-over-evidence' && !(params.what === 'kind' && String(params.name).startsWith(OUTSIDE)));
  });
}

/** The shape reads numbers as text, as YAML gives them. */
function asText(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)])) : value;
}

function categoriesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'category' && typeof inner === 'string' ? [inner] : categoriesIn(inner)));
}
