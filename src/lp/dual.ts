/**
 * A kept program whose factorised basis is kept too. Scenarios change bounds only, so the first optimum stays dual feasible:
 * each scenario starts from it, moves what was at a changed bound, and pivots by the dual simplex method (Lemke 1954; bounded, with
 * a two-pass ratio test after Harris 1973) until the primal is feasible again. Afterwards everything is put back and the next
 * scenario starts from the same factorisation: no re-run of a solver, a few pivots each.
 *
 * What it says is believed no more than a solver: every optimum is examined (check.ts). Where the arithmetic does not suffice, where
 * it takes too many pivots, or finds no pivot at all, HiGHS solves the scenario.
 */
import { examine, holds } from './check.ts';
import { type Columns, Factor, gather, type Sparse, transpose } from './factor.ts';
import { type Change, type Further, type Keep, type Kept, WarmChain } from './kept.ts';
import type { Program } from './program.ts';
import type { Optimum, Outcome, Solver } from './solve.ts';

/** A basic value that far outside its bound, relative to 1 + the bound, has to leave. */
const FEASIBLE = 1e-9;
/** Reduced costs may be that wrong while pivoting; the examination at the end is not so patient. */
const SLACK = 1e-9;
const PIVOT = 1e-8;
/** Relative to 1 + the greatest cost. */
const PERTURBED = 1e-5;
/** A reduced cost that wrong is cleaned. */
const CLEAN = 1e-10;
/** The examination's three figures: a tenth of what is asked of a solver. */
const PROVED = 1e-7;
const MOST_PIVOTS = 3000;
/** Updates after which the basis is factorised anew. */
const MOST_UPDATES = 40;
/** Rows beyond which all weights start at 1: exact ones cost a solve a row. */
const MOST_EXACT_WEIGHTS = 100_000;

export const FACTORISED: Keep = (solver, program) => new DualSimplex(solver, program);

export class DualSimplex implements Kept {
  readonly #program: Program;
  readonly #solver: Solver;
  #warm: WarmChain | undefined;
  #start: Start | undefined;
  readonly #first: Outcome;
  /** Scenarios that HiGHS had to solve. */
  fallbacks = 0;
  /** Pivots of all scenarios. */
  pivots = 0;

  constructor(solver: Solver, program: Program) {
    this.#solver = solver;
    this.#program = { ...program, lower: program.lower.slice(), upper: program.upper.slice(), rowLower: program.rowLower.slice(), rowUpper: program.rowUpper.slice() };
    const session = solver.open(program);
    this.#first = session.solve();
    if (this.#first.status === 'optimal') this.#start = Start.of(this.#program, session.basis());
    this.#warm = new WarmChain(session);
  }

  solve(changes: readonly Change[], further?: Further): Outcome {
    if (changes.length === 0 && further === undefined) return this.#first;
    const all: Change[] = [];
    let start = this.#start;
    try {
      for (let next = changes;;) {
        all.push(...next);
        const own = start?.solve(next);
        if (own === undefined) start = undefined;
        else this.pivots += own.iterations;
        const found = own ?? this.#other(all);
        const more = found.status === 'optimal' ? further?.(found) : undefined;
        if (more === undefined) return found;
        next = more;
      }
    } finally {
      this.#start?.back();
    }
  }

  #other(changes: readonly Change[]): Outcome {
    this.fallbacks++;
    this.#start?.back();
    this.#warm ??= new WarmChain(this.#solver.open(this.#program));
    return this.#warm.solve(changes);
  }

  close(): void {
    this.#warm?.close();
    this.#start = undefined;
  }
}

