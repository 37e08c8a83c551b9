/**
 * `nonred watch`: what a new edition or a new stake changed for the parties of a workspace since the last run, for a nightly job.
 * What is compared with is `out/watch.json`. Exit 2 where something turned red: a listing, the ownership test that goes with lists, the
 * check. 4 where something new is open, a list is gone, or a party is caught under another ownership test, for which a rulebook must ask. 0 otherwise.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import { own } from '../base/own.ts';
import { allOf, type Verdict } from '../base/verdict.ts';
import { type Holding, holdings, type TestAnswer, TESTS_ASKED } from '../engine/holdings.ts';
import type { CheckResult } from '../engine/result.ts';
import { checkShape, object, type Shape, z } from '../formats/shape.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import type { Rec } from '../model/record.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { answerTo } from './answer.ts';
import { EXIT, type Io } from './io.ts';
import { APART } from '../screen/candidates.ts';
import { measuresOf, screenedBy } from './screen.ts';

interface Seen { readonly label: string; readonly outcome: Verdict; readonly matches: Readonly<Record<string, number>>; readonly stakes: readonly string[] }
type Answer = TestAnswer['value'];
/** Who has recorded owners, and what each ownership test says of it. */
interface Held { readonly label: string; readonly answers: Readonly<Record<string, Answer>> }
/** What a clause says, and the parts that it finds red. */
interface Judged { readonly verdict: Verdict; readonly red: readonly string[] }
/** `owners`: absent in what earlier releases kept; then whatever is not free is new. `clauses` and `rulebooks` likewise; then the verdict alone is compared. */
interface State {
  readonly version: 1;
  readonly on: string;
  readonly verdict?: Verdict | undefined;
  /** By list; empty where an edition has no day. */
  readonly editions: Readonly<Record<string, string>>;
  readonly parties: Readonly<Record<string, Seen>>;
  readonly owners?: Readonly<Record<string, Held>> | undefined;
  /** By rulebook and clause. */
  readonly clauses?: Readonly<Record<string, Judged>> | undefined;
  /** Digests, by id. */
  readonly rulebooks?: Readonly<Record<string, string>> | undefined;
}

const verdict = z.enum(['clear', 'red', 'unknown']);
const shape = object({
  version: z.literal(1), on: z.string(), verdict: verdict.optional(), editions: z.record(z.string(), z.string()),
  parties: z.record(z.string(), object({ label: z.string(), outcome: verdict, matches: z.record(z.string(), z.number()), stakes: z.array(z.string()) })),
  owners: z.record(z.string(), object({ label: z.string(), answers: z.record(z.string(), z.enum(['caught', 'open', 'free'])) })).optional(),
  clauses: z.record(z.string(), object({ verdict, red: z.array(z.string()) })).optional(), rulebooks: z.record(z.string(), z.string()).optional(),
}) as unknown as Shape<State>;

export async function watchCommand(dir: string, options: { readonly asOf?: string }, lang: Lang, io: Io): Promise<number> {
  if (!existsSync(dir)) throw new NonredError([issue('input/no-such-file', '', '', { given: dir })]);
  const path = join(dir, 'out', 'watch.json');
  const before = existsSync(path) ? stateIn(path) : undefined;
  const { now, asked, name } = await stateOf(dir, options, lang, io);
  // A day that nonred.yaml fixes stays what it is: no law begins and no list grows old.
  if (asked !== now.on) io.out(`${say(lang, 'watch.fixed', { asked, on: now.on })}\n`);
  const status = before === undefined ? first(lang, io) : tellChanges(before, now, name, lang, io);
  writeWhole(path, `${JSON.stringify(now, null, 2)}\n`);
  return status;
}

function first(lang: Lang, io: Io): number {
  io.out(`${say(lang, 'watch.first')}\n`);
  return EXIT.done;
}

async function stateOf(dir: string, options: { readonly asOf?: string }, lang: Lang, io: Io): Promise<{ readonly now: State; readonly asked: string; readonly name: (part: string) => string }> {
  const { screening, records } = screenedBy([dir], options, lang, io);
  const quiet: Io = { ...io, out: () => {}, err: () => {} };
  const { result } = await answerTo(dir, options, lang, quiet);
  const stakes = stakesOf(records, screening.asOf);
  const now: State = {
    version: 1, on: screening.asOf, verdict: result.verdict,
    editions: Object.fromEntries(screening.lists.map(({ list, edition }) => [list, edition ?? ''])),
    parties: Object.fromEntries(screening.results.map(({ subject, outcome, matches }) => [
      subject.party!, { label: subject.label, outcome, matches: Object.fromEntries(matches.filter(({ judged, because }) => judged !== 'different' && !APART.has(because)).map(({ entry, score }) => [entry.id, score])), stakes: stakes.get(subject.party!) ?? [] },
    ])),
    owners: Object.fromEntries(holdings(screening, records, sha256).map(({ party, label, answers }: Holding) => [party, { label, answers: Object.fromEntries(answers.map(({ test, value }) => [test, value])) }])),
    clauses: clausesOf(result), rulebooks: result.digests.rulebooks,
  };
  return { now, asked: result.question.asOf, name: (part) => result.labels[part] ?? part };
}

function clausesOf({ assessments }: CheckResult): Record<string, Judged> {
  const found = new Map<string, { verdict: Verdict; red: string[] }>();
  for (const { rulebook, clause, subject, verdict: is } of assessments) {
    if (clause === undefined || is === undefined) continue;
    const before = found.get(`${rulebook} ${clause}`);
    found.set(`${rulebook} ${clause}`, { verdict: before === undefined ? is : allOf([before.verdict, is]), red: [...(before?.red ?? []), ...(is === 'red' ? [subject] : [])].sort() });
  }
  return Object.fromEntries(found);
}

