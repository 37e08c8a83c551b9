/**
 * Cases of a rulebook: small networks in few words, a question, and what the rulebook has to say.
 *
 * What a case does not say is settled: every fact is confirmed and a declaration (or what the file names as `paper`) of the day it is known supports it; every
 * list that is written is complete, and a product with a country is made in a plant of its maker's. `lost` takes records out again, `without` their paper, `inferred` their standing,
 * `unpinned` their place in the statement about their list; `papers` adds papers, `also` a second record that speaks of the same thing. Those name records so: `cam` (a product,
 * party or facility), `cam.made`, `cam.plant`, `cam.parts`, `cam.parts/2`, `cam.recipes`, `cam.sellers`, `cam.seller/SHOP`,
 * `ACME.owners`, `FUND>ACME`, `LIST`, `LIST/entry`, `cam+` (the second record), `cam.*` (all of cam).
 */
import { issue, type Issue, type Read } from '../base/issue.ts';
import { addDays } from '../base/day.ts';
import type { Sha256 } from '../base/canonical.ts';
import { readShare } from '../base/percent.ts';
import { pointerOf } from '../base/pointer.ts';
import type { Verdict } from '../base/verdict.ts';
import { checkShape, day, flag, object, type Shape, whole, word, words, z } from '../formats/shape.ts';
import { parseYaml } from '../formats/yaml.ts';
import { digestOf } from '../model/digest.ts';
import type { Completeness, Day, Digest, Id, ListName, Option, Ownership, RangePpm, Rec, RegisteredId, Use } from '../model/record.ts';
import { CONTROLS } from '../owners/tests.ts';
import type { Question } from '../select/predicate.ts';
import type { Applies, RulebookOutcome } from './evaluate.ts';
import type { Forecast } from './forecast.ts';
import { type Missing, missingFor, missingUnless } from './grounds.ts';
import type { Choices } from './load.ts';
import type { Rulebook } from './rulebook.ts';

export interface ExpectedClause { readonly verdict: Verdict; readonly subjects?: readonly Id[] }
export interface Expected {
  readonly applies: Applies;
  /** Absent where the rulebook does not apply. */
  readonly verdict?: Verdict;
  readonly consequence?: string;
  /** Of a rulebook that does not apply yet: the verdict on its first day. */
  readonly forecast?: Verdict;
  /** Words that some note of the rulebook, or of a clause that is asked, has in English. */
  readonly notes: readonly string[];
  /** Of the clauses that the case speaks of. */
  readonly clauses: Readonly<Record<string, ExpectedClause>>;
  /** Some of what has to be missing. */
  readonly missing: readonly { readonly kind: string; readonly of: Id; readonly field?: string }[];
}
export interface Case {
  readonly name: string;
  /** Where the outcome is published, if it is. */
  readonly from?: string;
  readonly records: readonly Rec[];
  readonly question: Question;
  readonly choices: Choices;
  readonly expected: Expected;
}
export interface Cases { readonly rulebook: Id; readonly cases: readonly Case[] }

export function readCases(text: string, source: string, sha256: Sha256): Read<Cases | undefined> {
  const { value, issues, lineOf } = parseYaml(text, source);
  if (issues.length > 0) return { value: undefined, issues };
  const shaped = checkShape(casesFile, value, source, lineOf);
  if (shaped.value === undefined) return { value: undefined, issues: shaped.issues };
  const { rulebook, networks, question, cases, paper = 'declaration' } = shaped.value;
  const found: Issue[] = [];
  const read = cases.map((given, i): Case => {
    const at = pointerOf('cases', i);
    const unclear = (said: string, pointer = at): void => void found.push(issue('cases/unclear', source, pointer, { given: said, line: lineOf(pointer) }));
    const base = given.on === undefined ? Object.values(networks)[0] : networks[given.on];
    if (!base) unclear(given.on ?? 'on', `${at}/on`);
    const asked = asQuestion({ ...question, ...given.question });
    if (asked === undefined) unclear('question', `${at}/question`);
    const settled = asked ?? { product: '', asOf: '', knownAt: '' };
    return {
      name: given.case, ...(given.from !== undefined && { from: given.from }), question: settled, choices: given.choose ?? {},
      records: new Builder(merge(base ?? {}, given.network ?? {}), given, settled.knownAt, paper, sha256, unclear).records(),
      expected: expectedOf(given.expect, unclear),
    };
  });
  return found.length > 0 ? { value: undefined, issues: found } : { value: { rulebook, cases: read }, issues: [] };
}

