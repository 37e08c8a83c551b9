/** A made-up answer for the tests of why, of the terminal report and of the result file: one red camera, one open radio. */
import type { Examples } from '../../src/engine/why.ts';
import { createHash } from 'node:crypto';
import { canonical } from '../../src/base/canonical.ts';
import type { Assessment, CheckResult } from '../../src/engine/result.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Digest, Rec } from '../../src/model/record.ts';
import type { Body, Grounds } from '../../src/rules/grounds.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const confirmed = { level: 'confirmed' } as const;
const facts: Rec[] = [
  { kind: 'product', id: 'quad', name: 'Quad X', maker: 'ACME', ...confirmed, origin: 'products.csv, row 1' },
  { kind: 'product', id: 'cam', name: '前鏡頭', maker: 'LENS', roles: ['camera'], ...confirmed, origin: 'products.csv, row 2' },
  { kind: 'product', id: 'radio', roles: ['radio'], level: 'inferred', origin: 'products.csv, row 3' },
  { kind: 'party', id: 'ACME', names: ['極光航太'], domicile: 'TW', ...confirmed, origin: 'parties.csv, row 1' },
  { kind: 'party', id: 'LENS', names: ['Lens \u202eWorks'], domicile: 'CN', ...confirmed, origin: 'parties.csv, row 2' },
  { kind: 'recipe', id: 'b1', output: 'quad', country: 'TW', sole: true, ...confirmed, origin: 'recipes.csv, row 1' },
  { kind: 'line', id: 'b1-1', recipe: 'b1', line: '1', options: [{ product: 'cam' }], quantity: '2', ...confirmed, origin: 'lines.csv, row 1' },
  { kind: 'line', id: 'b1-2', recipe: 'b1', line: '2', options: [{ product: 'radio' }], quantity: '1', ...confirmed, origin: 'lines.csv, row 2' },
];
const paper: Rec = {
  kind: 'evidence', id: 'e1', docKind: 'registry-extract', issuer: 'REG', issued: '2026-03-01', supports: [digestOf(facts[4]!, sha256)], ...confirmed, origin: 'evidence.csv, row 1',
};
export const records: readonly Rec[] = [...facts, paper];

export const rulebook: Rulebook = {
  id: 'us-848',
  title: { en: 'Section 848', 'zh-Hant': '第 848 條' },
  cite: 'Pub. L. 116-92, sec. 848',
  statusChecked: '2026-10-01',
  binds: { en: 'the Department of Defense', 'zh-Hant': '美國國防部' },
  sources: [{ key: 'law', text: 'Pub. L. 116-92', confirmed: true }],
  versions: [{ version: '2019', from: '2019-12-20', status: 'in-force' }],
  sets: { CC: ['CN', 'RU'] },
  clauses: [
    {
      id: '848-B', cite: 'sec. 848(a)(1)', for: { components: { walk: 'bought', roles: ['camera', 'radio'] } },
      redIf: { any: [{ madeIn: 'CC', step: ['assembled'] }, { maker: { domicile: 'CC' } }] }, unverified: true,
    },
  ],
  consequence: 'blocks-award',
  notModelled: [{ en: 'software', 'zh-Hant': '軟體' }],
};
export const question: Question = { product: 'quad', asOf: '2026-11-22', knownAt: '2026-11-22' };

const digests = { question: sha256(canonical(question)), network: sha256('network'), rulebooks: { 'us-848': sha256(canonical(rulebook)) } };
const sets = { caught: {}, free: {} };

export function ground(subject: string, verdict: Grounds['verdict'], body: Body, cites: readonly Digest[] = records.map((rec) => digestOf(rec, sha256)).sort()): Grounds {
  const unsealed = { question: digests.question, rulebook: digests.rulebooks['us-848'], network: digests.network, asOf: question.asOf, clause: '848-B', subject, verdict, cites, body };
  return { ...unsealed, seal: sha256(canonical(unsealed)) };
}

const common = { rulebook: 'us-848', version: '2019', clause: '848-B', applies: 'yes', notes: [], unverified: true } as const;
export const assessments: readonly Assessment[] = [
  { ...common, subject: 'cam', verdict: 'red', grounds: ground('cam', 'red', { path: ['cam', 'quad'], sets }) },
  {
    ...common, subject: 'radio', verdict: 'unknown', consequence: 'blocks-award',
    grounds: ground('all', 'unknown', {
      each: [{ subject: 'radio', missing: [{ kind: 'field', of: 'radio', field: 'maker', askFrom: 'ACME' }, { kind: 'list', of: 'b1', field: 'components' }], open: ['radio', 'quad'] }], sets,
    }),
  },
  { rulebook: 'us-848', version: '2019', subject: 'all', applies: 'not-yet', notes: [], forecast: { verdict: 'red', on: '2027-01-01' } },
];

export const answer: CheckResult = {
  question,
  verdict: 'red',
  madeUp: true,
  assessments,
  honesty: { lines: 2, below: { all: 2, traced: 0 }, confirmed: 8, inferred: 1, oldestFact: '2026-03-01', conflicts: 0, sensitive: [] },
  rulebooks: [rulebook],
  records,
  digests,
  labels: { quad: 'Quad X', cam: '前鏡頭', ACME: '極光航太', LENS: 'Lens \u202eWorks' },
};

/** What would decide the radio. */
export const examples: Examples = () => ({ ifRed: [{ kind: 'party', id: 'X', domicile: 'CN', ...confirmed }, { kind: 'product', id: 'radio', maker: 'X', ...confirmed }] });