function stakesOf(records: readonly Rec[], asOf: string): Map<string, string[]> {
  const stakes = new Map<string, string[]>();
  for (const rec of records) {
    if (rec.kind !== 'ownership' || (rec.validFrom !== undefined && rec.validFrom > asOf) || (rec.validTo !== undefined && rec.validTo <= asOf)) continue;
    const text = `${rec.owner}: ${[...measuresOf(rec).map(([measure, { lo, hi }]) => `${measure} ${lo / 10_000}..${hi / 10_000} %`), ...(rec.control === undefined ? [] : [rec.control])].join(', ')}`;
    stakes.set(rec.asset, [...(stakes.get(rec.asset) ?? []), text].sort());
  }
  return stakes;
}

function tellChanges(before: State, now: State, part: (id: string) => string, lang: Lang, io: Io): number {
  const lines: string[] = [];
  let [red, open] = [false, false];
  const turned = (was: Verdict | undefined, is: Verdict | undefined): boolean => {
    if (was === is) return false;
    red ||= is === 'red';
    open ||= is === 'unknown';
    return true;
  };
  const tell = (key: Parameters<typeof say>[1], words: Readonly<Record<string, string>>): void =>
    void lines.push(say(lang, key, Object.fromEntries(Object.entries(words).map(([word, text]) => [word, plain(text)]))));
  for (const [list, edition] of Object.entries(now.editions)) {
    const was = own(before.editions, list) ?? '';
    if (was !== edition) tell('watch.edition', { list, before: was || '-', after: edition || '-' });
  }
  for (const list of Object.keys(before.editions))
    if (own(now.editions, list) === undefined) {
      tell('watch.list.gone', { list });
      open = true; // nobody was compared with it, which must not look like a night without news
    }
  const name = (one: Verdict | undefined): string => (one === undefined ? '-' : say(lang, `screen.outcome.${one}`));
  for (const [id, party] of Object.entries(now.parties)) {
    const was = own(before.parties, id);
    const whom = { party: party.label };
    for (const [entry, score] of Object.entries(party.matches))
      if (was === undefined || !Object.hasOwn(was.matches, entry)) {
        tell('watch.match.new', { ...whom, entry, score: (score * 100).toFixed(0), outcome: name(party.outcome) });
        if (party.outcome === 'red') red = true; // listed, and now by one entry more
        else open = true;
      }
    for (const entry of Object.keys(was?.matches ?? {})) if (!Object.hasOwn(party.matches, entry)) tell('watch.match.gone', { ...whom, entry });
    for (const stake of party.stakes) if (!was?.stakes.includes(stake)) tell('watch.stake.new', { ...whom, stake });
    for (const stake of was?.stakes ?? []) if (!party.stakes.includes(stake)) tell('watch.stake.gone', { ...whom, stake });
    if (turned(was?.outcome, party.outcome)) tell('watch.outcome', { ...whom, before: name(was?.outcome), after: name(party.outcome) });
  }
  for (const [id, { label }] of Object.entries(before.parties)) if (own(now.parties, id) === undefined) tell('watch.party.gone', { party: label });
  const value = (one: Answer | undefined): string => (one === undefined ? '-' : say(lang, `owners.${one}`));
  for (const [id, { label, answers }] of Object.entries(now.owners ?? {})) {
    const was = own(before.owners ?? {}, id)?.answers ?? {};
    for (const { test } of TESTS_ASKED) {
      const [old, is] = [own(was, test), own(answers, test)];
      if (old === is || (old === undefined && is === 'free')) continue;
      tell('watch.owners', { party: label, test, before: value(old), after: value(is) });
      if (is === 'caught' && test === TESTS_ASKED[0]!.test) red = true;
      else if (is !== 'free') open = true;
    }
  }
  for (const [id, { label }] of Object.entries(before.owners ?? {}))
    if (own(now.owners ?? {}, id) === undefined) {
      tell('watch.owners.gone', { party: label });
      open = true;
    }
  const said = (one: Verdict | undefined): string => (one === undefined ? '-' : say(lang, `verdict.${one}`));
  for (const [id, digest] of Object.entries(now.rulebooks ?? {})) {
    const was = own(before.rulebooks ?? {}, id);
    if (was !== undefined && was !== digest) tell('watch.rulebook', { id });
  }
  if (before.clauses !== undefined)
    for (const clause of new Set([...Object.keys(before.clauses), ...Object.keys(now.clauses ?? {})])) {
      const [was, is] = [own(before.clauses, clause), own(now.clauses ?? {}, clause)];
      if (turned(was?.verdict, is?.verdict)) tell('watch.clause', { clause, before: said(was?.verdict), after: said(is?.verdict) });
      open ||= is === undefined; // nothing is judged by it any more, which must not look like a night without news
      for (const id of is?.red ?? []) {
        if (was?.verdict !== 'red' || was.red.includes(id)) continue; // a clause that turned red is told as such
        tell('watch.red', { clause, part: part(id) });
        red = true;
      }
    }
  if (turned(before.verdict, now.verdict)) tell('watch.verdict', { before: said(before.verdict), after: said(now.verdict) });
  io.out(`${(lines.length === 0 ? [say(lang, 'watch.nothing', { count: Object.keys(now.parties).length })] : lines).join('\n')}\n`);
  return red ? EXIT.red : open ? EXIT.unknown : EXIT.done;
}

function stateIn(path: string): State {
  const { value, issues } = parseJson(readFileSync(path), { source: path });
  if (issues.length > 0) throw new NonredError(issues);
  const read = checkShape(shape, value, path, () => 1);
  if (read.value === undefined) throw new NonredError(read.issues);
  return read.value;
}
