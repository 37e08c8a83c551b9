/**
 * Whom to ask for what, so that the answer can be decided: the fewest senders whose good answers leave nothing open that
 * a sender can settle, and what each of them is asked.
 *
 * The smallest set is found by implicit hitting sets (Moreno-Centeno and Karp 2013). An open point stays open as long as
 * nothing is answered that it lacks, or of a part above it that may yet stop the walk down to it; so every set that
 * decides it has a sender who can answer for one of these. A cheapest set that meets all such groups
 * is a lower bound; with its good answers in place the question is asked again, and what is still open gives new groups,
 * until nothing is. The last set is then as small as any. `proven` is false where the search for a set was given up.
 */
import type { Sha256 } from '../base/canonical.ts';
import { canonical } from '../base/canonical.ts';
import type { Verdict } from '../base/verdict.ts';
import type { Id, Rec } from '../model/record.ts';
import type { Missing } from '../rules/grounds.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';
import { floorsOf, GoodAnswers, placesToTry } from './answers.ts';
import { minimumCover } from './cover.ts';
import { Senders } from './senders.ts';
import { type OpenPoint, type Standing, standingOf } from './standing.ts';

export interface AskInput { readonly records: readonly Rec[]; readonly question: Question; readonly rulebooks: readonly Rulebook[] }
/** One letter: everything that one sender is asked. */
export interface Request {
  /** A party (the smallest id of its class); `OWN` where nobody is recorded who could be asked. */
  readonly from: Id;
  readonly asks: readonly Missing[];
  /** Clauses in which something open hangs on this sender: it can turn them red, or is needed for clear. */
  readonly turns: readonly string[];
  /** Of these, the clauses in which everything that is open hangs on this sender: it alone can make them clear. */
  readonly clears: readonly string[];
}
export interface Plan {
  /** By value, the highest first. */
  readonly requests: readonly Request[];
  /** What no sender can settle: to judge, to fetch, to decide oneself. */
  readonly own: readonly Missing[];
  /** The answer as it is, and as it would be if every answer were good; open still where `own` is in the way. */
  readonly now: Verdict;
  readonly reachable: Verdict;
  /** No smaller set of senders would do. */
  readonly proven: boolean;
  /** Kinds of paper that a rulebook accepts where it does not accept a declaration; the sender encloses one. */
  readonly papers: readonly string[];
}

/** Rounds of asking again; each settles something, and networks seen so far need four. */
const ROUNDS = 60;
/** A sender who is the best one to ask for something is preferred, at equal number. */
const ONE = 1000;

export function planOf(input: AskInput, sha256: Sha256): Plan {
  const base = standingOf(input.records, input.question, input.rulebooks, sha256);
  const places = placesToTry(input.rulebooks);
  let best: Plan | undefined;
  for (const place of places) {
    const plan = new Planner(input, base, place, sha256).plan();
    if (best === undefined || RANK[plan.reachable] < RANK[best.reachable]) best = plan;
    if (best.reachable !== 'red' || best.now === 'red') break; // another place is tried only where this one is itself red
  }
  return best!;
}

const RANK: Readonly<Record<Verdict, number>> = { clear: 0, unknown: 1, red: 2 };

/** Where the question stands once some senders have answered well, with their answers, and what they were asked. */
interface Answered { readonly standing: Standing; readonly records: readonly Rec[]; readonly heard: readonly Missing[] }

/** The good answers of some senders, and where the question stands with them. */
export class Planner {
  readonly #input: AskInput;
  readonly #base: Standing;
  readonly #senders: Senders;
  readonly #place: string;
  readonly #sha256: Sha256;

  constructor(input: AskInput, base: Standing, place: string, sha256: Sha256) {
    this.#input = input;
    this.#base = base;
    this.#place = place;
    this.#sha256 = sha256;
    this.#senders = new Senders(base.net, input.records, input.question.product);
  }

