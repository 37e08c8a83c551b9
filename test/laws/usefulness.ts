/**
 * Usefulness beside safety: what the shipped rulebooks say of made-up bills of drones (test/support/drones.ts). A whole
 * and clean one should be clear, one with a planted red should be red, and with holes beside the red it must never be clear.
 */
import { readFileSync } from 'node:fs';
import { canonical } from '../../src/base/canonical.ts';
import type { Verdict } from '../../src/base/verdict.ts';
import type { Rec } from '../../src/model/record.ts';
import { normalizeName } from '../../src/names/normalize.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { reference } from '../reference/evaluate.ts';
import { digestOf, sha256 } from '../support/digest.ts';
import { BOOKS, type Book, type Drone, drone, type State } from '../support/drones.ts';

/** Clause verdicts of one rulebook, and what they come to; nothing where it does not apply. */
interface Answer {
  readonly verdict: Verdict | undefined;
  readonly clauses: ReadonlyMap<string, Verdict>;
}
type Counts = Record<Verdict, number>;
export interface Tally {
  readonly bills: number;
  /** By the rulebooks that the plant breaks; of a clean bill, by both. */
  readonly counted: Record<State, Counts>;
  /** By both rulebooks, whichever the plant breaks. */
  readonly over: Record<State, Counts>;
  /** Plants that break one rulebook, by what the other says, papers whole. */
  readonly beside: Counts;
  readonly plants: Map<string, number>;
  readonly lines: { least: number; most: number };
  readonly tiers: Map<number, number>;
  /** Verdicts that were not the ones to expect: `planted 17 (chip inside ...) us-ndaa-848: unknown (B)`. */
  readonly odd: string[];
  readonly compared: number;
  /** Where the plain evaluator says something else. */
  readonly differ: string[];
}

const file = (book: Book): string => readFileSync(new URL(`../../rulebooks/${book}.yaml`, import.meta.url), 'utf8');
const RULEBOOKS: Readonly<Record<Book, Rulebook>> = Object.fromEntries(
  BOOKS.map((book) => [book, loadRulebook(file(book), book).value!]),
) as Record<Book, Rulebook>;

/** Both rulebooks on one network: the questions differ in the buyer alone. */
function byEngine({ records, questions }: Drone): Record<Book, Answer> {
  const asked = ask(records, questions[BOOKS[0]], sha256);
  const answers = BOOKS.map((book) => {
    const question = questions[book];
    const { verdict, clauses } = evaluateRulebook(
      { ...asked, question, questionDigest: sha256(canonical(question)) },
      RULEBOOKS[book],
      'verdicts',
    );
    return [book, { verdict, clauses }];
  });
  return Object.fromEntries(answers) as Record<Book, Answer>;
}
const byReference = (records: readonly Rec[], question: Question, rulebook: Rulebook): Answer => {
  const { verdict, clauses } = reference(
    records,
    question,
    rulebook,
    digestOf,
    (a, b) => normalizeName(a) === normalizeName(b),
  );
  return { verdict, clauses: new Map(clauses.map((c) => [c.id, c.verdict])) };
};

const none = (): Counts => ({ clear: 0, red: 0, unknown: 0 });
const SEVERE: readonly Verdict[] = ['clear', 'unknown', 'red'];
const worst = (verdicts: readonly Verdict[]): Verdict => SEVERE[Math.max(...verdicts.map((v) => SEVERE.indexOf(v)))]!;

/** Lines of a bill that the plain evaluator is asked for: it is slow. */
const SMALL = 30;
/** Bills `first` to `first + count - 1`, each clean, planted and holed; every so many of them by the plain evaluator too. */
export function runUsefulness(count: number, compareEvery: number, first = 0): Tally {
  const states: readonly State[] = ['clean', 'planted', 'holed'];
  const table = (): Record<State, Counts> => ({ clean: none(), planted: none(), holed: none() });
  const tally = {
    bills: count,
    counted: table(),
    over: table(),
    beside: none(),
    plants: new Map<string, number>(),
    lines: { least: Infinity, most: 0 },
    tiers: new Map<number, number>(),
    odd: [] as string[],
    compared: 0,
    differ: [] as string[],
  };
  for (let seed = first; seed < first + count; seed++) {
    for (const state of states) {
      const bill = drone(seed, state);
      const answers = byEngine(bill);
      tell(tally, state, bill, answers);
      if ((seed - first) % compareEvery === 0 && bill.lines <= SMALL) compare(tally, state, bill, answers);
    }
  }
  return tally;
}

