/** The same question put again, years later or on another machine: is it the same answer? */
import { canonical, type Sha256 } from '../base/canonical.ts';
import type { Rec } from '../model/record.ts';
import type { Grounds } from '../rules/grounds.ts';
import { check } from './check.ts';
import type { Assessment, CheckResult } from './result.ts';

/** One thing that came out otherwise: which, and the two values as text. */
export interface Difference { readonly what: string; readonly before: string; readonly after: string }
/** The new answer, and in what it differs from the old one: nothing, if all is well. */
export interface Replay { readonly result: CheckResult; readonly differences: readonly Difference[] }

/**
 * Asks the answer's own question of its own rulebooks over `records`. With all records of the workspace everything must
 * be the same. The cited records alone (docs/decisions/0004) are enough for every verdict that has grounds, but a part that
 * none of them speaks of may come out as unknown there, so further unknowns, the root and the honesty figures are let be.
 */
export async function replay(before: CheckResult, records: readonly Rec[], mode: 'full' | 'bundle', sha256: Sha256): Promise<Replay> {
  const { question, rulebooks, madeUp } = before;
  const result = await check({ records, question, rulebooks, lines: before.honesty.lines, ...(madeUp && { madeUp }) }, sha256);
  const differences: Difference[] = [];
  const compare = (what: string, a: unknown, b: unknown): void => {
    const [x, y] = [text(a), text(b)];
    if (x !== y) differences.push({ what, before: x, after: y });
  };
  compare('verdict', before.verdict, result.verdict);
  const seals = new Map<Grounds, string>();
  const sealOf = (grounds: Grounds): string => {
    let found = seals.get(grounds);
    if (found === undefined) seals.set(grounds, (found = sealed(grounds, sha256)));
    return found;
  };
  const again = new Map(result.assessments.map((one) => [name(one), one]));
  for (const one of before.assessments) {
    const other = again.get(name(one));
    again.delete(name(one));
    if (one.grounds) compare(`${name(one)}, seal`, one.grounds.seal, sealOf(one.grounds)); // a changed record no longer fits it
    compare(name(one), one.verdict ?? one.applies, other && (other.verdict ?? other.applies));
    if (mode === 'full' && other && one.verdict === other.verdict) compare(`${name(one)}, grounds`, one.grounds?.seal, other.grounds?.seal);
  }
  for (const [added, one] of again) if (mode === 'full' || one.verdict !== 'unknown') compare(added, undefined, one.verdict ?? one.applies);
  if (mode === 'full') for (const member of ['digests', 'honesty', 'records', 'labels'] as const) compare(member, sorted(before[member]), sorted(result[member]));
  return { result, differences };
}

function sealed({ seal: _, ...rest }: Grounds, sha256: Sha256): string {
  return sha256(canonical(rest));
}

function name({ rulebook, clause, subject }: Assessment): string {
  return [rulebook, clause ?? '-', subject].join(' ');
}

/** Records are a set: the file has them in the order of their digests. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map(canonical).sort() : value;
}

function text(value: unknown): string {
  return value === undefined ? '-' : typeof value === 'string' ? value : canonical(value);
}
