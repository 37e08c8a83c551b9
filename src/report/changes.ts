/** The days ahead on which an answer can change by itself, soonest first, each with what changes. */
import type { CheckResult } from '../engine/result.ts';
import type { Day } from '../model/record.ts';
import { type Lang, list, say } from '../text/catalogue.ts';

export interface Change { readonly on: Day; say(lang: Lang): string }

export function comingChanges(result: CheckResult): Change[] {
  const clauses = new Map<Day, Set<string>>();
  const changes: Change[] = [];
  for (const { rulebook, clause, nextChange, forecast } of result.assessments) {
    if (nextChange !== undefined) clauses.set(nextChange, (clauses.get(nextChange) ?? new Set()).add(`${rulebook}${clause === undefined ? '' : ` ${clause}`}`));
    if (forecast) changes.push({ on: forecast.on, say: (lang) => say(lang, 'page.coming.forecast', { rulebook, verdict: say(lang, `verdict.${forecast.verdict}`) }) });
  }
  for (const [on, which] of clauses) changes.push({ on, say: (lang) => say(lang, 'page.coming.change', { clauses: list(lang, [...which]) }) });
  for (const { id, versions } of result.rulebooks)
    for (const { version, from, to } of versions) {
      if (from > result.question.asOf) changes.push({ on: from, say: (lang) => say(lang, 'page.coming.begins', { rulebook: id, version }) });
      if (to !== undefined && to > result.question.asOf) changes.push({ on: to, say: (lang) => say(lang, 'page.coming.ends', { rulebook: id, version }) });
    }
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