/** The optimum that every scenario starts from. Variables are the columns, then the activities of the rows. */
class Start {
  readonly #program: Program;
  readonly #byRow: Columns;
  #factor: Factor;
  readonly #first: Factor;
  readonly #n: number;
  readonly #m: number;
  /** Bounds and costs of all variables. */
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #cost: Float64Array;
  /** 1 where it is in the basis. */
  readonly #inBasis: Uint8Array;
  /** Outside the basis: 1 at its lower bound, -1 at its upper one, 2 free; 0 where it cannot move, and in the basis. */
  readonly #side: Int8Array;
  readonly #basic: Int32Array;
  readonly #value: Float64Array;
  readonly #reduced: Float64Array;
  readonly #base: { readonly weight: Float64Array; readonly inBasis: Uint8Array; readonly side: Int8Array; readonly basic: Int32Array; readonly value: Float64Array; readonly reduced: Float64Array };
  /** Bounds as they were before the changes in force. */
  readonly #before: { readonly at: number; readonly lower: number; readonly upper: number }[] = [];
  // Work space, made once.
  readonly #rowVector: Float64Array;
  readonly #placeVector: Float64Array;
  readonly #rho: Float64Array;
  readonly #rhoCopy: Float64Array;
  readonly #column: Float64Array;
  readonly #sparse: Sparse;
  readonly #edge: Float64Array;
  /** By position: how far it is outside its bounds, squared; 0 where it is not. */
  readonly #outer: Float64Array;
  readonly #alpha: Float64Array;
  readonly #touched: Int32Array;
  readonly #ratio: Float64Array;
  readonly #order: Int32Array;
  readonly #flips: number[] = [];
  readonly #mark: Uint8Array;
  readonly #weight: Float64Array;
  /** Multipliers of the first optimum. */
  readonly #dual: Float64Array;
  /** Are the reduced costs those of the program, without the perturbation? */
  #bare = false;

  static of(program: Program, basis: { readonly columns: Int32Array; readonly rows: Int32Array }): Start | undefined {
    const { columns: n, rows: m } = program;
    const members: number[] = [];
    for (let j = 0; j < n; j++) if (basis.columns[j] === 1) members.push(j);
    for (let i = 0; i < m; i++) if (basis.rows[i] === 1) members.push(n + i);
    if (members.length !== m) return undefined;
    const factor = Factor.of(m, columnsOf(program, members));
    if (factor === undefined) return undefined;
    const start = new Start(program, factor, Int32Array.from(factor.order, (at) => members[at]!), basis);
    return start.#sound() ? start : undefined;
  }

