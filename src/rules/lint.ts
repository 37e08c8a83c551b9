/**
 * What is refused in a rulebook of the right shape: words that nobody declared, conditions where they cannot be read,
 * days the wrong way round, and clauses of which it is not known whether `unknown` is exact.
 */
import { COUNTRY_CODES } from '../base/countries.ts';
import { issue, type ErrorCode, type Issue } from '../base/issue.ts';
import { pointerOf, token } from '../base/pointer.ts';
import type { Day } from '../model/record.ts';
import { OWNERSHIP_TESTS } from '../owners/tests.ts';
import type { EvidencePred, Places, Pred } from '../select/predicate.ts';
import { polar } from './polar.ts';
import type { Clause, PlaceSets, Rulebook, Version, Words } from './rulebook.ts';
import { ACTS, BUYERS, CUSTODY, EVIDENCE_KINDS, PURPOSES, ROLES, STEPS } from './vocabulary.ts';

/** `selected`: of clauses with one id, which the parameters choose; only those have to differ in id. */
export function lint(rulebook: Rulebook, source: string, selected: (clause: Clause) => boolean = () => true): Issue[] {
  const { versions, clauses, scope, sources, floor } = rulebook;
  const found: Issue[] = [];
  const fault: Fault = (code, pointer, params = {}) => {
    found.push(issue(code, source, pointer, params));
  };
  const keys = new Map(sources.map(({ key, confirmed }) => [key, confirmed]));
  const book = bookOf(rulebook, fault);
  const sourced = (part: { sources?: readonly string[]; unverified?: true }, pointer: string): void => {
    named(book, 'source', part.sources, `${pointer}/sources`);
    if (!part.unverified && part.sources?.some((key) => keys.get(key) === false)) fault('rulebook/unmarked-source', pointer, { keys: part.sources.filter((key) => keys.get(key) === false).join(', ') });
  };

  different(fault, '/sources', sources.map(({ key }) => key));
  different(fault, '/versions', versions.map(({ version }) => version));
  different(fault, '/clauses', clauses.map((clause) => (selected(clause) ? clause.id : undefined)));
  filled(fault, '/versions', versions);
  filled(fault, '/clauses', clauses);
  versions.forEach((version, i) => {
    range(fault, pointerOf('versions', i), version);
    sourced(version, pointerOf('versions', i));
    versions.slice(0, i).forEach((other) => {
      if (overlap(version, other)) fault('rulebook/versions-overlap', pointerOf('versions', i), { version: version.version, other: other.version });
    });
    placeSets(book, version.sets, pointerOf('versions', i, 'sets'));
  });
  placeSets(book, rulebook.sets, '/sets');
  checkFloor(book, floor, '/floor');
  if (scope) condition(book, scope, '/scope', { subject: 'product', scope: true });

  clauses.forEach((clause, i) => {
    const at = pointerOf('clauses', i);
    const before = found.length;
    range(fault, at, clause);
    sourced(clause, at);
    checkFloor(book, clause.floor, `${at}/floor`);
    different(fault, `${at}/unless`, (clause.unless ?? []).map(({ id }) => id));
    if (clause.expects) named(book, 'role', clause.expects, `${at}/expects`);
    let subject: Subject = 'product';
    if (clause.for === 'product') void 0;
    else if ('parties' in clause.for) {
      subject = 'party';
      filled(fault, `${at}/for/parties`, clause.for.parties);
    } else {
      named(book, 'role', clause.for.components.roles, `${at}/for/components/roles`);
      if (clause.for.components.materials) filled(fault, `${at}/for/components/materials`, clause.for.components.materials);
    }
    if (clause.expects && (clause.for === 'product' || 'parties' in clause.for)) fault('rulebook/wrong-subject', `${at}/expects`, { given: 'expects', subject: 'product' });
    const conditions: [Pred, string, Subject][] = [[clause.redIf, `${at}/redIf`, subject]];
    (clause.unless ?? []).forEach((exemption, j) => {
      const inside = pointerOf('clauses', i, 'unless', j);
      range(fault, inside, exemption);
      sourced(exemption, inside);
      if (exemption.shown) checkEvidence(book, exemption.shown, `${inside}/shown`);
      if (exemption.when) conditions.push([exemption.when, `${inside}/when`, 'product']);
    });
    for (const [pred, pointer, of] of conditions) condition(book, pred, pointer, { subject: of, local: clause.reading === 'independence' });
    if (clause.reading === 'independence' && (clause.for === 'product' || 'parties' in clause.for || clause.for.components.walk !== 'all')) {
      fault('rulebook/independence', `${at}/for`, { given: 'walk' });
    }
    if (found.length > before) return;
    const isPolar = versions.every(({ sets }) => polar(clause, { ...rulebook.sets, ...sets }));
    if (isPolar && clause.notPolar) fault('rulebook/polar-with-mark', `${at}/notPolar`, { clause: clause.id });
    if (!isPolar && !clause.notPolar) fault('rulebook/not-polar', at, { clause: clause.id });
  });
  if (found.length > 0) return found; // what is amiss with the days may be the cause
  versions.forEach((version, i) => {
    const day = silentFrom(version, clauses.filter(selected));
    if (day !== undefined) fault('rulebook/no-clause', pointerOf('versions', i), { version: version.version, day });
  });
  return found;
}

