/** `nonred check --timeline` and `nonred rulebooks diff`: the same records, other days, other laws. */
import { issue, NonredError } from '../base/issue.ts';
import { compare, type Side } from '../engine/compare.ts';
import { timeline } from '../engine/timeline.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import type { Rec } from '../model/record.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { comparisonText, timelineText } from '../report/timeline.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { type Given, inputTo } from './answer.ts';
import { EXIT, type Io, lookOf, misuse, refuseIdle, shownPath } from './io.ts';
import { FORMS, type Outputs } from './outputs.ts';

/** The last day of the span, where nobody says. */
export const UNTIL = '2029-12-31';

export interface TimelineOptions extends Given, Outputs { readonly until?: string; readonly aging?: boolean; readonly failOn?: string }

export function timelineCommand(path: string, options: TimelineOptions, lang: Lang, io: Io): number {
  // Nothing else is written of it: a file that was asked for and an older one in its place would be taken for the answer.
  refuseIdle('check DIR', options, 'failOn', ...FORMS.filter((form) => form !== 'json'));
  const { input, knownOn } = inputTo(path, options, lang, io);
  const until = options.until ?? UNTIL;
  if (until < input.question.asOf) throw new NonredError([issue('input/ends-before-start', '--until', '', { from: input.question.asOf, to: until })]);
  const moments = timeline(input.records, input.question, input.rulebooks, { until, knownUntil: knownOn(until), ...(options.aging && { aging: true }) }, sha256);
  if (!written({ timeline: 1, question: input.question, until, aging: options.aging === true, moments }, options.json, lang, io)) {
    if (input.madeUp) io.out(`*** ${say(lang, 'report.madeUp')} ***\n`);
    io.out(timelineText(moments, until, lookOf(io, lang)));
  }
  return EXIT.done;
}

/** `names`: two rulebooks and a workspace, or with both days one rulebook and a workspace. */
export function rulebooksDiffCommand(names: readonly string[], options: { readonly from?: string; readonly to?: string; readonly json?: string }, lang: Lang, io: Io): number {
  const { from, to } = options;
  const byDays = from !== undefined && to !== undefined;
  if (names.length !== (byDays ? 2 : 3) || (from === undefined) !== (to === undefined)) misuse('rulebooks diff A B DIR | rulebooks diff A --from DATE --to DATE DIR', lang);
  const path = names.at(-1)!;
  const { input, knownOn } = inputTo(path, { rules: names.slice(0, -1) }, lang, io);
  const { records, question, rulebooks } = input;
  const [one, other] = [rulebooks[0]!, rulebooks.at(-1)!];
  const side = (rulebook: Rulebook, on: string | undefined): Side => (on === undefined ? { rulebook, on: question.asOf } : { rulebook, on, knownAt: knownOn(on) });
  const result = compare(records, question, side(one, from), side(other, to), sha256);
  if (!written({ comparison: 1, question, ...result }, options.json, lang, io)) {
    if (input.madeUp) io.out(`*** ${say(lang, 'report.madeUp')} ***\n`);
    io.out(comparisonText(result, namesIn(records), lookOf(io, lang)));
  }
  return EXIT.done;
}

/** True where standard output was taken. */
function written(document: unknown, target: string | undefined, lang: Lang, io: Io): boolean {
  if (target === undefined) return false;
  const text = `${JSON.stringify(document, null, 1)}\n`;
  if (target === '-') io.out(text);
  else {
    writeWhole(target, text);
    io.err(`${say(lang, 'cli.output', { path: shownPath(target) })}\n`);
  }
  return target === '-';
}

function namesIn(records: readonly Rec[]): (id: string) => string {
  const names = new Map(records.flatMap((rec) => (rec.kind === 'product' && rec.name !== undefined ? [[rec.id, rec.name] as const] : [])));
  return (id) => {
    const name = names.get(id);
    return name === undefined || name === id ? id : `${name} (${id})`;
  };
}
