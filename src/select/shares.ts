/** How large a share of a product's parts or substances something holds of, against a bound (docs/semantics.md 6.4). */
import { compareDecimals } from '../base/decimal.ts';
import { type Unit, unitOf } from '../base/units.ts';
import { F, not, T, U, type Tri } from '../base/verdict.ts';
import type { Id, Money, RangeDecimal } from '../model/record.ts';
import { counted, mergeRanges, type Direction, type LineView, type Way } from '../trace/facts.ts';
import { type DecimalAmount, type DecimalItem, innerRange, scaled } from './amounts.ts';
import type { Atom, Bound, Pred } from './predicate.ts';
import { type Claim, claims, need, type Reading, red, type Sign } from './reading.ts';
import { compareToBasisPoints, type Fraction, greatestShare, leastShare, type ShareItem } from './share.ts';

export function share(on: Reading, atom: Extract<Atom, { share: unknown }>, sign: Sign, subject: { readonly product: Id; readonly way: Way }, at: string): Tri {
  // atMost x is not moreThan x, lessThan x is not atLeast x
  if ('atMost' in atom) return not(boundedShare(on, atom, { moreThan: atom.atMost }, -sign as Sign, subject, at));
  if ('lessThan' in atom) return not(boundedShare(on, atom, { atLeast: atom.lessThan }, -sign as Sign, subject, at));
  return boundedShare(on, atom, 'atLeast' in atom ? { atLeast: atom.atLeast } : { moreThan: atom.moreThan }, sign, subject, at);
}

function boundedShare(on: Reading, atom: Extract<Atom, { share: unknown }>, bound: Bound, sign: Sign, subject: { readonly product: Id; readonly way: Way }, at: string): Tri {
  if (atom.over === 'materials') {
    const heard = on.hear?.length ?? 0;
    const [value] = materialShare(on, subject.product, (substance) => on.value(atom.where, sign, { substance }, `${at}/where`), bound, sign);
    if (on.hear && value !== U) on.hear.length = heard;
    if (value === U) on.hear?.push({ kind: 'list', list: 'materials', of: subject.product, pred: atom, direction: need(sign, F), red: red(sign) });
    return value;
  }
  const heard = on.hear?.length ?? 0;
  const { product, way } = subject;
  const value = decide(bound, (direction) => {
    const facts = direction === 'least' ? need(sign, T) : need(sign, F);
    const total = statedWhole(on, product, atom.share, facts);
    const currency = total ? total.currency : onlyCurrency(on, on.facts.lines(way), atom.share, facts);
    const items = on.facts.lines(way).map((line) => shareItem(on, line, atom, facts, sign, at, currency));
    const full = on.facts.componentsHeld(way) !== undefined && (facts === 'clear' || way.recipe === undefined || on.facts.held('components', way.recipe[0]!.id, undefined, 'red') !== undefined);
    return scaled(items, total?.amount, direction, full);
  });
  if (value !== U && on.hear) on.hear.length = heard;
  if (value === U) on.hear?.push({ kind: 'amount', of: product, field: atom.share, way: way.id, pred: atom, sign, red: red(sign) });
  return value;
}

function shareItem(on: Reading, line: LineView, atom: Extract<Atom, { share: unknown }>, facts: Direction, sign: Sign, at: string, currency: string | undefined): DecimalItem {
  const made = line.options.map((option): DecimalItem[number] => {
    const out = !counted(option.use, 'exposure');
    const where = option.claims.map(({ product }) => overWays(on, product, atom.where, sign, `${at}/where`, facts));
    const range = mergeRanges(line.group.flatMap((rec) => (on.facts.strong(rec, facts) ? (rec.options[option.position]?.share ?? []) : []))) ?? { lo: 0, hi: 1_000_000 };
    return {
      amounts: option.claims.map(({ product }) => amountOf(on, line, product, atom.share, facts, currency)),
      where: where.every((value) => value === T) ? T : where.every((value) => value === F) ? F : U,
      shareLo: out ? 0 : range.lo, shareHi: out ? 0 : range.hi,
    };
  });
  const whole = (options: DecimalItem): boolean => options.reduce((sum, { shareLo }) => sum + shareLo, 0) <= 1_000_000 && options.reduce((sum, { shareHi }) => sum + shareHi, 0) >= 1_000_000;
  if (whole(made)) return made;
  // Shares that cannot make a whole say nothing; of a line of which no option may be in use nothing is known.
  const unsaid = made.map((option, i) => ({ ...option, shareLo: 0, shareHi: counted(line.options[i]!.use, 'exposure') ? 1_000_000 : 0 }));
  return whole(unsaid) ? unsaid : [{ amounts: [{ lo: ['0'], hi: [undefined] }], where: U, shareLo: 1_000_000, shareHi: 1_000_000 }];
}

/** Over all its counted ways: one domestic source in use does not make the part domestic. */
function overWays(on: Reading, product: Id, where: Pred, sign: Sign, at: string, facts: Direction): Tri {
  const values = on.facts.ways(product, facts).filter((way) => counted(way.use, 'exposure')).map((way) => on.value(where, sign, { product, way }, at));
  return values.length > 0 && values.every((value) => value === T) ? T : values.length > 0 && values.every((value) => value === F) ? F : U;
}

