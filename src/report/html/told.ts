/** All that is said of each part, in both languages, as the page shows it: openly, or packed (pack.ts). */
import type { Sha256 } from '../../base/canonical.ts';
import type { Verdict } from '../../base/verdict.ts';
import type { Assessment, CheckResult } from '../../engine/result.ts';
import { namer, whyEach, type WhyLine } from '../../engine/why.ts';
import type { Rec } from '../../model/record.ts';
import { LANGS, say } from '../../text/catalogue.ts';
import { anchor } from './drawing.ts';

export interface ToldLine { readonly depth: number; readonly en: string; readonly zh: string; readonly rec?: Rec }
export interface ToldPart { readonly id: string; readonly name: readonly [en: string, zh: string]; readonly verdict: Verdict; readonly lines: readonly ToldLine[] }

export const SIGN: Readonly<Record<Verdict, string>> = { red: '✕', unknown: '?', clear: '✓' };
export const RANK: Readonly<Record<Verdict, number>> = { red: 0, unknown: 1, clear: 2 };

/** Every part that a verdict speaks of, with all that is said of it; red first, then open, clear clauses last. */
export function tellParts(result: CheckResult, sha256: Sha256): ToldPart[] {
  const [en, zh] = LANGS.map((lang) => whyEach(result, lang, sha256)) as [ReturnType<typeof whyEach>, ReturnType<typeof whyEach>];
  const parts = new Map<string, { name: readonly [string, string]; verdict: Verdict; lines: ToldLine[] }>();
  en.forEach(({ assessment, lines }, i) => {
    const { verdict } = assessment;
    if (verdict === undefined) return;
    const [id, name] = headOf(result, assessment);
    const part = parts.get(id) ?? { name, verdict, lines: [] };
    parts.set(id, part);
    if (RANK[verdict] < RANK[part.verdict]) part.verdict = verdict;
    lines.forEach(({ depth, text, rec }: WhyLine, at) => void part.lines.push({ depth, en: text, zh: zh[i]!.lines[at]?.text ?? text, ...(rec && { rec }) }));
  });
  return [...parts].map(([id, part]) => ({ id, ...part })).sort((a, b) => RANK[a.verdict] - RANK[b.verdict]);
}

/** A part stands under its own name, a clause that speaks of all parts under the clause's. */
function headOf(result: CheckResult, { rulebook, clause, subject }: Assessment): [id: string, name: readonly [string, string]] {
  if (subject === 'all') return [`c-${anchor(`${rulebook} ${clause}`)}`, [`${rulebook} ${clause}: ${say('en', 'report.all')}`, `${rulebook} ${clause}：${say('zh-Hant', 'report.all')}`]];
  const id = subject.replace(/@\d+$/, '');
  return [anchor(id), [namer(result, 'en')(id), namer(result, 'zh-Hant')(id)]];
}
