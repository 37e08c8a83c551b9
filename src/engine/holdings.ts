/**
 * Through whom screened parties are caught: each of them that has recorded owners, under each named ownership test. Whoever is in
 * conflict, or rests on a record that is only inferred, counts as not recorded: that makes an answer open, never free or caught.
 */
import type { Sha256 } from '../base/canonical.ts';
import { push } from '../base/multimap.ts';
import { F, T, U, type Tri, type Verdict } from '../base/verdict.ts';
import { buildNetwork } from '../model/network.ts';
import type { Day, Id, Rec } from '../model/record.ts';
import type { Asset, Stake } from '../owners/cascade.ts';
import { Deciding } from '../owners/deciding.ts';
import { ownershipGraph, type PartyGiven, type StakeGiven } from '../owners/graph.ts';
import { Owned, settle } from '../owners/settle.ts';
import { CONTROLS, OWNERSHIP_TESTS } from '../owners/tests.ts';
import { Conditions } from '../select/evaluate.ts';
import type { Pred } from '../select/predicate.ts';
import { Facts } from '../trace/facts.ts';
import { clearing, outcomeOf, type Screening } from './screen.ts';

/** Whose holdings are counted: who is on a list that was asked, who is of a place, or who is caught by another test. */
export const BASES = ['listed', 'covered', 'mainland', 'government', 'specified'] as const;
export type BaseName = (typeof BASES)[number];
export interface TestAnswer {
  readonly test: string;
  readonly base: BaseName;
  readonly value: 'caught' | 'open' | 'free';
  /** The one thing that decides, alone: who holds what is unrecorded of a party, or whether a party is one of those that count. */
  readonly decides?: { readonly what: 'gap' | 'base'; readonly of: Id };
  /** Free, were the lists whole; they are not. */
  readonly partial?: true;
}
export interface Holding {
  readonly party: Id;
  readonly label: string;
  /** Under the test that goes with lists, OWN50_CASCADE. */
  readonly outcome: Verdict;
  readonly answers: readonly TestAnswer[];
  /** The party and who is above it, for drawing. */
  readonly parties: readonly (PartyGiven & { readonly name: string; readonly country?: string })[];
  readonly stakes: readonly StakeGiven[];
  readonly inBase: (base: BaseName) => (party: Id) => Tri;
}

/** In the order in which they are told; the first one goes with lists. DOMICILE asks for no owner. */
export const TESTS_ASKED: readonly { readonly test: string; readonly base: BaseName }[] = [
  { test: 'OWN50_CASCADE', base: 'listed' }, { test: 'CHIPS50LIST', base: 'listed' }, { test: 'AFFILIATE', base: 'listed' }, { test: 'CHIPS25', base: 'covered' }, { test: 'OBBBA_SFE', base: 'covered' },
  { test: 'OBBBA_FIE', base: 'specified' }, { test: 'DOE25', base: 'government' }, { test: 'TW_RED', base: 'mainland' }, { test: 'ANY_CAPITAL', base: 'mainland' },
];
const MAINLAND = ['CN', 'HK', 'MO'];
const COVERED = [...MAINLAND, 'RU', 'IR', 'KP'];
/** Owners above one party beyond which the one that decides is not sought. */
const SOUGHT = 300;

/** `records`: all that is known; lists are not read again, and what they lack is told apart from what the stakes lack. Throws NonredError where two records contradict each other in what they are. */
export function holdings({ results, asOf, lists }: Screening, records: readonly Rec[], sha256: Sha256): Holding[] {
  if (!records.some(({ kind }) => kind === 'ownership')) return [];
  const conditions = conditionsOn(records, asOf, sha256);
  const { classes } = conditions.facts.net;
  const subjects = results.flatMap(({ subject: { party, label } }) => (party === undefined ? [] : [{ party: classes.of(party), label }]));
  let assets: ReadonlyMap<Id, Asset> = new Map();
  for (const { party } of subjects) assets = conditions.owners.holdings(party);
  const seen = new Set<Id>();
  const owned = subjects.filter(({ party }) => assets.get(party)!.freeing.stakes.length > 0 && !seen.has(party) && seen.add(party));
  if (owned.length === 0) return [];

  const parties = [...assets.values()].map((asset) => partyGiven(asset, conditions));
  const stakes = [...assets.values()].flatMap((asset) => (asset.contested ? [] : asset.freeing.stakes.map((stake, i) => stakeGiven(asset.id, stake, asset.catching.stakes[i]))));
  const { graph, ids } = ownershipGraph(parties, stakes);
  const [once, at] = [new Owned(graph), new Map(ids.map((id, i) => [id, i]))];
  const values = new Map<string, (party: Id) => Tri>();
  const inBase = basesOf(results, conditions, (party) => values.get('OBBBA_SFE')!(party));
  for (const { test, base } of TESTS_ASKED) {
    const { caught, possible } = settle(graph, Uint8Array.from(ids, inBase(base)), OWNERSHIP_TESTS.get(test)!, once);
    values.set(test, (party) => (caught[at.get(party)!] === 1 ? T : possible[at.get(party)!] === 1 ? U : F));
  }
  const whole = clearing(lists);
  const heldBy = new Map<Id, StakeGiven[]>();
  for (const stake of stakes) push(heldBy, stake.asset, stake);
  const given = new Map(parties.map((one) => [one.id, one]));
  return owned.map(({ party, label }) => {
    const above = new Set([party]);
    for (const id of above) for (const { owner } of heldBy.get(id) ?? []) above.add(owner);
    const mine = { parties: [...above].map((id) => given.get(id)!), stakes: [...above].flatMap((id) => heldBy.get(id) ?? []) };
    let deciding: Deciding | undefined;
    const answers = TESTS_ASKED.map(({ test, base }): TestAnswer => {
      const value = values.get(test)!(party);
      if (value === F && base === 'listed' && !whole) return { test, base, value: 'open', partial: true };
      const decides = value === U && above.size <= SOUGHT ? decidingOf((deciding ??= new Deciding(party, mine.parties, mine.stakes)), inBase(base), test) : undefined;
      return { test, base, value: value === T ? 'caught' : value === U ? 'open' : 'free', ...(decides !== undefined && { decides }) };
    });
    return { party, label, outcome: VERDICT[answers[0]!.value], answers, ...mine, inBase };
  });
}