  /** Everyone who could be asked for anything that is open. */
  senders(open: readonly OpenPoint[] = this.#base.open): Id[] {
    return [...new Set(lackedBy(open).flatMap((one) => this.#senders.of(one)))].sort();
  }

  plan(): Plan {
    const candidates = new Map<Id, number>();
    const costs: number[] = [];
    const groups: number[][] = [];
    const seen = new Set<string>();
    const best = new Set<Id>();
    const hear = (open: readonly OpenPoint[], asked: ReadonlySet<Id>): number => {
      const before = groups.length;
      const hearOf = (missing: readonly Missing[], into: Set<Id>): Set<Id> => {
        for (const one of missing) {
          const able = this.#senders.of(one);
          if (able.length === 0) continue;
          best.add(able[0]!);
          // Who was asked has said all that can be said: what is open still hangs on the others.
          if (!able.some((sender) => asked.has(sender))) for (const sender of able) into.add(sender);
        }
        return into;
      };
      const heardOf = new Map<readonly Missing[], ReadonlySet<Id>>();
      for (const { missing, unless, above } of open) {
        const senders = hearOf([...missing, ...above.map((of): Missing => ({ kind: 'field', of, field: 'maker' }))], new Set());
        for (const list of unless) {
          let those = heardOf.get(list);
          if (those === undefined) heardOf.set(list, (those = hearOf(list, new Set())));
          for (const sender of those) senders.add(sender);
        }
        if (senders.size === 0) continue;
        const group = [...senders].map((sender) => number(sender)).sort((a, b) => a - b);
        if (seen.has(group.join())) continue;
        seen.add(group.join());
        groups.push(group);
      }
      return groups.length - before;
    };
    const number = (sender: Id): number => {
      let at = candidates.get(sender);
      if (at === undefined) candidates.set(sender, (at = costs.push(ONE) - 1));
      return at;
    };
    hear(this.#base.open, new Set());
    let chosen: Id[] = [];
    let proven = true;
    let settled: Answered = { standing: this.#base, records: this.#input.records, heard: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const [sender, at] of candidates) costs[at] = best.has(sender) ? ONE : ONE + 1;
      const cover = minimumCover(costs, groups);
      proven = cover.proven;
      const names = [...candidates.keys()];
      chosen = cover.chosen.map((at) => names[at]!);
      settled = this.answered(new Set(chosen));
      if (hear(settled.standing.open, new Set(chosen)) === 0) break;
      if (round === ROUNDS - 1) proven = false;
    }
    return this.#told(chosen, settled, proven);
  }

  /** Where the question stands once these senders have answered well, whatever that brings up included. */
  answered(senders: ReadonlySet<Id>): Answered {
    const { records, question, rulebooks } = this.#input;
    let standing = this.#base;
    let all = records;
    const answers = new Map<string, readonly Rec[]>();
    const heard = new Map<string, Missing>();
    for (let round = 0; round < ROUNDS; round++) {
      let grown = false;
      const good = new GoodAnswers(standing.net, [...records, ...[...answers.values()].flat()], rulebooks, question, this.#place);
      for (const missing of lackedBy(standing.open)) {
        if (!this.#senders.of(missing).some((sender) => senders.has(sender))) continue;
        const key = canonical(missing);
        heard.set(key, missing);
        const before = answers.get(key);
        const made = good.to(missing);
        if (made.length === 0 || (before !== undefined && canonical(before) === canonical(made))) continue;
        answers.set(key, made);
        grown = true;
      }
      if (!grown) break;
      const told = [...new Map([...answers.values()].flat().map((rec) => [canonical(rec), rec])).values()];
      const known = new Set(records);
      const added = told.filter((rec) => !known.has(rec));
      all = [...records, ...added, ...good.papers(told)];
      standing = standingOf(all, question, rulebooks, this.#sha256);
    }
    return { standing, records: all, heard: [...heard.values()] };
  }

  #told(chosen: readonly Id[], { standing, heard }: Answered, proven: boolean): Plan {
    const askable = (missing: Missing): boolean => this.#senders.of(missing).length > 0;
    const asks = new Map<Id, Missing[]>(chosen.map((sender) => [sender, []]));
    for (const missing of heard) {
      const sender = this.#senders.of(missing).find((one) => asks.has(one));
      if (sender !== undefined) asks.get(sender)!.push(missing);
    }
    const turns = new Map<Id, Set<string>>(chosen.map((sender) => [sender, new Set()]));
    const others = new Map<string, Set<Id>>(); // of each clause, whoever something open in it hangs on
    const told = new Set<readonly Missing[]>();
    for (const { rulebook, clause, missing, unless } of [...this.#base.open, ...standing.open]) {
      const name = `${rulebook} ${clause}`;
      const needed = others.get(name) ?? new Set();
      others.set(name, needed);
      const fresh = unless.filter((list) => !told.has(list)); // one list is of one clause
      for (const list of fresh) told.add(list);
      for (const one of [missing, ...fresh].flat()) {
        const sender = this.#senders.of(one).find((able) => asks.has(able));
        needed.add(sender ?? '?');
        if (sender !== undefined) turns.get(sender)!.add(name);
      }
    }
    const requests = chosen.filter((from) => asks.get(from)!.length > 0).map((from): Request => {
      const own = [...turns.get(from)!].sort();
      const clears = own.filter((name) => others.get(name)!.size === 1 && this.#base.verdicts.get(name) === 'unknown');
      return { from, asks: asks.get(from)!.sort(byText), turns: own, clears };
    });
    requests.sort((a, b) => b.turns.length - a.turns.length || b.clears.length - a.clears.length || b.asks.length - a.asks.length || (a.from < b.from ? -1 : 1));
    const own = new Map(lackedBy([...this.#base.open, ...standing.open]).filter((one) => !askable(one)).map((one) => [canonical(one), one] as const));
    const refusing = floorsOf(this.#input.rulebooks).flatMap((floor) => (floor.clear?.kind !== undefined && !floor.clear.kind.includes('declaration') ? floor.clear.kind : []));
    return { requests, own: [...own.values()].sort(byText), now: worst(this.#base), reachable: worst(standing), proven, papers: [...new Set(refusing)].sort() };
  }
}

/** All that they lack; what several lack together once. */
function lackedBy(open: readonly OpenPoint[]): readonly Missing[] {
  return [...new Set(open.flatMap(({ missing, unless }) => [missing, ...unless]))].flat();
}

function byText(a: Missing, b: Missing): number {
  const [x, y] = [`${a.of} ${a.kind} ${a.field ?? ''}`, `${b.of} ${b.kind} ${b.field ?? ''}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

function worst({ verdicts }: Standing): Verdict {
  const all = [...verdicts.values()];
  return all.includes('red') ? 'red' : all.includes('unknown') || all.length === 0 ? 'unknown' : 'clear';
}
