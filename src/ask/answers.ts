/**
 * What a good answer to each missing thing would be, as records: the best that a sender could truthfully say. They are
 * used to find out which answers are needed at all, and are never kept. A place is one outside every place that a clause
 * names; a company that is named only in an answer has an id that begins with `answer:`.
 */
import { COUNTRY_CODES } from '../base/countries.ts';
import { digestOf } from '../model/digest.ts';
import type { Network } from '../model/network.ts';
import type { Completeness, Digest, Evidence, Id, Party, Product, Rec, Recipe } from '../model/record.ts';
import type { Missing } from '../rules/grounds.ts';
import type { Floor, Rulebook } from '../rules/rulebook.ts';
import type { Question } from '../select/predicate.ts';

/** Tried in this order where no clause names them. */
const OUTSIDE = ['JP', 'TW', 'US', 'DE', 'NO', 'CA', 'CL'];

export class GoodAnswers {
  readonly #net: Network;
  readonly #rulebooks: readonly Rulebook[];
  readonly #question: Question;
  readonly #place: string;
  readonly #steps: readonly string[];
  readonly #bySubject = new Map<Id, Rec[]>();

  constructor(net: Network, records: readonly Rec[], rulebooks: readonly Rulebook[], question: Question, place: string) {
    this.#net = net;
    this.#rulebooks = rulebooks;
    this.#question = question;
    this.#place = place;
    this.#steps = [...stepsNamed(rulebooks)];
    for (const rec of records) if (net.records.get(digestOf(rec, net.sha256)) !== undefined) for (const of of subjectsOf(rec)) this.#bySubject.set(of, [...(this.#bySubject.get(of) ?? []), rec]);
  }