/** In what an outcome differs from what the case expects; nothing where it does not. */
export function differences({ applies, verdict, consequence, clauses, missing, forecast, notes }: Expected, outcome: RulebookOutcome, rulebook: Rulebook, forecasted?: Forecast): string[] {
  const found: string[] = [];
  const same = (what: string, expected: unknown, actual: unknown): void => {
    if (expected !== actual) found.push(`${what}: expected ${String(expected)}, found ${String(actual)}`);
  };
  same('applies', applies, outcome.applies);
  same('verdict', verdict, outcome.verdict);
  if (consequence !== undefined) same('consequence', consequence, rulebook.consequence);
  if (forecast !== undefined) same('forecast', forecast, forecasted?.verdict);
  const said = [...(rulebook.notes ?? []), ...rulebook.clauses.filter(({ id }) => outcome.clauses.has(id)).flatMap((clause) => clause.notes ?? [])];
  for (const words of notes) if (!said.some(({ en }) => en.includes(words))) found.push(`notes: expected one that says ${words}`);
  for (const [id, expected] of Object.entries(clauses)) {
    same(`clause ${id}`, expected.verdict, outcome.clauses.get(id));
    if (!expected.subjects) continue;
    const subjects = outcome.outcomes.filter(({ clause, verdict: of }) => clause.id === id && of === expected.verdict).map(({ subject }) => subject);
    same(`subjects of ${id}`, [...expected.subjects].sort().join(', '), [...new Set(subjects)].sort().join(', '));
  }
  const open = outcome.outcomes.flatMap(({ draft, subject }) => [...missingFor(draft, subject), ...missingUnless(draft, subject).flatMap(([, missing]) => missing)]);
  for (const wanted of missing) {
    if (!open.some(({ kind, of, field }: Missing) => kind === wanted.kind && of === wanted.of && (wanted.field === undefined || field === wanted.field))) {
      found.push(`missing: expected ${wanted.kind} ${wanted.of} ${wanted.field ?? ''}, found ${open.map(({ kind, of, field }) => `${kind} ${of} ${field ?? ''}`).join('; ') || 'none'}`);
    }
  }
  return found;
}

// What a case may say.
/** A share of the equity; or by measure. `all`: equity, votes and seats alike, no debt, and no right of control, but for what is said. */
type HoldingInCase = string | { readonly all?: string; readonly equity?: string; readonly voting?: string; readonly board?: string; readonly debt?: string; readonly control?: NonNullable<Ownership['control']> };
interface PartyInCase { readonly domicile?: string; readonly principalPlace?: string; readonly kind?: 'person' | 'company' | 'state-body'; readonly names?: readonly string[]; readonly ids?: Readonly<Record<string, string>>; readonly owners?: Readonly<Record<Id, HoldingInCase>> }
interface WayInCase { readonly made?: string; readonly at?: Id; readonly steps?: readonly string[]; readonly parts?: readonly string[]; readonly use?: Use }
interface ProductInCase extends WayInCase {
  readonly maker?: Id; readonly roles?: readonly string[]; readonly hs?: string; readonly costUsd?: string; readonly sellers?: readonly Id[]; readonly partsScope?: readonly string[]; readonly ways?: readonly WayInCase[];
  readonly materials?: Readonly<Record<string, string>>;
}
interface ListInCase { readonly edition?: Day; readonly entries?: Readonly<Record<Id, { readonly names?: readonly string[]; readonly ids?: Readonly<Record<string, string>>; readonly scope?: 'self' | 'and-subsidiaries' }>> }
interface NetworkInCase {
  readonly parties?: Readonly<Record<Id, string | PartyInCase>>;
  readonly facilities?: Readonly<Record<Id, { readonly country?: string; readonly region?: string; readonly operator?: Id }>>;
  readonly products?: Readonly<Record<Id, ProductInCase>>;
  readonly lists?: Readonly<Record<Id, ListInCase>>;
}
interface PaperInCase { readonly kind: string; readonly on: readonly string[]; readonly age?: number; readonly custody?: string; readonly issuer?: string }
interface Changes {
  readonly also?: NetworkInCase;
  readonly judged?: readonly { readonly party: Id; readonly entry: string; readonly says: 'same' | 'different' | 'unsure' }[];
  readonly lost?: readonly string[];
  readonly without?: readonly string[];
  readonly inferred?: readonly string[];
  readonly unpinned?: readonly string[];
  readonly papers?: readonly PaperInCase[];
}
interface CaseInFile extends Changes {
  readonly case: string; readonly from?: string; readonly on?: string; readonly network?: NetworkInCase; readonly question?: QuestionInCase; readonly choose?: Choices; readonly expect: ExpectInCase;
}
type QuestionInCase = Partial<Question>;
interface ExpectInCase { readonly applies?: Applies; readonly verdict?: Verdict; readonly consequence?: string; readonly forecast?: Verdict; readonly notes?: readonly string[]; readonly clauses?: Readonly<Record<string, string>>; readonly missing?: readonly string[] }

