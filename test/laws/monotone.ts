/** Laws of what more choice, and a lower threshold, can do. */
import type { Line, Rec } from '../../src/model/record.ts';
import type { Clause } from '../../src/rules/rulebook.ts';
import type { Pred } from '../../src/select/predicate.ts';
import { digestOf } from '../support/digest.ts';
import type { Network } from '../support/generate.ts';
import { complete, party, product, recipe } from '../support/make.ts';
import { type Law, contested, inForce, restate, usesOpen, type Verdict, verdictOf } from './laws.ts';

const SEVERE: Readonly<Record<Verdict, number>> = { clear: 0, unknown: 1, red: 2 };

/** 7.1.3: what is around it says nothing of an alternative with conditions on what stands above or below; an exemption of the root asks it of all its ways. */
const LOCAL = /"(share|ancestor|allSteps)"|"of":"root"/;
const simple = (net: Network): boolean => !LOCAL.test(JSON.stringify(net.rulebook.clauses)) && !contested(net) && net.rulebook.clauses.length === 1;

/** A part with everything known of it, clear of what this clause asks. */
const SPARE: readonly Rec[] = [
  party('spare.c', { names: ['Spare Verlantor'], ids: [{ scheme: 'lei', value: 'spare' }], domicile: 'TW', principalPlace: 'TW', partyKind: 'company' }), party('spare.h', { names: ['Spare Person'], ids: [{ scheme: 'lei', value: 'spare.h' }], domicile: 'TW', principalPlace: 'TW', partyKind: 'person' }),
  { kind: 'ownership', id: 'spare.o', level: 'confirmed', owner: 'spare.h', asset: 'spare.c', ...Object.fromEntries((['equityPpm', 'votingPpm', 'boardPpm'] as const).map((measure) => [measure, { lo: 1_000_000, hi: 1_000_000 }])), debtPpm: { lo: 0, hi: 0 }, control: 'none' } as Rec,
  product('spare', { maker: 'spare.c', roles: [], hs: '760110' }), recipe('spare.r', 'spare', { country: 'TW', steps: ['melted', 'sintered', 'assembled'], sole: true, use: 'in-use' }),
];
const SPARE_STATED: readonly Rec[] = [complete('components', 'spare.r', []), complete('recipes', 'spare', [SPARE[4]!]), complete('owners', 'spare.c', [SPARE[2]!]), complete('materials', 'spare', []), complete('supplies', 'spare', [])];

export const MONOTONE: Readonly<Record<string, Law>> = {
  'alternative: a further option whose whole closure is clear makes nothing red'(net, answer, evaluate, r) {
    const before = verdictOf(answer);
    const lines = net.records.filter((rec): rec is Line => rec.kind === 'line' && inForce(net, rec));
    if (before === undefined || answer.applies !== 'yes' || lines.length === 0 || !simple(net)) return undefined;
    const around = [...net.records, ...SPARE, ...SPARE_STATED];
    if (verdictOf(evaluate(around, { ...net.question, product: 'spare', bom: 'spare.r' }, net.rulebook)) !== 'clear') return undefined;
    const chosen = r.pick(lines);
    const wider = restate(net.records, (rec) => (rec.kind === 'line' && rec.recipe === chosen.recipe && rec.line === chosen.line ? { ...rec, options: [...rec.options, { product: 'spare', use: 'in-use' }] } : rec));
    const now = verdictOf(evaluate([...wider, ...SPARE, ...SPARE_STATED], net.question, net.rulebook));
    return now === 'red' && before !== 'red' ? `${before} becomes red with a clear option in ${chosen.id}` : '';
  },
  'alternative: a further recipe takes independence away from nobody, where use is recorded'(net, answer, evaluate, r) {
    const first = net.rulebook.clauses[0]!;
    if (typeof first.for !== 'object' || !('components' in first.for) || answer.applies !== 'yes' || !simple(net) || usesOpen(net, false)) return undefined;
    const clauses: Clause[] = [{ ...first, reading: 'independence', for: { components: { ...first.for.components, walk: 'all' } } }];
    const book = { ...net.rulebook, clauses };
    if (verdictOf(evaluate(net.records, net.question, book)) !== 'clear') return undefined;
    const outputs = [...new Set(net.records.flatMap((rec) => (rec.kind === 'recipe' && inForce(net, rec) ? [rec.output] : [])))];
    if (outputs.length === 0) return undefined;
    const output = r.pick(outputs);
    const further = recipe('further', output, { country: r.pick(['CN', 'TW']), steps: ['assembled'], use: r.pick(['in-use', 'approved', 'known'] as const) });
    const stated = net.records.map((rec) => (rec.kind === 'completeness' && rec.list === 'recipes' && rec.of === output && rec.status === 'complete' ? { ...rec, members: [...rec.members, digestOf(further)] } : rec));
    const papers = stated.map((rec, i): Rec => (rec.kind === 'evidence' ? { ...rec, supports: [...rec.supports, digestOf(further), ...rec.supports.flatMap((one) => stated.flatMap((other, n) => (other !== net.records[n] && digestOf(net.records[n]!) === one ? [digestOf(other)] : [])))] } : stated[i]!));
    const now = verdictOf(evaluate([...papers, further], net.question, book));
    return now === 'clear' ? '' : `clear becomes ${now} with a further recipe of ${output}`;
  },
  'thresholds: a lower one catches no less'(net, answer, evaluate) {
    const before = verdictOf(answer);
    if (before === undefined || /"(not|atMost|lessThan|unless)"/.test(JSON.stringify(net.rulebook.clauses))) return undefined;
    const [lower, changed] = lowered(net.rulebook.clauses[0]!.redIf);
    if (!changed) return undefined;
    const now = evaluate(net.records, net.question, { ...net.rulebook, clauses: net.rulebook.clauses.map((one, i) => (i === 0 ? { ...one, redIf: lower } : one)) });
    if (now.applies !== answer.applies) return undefined;
    return SEVERE[verdictOf(now)!] < SEVERE[before] ? `${before} becomes ${verdictOf(now)} under ${JSON.stringify(lower)}` : '';
  },
};

/** Shares to half, half of the equity to any of it. */
function lowered(pred: Pred): [lower: Pred, changed: boolean] {
  if ('all' in pred || 'any' in pred) {
    const parts = ('all' in pred ? pred.all : pred.any).map(lowered);
    const preds = parts.map(([one]) => one);
    return ['all' in pred ? { all: preds } : { any: preds }, parts.some(([, changed]) => changed)];
  }
  for (const key of ['maker', 'supplier', 'operator', 'ancestor'] as const)
    if (key in pred) {
      const [lower, changed] = lowered((pred as Record<typeof key, Pred>)[key]);
      return [{ ...pred, [key]: lower } as Pred, changed];
    }
  if ('owned' in pred && pred.owned === 'OWN50_CASCADE') return [{ ...pred, owned: 'ANY_CAPITAL' }, true];
  if ('listed' in pred && pred.closure === 'OWN50_CASCADE') return [{ ...pred, closure: 'ANY_CAPITAL' }, true];
  for (const bound of ['atLeast', 'moreThan'] as const) {
    const value = (pred as { readonly atLeast?: number; readonly moreThan?: number })[bound];
    if (value !== undefined && value > 1) return [{ ...pred, [bound]: Math.floor(value / 2) } as Pred, true];
  }
  return [pred, false];
}
