/**
 * `nonred watch`: what a new edition or a new stake changed for the parties of a workspace since the last run, for a nightly job.
 * What is compared with is `out/watch.json`. Exit 2 where something turned red, 4 where something new is open, 0 otherwise.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import type { Verdict } from '../base/verdict.ts';
import { checkShape, object, type Shape, z } from '../formats/shape.ts';
import { writeWhole } from '../host/write.ts';
import type { Rec } from '../model/record.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { answerTo } from './answer.ts';
import { EXIT, type Io } from './io.ts';
import { measuresOf, screenedBy } from './screen.ts';

interface Seen { readonly label: string; readonly outcome: Verdict; readonly matches: Readonly<Record<string, number>>; readonly stakes: readonly string[] }
interface State { readonly version: 1; readonly on: string; readonly verdict?: Verdict | undefined; readonly editions: Readonly<Record<string, string>>; readonly parties: Readonly<Record<string, Seen>> }

const verdict = z.enum(['clear', 'red', 'unknown']);
const shape = object({
  version: z.literal(1), on: z.string(), verdict: verdict.optional(), editions: z.record(z.string(), z.string()),
  parties: z.record(z.string(), object({ label: z.string(), outcome: verdict, matches: z.record(z.string(), z.number()), stakes: z.array(z.string()) })),
}) as unknown as Shape<State>;

export async function watchCommand(dir: string, options: { readonly asOf?: string }, lang: Lang, io: Io): Promise<number> {
  if (!existsSync(dir)) throw new NonredError([issue('input/no-such-file', '', '', { given: dir })]);
  const path = join(dir, 'out', 'watch.json');
  const before = existsSync(path) ? stateIn(path) : undefined;
  const now = await stateOf(dir, options, lang, io);
  const status = before === undefined ? first(lang, io) : tellChanges(before, now, lang, io);
  writeWhole(path, `${JSON.stringify(now, null, 2)}\n`);
  return status;
}

function first(lang: Lang, io: Io): number {
  io.out(`${say(lang, 'watch.first')}\n`);
  return EXIT.done;
}

async function stateOf(dir: string, options: { readonly asOf?: string }, lang: Lang, io: Io): Promise<State> {
  const { screening, records } = screenedBy([dir], options, lang, io);
  const quiet: Io = { ...io, out: () => {}, err: () => {} };
  const { result } = await answerTo(dir, options, lang, quiet);
  const stakes = stakesOf(records, screening.asOf);
  return {
    version: 1, on: screening.asOf, verdict: result.verdict,
    editions: Object.fromEntries(screening.lists.flatMap(({ list, edition }) => (edition === undefined ? [] : [[list, edition]]))),
    parties: Object.fromEntries(screening.results.map(({ subject, outcome, matches }) => [
      subject.party!, { label: subject.label, outcome, matches: Object.fromEntries(matches.filter(({ judged, because }) => judged !== 'different' && because !== 'id-differs').map(({ entry, score }) => [entry.id, score])), stakes: stakes.get(subject.party!) ?? [] },
    ])),
  };
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

function tellChanges(before: State, now: State, lang: Lang, io: Io): number {
  const lines: string[] = [];
  let [red, open] = [false, false];
  const turned = (was: Verdict | undefined, is: Verdict | undefined): boolean => {
    if (was === is) return false;
    red ||= is === 'red';
    open ||= is === 'unknown';
    return true;
  };
  for (const [list, edition] of Object.entries(now.editions)) if (before.editions[list] !== edition) lines.push(say(lang, 'watch.edition', { list, before: before.editions[list] ?? '-', after: edition }));
  const name = (one: Verdict | undefined): string => (one === undefined ? '-' : say(lang, `screen.outcome.${one}`));
  for (const [id, party] of Object.entries(now.parties)) {
    const was = Object.hasOwn(before.parties, id) ? before.parties[id] : undefined;
    const said = { party: party.label };
    for (const [entry, score] of Object.entries(party.matches))
      if (was === undefined || !Object.hasOwn(was.matches, entry)) {
        lines.push(say(lang, 'watch.match.new', { ...said, entry, score: (score * 100).toFixed(0), outcome: name(party.outcome) }));
        open = true;
      }
    for (const entry of Object.keys(was?.matches ?? {})) if (!Object.hasOwn(party.matches, entry)) lines.push(say(lang, 'watch.match.gone', { ...said, entry }));
    for (const stake of party.stakes) if (!was?.stakes.includes(stake)) lines.push(say(lang, 'watch.stake.new', { ...said, stake }));
    for (const stake of was?.stakes ?? []) if (!party.stakes.includes(stake)) lines.push(say(lang, 'watch.stake.gone', { ...said, stake }));
    if (turned(was?.outcome, party.outcome)) lines.push(say(lang, 'watch.outcome', { ...said, before: name(was?.outcome), after: name(party.outcome) }));
  }
  if (turned(before.verdict, now.verdict)) lines.push(say(lang, 'watch.verdict', { before: before.verdict === undefined ? '-' : say(lang, `verdict.${before.verdict}`), after: now.verdict === undefined ? '-' : say(lang, `verdict.${now.verdict}`) }));
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