function asQuestion(given: QuestionInCase): Question | undefined {
  const { product, asOf, knownAt = asOf, ...rest } = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as QuestionInCase;
  return product === undefined || asOf === undefined || knownAt === undefined ? undefined : { product, asOf, knownAt, ...rest };
}

/** `red cam, fc`: a verdict, and of whom. */
function expectedOf({ applies = 'yes', clauses = {}, missing = [], notes = [], ...rest }: ExpectInCase, unclear: (said: string) => void): Expected {
  return {
    applies, notes, ...rest,
    clauses: Object.fromEntries(Object.entries(clauses).map(([id, said]) => {
      const [verdict, ...subjects] = said.split(/[\s,]+/);
      if (verdict !== 'clear' && verdict !== 'red' && verdict !== 'unknown') unclear(said);
      return [id, { verdict: verdict as Verdict, ...(subjects.length > 0 && { subjects }) }];
    })),
    missing: missing.map((said) => {
      const [kind = '', of = '', field] = said.split(' ');
      return { kind, of, ...(field !== undefined && { field }) };
    }),
  };
}

/** The members of the second win; an empty text takes a member away. */
function merge(base: NetworkInCase, change: NetworkInCase): NetworkInCase {
  const families = ['parties', 'facilities', 'products', 'lists'] as const;
  return Object.fromEntries(families.map((family) => {
    const members: Record<string, unknown> = { ...base[family] };
    for (const [id, given] of Object.entries(change[family] ?? {}) as [string, unknown][]) {
      const before = members[id];
      if (given === '' && family !== 'parties') delete members[id];
      else if (typeof given !== 'object' || typeof before !== 'object') members[id] = given;
      else members[id] = Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== ''));
    }
    return [family, members];
  }));
}

type Unclear = (said: string) => void;

class Builder {
  readonly #network: NetworkInCase;
  readonly #changes: Changes;
  readonly #knownAt: Day;
  readonly #paper: string;
  readonly #sha256: Sha256;
  readonly #unclear: Unclear;
  /** In the order in which they are made, each under the name by which a case calls it. */
  readonly #made = new Map<string, Rec>();
  readonly #inferred: readonly string[];

  constructor(network: NetworkInCase, changes: Changes, knownAt: Day, paper: string, sha256: Sha256, unclear: Unclear) {
    this.#paper = paper;
    this.#network = network;
    this.#changes = changes;
    this.#knownAt = knownAt;
    this.#sha256 = sha256;
    this.#unclear = unclear;
    this.#inferred = changes.inferred ?? [];
  }

