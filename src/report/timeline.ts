/** Verdicts over time, and comparisons of rulebooks, at a terminal. */
import type { Comparison, Place, SideOutcome } from '../engine/compare.ts';
import type { Moment, Standing } from '../engine/timeline.ts';
import { type Lang, list, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { table } from './table.ts';
import type { Look } from './terminal.ts';

/** What people call a subject. */
type Namer = (id: string) => string;

export function timelineText(moments: readonly Moment[], until: string, { lang, width }: Look): string {
  const rows = moments.flatMap((moment, i) => {
    const before = i === 0 ? undefined : new Map(moments[i - 1]!.standings.map((standing) => [standing.rulebook, standing]));
    const shown = before === undefined ? moment.standings : moment.standings.filter(({ rulebook }) => moment.changed.includes(rulebook));
    return shown.map((standing, at) => [at === 0 ? moment.on : '', at === 0 ? say(lang, `verdict.${moment.verdict}`) : '', plain(standing.rulebook), saidOf(standing, before?.get(standing.rulebook), lang)]);
  });
  const columns = [
    { head: say(lang, 'timeline.on'), width: 10 }, { head: say(lang, 'timeline.answer'), width: 8 }, { head: say(lang, 'timeline.rulebook'), width: 20 },
    { head: say(lang, 'timeline.says'), width: Math.max(20, width - 51) },
  ];
  return `${table(columns, rows)}\n${say(lang, 'timeline.until', { until })}\n${say(lang, 'report.notLegal')}\n`;
}

/** `unknown -> red; B: unknown -> red` */
function saidOf(now: Standing, before: Standing | undefined, lang: Lang): string {
  if (before === undefined) return wordOf(now, lang);
  const names = [...new Set([...Object.keys(before.clauses), ...Object.keys(now.clauses)])].filter((clause) => before.clauses[clause] !== now.clauses[clause]);
  const clauses = names.map((clause) => `${plain(clause)}${say(lang, 'text.colon')}${verdictWord(before.clauses[clause], lang)} → ${verdictWord(now.clauses[clause], lang)}`);
  const [was, is] = [wordOf(before, lang), wordOf(now, lang)];
  const version = before.version === now.version ? [] : [say(lang, 'timeline.version', { version: now.version })];
  return semicolons(lang, [was === is ? is : `${was} → ${is}`, ...version, ...clauses]);
}

function wordOf({ applies, verdict }: { readonly applies: Standing['applies']; readonly verdict?: Standing['verdict'] }, lang: Lang): string {
  return verdict === undefined ? say(lang, `timeline.applies.${applies}`) : say(lang, `verdict.${verdict}`);
}

function verdictWord(verdict: Standing['verdict'], lang: Lang): string {
  return verdict === undefined ? '–' : say(lang, `verdict.${verdict}`);
}

export function comparisonText({ before, after, changes }: Comparison, name: Namer, { lang, width }: Look): string {
  const head = ({ rulebook, on, version }: SideOutcome): string => say(lang, 'compare.side', { rulebook, version, on });
  const lines = [before, after].map((side) => `${head(side)}${say(lang, 'text.colon')}${wordOf(side, lang)}`);
  const place = ({ verdict, clauses }: Place, { applies, verdict: of }: SideOutcome): string =>
    verdict === 'absent' || of === undefined ? say(lang, `timeline.applies.${applies}`) : verdict === 'none' ? say(lang, 'diff.none') : clauses.length > 0 ? `${say(lang, `verdict.${verdict}`)} (${list(lang, clauses.map(plain))})` : say(lang, `verdict.${verdict}`);
  if (changes.length === 0) return `${lines.join('\n')}\n${say(lang, 'compare.same')}\n${say(lang, 'report.notLegal')}\n`;
  const cell = Math.max(16, Math.floor((width - 10) / 3));
  const drawn = table(
    [{ head: say(lang, 'compare.subject'), width: cell }, { head: before.rulebook === after.rulebook ? before.on : before.rulebook, width: cell }, { head: before.rulebook === after.rulebook ? after.on : after.rulebook, width: cell }],
    changes.map(({ subject, before: was, after: is }) => [plain(name(subject)), place(was, before), place(is, after)]),
  );
  return `${lines.join('\n')}\n${drawn}\n${say(lang, 'compare.count', { count: changes.length })}\n${say(lang, 'report.notLegal')}\n`;
}