/** What would be refused of a condition on goods, were it in the rulebook. */
export function lintCondition(rulebook: Rulebook, source: string, pred: Pred, pointer: string): Issue[] {
  const found: Issue[] = [];
  condition(bookOf(rulebook, (code, at, params = {}) => void found.push(issue(code, source, at, params))), pred, pointer, { subject: 'product' });
  return found;
}

function bookOf({ versions, sources, lists = {}, words = {}, sets = {} }: Rulebook, fault: Fault): Book {
  return {
    fault,
    known: {
      role: known(ROLES, words, 'roles'), step: known(STEPS, words, 'steps'), kind: known(EVIDENCE_KINDS, words, 'kinds'), act: known(ACTS, words, 'acts'),
      buyer: known(BUYERS, words, 'buyers'), purpose: known(PURPOSES, words, 'purposes'), custody: CUSTODY, list: new Set(Object.keys(lists)),
      test: new Set(OWNERSHIP_TESTS.keys()), source: new Set(sources.map(({ key }) => key)), country: new Set(COUNTRY_CODES),
      set: new Set([...Object.keys(sets), ...Object.keys(versions[0]?.sets ?? {}).filter((set) => versions.every((version) => Object.hasOwn(version.sets ?? {}, set)))]),
    },
  };
}

type Fault = (code: ErrorCode, pointer: string, params?: Issue['params']) => void;
type Name = 'role' | 'step' | 'kind' | 'act' | 'buyer' | 'purpose' | 'custody' | 'list' | 'test' | 'source' | 'country' | 'set';
interface Book { readonly fault: Fault; readonly known: Readonly<Record<Name, ReadonlySet<string>>> }
type Subject = 'product' | 'party' | 'substance';
interface Where {
  readonly subject: Subject;
  readonly scope?: true;
  /** Only conditions on one node and way: the reading is independence. */
  readonly local?: boolean;
  readonly denied?: true;
  readonly inAncestor?: true;
}

function known(vocabulary: ReadonlySet<string>, words: Words, family: keyof Words): ReadonlySet<string> {
  return new Set([...vocabulary, ...(words[family] ?? [])]);
}

/** What each condition is asked of; one that is not here can be asked anywhere. */
const SUBJECTS: Readonly<Record<string, readonly Subject[]>> = {
  role: ['product'], hs: ['product'], category: ['product'], material: ['product', 'substance'], madeIn: ['product'], allSteps: ['product'],
  maker: ['product'], supplier: ['product'], operator: ['product'], ancestor: ['product'], share: ['product'], evidence: ['product'],
  domicile: ['party'], principalPlace: ['party'], listed: ['party'], owned: ['party'],
};
/** Conditions that walk the network. */
const WALKS: readonly string[] = ['ancestor', 'share', 'allSteps'];
const NOT_IN_SCOPE: readonly string[] = ['owned', 'ancestor', 'allSteps'];