function tell(tally: Tally, state: State, bill: Drone, answers: Record<Book, Answer>): void {
  const { plant, seed } = bill;
  const verdictOf = (book: Book): Verdict => answers[book].verdict ?? 'unknown';
  const asked = plant?.breaks ?? BOOKS;
  const verdicts = asked.map(verdictOf);
  // Of two rulebooks that the plant breaks, one that is clear is a fault, whatever the other says.
  tally.counted[state][state !== 'clean' && verdicts.includes('clear') ? 'clear' : worst(verdicts)]++;
  tally.over[state][worst(BOOKS.map(verdictOf))]++;
  const say = (book: Book, wanted: string): void => {
    const why = [...answers[book].clauses]
      .filter(([, v]) => v !== wanted)
      .map(([id, v]) => `${id} ${v}`)
      .join(', ');
    const lost = bill.holes.length > 0 ? `; lost ${bill.holes.length}: ${bill.holes.slice(0, 12).join(' | ')}` : '';
    tally.odd.push(
      `${state} ${seed}${plant ? ` (${plant.name})` : ''} ${book}: ${answers[book].verdict ?? 'does not apply'} (${why})${lost}`,
    );
  };
  for (const book of BOOKS) {
    const verdict = answers[book].verdict;
    const broken = plant?.breaks.includes(book) ?? false;
    if (state === 'planted' && !broken) tally.beside[verdictOf(book)]++;
    // A red part of which only a broad word is said is unknown to section 848, and rightly.
    if (state === 'planted' && !broken && verdict === 'unknown' && [...answers[book].clauses].every(([id, v]) => v === 'clear' || id.endsWith('-other-words'))) continue;
    if (
      verdict === undefined ||
      (state === 'holed' ? broken && verdict === 'clear' : verdict !== (broken ? 'red' : 'clear'))
    )
      say(book, broken ? 'red' : 'clear');
  }
  if (state === 'holed') return;
  const { lines } = tally;
  lines.least = Math.min(lines.least, bill.lines);
  lines.most = Math.max(lines.most, bill.lines);
  if (plant) tally.plants.set(plant.name, (tally.plants.get(plant.name) ?? 0) + 1);
  else tally.tiers.set(bill.tiers, (tally.tiers.get(bill.tiers) ?? 0) + 1);
}

function compare(tally: Tally & { compared: number }, state: State, bill: Drone, answers: Record<Book, Answer>): void {
  for (const book of BOOKS) {
    const plain = byReference(bill.records, bill.questions[book], RULEBOOKS[book]);
    const told = ({ verdict, clauses }: Answer): string =>
      `${verdict} (${[...clauses].map(([id, v]) => `${id} ${v}`).join(', ')})`;
    tally.compared++;
    if (told(plain) !== told(answers[book]))
      tally.differ.push(`${state} ${bill.seed} ${book}: engine ${told(answers[book])}, reference ${told(plain)}`);
  }
}

export interface Bars {
  /** Per cent. */
  readonly clean: number;
  readonly planted: number;
}
export const BARS: Bars = { clean: 95, planted: 99 };
const rate = (n: number, of: Counts): number => (100 * n) / (of.clear + of.red + of.unknown);

/** What falls short of the bars, in words. */
export function shortOf({ counted, beside }: Tally, bars: Bars = BARS): string[] {
  const { clean, planted, holed } = counted;
  return [
    ...(rate(clean.clear, clean) < bars.clean
      ? [`clean: ${clean.clear} clear, ${clean.red} red, ${clean.unknown} unknown`]
      : []),
    ...(rate(beside.clear, beside) < bars.clean
      ? [`the rulebook that is not broken: ${beside.clear} clear, ${beside.red} red, ${beside.unknown} unknown`]
      : []),
    ...(clean.red > 0 ? [`clean: ${clean.red} red`] : []),
    ...(rate(planted.red, planted) < bars.planted
      ? [`planted: ${planted.red} red, ${planted.unknown} unknown, ${planted.clear} clear`]
      : []),
    ...(planted.clear > 0 ? [`planted: ${planted.clear} clear`] : []),
    ...(holed.clear > 0 ? [`planted, with holes: ${holed.clear} clear`] : []),
  ];
}

/** One line for people. */
export function usefulnessLine({ bills, counted, over }: Tally): string {
  const rates = (of: Record<State, Counts>): string => {
    const said = (state: State, verdict: Verdict): string =>
      `${verdict} ${rate(of[state][verdict], of[state]).toFixed(1)} %`;
    const holed = `clear ${of.holed.clear}, ${said('holed', 'red')}, ${said('holed', 'unknown')}`;
    return `clean ${bills} ${said('clean', 'clear')}; planted full ${bills} ${said('planted', 'red')}; planted with holes ${bills} ${holed}`;
  };
  return `usefulness: ${rates(counted)} (over both rulebooks: ${rates(over)})`;
}