  /** Nothing where no statement of a sender could settle it. */
  to({ kind, of, field }: Missing): readonly Rec[] {
    const last = field?.split('/').at(-1);
    switch (kind) {
      case 'field': return last === undefined ? [] : this.#field(of, last);
      case 'unresolved': return [...this.#product(of, { maker: this.#maker(of).id, roles: [], name: of }), this.#maker(of), ...this.#recipe(of)];
      case 'list': return this.#list(of, last as Completeness['list'] | undefined);
      case 'stake': return this.#owners(of);
      case 'evidence': return this.#bySubject.get(of) ?? [];
      default: return [];
    }
  }

  /** Papers of a kind that each floor accepts, of the day of the question, for these records. */
  papers(records: readonly Rec[]): Evidence[] {
    const supports = [...new Set(records.map((rec) => this.#digest(rec)))].sort();
    if (supports.length === 0) return [];
    const kinds = new Map(floorsOf(this.#rulebooks).map((floor) => [`${kindFor(floor)} ${floor.clear?.custody?.[0] ?? ''}`, floor]));
    return [...kinds].map(([name, floor]) => ({
      kind: 'evidence', id: `answer:paper:${name}`, level: 'confirmed', docKind: kindFor(floor), issued: this.#question.knownAt, ...(floor.clear?.custody && { custody: floor.clear.custody[0]! }), supports,
    }));
  }

  #field(of: Id, field: string): readonly Rec[] {
    switch (field) {
      case 'maker': return [this.#maker(of), ...this.#product(of, { maker: this.#maker(of).id })];
      case 'roles': case 'role': return this.#product(of, { roles: [...this.#rolesBelow(of)].sort() });
      case 'hs': return this.#product(of, { hs: '990000' });
      case 'country': case 'steps': case 'madeIn': return this.#net.recipes.get(of) ? [this.#again(of)] : this.#recipe(of);
      case 'operator': case 'facility': return this.#operator(of);
      case 'use': return this.#net.recipes.get(of) ? [{ ...this.#again(of), use: 'known' }] : [];
      case 'domicile': case 'principalPlace': case 'citizenship': return this.#party(of, { [field]: this.#place });
      case 'partyKind': return this.#party(of, { partyKind: 'person' });
      case 'names': case 'ids': return this.#party(of, { names: [`answer ${of}`] });
      default: return [];
    }
  }

  /** A company that nothing is known against: a name, a domicile, and no owners but persons. */
  #maker(of: Id): Party {
    return { kind: 'party', id: `answer:maker:${of}`, level: 'confirmed', names: [`the maker of ${of}`], domicile: this.#place };
  }

  #party(id: Id, fields: Partial<Party>): Rec[] {
    return [{ kind: 'party', id, level: 'confirmed', ...fields }];
  }

  #product(id: Id, fields: Partial<Product>): Rec[] {
    return [{ kind: 'product', id, level: 'confirmed', ...fields }];
  }

  /** The same recipe again, with the place and the steps that it lacked. */
  #again(id: Id): Recipe {
    const known = this.#net.recipes.get(id)!;
    const stated = known.some((rec) => rec.steps !== undefined);
    return { kind: 'recipe', id, output: known[0]!.output, level: 'confirmed', ...(!known.some((rec) => rec.country !== undefined || rec.facility !== undefined) && { country: this.#place }), ...(!stated && { steps: this.#steps }) };
  }

  /** The one way of making what has none on record, from nothing that another made. */
  #recipe(product: Id): Rec[] {
    const own = `answer:recipe:${product}`;
    const known = this.#net.recipesOf.get(product) ?? [];
    if (known.length > 0) return known.map((group) => this.#again(group[0]!.id));
    return [{ kind: 'recipe', id: own, output: product, level: 'confirmed', country: this.#place, steps: this.#steps, sole: true }, this.#complete('components', own, [])];
  }

  #operator(of: Id): Rec[] {
    const operator: Party = { ...this.#maker(of), id: `answer:operator:${of}`, names: [`the operator of ${of}`] };
    const facilities = this.#net.facilities.get(of) ? [of] : (this.#net.recipes.get(of) ?? []).flatMap((rec) => rec.facility ?? []);
    if (facilities.length > 0) return [operator, ...facilities.map((id): Rec => ({ kind: 'facility', id, level: 'confirmed', operator: operator.id }))];
    const plant = `answer:facility:${of}`;
    const recipe = this.#net.recipes.get(of) ? [{ ...this.#again(of), facility: plant }] : this.#recipe(of).map((rec): Rec => (rec.kind === 'recipe' ? { ...rec, facility: plant } : rec));
    return [operator, { kind: 'facility', id: plant, level: 'confirmed', operator: operator.id, country: this.#place }, ...recipe];
  }

  #list(of: Id, list: Completeness['list'] | undefined): readonly Rec[] {
    switch (list) {
      case 'components': {
        if (this.#net.recipes.get(of) === undefined) return this.#recipe(of);
        return [this.#complete('components', of, (this.#net.linesOf.get(of) ?? []).flat())];
      }
      case 'recipes': {
        const known = (this.#net.recipesOf.get(of) ?? []).flat();
        return known.length === 0 ? this.#recipe(of) : [this.#complete('recipes', of, known)];
      }
      case 'supplies': {
        const known = (this.#net.suppliesOf.get(of) ?? []).flat();
        if (known.length > 0) return [this.#complete('supplies', of, known)];
        const maker = (this.#net.products.get(of) ?? []).find((rec) => rec.maker !== undefined)?.maker;
        const supply: Rec = { kind: 'supply', id: `answer:supply:${of}`, product: of, supplier: maker ?? this.#maker(of).id, level: 'confirmed', use: 'in-use' };
        return [...(maker === undefined ? [this.#maker(of)] : []), supply, this.#complete('supplies', of, [supply])];
      }
      case 'materials': return [this.#complete('materials', of, (this.#net.materialsOf.get(of) ?? []).flat())];
      case 'owners': return this.#owners(of);
      default: return [];
    }
  }

  /** What is not held by a recorded owner is one person's, and these are all owners. */
  #owners(of: Id): Rec[] {
    const known = (this.#net.ownersOf.get(this.#net.classes.of(of)) ?? []).flat();
    const held = new Map(known.map((rec) => [rec.owner, rec.equityPpm?.hi ?? 1_000_000]));
    const rest = 1_000_000 - [...held.values()].reduce((sum, one) => sum + one, 0);
    const person: Party = { kind: 'party', id: `answer:owner:${of}`, level: 'confirmed', partyKind: 'person', names: [`an owner of ${of}`], domicile: this.#place };
    const stake: Rec = { kind: 'ownership', id: `answer:stake:${of}`, owner: person.id, asset: of, level: 'confirmed', equityPpm: { lo: rest, hi: rest } };
    const added = rest > 0 ? [person, stake] : [];
    return [...added, this.#complete('owners', of, [...known, ...(rest > 0 ? [stake] : [])])];
  }

  #complete(list: Completeness['list'], of: Id, members: readonly Rec[]): Completeness {
    return { kind: 'completeness', id: `answer:complete:${list}:${of}`, level: 'confirmed', list, of, status: 'complete', members: [...new Set(members.map((rec) => this.#digest(rec)))].sort() };
  }

  /** A product has every role that something in it has. */
  #rolesBelow(product: Id): Set<string> {
    const roles = new Set<string>();
    const met = new Set([product]);
    for (const id of met)
      for (const recipe of this.#net.recipesOf.get(id) ?? [])
        for (const line of (this.#net.linesOf.get(recipe[0]!.id) ?? []).flat()) for (const option of line.options) if (option.product !== null) met.add(option.product);
    for (const id of met) if (id !== product) for (const rec of this.#net.products.get(id) ?? []) for (const role of rec.roles ?? []) roles.add(role);
    return roles;
  }

  #digest(rec: Rec): Digest {
    return digestOf(rec, this.#net.sha256);
  }
}

/** Countries to try for a good answer: first those that no clause names, then the others. */
export function placesToTry(rulebooks: readonly Rulebook[]): string[] {
  const text = JSON.stringify(rulebooks.map(({ clauses, sets, versions }) => ({ clauses, sets, versions })));
  const named = COUNTRY_CODES.filter((code) => text.includes(`"${code}"`));
  return [...OUTSIDE.filter((code) => !named.includes(code)).slice(0, 1), ...named];
}

export function floorsOf(rulebooks: readonly Rulebook[]): Floor[] {
  return rulebooks.flatMap((rulebook) => [rulebook.floor ?? {}, ...rulebook.clauses.flatMap((clause) => clause.floor ?? [])]);
}

/** A declaration where it is accepted: that is what a sender's own answer is. */
export function kindFor(floor: Floor): string {
  const kinds = floor.clear?.kind;
  return kinds === undefined || kinds.includes('declaration') ? 'declaration' : kinds[0]!;
}

function stepsNamed(rulebooks: readonly Rulebook[]): Set<string> {
  const steps = new Set<string>(['assembled']);
  const seek = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) seek(one);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        if ((name === 'step' || name === 'allSteps') && Array.isArray(inner)) for (const one of inner) if (typeof one === 'string') steps.add(one);
        seek(inner);
      }
  };
  for (const { clauses } of rulebooks) seek(clauses);
  return steps;
}

/** What a paper that is missing would have to be about: as rules/missing names it. */
function subjectsOf(rec: Rec): Id[] {
  switch (rec.kind) {
    case 'recipe': return [rec.id, rec.output];
    case 'line': return [rec.recipe];
    case 'ownership': return [rec.asset];
    case 'material': case 'supply': return [rec.product];
    case 'completeness': return [rec.of];
    case 'evidence': case 'judgement': case 'listing': return [];
    default: return [rec.id];
  }
}
