/** Small bills for shares of cost and mass: every unit, several claims of one amount, currencies, alternatives, statements. */
import type { Line, Option, Product, Rec } from '../../src/model/record.ts';
import { UNITS } from '../../src/base/units.ts';
import type { Floor } from '../../src/rules/rulebook.ts';
import type { Pred } from '../../src/select/predicate.ts';
import { digestOf } from './digest.ts';
import type { Network } from './generate.ts';
import { ask, clause, complete, line, party, product, recipe, rules } from './make.ts';
import { type Random, random } from './random.ts';

const AMOUNTS = ['0', '1', '2', '0.5', '10', '35', '65', '100'];
const CODES = [...UNITS.map(({ code }) => code), 'C62', 'C62', 'C62', 'C62', 'KGM', 'GRM'];

/** Equal seeds give equal networks. */
export function bill(seed: number): Network {
  const r = random(seed);
  const tidy = r.chance(0.5),
    odd = tidy ? 0 : 0.25;
  const records: Rec[] = [party('good', { domicile: 'TW' }), party('bad', { domicile: 'CN' })];
  const put = (rec: Rec): void => void records.push(r.chance(odd / 2) ? { ...rec, level: 'inferred' } : rec);
  const parts = ['a', 'b', 'c'].slice(0, 1 + r.int(3));
  const span = (): { lo: string; hi: string } => {
    const [one, other] = [r.pick(AMOUNTS), r.chance(odd) ? r.pick(AMOUNTS) : undefined];
    return other === undefined ? { lo: one, hi: one } : Number(one) < Number(other) ? { lo: one, hi: other } : { lo: other, hi: one };
  };
  const money = (): Product['unitCost'] => ({ ...span(), currency: r.chance(odd / 3) ? 'TWD' : 'USD' });
  const priced = (): Partial<Product> => ({ ...(r.chance(1 - odd / 3) && { unitCost: money()! }), ...(r.chance(1 - odd / 3) && { unitMassKg: span() }) });
  for (const id of parts) {
    put(product(id, { maker: r.pick(['good', 'bad']), ...priced() }));
    if (r.chance(odd)) put({ ...product(id, priced()), origin: 'second source' });
  }
  put(product('p', { maker: 'good', ...(r.chance(0.4) && priced()) }));
  const made = recipe('p.r', 'p', { use: 'in-use' });
  put(made);
  const lines = Array.from({ length: 1 + r.int(3) }, (_, i): Line[] => {
    const amounts = (): Partial<Line> => ({
      ...(r.chance(1 - odd / 2) && { quantity: r.pick(AMOUNTS) }), ...(r.chance(1 - odd / 2) && { uom: tidy ? r.pick(['C62', 'DZN', 'KGM', 'LBR']) : r.pick(CODES) }),
      ...(r.chance(0.2) && { costEach: money()! }),
    });
    const options = (): Option[] => Array.from({ length: r.chance(0.8) ? 1 : 2 }, () => ({
      product: r.chance(odd / 4) ? null : r.pick(parts), ...(r.chance(odd) && { use: r.pick(['in-use', 'approved'] as const) }),
      ...(r.chance(odd) && { share: { lo: r.pick([0, 300_000]), hi: r.pick([500_000, 1_000_000]) } }),
    }));
    const first = line('p.r', String(i + 1), options(), amounts());
    return [first, ...(r.chance(odd) ? [{ ...line('p.r', String(i + 1), options(), amounts()), origin: 'second source' }] : [])];
  }).flat();
  for (const one of lines) put(one);
  const written = records.filter((rec): rec is Line => rec.kind === 'line');
  if (r.chance(0.8)) put(complete('components', 'p.r', written));
  for (const id of parts) if (r.chance(0.8)) put(complete('recipes', id, []));
  const floor: Floor | undefined = r.chance(0.3) ? { clear: { kind: ['audit'] }, ...(r.chance(0.5) && { red: { level: 'inferred' as const } }) } : undefined;
  if (floor) records.push({ kind: 'evidence', id: 'audit', level: 'confirmed', docKind: 'audit', issued: '2026-10-01', supports: records.filter(() => r.chance(0.9)).map(digestOf) });
  const bp = r.pick([0, 2500, 5000, 5000, 6500, 10_000]);
  const redIf: Pred = {
    share: r.pick(['cost', 'mass'] as const), over: 'components', where: { maker: { domicile: ['CN'] } }, ...r.pick([{ atLeast: bp }, { moreThan: bp }, { atMost: bp }, { lessThan: bp }]),
  } as Pred;
  return {
    seed, profile: 'shares', records: shuffled(r, records), question: ask('p'), polar: false, features: new Set(),
    rulebook: rules([clause({ for: 'product', redIf, notPolar: true })], { sets: {}, ...(floor && { floor }) }),
  };
}

const shuffled = (r: Random, records: readonly Rec[]): Rec[] => r.shuffle(records);