  records(): readonly Rec[] {
    const { also = {}, lost = [], without = [], papers = [], judged = [] } = this.#changes;
    this.#parties(this.#network.parties, '');
    this.#facilities();
    for (const [id, product] of Object.entries(this.#network.products ?? {})) this.#product(id, product);
    for (const [list, given] of Object.entries(this.#network.lists ?? {})) this.#list(list, given);
    this.#parties(also.parties, '+');
    for (const [id, product] of Object.entries(also.products ?? {})) this.#bareProduct(id, product, '+');
    for (const { party, entry, says } of judged) {
      this.#add(`${party}=${entry}`, { kind: 'judgement', id: `${party}=${entry}`, level: 'confirmed', left: this.#digest(party), right: this.#digest(entry), says, by: 'case' });
    }
    const unsupported = new Set(without.flatMap((name) => this.#named(name)));
    const gone = new Set(lost.flatMap((name) => this.#named(name)));
    const extra = papers.map(({ kind, on, age = 0, custody, issuer }, i): Rec => ({
      kind: 'evidence', id: `paper-${i}`, level: 'confirmed', docKind: kind, issued: addDays(this.#knownAt, -age), ...(custody !== undefined && { custody }), ...(issuer !== undefined && { issuer }),
      supports: on.flatMap((name) => this.#named(name)).map((name) => this.#digest(name)).sort(),
    }));
    for (const name of [...this.#inferred, ...(this.#changes.unpinned ?? [])]) this.#named(name);
    const facts = [...this.#made].filter(([, { kind }]) => kind !== 'judgement');
    const paper: Rec = {
      kind: 'evidence', id: 'paper', level: 'confirmed', docKind: this.#paper, issued: this.#knownAt,
      supports: facts.filter(([name]) => !unsupported.has(name)).map(([name]) => this.#digest(name)).sort(),
    };
    return [...[...this.#made].filter(([name]) => !gone.has(name)).map(([, rec]) => rec), paper, ...extra];
  }

  #add(name: string, rec: Rec): void {
    if (this.#made.has(name)) this.#unclear(name);
    const weak = this.#inferred.some((given) => given === name || (given.endsWith('.*') && isOf(name, given.slice(0, -2))));
    this.#made.set(name, weak ? { ...rec, level: 'inferred' } : rec);
  }

  #digest(name: string): Digest {
    const rec = this.#made.get(name);
    if (rec === undefined) this.#unclear(name);
    return rec === undefined ? '' : digestOf(rec, this.#sha256);
  }

  #named(name: string): string[] {
    const found = name.endsWith('.*') ? [...this.#made.keys()].filter((made) => isOf(made, name.slice(0, -2))) : this.#made.has(name) ? [name] : [];
    if (found.length === 0) this.#unclear(name);
    return found;
  }

  #complete(name: string, list: ListName, of: Id, members: readonly string[], more: Partial<Completeness> = {}): void {
    this.#add(name, { kind: 'completeness', id: name, level: 'confirmed', list, of, status: 'complete', members: members.filter((member) => !this.#changes.unpinned?.includes(member)).map((member) => this.#digest(member)).sort(), ...more });
  }

  #parties(parties: NetworkInCase['parties'], mark: string): void {
    for (const [id, given] of Object.entries(parties ?? {})) {
      const { domicile, principalPlace, kind, names = [id], ids, owners } = typeof given === 'string' ? ({ ...(given !== '' && { domicile: given }) } as PartyInCase) : given;
      this.#add(id + mark, { kind: 'party', id, level: 'confirmed', names, ...(kind && { partyKind: kind }), ...(domicile !== undefined && { domicile }), ...(principalPlace !== undefined && { principalPlace }), ...(ids && { ids: registered(ids) }) });
      if (!owners) continue;
      for (const [owner, stake] of Object.entries(owners)) this.#add(`${owner}>${id}${mark}`, { kind: 'ownership', id: `${owner}>${id}${mark}`, level: 'confirmed', owner, asset: id, ...this.#holding(stake) });
      if (mark === '') this.#complete(`${id}.owners`, 'owners', id, Object.keys(owners).map((owner) => `${owner}>${id}`));
    }
  }

  #holding(given: HoldingInCase): Partial<Ownership> {
    if (typeof given === 'string') return { equityPpm: this.#share(given) };
    const { all, control = all === undefined ? undefined : 'none', ...said } = given;
    const { equity = all, voting = all, board = all, debt = all === undefined ? undefined : '0 %' } = said;
    return {
      ...(equity !== undefined && { equityPpm: this.#share(equity) }), ...(voting !== undefined && { votingPpm: this.#share(voting) }), ...(board !== undefined && { boardPpm: this.#share(board) }),
      ...(debt !== undefined && { debtPpm: this.#share(debt) }), ...(control !== undefined && { control }),
    };
  }

  #share(text: string): RangePpm {
    const range = readShare(text);
    if (!('fault' in range)) return range;
    this.#unclear(text);
    return { lo: 0, hi: 1_000_000 };
  }

  #facilities(): void {
    for (const [id, given] of Object.entries(this.#network.facilities ?? {})) this.#add(id, { kind: 'facility', id, level: 'confirmed', ...given });
  }

  #bareProduct(id: Id, { maker, roles, hs, costUsd }: ProductInCase, mark: string): void {
    this.#add(id + mark, { kind: 'product', id, level: 'confirmed', ...(maker !== undefined && { maker }), ...(roles && { roles }), ...(hs !== undefined && { hs }), ...(costUsd !== undefined && { unitCost: { lo: costUsd, hi: costUsd, currency: 'USD' } }) });
  }

  #product(id: Id, given: ProductInCase): void {
    this.#bareProduct(id, given, '');
    const { sellers, materials, ways = [], partsScope } = given;
    const first = given.made ?? given.at ?? given.steps ?? given.parts;
    const all = first === undefined ? ways : [given, ...ways];
    const names = all.map((way, i) => this.#way(id, way, i, all.length === 1, partsScope, given.maker));
    if (all.length > 1) this.#complete(`${id}.recipes`, 'recipes', id, names);
    if (sellers) {
      const supplies = sellers.map((said): string => {
        const { name, use } = this.#used(said);
        this.#add(`${id}.seller/${name}`, { kind: 'supply', id: `${id}.seller/${name}`, level: 'confirmed', product: id, supplier: name, ...(use && { use }) });
        return `${id}.seller/${name}`;
      });
      this.#complete(`${id}.sellers`, 'supplies', id, supplies);
    }
    if (materials) {
      for (const [substance, share] of Object.entries(materials)) this.#add(`${id}.material/${substance}`, { kind: 'material', id: `${id}.material/${substance}`, level: 'confirmed', product: id, substance, massPpm: this.#share(share) });
      this.#complete(`${id}.materials`, 'materials', id, Object.keys(materials).map((substance) => `${id}.material/${substance}`));
    }
  }

  /** The way's name: `cam.made`, `cam.made2`. */
  #way(id: Id, { made, at, steps, parts = [], use }: WayInCase, i: number, sole: boolean, partsScope: readonly string[] | undefined, maker: Id | undefined): string {
    const mark = i === 0 ? '' : String(i + 1);
    const recipe = `${id}.made${mark}`;
    // Where no plant is named it is the maker's own.
    const plant = at ?? (made !== undefined && made !== '' && maker !== undefined && maker !== '' ? `${id}.plant${mark}` : undefined);
    if (at === undefined && plant !== undefined) this.#add(plant, { kind: 'facility', id: plant, level: 'confirmed', country: made!, operator: maker! });
    this.#add(recipe, {
      kind: 'recipe', id: recipe, level: 'confirmed', output: id, steps: steps ?? ['assembled'],
      ...(made !== undefined && { country: made }), ...(plant !== undefined && { facility: plant }), ...(sole && { sole }), ...(use && { use }),
    });
    const lines = parts.map((said, position): string => {
      const name = `${id}.parts${mark}/${position + 1}`;
      this.#add(name, { kind: 'line', id: name, level: 'confirmed', recipe, line: String(position + 1), options: said.split('|').map((option) => this.#option(option)), quantity: '1', uom: 'C62' });
      return name;
    });
    this.#complete(`${id}.parts${mark}`, 'components', recipe, lines, partsScope ? { scope: { roles: partsScope } } : {});
    return recipe;
  }

  /** `radio approved`, or `?` for a part that nobody has identified. */
  #option(said: string): Option {
    const { name, use } = this.#used(said);
    if (name !== '?' && !Object.hasOwn(this.#network.products ?? {}, name)) this.#unclear(said);
    return { product: name === '?' ? null : name, ...(use && { use }) };
  }

  #used(said: string): { readonly name: string; readonly use?: Use } {
    const [name = '', use, ...rest] = said.trim().split(/\s+/);
    if (use === undefined) return { name };
    if ((use !== 'in-use' && use !== 'approved' && use !== 'known') || rest.length > 0) this.#unclear(said);
    return { name, use: use as Use };
  }

  #list(list: Id, { edition, entries = {} }: ListInCase): void {
    for (const [id, { names, ids, scope }] of Object.entries(entries)) {
      this.#add(`${list}/${id}`, { kind: 'listing', id: `${list}/${id}`, level: 'confirmed', list, ...(names && { names }), ...(ids && { ids: registered(ids) }), ...(scope && { scope }) });
    }
    this.#complete(list, 'entries', list, Object.keys(entries).map((id) => `${list}/${id}`), { validFrom: edition ?? this.#knownAt });
  }
}

function isOf(name: string, owner: string): boolean {
  return name === owner || name.startsWith(`${owner}.`);
}

function registered(ids: Readonly<Record<string, string>>): readonly RegisteredId[] {
  return Object.entries(ids).map(([scheme, value]) => ({ scheme, value }));
}

// Shapes.
const maybe = z.exactOptional;
const text: Shape<string> = z.string();
const textMap: Shape<Readonly<Record<string, string>>> = z.record(word, word);
const use: Shape<Use> = z.enum(['in-use', 'approved', 'known']);
const holding = object({ all: maybe(text), equity: maybe(text), voting: maybe(text), board: maybe(text), debt: maybe(text), control: maybe(z.enum(CONTROLS)) });
const party: Shape<string | PartyInCase> = z.union([text, object({
  domicile: maybe(text), kind: maybe(z.enum(['person', 'company', 'state-body'])), names: maybe(words), ids: maybe(textMap), owners: maybe(z.record(word, z.union([text, holding]))), principalPlace: maybe(text),
})]) as Shape<string | PartyInCase>;
/** In a change, an empty text takes the member away. */
const orNone = <T>(shape: Shape<T>): Shape<T> => z.union([shape, z.literal('')]) as unknown as Shape<T>;
const way = { made: maybe(text), at: maybe(text), steps: maybe(orNone(words)), parts: maybe(orNone(words)), use: maybe(orNone(use)) };
const product: Shape<ProductInCase> = z.union([object({
  ...way, maker: maybe(text), roles: maybe(orNone(words)), hs: maybe(text), costUsd: maybe(text), sellers: maybe(orNone(words)), partsScope: maybe(orNone(words)), ways: maybe(orNone(z.array(object(way)))), materials: maybe(orNone(textMap)),
}), z.literal('')]) as unknown as Shape<ProductInCase>;
const facility = object({ country: maybe(text), region: maybe(text), operator: maybe(text) });
const list: Shape<ListInCase> = z.union([object({
  edition: maybe(day), entries: maybe(z.record(word, object({ names: maybe(words), ids: maybe(textMap), scope: maybe(z.enum(['self', 'and-subsidiaries'])) }))),
}), z.literal('')]) as unknown as Shape<ListInCase>;
const network: Shape<NetworkInCase> = object({ parties: maybe(z.record(word, party)), facilities: maybe(z.record(word, facility)), products: maybe(z.record(word, product)), lists: maybe(z.record(word, list)) });
const question: Shape<QuestionInCase> = object({
  product: maybe(word), asOf: maybe(day), knownAt: maybe(day), act: maybe(text), buyer: maybe(text), purpose: maybe(text), actOn: maybe(day), bom: maybe(word), asIfBound: maybe(flag),
});
const verdictShape = z.enum(['clear', 'red', 'unknown']);
const caseShape: Shape<CaseInFile> = object({
  case: word, from: maybe(word), on: maybe(word), network: maybe(network), question: maybe(question), choose: maybe(textMap),
  also: maybe(network), judged: maybe(z.array(object({ party: word, entry: word, says: z.enum(['same', 'different', 'unsure']) }))),
  lost: maybe(words), without: maybe(words), inferred: maybe(words), unpinned: maybe(words),
  papers: maybe(z.array(object({ kind: word, on: words, age: maybe(whole(0, 100_000)), custody: maybe(word), issuer: maybe(word) }))),
  expect: object({
    applies: maybe(z.enum(['yes', 'no', 'not-yet', 'expired', 'unknown'])), verdict: maybe(verdictShape), consequence: maybe(word), forecast: maybe(verdictShape), notes: maybe(words), clauses: maybe(textMap), missing: maybe(words),
  }),
});
const casesFile: Shape<{ rulebook: Id; paper?: string; networks: Readonly<Record<string, NetworkInCase>>; question: QuestionInCase; cases: readonly CaseInFile[] }> = object({
  rulebook: word, paper: maybe(word), networks: z.record(word, network), question, cases: z.array(caseShape),
});