function decidingOf(deciding: Deciding, inBase: (party: Id) => Tri, test: string): TestAnswer['decides'] {
  const gap = deciding.gap(inBase, test);
  if (gap !== undefined) return { what: 'gap', of: gap };
  const base = deciding.base(inBase, test);
  return base === undefined ? undefined : { what: 'base', of: base };
}

const VERDICT = { caught: 'red', open: 'unknown', free: 'clear' } as const;

/** The worse of what the lists say and what follows through owners. */
export function withOwners(verdict: Verdict, held: readonly Holding[]): Verdict {
  const outcomes = [verdict, ...held.map(({ outcome }) => outcome)];
  return outcomes.includes('red') ? 'red' : outcomes.includes('unknown') ? 'unknown' : 'clear';
}

function conditionsOn(records: readonly Rec[], asOf: Day, sha256: Sha256): Conditions {
  const read = records.filter((rec) => rec.kind === 'party' || rec.kind === 'ownership' || rec.kind === 'judgement' || rec.kind === 'evidence' || (rec.kind === 'completeness' && rec.list === 'owners'));
  const question = { product: '', asOf, knownAt: asOf };
  return new Conditions(new Facts(buildNetwork(read, asOf, asOf, '', sha256), '', undefined, {}), question, { sets: {}, lists: {} });
}

function partyGiven({ id, freeing, catching, contested }: Asset, { facts }: Conditions): PartyGiven & { readonly name: string; readonly country?: string } {
  const records = facts.partiesOf(id);
  const countries = new Set(records.flatMap(({ domicile }) => domicile ?? []));
  return {
    id, name: records.flatMap(({ names }) => names ?? [])[0] ?? id, ...(countries.size === 1 && { country: [...countries][0]! }),
    ...(freeing.full && catching.full && !contested && { ownersComplete: true as const }), ...(freeing.ownerless && catching.ownerless && { ownerless: true as const }),
  };
}

function stakeGiven(asset: Id, stake: Stake, catching: Stake | undefined): StakeGiven {
  const sure = JSON.stringify(stake) === JSON.stringify(catching);
  const right = sure ? CONTROLS.find((_, i) => stake.control === 1 << i) : undefined;
  return { owner: stake.owner, asset, range: sure ? stake.held : {}, ...(right !== undefined && { control: right }) };
}

function basesOf(results: Screening['results'], conditions: Conditions, specified: (party: Id) => Tri): Holding['inBase'] {
  const { facts } = conditions;
  const listed = new Map<Id, Tri>();
  const rank: Readonly<Record<Verdict, Tri>> = { clear: F, unknown: U, red: T };
  for (const { subject: { party, names }, matches } of results) {
    if (party === undefined) continue;
    const cls = facts.net.classes.of(party);
    listed.set(cls, Math.max(listed.get(cls) ?? F, rank[outcomeOf(matches)], names.length === 0 ? U : F) as Tri);
  }
  const kindsOf = (party: Id): Set<string | undefined> => new Set(facts.partiesOf(party).map(({ partyKind }) => partyKind));
  const placed = (party: Id, places: readonly string[]): Tri => {
    const kinds = kindsOf(party);
    const domicile: Pred = { domicile: places };
    // A person lives somewhere; a firm has a seat beside the place where it is registered.
    return conditions.value(kinds.size === 1 && kinds.has('person') ? domicile : { any: [domicile, { principalPlace: places }] }, 1, { party }, '/placed');
  };
  const bases: Readonly<Record<BaseName, (party: Id) => Tri>> = {
    listed: (party) => listed.get(party) ?? U,
    covered: (party) => placed(party, COVERED),
    mainland: (party) => conditions.value({ domicile: MAINLAND }, 1, { party }, '/mainland'),
    // A firm is no government; a person may be a senior official of one.
    government: (party) => {
      const kinds = kindsOf(party);
      if (kinds.size === 1 && kinds.has('company')) return F;
      const there = conditions.value({ domicile: COVERED }, 1, { party }, '/government');
      return kinds.size === 1 && kinds.has('state-body') ? there : (Math.min(there, U) as Tri);
    },
    specified,
  };
  const known = new Map<BaseName, Map<Id, Tri>>(); // asked again for each party below, and for each gap
  return (base) => {
    const values = known.get(base) ?? new Map<Id, Tri>();
    known.set(base, values);
    return (party) => {
      const before = values.get(party);
      const value = before ?? bases[base](party);
      if (before === undefined) values.set(party, value);
      return value;
    };
  };
}
