/** What is said to decide an open subject does: by the plain reference, on the network with those records. 200 networks; with LAWS=1 2,000. */
import { expect, test } from 'vitest';
import type { Rec } from '../../src/model/record.ts';
import { normalizeName } from '../../src/names/normalize.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { reference } from '../reference/evaluate.ts';
import { digestOf, sha256 } from '../support/digest.ts';
import { generate } from '../support/generate.ts';

const asked = Number(process.env.LAWS ?? 0);
const count = asked === 1 ? 2_000 : asked > 1 ? asked : 200;

test('the records of a completion decide the subject', { timeout: 3_600_000 }, () => {
  const faults: string[] = [];
  const tally = { open: 0, ifRed: 0, ifClear: 0 };
  for (let seed = 0; seed < count; seed++) {
    const made = generate(seed);
    // Whether the rulebook applies is another question.
    const [records, question] = [made.records, { ...made.question, asIfBound: true as const }];
    const rulebook = { ...made.rulebook, versions: made.rulebook.versions.map((version) => ({ ...version, status: 'in-force' as const })) };
    for (const { clause, subject, verdict, completions } of evaluateRulebook(ask(records, question, sha256), rulebook).outcomes) {
      if (verdict !== 'unknown' || completions === undefined) continue;
      const { ifRed, ifClear } = completions();
      tally.open++;
      const verdictsOf = (assumed: readonly Rec[]): { whole: string; own: string[]; others: string[] } => {
        const { clauses } = reference([...records, ...assumed], question, rulebook, digestOf, (a, b) => normalizeName(a) === normalizeName(b));
        const found = clauses.find(({ id }) => id === clause.id)!;
        const values = [...found.subjects].map(([node, value]) => [node.replace(/@\d+$/, ''), value] as const);
        return { whole: found.verdict, own: values.filter(([node]) => node === subject).map(([, value]) => value), others: values.filter(([node]) => node !== subject).map(([, value]) => value) };
      };
      if (ifRed !== undefined) {
        tally.ifRed++;
        const { whole } = verdictsOf(ifRed);
        if (whole !== 'red') faults.push(`seed ${seed} ${subject} ifRed: ${whole}`);
      }
      if (ifClear !== undefined) {
        tally.ifClear++;
        const { whole, own, others } = verdictsOf(ifClear);
        // What rests on another open part is founded only where that is: it stays unknown with it, not by itself.
        const undecided = own.includes('red') || (own.includes('unknown') && !others.includes('unknown'));
        if (clause.reading === 'independence' ? whole !== 'clear' : undecided) faults.push(`seed ${seed} ${subject} ifClear: ${whole} ${own}`);
      }
    }
  }
  if (asked >= 1) console.log(`${tally.open} open subjects, with a red completion ${tally.ifRed}, with a clear one ${tally.ifClear}, of those that do not decide ${faults.length}`);
  expect(faults.slice(0, 10)).toEqual([]);
});
