/** What is wrong between the records of a workspace: faults that refuse it, and warnings that stand beside it. */
import { type ErrorCode, type Issue, issue } from '../../base/issue.ts';
import { push } from '../../base/multimap.ts';
import { keyOf, statedIn } from '../../model/key.ts';
import type { Id, Line, Ownership, Product, Rec, Recipe } from '../../model/record.ts';
import { type Draft, placeOf } from './draft.ts';
import { tableOf } from './tables.ts';

export function checkRecords(draft: Draft, root: Id | undefined): void {
  idsOfTwoKinds(draft);
  idsThatLookAlike(draft);
  twoClaims(draft);
  otherPartNumbers(draft);
  stakesAboveAll(draft);
  stakesInTheOwnerless(draft);
  billsThatContainThemselves(draft, root);
  tooManyWays(draft);
}

/** Recipes times supplies, of all products together: each is judged, and takes a kilobyte. */
const MOST_WAYS = 1_000_000;

/** A product made in 3,000 places and delivered by 3,000 firms is a slip in the tables, and would fill the memory before there is an answer. */
function tooManyWays({ records, issues }: Draft): void {
  const ways = new Map<Id, { recipes: number; supplies: number; last: Rec }>();
  for (const rec of records) {
    if (rec.kind !== 'recipe' && rec.kind !== 'supply') continue;
    const product = rec.kind === 'recipe' ? rec.output : rec.product;
    const of = ways.get(product);
    const [recipes, supplies] = rec.kind === 'recipe' ? [1, 0] : [0, 1];
    if (of === undefined) ways.set(product, { recipes, supplies, last: rec });
    else {
      of.recipes += recipes;
      of.supplies += supplies;
      of.last = rec;
    }
  }
  const most = { sum: 0, count: 0, product: '', last: undefined as Rec | undefined };
  for (const [product, { recipes, supplies, last }] of ways) {
    const count = recipes * supplies;
    most.sum += count;
    if (count > most.count) Object.assign(most, { count, product, last });
  }
  if (most.sum > MOST_WAYS && most.last !== undefined) issues.push(issueAt('network/too-many-ways', most.last, { sum: most.sum, limit: MOST_WAYS, product: most.product, count: most.count }));
}

/** One id, one thing. Ids that were made from rows cannot meet others. */
function idsOfTwoKinds({ records, issues }: Draft): void {
  const kinds = new Map<Id, Rec['kind']>();
  for (const rec of records) {
    const before = kinds.get(rec.id);
    if (before === undefined) kinds.set(rec.id, rec.kind);
    else if (before !== rec.kind) issues.push(issueAt('input/id-of-two-kinds', rec, { id: rec.id, kinds: `${tableOf(before).name}, ${tableOf(rec.kind).name}` }));
  }
}