  private constructor(program: Program, factor: Factor, basic: Int32Array, basis: { readonly columns: Int32Array; readonly rows: Int32Array }) {
    const { columns: n, rows: m } = program;
    const total = n + m;
    this.#program = program;
    this.#byRow = transpose(m, program);
    this.#factor = factor;
    this.#first = factor;
    this.#n = n;
    this.#m = m;
    this.#lower = joined(program.lower, program.rowLower);
    this.#upper = joined(program.upper, program.rowUpper);
    this.#cost = joined(program.cost, new Float64Array(m));
    this.#basic = basic;
    this.#inBasis = new Uint8Array(total);
    this.#side = new Int8Array(total);
    for (let k = 0; k < m; k++) this.#inBasis[basic[k]!] = 1;
    this.#value = new Float64Array(total);
    this.#reduced = new Float64Array(total);
    this.#rowVector = new Float64Array(m);
    this.#placeVector = new Float64Array(m);
    this.#rho = new Float64Array(m);
    this.#rhoCopy = new Float64Array(m);
    this.#column = new Float64Array(m);
    this.#sparse = { count: 0, places: new Int32Array(m), values: new Float64Array(m) };
    this.#edge = new Float64Array(m);
    this.#outer = new Float64Array(m);
    this.#alpha = new Float64Array(total);
    this.#touched = new Int32Array(total);
    this.#ratio = new Float64Array(total);
    this.#order = new Int32Array(total);
    this.#mark = new Uint8Array(total);
    this.#weight = new Float64Array(m).fill(1);
    for (let j = 0; j < total; j++) {
      if (this.#inBasis[j] === 1) continue;
      const status = j < n ? basis.columns[j]! : basis.rows[j - n]!;
      this.#value[j] = status === 2 && Number.isFinite(this.#upper[j]!) ? this.#upper[j]! : Number.isFinite(this.#lower[j]!) ? this.#lower[j]! : Number.isFinite(this.#upper[j]!) ? this.#upper[j]! : 0;
      this.#stand(j);
    }
    this.#fillBasic();
    this.#fillReduced();
    this.#dual = this.#rho.slice();
    this.#perturb();
    this.#fillWeights();
    this.#base = { weight: this.#weight.slice(), inBasis: this.#inBasis.slice(), side: this.#side.slice(), basic: this.#basic.slice(), value: this.#value.slice(), reduced: this.#reduced.slice() };
  }

  /** Is this basis what the solver says, in our arithmetic? */
  #sound(): boolean {
    for (let k = 0; k < this.#m; k++) if (this.#outside(this.#basic[k]!) !== 0 && Math.abs(this.#outside(this.#basic[k]!)) > 1e-6 * (1 + Math.abs(this.#value[this.#basic[k]!]!))) return false;
    return true;
  }

  /** From where it stands. `undefined`: somebody else has to. */
  solve(changes: readonly Change[]): Optimum | undefined {
    const changed = changes.map(({ row, at, lower, upper }) => ({ at: row ? this.#n + at : at, lower, upper }));
    for (const { at } of changed) this.#before.push({ at, lower: this.#lower[at]!, upper: this.#upper[at]! });
    if (this.#bare) this.#perturb();
    this.#move(changed);
    this.#measureAll();
    for (let pivots = 0; pivots <= MOST_PIVOTS; pivots++) {
      const leaving = this.#leaving();
      if (leaving < 0) return this.#proved(this.#dual, pivots) ?? this.#clean(pivots);
      if (!this.#pivot(leaving)) return undefined;
      if (this.#factor.updates >= MOST_UPDATES && !this.#refactor()) return undefined;
    }
    return undefined;
  }

  /** To the first optimum and its bounds. */
  back(): void {
    this.#bare = false;
    for (const { at, lower, upper } of this.#before.toReversed()) {
      this.#lower[at] = lower;
      this.#upper[at] = upper;
      this.#bound(at, lower, upper);
    }
    this.#before.length = 0;
    this.#inBasis.set(this.#base.inBasis);
    this.#side.set(this.#base.side);
    this.#basic.set(this.#base.basic);
    this.#value.set(this.#base.value);
    this.#reduced.set(this.#base.reduced);
    this.#weight.set(this.#base.weight);
    this.#factor = this.#first;
    this.#factor.reset();
  }

  /** The basis as it now stands, factorised anew: shorter than a long list of updates, and what they lost in accuracy is got back. */
  #refactor(): boolean {
    const factor = Factor.of(this.#m, columnsOf(this.#program, this.#basic));
    if (factor === undefined) return false;
    const [basic, weight] = [this.#basic.slice(), this.#weight.slice()];
    for (let k = 0; k < this.#m; k++) {
      const before = factor.order[k]!;
      this.#basic[k] = basic[before]!;
      this.#weight[k] = weight[before]!;
    }
    this.#factor = factor;
    this.#fillBasic();
    this.#measureAll();
    return true;
  }

  /** New bounds; what stood at an old one goes to the new one that its reduced cost asks for, and the basis follows. */
  #move(changed: readonly { readonly at: number; readonly lower: number; readonly upper: number }[]): void {
    const shift = this.#rowVector;
    let moved = false;
    for (const { at, lower, upper } of changed) {
      this.#lower[at] = lower;
      this.#upper[at] = upper;
      this.#bound(at, lower, upper);
      if (this.#inBasis[at] === 1) continue;
      const to = this.#rest(at, lower, upper);
      const by = to - this.#value[at]!;
      this.#value[at] = to;
      this.#stand(at);
      if (by === 0) continue;
      moved = true;
      this.#addColumn(shift, at, by);
    }
    if (!moved) return;
    this.#factor.solve(shift, this.#column);
    for (let k = 0; k < this.#m; k++) if (this.#column[k] !== 0) this.#value[this.#basic[k]!]! -= this.#column[k]!;
  }

  #swap(entering: number, out: number): void {
    this.#inBasis[entering] = 1;
    this.#side[entering] = 0;
    this.#inBasis[out] = 0;
    this.#stand(out);
  }

  #stand(at: number): void {
    const value = this.#value[at]!;
    const lower = this.#lower[at]!;
    const upper = this.#upper[at]!;
    this.#side[at] = lower === upper ? 0 : value === lower ? 1 : value === upper ? -1 : 2;
  }

  /** The bound at which a nonbasic variable has to stand, or the nearer one where either will do. */
  #rest(at: number, lower: number, upper: number): number {
    const [reduced, value] = [this.#reduced[at]!, this.#value[at]!];
    const low = reduced > SLACK || (reduced >= -SLACK && (upper === Infinity || Math.abs(value - lower) <= Math.abs(upper - value)));
    if (low && Number.isFinite(lower)) return lower;
    return Number.isFinite(upper) ? upper : Number.isFinite(lower) ? lower : 0;
  }

  #bound(at: number, lower: number, upper: number): void {
    const [program, row] = [this.#program, at - this.#n];
    (row < 0 ? program.lower : program.rowLower)[row < 0 ? at : row] = lower;
    (row < 0 ? program.upper : program.rowUpper)[row < 0 ? at : row] = upper;
  }

  /** Negative below the lower bound, positive above the upper one. */
  #outside(variable: number): number {
    const value = this.#value[variable]!;
    const [lower, upper] = [this.#lower[variable]!, this.#upper[variable]!];
    if (value < lower - FEASIBLE * (1 + Math.abs(lower))) return value - lower;
    if (value > upper + FEASIBLE * (1 + Math.abs(upper))) return value - upper;
    return 0;
  }

  /** After all values may have changed. */
  #measureAll(): void {
    for (let k = 0; k < this.#m; k++) this.#measure(k);
  }

  #measure(k: number): void {
    const variable = this.#basic[k]!;
    const value = this.#value[variable]!;
    const lower = this.#lower[variable]!;
    const upper = this.#upper[variable]!;
    const off = value < lower ? lower - value : value > upper ? value - upper : 0;
    this.#outer[k] = off !== 0 && off > FEASIBLE * (1 + Math.abs(value < lower ? lower : upper)) ? off * off : 0;
  }

  /** The greatest violation, squared, over its weight. */
  #leaving(): number {
    const outer = this.#outer;
    const weight = this.#weight;
    let best = -1;
    let most = 0;
    for (let k = 0; k < outer.length; k++) {
      const off = outer[k]!;
      if (off !== 0 && off > most * weight[k]!) {
        best = k;
        most = off / weight[k]!;
      }
    }
    return best;
  }

  #pivot(leaving: number): boolean {
    const out = this.#basic[leaving]!;
    const off = this.#outside(out);
    const side = off > 0 ? 1 : -1;
    const target = off > 0 ? this.#upper[out]! : this.#lower[out]!;
    this.#placeVector[leaving] = 1;
    this.#factor.solveTransposed(this.#placeVector, this.#rho);
    const count = this.#pivotRow();
    const entering = this.#entering(count, side, Math.abs(off));
    if (entering < 0) return this.#forget(count);
    this.#flip();
    this.#addColumn(this.#rowVector, entering, 1);
    this.#rhoCopy.set(this.#rho);
    this.#factor.solveBoth(this.#rowVector, this.#column, this.#rhoCopy, this.#edge);
    const pivot = this.#column[leaving]!;
    const expected = this.#alpha[entering]!;
    if (Math.abs(pivot) < PIVOT || Math.abs(pivot - expected) > 1e-6 * (1 + Math.abs(pivot))) return this.#forget(count);

    const dual = this.#reduced[entering]! / expected;
    for (let t = 0; t < count; t++) {
      const j = this.#touched[t]!;
      this.#reduced[j]! -= dual * this.#alpha[j]!;
    }
    this.#reduced[entering] = 0;
    this.#reduced[out] = -dual;

    const step = (this.#value[out]! - target) / pivot;
    const { basic, value, column, edge, weight, sparse } = { basic: this.#basic, value: this.#value, column: this.#column, edge: this.#edge, weight: this.#weight, sparse: this.#sparse };
    gather(column, sparse);
    const { places, values } = sparse;
    const reference = weight[leaving]!;
    for (let t = 0; t < sparse.count; t++) {
      const k = places[t]!;
      const entry = values[t]!;
      value[basic[k]!]! -= step * entry;
      const ratio = entry / pivot;
      weight[k] = Math.max(weight[k]! + ratio * (ratio * reference - 2 * edge[k]!), 1e-4);
      this.#measure(k);
    }
    weight[leaving] = Math.max(reference / (pivot * pivot), 1e-4);
    value[entering]! += step;
    value[out] = target;
    this.#factor.replace(leaving, column, sparse);
    basic[leaving] = entering;
    this.#swap(entering, out);
    this.#measure(leaving);
    this.#forget(count);
    return true;
  }

  /** rho times every nonbasic column that can move, of which only those are touched that rho meets. */
  #pivotRow(): number {
    const { starts, indices, values } = this.#byRow;
    const { rho, alpha, touched, mark, side, n } = { rho: this.#rho, alpha: this.#alpha, touched: this.#touched, mark: this.#mark, side: this.#side, n: this.#n };
    let count = 0;
    for (let i = 0; i < rho.length; i++) {
      const r = rho[i]!;
      if (r === 0 || (r < 1e-14 && r > -1e-14)) continue;
      const end = starts[i + 1]!;
      for (let k = starts[i]!; k < end; k++) {
        const j = indices[k]!;
        if (side[j] === 0) continue;
        if (mark[j] === 0) {
          mark[j] = 1;
          touched[count++] = j;
        }
        alpha[j]! += r * values[k]!;
      }
      const own = n + i;
      if (side[own] !== 0) {
        mark[own] = 1;
        touched[count++] = own;
        alpha[own] = -r;
      }
    }
    return count;
  }

  /**
   * The long step (Maros 2003): past the reduced cost of a boxed variable the slope falls by what flipping it to its other bound gives,
   * so as long as the row stays outside its bound the step goes on. Then, among the next ones that are as good within the slack
   * (Harris), the greatest pivot. `off`: how far the row is outside. Those flipped are left in `#flips`.
   */
  #entering(count: number, side: 1 | -1, off: number): number {
    const { touched, alpha, reduced, lower, upper, side: stands, ratio, order } = { touched: this.#touched, alpha: this.#alpha, reduced: this.#reduced, lower: this.#lower, upper: this.#upper, side: this.#side, ratio: this.#ratio, order: this.#order };
    let candidates = 0;
    for (let t = 0; t < count; t++) {
      const j = touched[t]!;
      // How fast its reduced cost goes to zero.
      const slope = side * alpha[j]!;
      const stand = stands[j]!;
      const size = stand === 1 ? slope : stand === -1 ? -slope : Math.abs(slope);
      if (size < PIVOT) continue;
      ratio[j] = Math.abs(reduced[j]!) / size;
      order[candidates++] = j;
    }
    this.#flips.length = 0;
    let slope = off;
    let left = candidates;
    while (left > 0) {
      // All that could block within the slack of the nearest.
      let most = Infinity;
      for (let t = 0; t < left; t++) {
        const j = order[t]!;
        most = Math.min(most, ratio[j]! + SLACK / Math.abs(alpha[j]!));
      }
      let best = -1;
      let greatest = 0;
      let fall = 0;
      for (let t = 0; t < left; t++) {
        const j = order[t]!;
        if (ratio[j]! > most) continue;
        const size = Math.abs(alpha[j]!);
        fall += size * (upper[j]! - lower[j]!);
        if (size > greatest) {
          best = j;
          greatest = size;
        }
      }
      if (slope - fall <= 0 || !Number.isFinite(fall)) return best;
      slope -= fall;
      let kept = 0;
      for (let t = 0; t < left; t++) {
        const j = order[t]!;
        if (ratio[j]! > most) order[kept++] = j;
        else this.#flips.push(j);
      }
      left = kept;
    }
    return -1;
  }

  /** Boxed variables that were stepped past go to their other bound, and the basis follows. */
  #flip(): void {
    if (this.#flips.length === 0) return;
    const shift = this.#rowVector;
    for (const j of this.#flips) {
      const to = this.#value[j] === this.#lower[j] ? this.#upper[j]! : this.#lower[j]!;
      this.#addColumn(shift, j, to - this.#value[j]!);
      this.#value[j] = to;
      this.#stand(j);
    }
    this.#factor.solve(shift, this.#column);
    for (let k = 0; k < this.#m; k++) {
      if (this.#column[k] === 0) continue;
      this.#value[this.#basic[k]!]! -= this.#column[k]!;
      this.#measure(k);
    }
  }

  #forget(count: number): false {
    for (let t = 0; t < count; t++) {
      this.#alpha[this.#touched[t]!] = 0;
      this.#mark[this.#touched[t]!] = 0;
    }
    return false;
  }

  /**
   * Most costs of flow programs are zero, so most reduced costs are, and a step of zero says nothing about which pivot is good.
   * Every nonbasic one is therefore moved a little to its own side, the same little for every scenario; `#clean` takes that back, and
   * who goes on from there perturbs again, or some would walk on the spot until the pivots are spent.
   */
  #perturb(): void {
    this.#bare = false;
    let scale = 0;
    for (const cost of this.#cost) scale = Math.max(scale, Math.abs(cost));
    let seed = 12_345;
    for (let j = 0; j < this.#reduced.length; j++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      if (this.#inBasis[j] === 1) continue;
      const by = PERTURBED * (1 + scale) * (0.5 + seed / 2 ** 32);
      this.#reduced[j]! += this.#value[j] === this.#lower[j] ? by : this.#value[j] === this.#upper[j] ? -by : 0;
    }
  }

  /** With the costs as they are: primal pivots while a reduced cost has the wrong sign (Dantzig's rule), of which there are few. */
  #clean(pivots: number): Optimum | undefined {
    this.#bare = true;
    for (let more = 0; more <= MOST_PIVOTS; more++) {
      this.#fillReduced();
      let entering = -1;
      let most = CLEAN;
      for (let j = 0; j < this.#reduced.length; j++) {
        const side = this.#side[j]!;
        if (side === 0) continue;
        const reduced = this.#reduced[j]!;
        const wrong = side === 1 ? -reduced : side === -1 ? reduced : Math.abs(reduced);
        if (wrong > most) {
          entering = j;
          most = wrong;
        }
      }
      if (entering < 0) return this.#optimum(pivots + more);
      if (!this.#primalPivot(entering)) return undefined;
    }
    return undefined;
  }

  #primalPivot(entering: number): boolean {
    this.#addColumn(this.#rowVector, entering, 1);
    this.#factor.solve(this.#rowVector, this.#column);
    const up = this.#reduced[entering]! < 0 ? 1 : -1;
    const { basic, value, column } = { basic: this.#basic, value: this.#value, column: this.#column };
    let step = this.#upper[entering]! - this.#lower[entering]!;
    let leaving = -1;
    for (let pass = 0; pass < 2; pass++) {
      // First how far it goes if every bound gives a little, then the greatest pivot that is met before that.
      const slack = pass === 0 ? FEASIBLE : 0;
      let greatest = 0;
      const far = step;
      for (let k = 0; k < basic.length; k++) {
        const slope = -up * column[k]!;
        if (slope < PIVOT && slope > -PIVOT) continue;
        const bound = slope > 0 ? this.#upper[basic[k]!]! : this.#lower[basic[k]!]!;
        if (!Number.isFinite(bound)) continue;
        const room = Math.max(0, (bound - value[basic[k]!]!) / slope);
        if (pass === 0) step = Math.min(step, room + (slack * (1 + Math.abs(bound))) / Math.abs(slope));
        else if (room <= far && Math.abs(slope) > greatest) [leaving, greatest, step] = [k, Math.abs(slope), room];
      }
    }
    if (!Number.isFinite(step)) return false;
    for (let k = 0; k < basic.length; k++) if (column[k] !== 0) value[basic[k]!]! -= up * step * column[k]!;
    value[entering]! += up * step;
    if (leaving < 0) {
      value[entering] = up > 0 ? this.#upper[entering]! : this.#lower[entering]!;
      this.#stand(entering);
      return true;
    }
    const out = basic[leaving]!;
    value[out] = -up * column[leaving]! > 0 ? this.#upper[out]! : this.#lower[out]!;
    gather(column, this.#sparse);
    this.#factor.replace(leaving, column, this.#sparse);
    basic[leaving] = entering;
    this.#swap(entering, out);
    return true;
  }

  #optimum(iterations: number): Optimum | undefined {
    const places = this.#placeVector;
    for (let k = 0; k < this.#m; k++) places[k] = this.#cost[this.#basic[k]!]!;
    const dual = new Float64Array(this.#m);
    this.#factor.solveTransposed(places, dual);
    return this.#proved(dual, iterations);
  }

  /** The point as it stands, if these multipliers prove it. Those of the first optimum do wherever the scenario costs nothing. */
  #proved(dual: Float64Array, iterations: number): Optimum | undefined {
    const primal = this.#value.slice(0, this.#n);
    for (let j = 0; j < this.#n; j++) primal[j] = Math.min(Math.max(primal[j]!, this.#lower[j]!), this.#upper[j]!);
    const check = examine(this.#program, primal, dual);
    return holds(check, PROVED) ? { status: 'optimal', objective: check.objective, primal, dual, check, iterations } : undefined;
  }

  #fillBasic(): void {
    const right = this.#rowVector;
    for (let j = 0; j < this.#n + this.#m; j++) if (this.#inBasis[j] === 0 && this.#value[j] !== 0) this.#addColumn(right, j, -this.#value[j]!);
    this.#factor.solve(right, this.#column);
    for (let k = 0; k < this.#m; k++) this.#value[this.#basic[k]!] = this.#column[k]!;
  }

  /** Steepest edge: the squared length of each row of the basis' inverse (Forrest and Goldfarb 1992). Exact, once. */
  #fillWeights(): void {
    if (this.#m > MOST_EXACT_WEIGHTS) return;
    for (let k = 0; k < this.#m; k++) {
      this.#placeVector[k] = 1;
      this.#factor.solveTransposed(this.#placeVector, this.#rho);
      let sum = 0;
      for (let i = 0; i < this.#m; i++) sum += this.#rho[i]! * this.#rho[i]!;
      this.#weight[k] = Math.max(sum, 1e-4);
    }
  }

  #fillReduced(): void {
    for (let k = 0; k < this.#m; k++) this.#placeVector[k] = this.#cost[this.#basic[k]!]!;
    this.#factor.solveTransposed(this.#placeVector, this.#rho);
    const { starts, indices, values } = this.#program;
    for (let j = 0; j < this.#n; j++) {
      let reduced = this.#cost[j]!;
      for (let k = starts[j]!; k < starts[j + 1]!; k++) reduced -= values[k]! * this.#rho[indices[k]!]!;
      this.#reduced[j] = this.#inBasis[j] === 1 ? 0 : reduced;
    }
    for (let i = 0; i < this.#m; i++) this.#reduced[this.#n + i] = this.#inBasis[this.#n + i] === 1 ? 0 : this.#rho[i]!;
  }

  #addColumn(vector: Float64Array, variable: number, by: number): void {
    if (variable >= this.#n) {
      vector[variable - this.#n]! -= by;
      return;
    }
    const { starts, indices, values } = this.#program;
    for (let k = starts[variable]!; k < starts[variable + 1]!; k++) vector[indices[k]!]! += values[k]! * by;
  }
}

/** Columns of a basis: of the matrix, or minus a unit. */
function columnsOf({ columns: n, starts, indices, values }: Program, members: ArrayLike<number>): Columns {
  const own = new Int32Array(members.length + 1);
  for (let k = 0; k < members.length; k++) {
    const j = members[k]!;
    own[k + 1] = own[k]! + (j < n ? starts[j + 1]! - starts[j]! : 1);
  }
  const [rows, entries] = [new Int32Array(own.at(-1)!), new Float64Array(own.at(-1)!)];
  let at = 0;
  for (let k = 0; k < members.length; k++) {
    const j = members[k]!;
    if (j >= n) {
      rows[at] = j - n;
      entries[at++] = -1;
      continue;
    }
    for (let p = starts[j]!; p < starts[j + 1]!; p++) {
      rows[at] = indices[p]!;
      entries[at++] = values[p]!;
    }
  }
  return { starts: own, indices: rows, values: entries };
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