/** Quantity and price, or mass, of a line that is this product. */
function amountOf(on: Reading, { group }: LineView, product: Id, measure: 'cost' | 'mass', facts: Direction, currency: string | undefined): DecimalAmount {
  const quantity = rangeOf(on, claims(group, 'quantity').map(({ value, recs }) => ({ value: { lo: value, hi: value }, recs })), facts);
  const unit = unitOfLine(on, group, facts);
  const each = priceOf(on, group, product, measure, unit, facts, currency);
  const factors = unit && (measure === 'mass' || !group.some((rec) => rec.costEach)) ? [unit.factor] : []; // `costEach` is a price for whatever the unit is
  return { lo: [quantity?.lo ?? '0', each?.lo ?? '0', ...factors], hi: [quantity?.hi, each?.hi, ...factors] };
}

function priceOf(on: Reading, group: LineView['group'], product: Id, measure: 'cost' | 'mass', unit: Unit | undefined, facts: Direction, currency: string | undefined): RangeDecimal | undefined {
  const paid = measure === 'cost' ? claims(group, 'costEach') : [];
  if (paid.length > 0) return inCurrency(on, paid, facts, currency);
  if (measure === 'mass' && unit?.dimension === 'mass') return { lo: '1', hi: '1' };
  if (unit?.dimension !== 'count') return undefined;
  const records = on.facts.net.products.get(product) ?? [];
  return measure === 'mass' ? rangeOf(on, claims(records, 'unitMassKg'), facts) : inCurrency(on, claims(records, 'unitCost'), facts, currency);
}

/** Prices count in one currency. */
function inCurrency(on: Reading, prices: readonly Claim<Money>[], facts: Direction, currency: string | undefined): RangeDecimal | undefined {
  return prices.every(({ value }) => value.currency === currency) ? rangeOf(on, prices, facts) : undefined;
}

function rangeOf(on: Reading, given: readonly Claim<RangeDecimal>[], facts: Direction): RangeDecimal | undefined {
  return innerRange(given.filter(({ recs }) => recs.some((rec) => on.facts.strong(rec, facts))).map(({ value }) => value));
}

function unitOfLine(on: Reading, group: LineView['group'], facts: Direction): Unit | undefined {
  const said = claims(group, 'uom');
  const code = one(said.map(({ value }) => value));
  return code !== undefined && said.some(({ recs }) => recs.some((rec) => on.facts.strong(rec, facts))) ? unitOf(code) : undefined;
}

/** Of all prices that a bill is reckoned by; undefined: there are several. */
function onlyCurrency(on: Reading, lines: readonly LineView[], measure: 'cost' | 'mass', facts: Direction): string | undefined {
  if (measure === 'mass') return undefined;
  const prices = lines.flatMap(({ group, options }) => {
    const paid = group.flatMap((rec) => rec.costEach ?? []);
    if (paid.length > 0 || unitOfLine(on, group, facts)?.dimension !== 'count') return paid;
    return options.flatMap(({ claims: named }) => named.flatMap(({ product }) => (on.facts.net.products.get(product) ?? []).flatMap((rec) => rec.unitCost ?? [])));
  });
  return one(prices.map((price) => price.currency));
}

/** The stated whole, where it is a point. */
function statedWhole(on: Reading, product: Id, measure: 'cost' | 'mass', facts: Direction): { readonly amount: string; readonly currency: string | undefined } | undefined {
  const records = on.facts.net.products.get(product) ?? [];
  const currency = one(claims(records, 'unitCost').map(({ value }) => value.currency));
  const stated = measure === 'mass' ? rangeOf(on, claims(records, 'unitMassKg'), facts) : inCurrency(on, claims(records, 'unitCost'), facts, currency);
  return stated && compareDecimals(stated.lo, stated.hi) === 0 ? { amount: stated.lo, currency } : undefined;
}

export function materialShare(on: Reading, product: Id, where: (substance: string) => Tri, bound: Bound, sign: Sign): [Tri] {
  const groups = on.facts.net.materialsOf.get(product) ?? [];
  const values = new Map(groups.map((group) => [group[0]!.substance, where(group[0]!.substance)]));
  return [decide(bound, (direction) => {
    const facts = direction === 'least' ? need(sign, T) : need(sign, F);
    const pin = on.facts.held('materials', product, undefined, facts);
    const items = groups.map((group): ShareItem => {
      const range = mergeRanges(group.filter((rec) => on.facts.strong(rec, facts)).map((rec) => rec.massPpm));
      return [{ lo: BigInt(range?.lo ?? 0), ...(range && { hi: BigInt(range.hi) }), shareLo: 1_000_000, shareHi: 1_000_000, where: values.get(group[0]!.substance)! }];
    });
    const whole = 1_000_000n;
    return direction === 'least' ? leastShare(items, whole, pin !== undefined) : greatestShare(items, whole, pin !== undefined);
  })];
}

function decide(bound: Bound, end: (direction: 'least' | 'greatest') => Fraction): Tri {
  const basisPoints = 'atLeast' in bound ? bound.atLeast : 'moreThan' in bound ? bound.moreThan : Number.NaN;
  const enough = (compared: number): boolean => ('atLeast' in bound ? compared >= 0 : compared > 0);
  if (enough(compareToBasisPoints(end('least'), basisPoints))) return T;
  return enough(compareToBasisPoints(end('greatest'), basisPoints)) ? U : F;
}

function one<V>(values: readonly V[]): V | undefined {
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0] : undefined;
}