/** `Camera` beside `camera`, `Ａ1` beside `A1`: two things, of which one may be a slip that takes its row away from the other. Said once a pair. */
function idsThatLookAlike({ records, warnings }: Draft): void {
  const first = new Map<string, Id>();
  const said = new Set<Id>();
  for (const rec of records) {
    if (rec.kind !== 'party' && rec.kind !== 'facility' && rec.kind !== 'product' && rec.kind !== 'recipe') continue;
    const key = `${rec.kind} ${rec.id.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, rec.id);
    else if (before !== rec.id && !said.has(rec.id)) {
      said.add(rec.id);
      warnings.push(issueAt('input/alike-ids', rec, { given: rec.id, before }));
    }
  }
}

function issueAt(code: ErrorCode, rec: Rec, params: Issue['params']): Issue {
  const { source, pointer } = placeOf(rec);
  return issue(code, source, pointer, params);
}

/** Fields that are read together without being a contradiction where they differ, or that are not facts. */
const NOT_CLAIMS = new Set(['id', 'kind', 'validFrom', 'validTo', 'level', 'recordedAt', 'supersedes', 'salt', 'origin', 'notes', 'names', 'ids', 'partNumbers', 'members', 'supports']);

/** Records of one key, valid on one day, with two values of a field: kept, and said. Two outputs of one recipe are refused, on whatever days. */
function twoClaims({ records, issues, warnings }: Draft): void {
  const alone = new Map<string, Rec>();
  const groups = new Map<string, Rec[]>();
  for (const rec of records) {
    if (rec.kind === 'judgement') continue;
    const key = keyOf(rec);
    const first = alone.get(key);
    if (first === undefined) alone.set(key, rec);
    else if (groups.has(key)) push(groups, key, rec);
    else groups.set(key, [first, rec]);
  }
  for (const group of groups.values()) {
    const stated = new Map<string, Rec>();
    for (const rec of group)
      for (const [field, value] of Object.entries(rec)) {
        if (NOT_CLAIMS.has(field)) continue;
        const first = stated.get(field);
        if (first === undefined) stated.set(field, rec);
        else {
          // What a recipe makes and what a supply brings is what its id means: on another day too.
          const refused = (rec.kind === 'recipe' && field === 'output') || (rec.kind === 'supply' && field === 'product');
          if (!refused && !overlap(first, rec)) continue;
          const [a, b] = [statedIn(field, fieldOf(first, field)), statedIn(field, value)];
          if (a === b) continue;
          if (refused) issues.push(issueAt('record/contradiction', rec, { kind: rec.kind, id: rec.id, field }));
          else warnings.push(issueAt('input/two-claims', rec, { id: rec.id, field, first: bare(a), second: bare(b) }));
        }
      }
  }
}

/** Two files, of one product, that have no part number in common: one of them may be of another product. Rows of one file add numbers. Said once a product. */
function otherPartNumbers({ records, warnings }: Draft): void {
  const stated = new Map<Id, Map<string, { readonly rec: Product; readonly numbers: Set<string> }>>();
  for (const rec of records) {
    if (!isProduct(rec) || rec.partNumbers === undefined || rec.partNumbers.length === 0) continue;
    const files = stated.get(rec.id) ?? new Map<string, { readonly rec: Product; readonly numbers: Set<string> }>();
    stated.set(rec.id, files);
    const { source } = placeOf(rec);
    const own = files.get(source) ?? { rec, numbers: new Set<string>() };
    for (const number of rec.partNumbers) own.numbers.add(number.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]+/gu, ''));
    files.set(source, own);
  }
  for (const [id, files] of stated) {
    const [first, ...others] = [...files.values()];
    const other = others.find(({ numbers }) => ![...numbers].some((number) => first!.numbers.has(number)));
    if (other) warnings.push(issueAt('input/other-part-number', other.rec, { id, given: other.rec.partNumbers!.slice(0, 3).join(', '), before: first!.rec.partNumbers!.slice(0, 3).join(', '), file: placeOf(first!.rec).source }));
  }
}

function fieldOf(rec: Rec, field: string): unknown {
  return Object.entries(rec).find(([name]) => name === field)?.[1];
}
function bare(json: string): string {
  return json.replace(/^"(.*)"$/s, '$1');
}
function overlap(a: Rec, b: Rec): boolean {
  return (a.validTo === undefined || b.validFrom === undefined || b.validFrom < a.validTo) && (b.validTo === undefined || a.validFrom === undefined || a.validFrom < b.validTo);
}

const MEASURES = ['equityPpm', 'votingPpm', 'boardPpm', 'debtPpm'] as const;

/** The low ends of different owners that hold on one day. O(stakes of an asset x days on which one begins). */
function stakesAboveAll({ records, issues }: Draft): void {
  const stakes = new Map<string, Ownership[]>();
  for (const rec of records)
    if (rec.kind === 'ownership') for (const measure of MEASURES) if (rec[measure]) push(stakes, `${measure}|${rec.asset}`, rec);
  for (const [key, group] of stakes) {
    const measure = MEASURES.find((one) => key.startsWith(`${one}|`))!;
    for (const from of new Set(group.map(({ validFrom }) => validFrom ?? ''))) {
      const least = new Map<Id, number>();
      for (const rec of group)
        if ((rec.validFrom ?? '') <= from && (rec.validTo === undefined || rec.validTo > from))
          least.set(rec.owner, Math.min(least.get(rec.owner) ?? Infinity, rec[measure]!.lo)); // two claims of one stake: the hull
      const sum = [...least.values()].reduce((a, b) => a + b, 0);
      if (sum <= 1_000_000) continue;
      issues.push(issueAt('network/stakes-above-all', group.at(-1)!, { asset: group[0]!.asset, measure: measure.replace('Ppm', ''), sum: `${sum / 10_000} %` }));
      break;
    }
  }
}

/** Nobody holds a person, and no test looks for the holders of a state body (docs/semantics.md 6.3): a stake in one would count for nothing. Said once a party. */
function stakesInTheOwnerless({ records, issues, warnings }: Draft): void {
  const kinds = new Map(records.flatMap((rec) => (rec.kind === 'party' && rec.partyKind !== undefined ? [[rec.id, rec.partyKind] as const] : [])));
  const said = new Set<Id>();
  for (const rec of records) {
    if (rec.kind !== 'ownership' || said.has(rec.asset)) continue;
    const kind = kinds.get(rec.asset);
    if (kind === 'person') issues.push(issueAt('input/owned-person', rec, { asset: rec.asset, owner: rec.owner }));
    else if (kind === 'state-body') warnings.push(issueAt('input/owned-state-body', rec, { asset: rec.asset, owner: rec.owner }));
    if (kind === 'person' || kind === 'state-body') said.add(rec.asset);
  }
}

/**
 * A product that a maker makes of products of its own, round to itself. The edges are lines whose product has the maker of
 * the recipe's output, or of a bill that gives its assemblies too; the root has itself for a maker where none is recorded. Depth-first without recursion, O(lines).
 */
function billsThatContainThemselves({ records, issues, trees }: Draft, root: Id | undefined): void {
  const makers = new Map<Id, Set<Id>>();
  const outputs = new Map<Id, Id>();
  const inputs = new Map<Id, { line: Line; product: Id }[]>();
  for (const rec of records) {
    if (isProduct(rec) && rec.maker !== undefined) makers.set(rec.id, (makers.get(rec.id) ?? new Set()).add(rec.maker));
    if (isRecipe(rec)) outputs.set(rec.id, rec.output);
  }
  const sameMaker = (a: Id, b: Id): boolean => (a === b && (a === root || makers.has(a))) || [...(makers.get(a) ?? [])].some((maker) => makers.get(b)?.has(maker));
  for (const rec of records) {
    if (rec.kind !== 'line') continue;
    const output = outputs.get(rec.recipe);
    if (output === undefined) continue;
    for (const { product } of rec.options) if (product !== null && (trees.has(rec.recipe) || sameMaker(output, product))) push(inputs, output, { line: rec, product });
  }
  const state = new Map<Id, 'open' | 'done'>();
  for (const start of inputs.keys()) {
    if (state.has(start)) continue;
    const path: { product: Id; next: number }[] = [{ product: start, next: 0 }];
    state.set(start, 'open');
    while (path.length > 0) {
      const top = path.at(-1)!;
      const edge = inputs.get(top.product)?.[top.next++];
      if (!edge) {
        state.set(top.product, 'done');
        path.pop();
      } else if (state.get(edge.product) === 'open') {
        const loop = path.slice(path.findIndex(({ product }) => product === edge.product)).map(({ product }) => product);
        issues.push(issueAt('network/bill-contains-itself', edge.line, { id: edge.product, path: pathText([...loop, edge.product]) }));
      } else if (!state.has(edge.product)) {
        state.set(edge.product, 'open');
        path.push({ product: edge.product, next: 0 });
      }
    }
  }
}

function pathText(path: readonly Id[]): string {
  return (path.length <= 12 ? path : [...path.slice(0, 8), `(${path.length - 11} more)`, ...path.slice(-3)]).join(' > ');
}

function isProduct(rec: Rec): rec is Product {
  return rec.kind === 'product';
}
function isRecipe(rec: Rec): rec is Recipe {
  return rec.kind === 'recipe';
}