function condition(book: Book, pred: Pred, pointer: string, where: Where): void {
  const { fault } = book;
  const into = (inner: Pred, member: string, change: Partial<Where> = {}): void => condition(book, inner, `${pointer}/${member}`, { ...where, ...change });
  const given = Object.keys(pred).find((word) => word in SUBJECTS);
  if (given !== undefined) {
    if (!SUBJECTS[given]!.includes(where.subject)) fault('rulebook/wrong-subject', pointer, { given, subject: where.subject });
    if (where.local && WALKS.includes(given)) fault('rulebook/independence', pointer, { given });
    if (where.inAncestor && (given === 'ancestor' || given === 'share')) fault('rulebook/nested-walk', pointer, { given });
    if (where.scope && NOT_IN_SCOPE.includes(given)) fault('rulebook/scope-condition', pointer, { given });
  }
  if ('all' in pred || 'any' in pred) {
    const [word, parts] = 'all' in pred ? (['all', pred.all] as const) : (['any', pred.any] as const);
    filled(fault, `${pointer}/${word}`, parts);
    for (const [i, part] of parts.entries()) into(part, `${word}/${i}`);
  } else if ('not' in pred) into(pred.not, 'not', { denied: true });
  else if ('role' in pred) named(book, 'role', pred.role, `${pointer}/role`);
  else if ('hs' in pred) filled(fault, `${pointer}/hs`, pred.hs);
  else if ('category' in pred) named(book, 'list', [pred.category], `${pointer}/category`, true);
  else if ('material' in pred) filled(fault, `${pointer}/material`, pred.material);
  else if ('madeIn' in pred) {
    places(book, pred.madeIn, `${pointer}/madeIn`);
    named(book, 'step', pred.step, `${pointer}/step`);
  } else if ('allSteps' in pred) {
    named(book, 'step', pred.allSteps, `${pointer}/allSteps`);
    places(book, pred.outside, `${pointer}/outside`);
    named(book, 'step', pred.seen, `${pointer}/seen`);
    pred.seen?.forEach((name, i) => {
      if (!pred.allSteps.includes(name)) fault('rulebook/unknown-name', `${pointer}/seen/${i}`, { what: 'step', name });
    });
  } else if ('maker' in pred) into(pred.maker, 'maker', { subject: 'party' });
  else if ('supplier' in pred) into(pred.supplier, 'supplier', { subject: 'party' });
  else if ('operator' in pred) into(pred.operator, 'operator', { subject: 'party' });
  else if ('domicile' in pred) places(book, pred.domicile, `${pointer}/domicile`);
  else if ('principalPlace' in pred) places(book, pred.principalPlace, `${pointer}/principalPlace`);
  else if ('listed' in pred) {
    named(book, 'list', pred.listed, `${pointer}/listed`);
    if (pred.closure === undefined) return;
    if (where.scope) fault('rulebook/scope-condition', pointer, { given: 'listed, closure' });
    named(book, 'test', [pred.closure], `${pointer}/closure`, true);
  } else if ('owned' in pred) {
    named(book, 'test', [pred.owned], `${pointer}/owned`, true);
    into(pred.by, 'by');
  } else if ('ancestor' in pred) {
    if (pred.materials) filled(fault, `${pointer}/materials`, pred.materials);
    into(pred.ancestor, 'ancestor', { inAncestor: true });
  } else if ('share' in pred) into(pred.where, 'where', pred.over === 'materials' ? { subject: 'substance' } : {});
  else if ('evidence' in pred) {
    if (where.denied) fault('rulebook/not-over-evidence', pointer);
    checkEvidence(book, pred.evidence, `${pointer}/evidence`);
  } else if ('date' in pred) range(fault, `${pointer}/date`, pred.date);
  else if ('act' in pred) named(book, 'act', pred.act, `${pointer}/act`);
  else if ('buyer' in pred) named(book, 'buyer', pred.buyer, `${pointer}/buyer`);
  else named(book, 'purpose', pred.purpose, `${pointer}/purpose`);
}

function checkEvidence(book: Book, { kind, custody }: EvidencePred, pointer: string): void {
  named(book, 'kind', kind, `${pointer}/kind`);
  named(book, 'custody', custody, `${pointer}/custody`);
}

function checkFloor(book: Book, floor: Rulebook['floor'], pointer: string): void {
  named(book, 'kind', floor?.clear?.kind, `${pointer}/clear/kind`);
  named(book, 'custody', floor?.clear?.custody, `${pointer}/clear/custody`);
}

/** `single`: the pointer is that of the name itself, not of a list of names. */
function named(book: Book, what: Name, names: readonly string[] | undefined, pointer: string, single = false): void {
  if (!names) return;
  filled(book.fault, pointer, names);
  names.forEach((name, i) => {
    if (!book.known[what].has(name)) book.fault('rulebook/unknown-name', single ? pointer : `${pointer}/${i}`, { what, name });
  });
}

function places(book: Book, given: Places, pointer: string): void {
  if (typeof given === 'string') named(book, 'set', [given], pointer, true);
  else {
    filled(book.fault, pointer, given);
    given.forEach((place, i) => {
      if (typeof place === 'string') named(book, 'country', [place], `${pointer}/${i}`, true);
    });
  }
}

function placeSets(book: Book, sets: PlaceSets = {}, pointer: string): void {
  for (const [name, items] of Object.entries(sets)) places(book, items, pointer + token(name));
}

function filled(fault: Fault, pointer: string, items: readonly unknown[]): void {
  if (items.length === 0) fault('rulebook/empty-list', pointer);
}

function range(fault: Fault, pointer: string, { from, to }: { readonly from?: Day; readonly to?: Day }): void {
  if (from !== undefined && to !== undefined && from >= to) fault('rulebook/empty-range', `${pointer}/to`, { from, to });
}

function overlap(a: Version, b: Version): boolean {
  return (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);
}

/** The first day on which a version would judge by no clause: it would bind, and say nothing. */
function silentFrom({ from, to, status }: Version, clauses: readonly Clause[]): Day | undefined {
  if (status !== 'in-force' && status !== 'unknown') return undefined;
  const days = [from, ...clauses.flatMap((clause) => clause.to ?? [])].filter((day) => day >= from && (to === undefined || day < to)).sort();
  return days.find((day) => !clauses.some((clause) => (clause.from === undefined || clause.from <= day) && (clause.to === undefined || day < clause.to)));
}

function different(fault: Fault, pointer: string, ids: readonly (string | undefined)[]): void {
  ids.forEach((id, i) => {
    if (id !== undefined && ids.indexOf(id) < i) fault('rulebook/repeated-id', `${pointer}/${i}`, { id });
  });
}
