/**
 * All that is said of each part, in both languages, as the page shows it: openly, or packed (pack.ts). What a clause says
 * stands once, under the clause; how a part gets into the product stands once, over all clauses that catch it.
 */
import type { Sha256 } from '../../base/canonical.ts';
import type { Verdict } from '../../base/verdict.ts';
import type { Assessment, CheckResult } from '../../engine/result.ts';
import { namer, whyEach, type WhyLine } from '../../engine/why.ts';
import { LANGS, say } from '../../text/catalogue.ts';
import { anchor } from './drawing.ts';
import { recordId } from './records.ts';

/** `to`: the place of the page that it speaks of: of a head (depth 0) its clause, of a fact its record. */
export interface ToldLine { readonly depth: number; readonly en: string; readonly zh: string; readonly to?: string; readonly origin?: string }
export interface ToldPart { readonly id: string; readonly name: readonly [en: string, zh: string]; readonly verdict: Verdict; readonly lines: readonly ToldLine[] }
/** What a clause says, whatever part it looks at, and what holds of all parts where it is clear. */
export interface ToldClause { readonly id: string; readonly rulebook: string; readonly clause: string; readonly verdict: Verdict; readonly lines: readonly ToldLine[] }
export interface Told { readonly parts: readonly ToldPart[]; readonly clauses: readonly ToldClause[] }

export const SIGN: Readonly<Record<Verdict, string>> = { red: '✕', unknown: '?', clear: '✓' };
export const RANK: Readonly<Record<Verdict, number>> = { red: 0, unknown: 1, clear: 2 };

interface Line extends ToldLine { readonly about?: WhyLine['about'] }
interface Block { readonly heads: ToldLine[]; readonly path: readonly Line[]; readonly body: readonly Line[] }
interface PartBlocks { readonly name: readonly [string, string]; verdict: Verdict; readonly blocks: Map<string, Block> }

/** Every part that a verdict speaks of, red first, then open; every clause with a verdict, in the answer's order. */
export function tell(result: CheckResult, sha256: Sha256): Told {
  const [en, zh] = LANGS.map((lang) => whyEach(result, lang, sha256)) as [ReturnType<typeof whyEach>, ReturnType<typeof whyEach>];
  const parts = new Map<string, PartBlocks>();
  const clauses = new Map<string, { verdict: Verdict; rulebook: string; clause: string; lines: ToldLine[] }>();
  en.forEach(({ assessment, lines }, i) => {
    const { verdict, subject, rulebook, clause = '-' } = assessment;
    if (verdict === undefined) return;
    const told = lines.slice(1).map(({ depth, text, rec, about }, at): Line => ({ depth, en: text, zh: zh[i]!.lines[at + 1]?.text ?? text, ...(about && { about }), ...(rec && { to: recordId(rec, sha256), origin: rec.origin ?? '' }) }));
    const id = clauseAnchor(rulebook, clause);
    const entry = clauses.get(id) ?? { verdict, rulebook, clause, lines: [] };
    clauses.set(id, entry);
    if (RANK[verdict] < RANK[entry.verdict]) entry.verdict = verdict;
    for (const line of told) if ((line.about === 'clause' || subject === 'all') && !entry.lines.some(({ en: said }) => said === line.en)) entry.lines.push(plainLine(line));
    if (subject !== 'all') addBlock(parts, result, assessment, told);
  });
  return {
    parts: [...parts].map(([id, { name, verdict, blocks }]) => ({ id, name, verdict, lines: linesOf([...blocks.values()]) })).sort((a, b) => RANK[a.verdict] - RANK[b.verdict]),
    clauses: [...clauses].map(([id, entry]) => ({ id, ...entry })),
  };
}

/** Where the page says what a clause says. */
export function clauseAnchor(rulebook: string, clause: string): string {
  return `c-${anchor(`${rulebook} ${clause}`)}`;
}

/** Clauses that say the same of a part share one block. */
function addBlock(parts: Map<string, PartBlocks>, result: CheckResult, assessment: Assessment, told: readonly Line[]): void {
  const { verdict, subject, rulebook, clause = '-', grounds } = assessment;
  const id = anchor(subject.replace(/@\d+$/, ''));
  const [en, zh] = LANGS.map((lang) => namer(result, lang)(subject.replace(/@\d+$/, ''))) as [string, string];
  const part = parts.get(id) ?? { name: [en, zh] as const, verdict: verdict!, blocks: new Map<string, Block>() };
  parts.set(id, part);
  if (RANK[verdict!] < RANK[part.verdict]) part.verdict = verdict!;
  const [path, body] = [told.filter(({ about }) => about === 'path'), told.filter(({ about }) => about === undefined)];
  const key = JSON.stringify([verdict, path.map((line) => line.en), body.map((line) => line.en)]);
  const block = part.blocks.get(key) ?? { heads: [], path, body };
  part.blocks.set(key, block);
  const head = LANGS.map((lang) => say(lang, grounds ? 'page.under' : 'page.under.bare', { verdict: `${SIGN[verdict!]} ${say(lang, `verdict.${verdict!}`)}`, rulebook, clause, ...(grounds && { seal: grounds.seal.slice(0, 16) }) })) as [string, string];
  block.heads.push({ depth: 0, en: head[0], zh: head[1], to: clauseAnchor(rulebook, clause) });
}

/** The way into the product first, where all blocks that tell one tell the same. */
function linesOf(blocks: readonly Block[]): ToldLine[] {
  const paths = new Map(blocks.filter(({ path }) => path.length > 0).map(({ path }) => [JSON.stringify(path), path]));
  const [only] = paths.size === 1 ? paths.values() : [];
  return [...(only ?? []), ...blocks.flatMap(({ heads, path, body }) => [...heads, ...(only ? [] : path), ...body])].map(plainLine);
}

function plainLine({ about: _, ...line }: Line): ToldLine {
  return line;
}
