/**
 * What a sender is asked, question by question, in words that a sheet can carry back: `products/cam/maker` is who makes
 * the product `cam`. The reference says all that the answer needs, so a returned sheet is read without looking anything up.
 */
import type { Network } from '../model/network.ts';
import type { Id, Ownership, Rec } from '../model/record.ts';
import type { Missing } from '../rules/grounds.ts';
import { partiesIn } from './senders.ts';

export type Table = 'products' | 'recipes' | 'parties' | 'facilities';
/** How an answer is read: free text, one company's name, a country, yes or no, steps, roles, a word of a few. */
export type AnswerKind = 'text' | 'company' | 'country' | 'yesNo' | 'steps' | 'roles' | 'partyKind' | 'use';
export type What =
  | 'name' | 'maker' | 'makerCountry' | 'roles' | 'country' | 'steps' | 'only' | 'parts' | 'sellers' | 'seller' | 'use' | 'domicile' | 'principalPlace' | 'citizenship' | 'partyKind' | 'owners'
  | 'operator' | 'operatorCountry';
const WHATS: Readonly<Record<Table, Readonly<Partial<Record<What, AnswerKind>>>>> = {
  products: { name: 'text', maker: 'company', makerCountry: 'country', roles: 'roles', country: 'country', steps: 'steps', operator: 'company', operatorCountry: 'country', only: 'yesNo', parts: 'yesNo', sellers: 'yesNo', seller: 'company' },
  recipes: { country: 'country', steps: 'steps', operator: 'company', operatorCountry: 'country', parts: 'yesNo', use: 'use' },
  parties: { name: 'company', domicile: 'country', principalPlace: 'country', citizenship: 'country', partyKind: 'partyKind', owners: 'yesNo' },
  facilities: { operator: 'company', operatorCountry: 'country' },
};

export interface SheetQuestion {
  readonly table: Table;
  /** Of the product, recipe, party or facility; of a line that does not say what it is: `?RECIPE#LINE/POSITION`. */
  readonly id: Id;
  readonly what: What;
  /** What is on record, for the sender to confirm or to correct; empty where nothing is. */
  readonly recorded: string;
}
export interface KnownOwner { readonly asset: Id; readonly owner: Id; readonly name: string; readonly kind: string; readonly country: string; readonly share: string }
export interface Questions {
  readonly questions: readonly SheetQuestion[];
  /** Owners on record of each company whose owners are asked for. */
  readonly owners: readonly KnownOwner[];
  /** What no cell can hold and a paper has to show. */
  readonly papers: readonly Missing[];
}

export function refOf({ table, id, what }: Pick<SheetQuestion, 'table' | 'id' | 'what'>): string {
  return `${table}/${id}/${what}`;
}

/** The question of a reference; `undefined` where it is none of ours. */
export function readRef(ref: string): { table: Table; id: Id; what: What; kind: AnswerKind } | undefined {
  const [, table, id, what] = /^([a-z]+)\/(.+)\/([A-Za-z]+)$/s.exec(ref) ?? [];
  if (table === undefined || !Object.hasOwn(WHATS, table)) return undefined;
  const kind = Object.hasOwn(WHATS[table as Table], what!) ? WHATS[table as Table][what as What] : undefined;
  return kind && { table: table as Table, id: id!, what: what as What, kind };
}

export function questionsOf(asks: readonly Missing[], net: Network, records: readonly Rec[]): Questions {
  const found = new Map<string, SheetQuestion>();
  const owners = new Map<string, KnownOwner>();
  const papers: Missing[] = [];
  const known = new OnRecord(net, records);
  const put = (table: Table, id: Id, ...whats: What[]): void => {
    for (const what of whats) found.set(refOf({ table, id, what }), { table, id, what, recorded: known.recorded(table, id, what) });
  };
  const mentioned = new Set(asks.map(({ of }) => of));
  for (const missing of asks) {
    const before = found.size + owners.size;
    const assumed = /^answer:maker:(.*)$/s.exec(missing.of)?.[1];
    const field = missing.field?.split('/').at(-1) ?? '';
    if (assumed !== undefined) put('products', assumed, 'maker', 'makerCountry');
    else if (/^answer:/.test(missing.of)) continue; // it comes up again once its own question is answered
    else known.put(missing, field, mentioned, put, (asset) => { for (const one of known.ownersOf(asset)) owners.set(`${asset}>${one.owner}`, one); });
    if (found.size + owners.size === before && ![...found.values()].some(({ id }) => id === missing.of || known.productOf(missing.of) === id)) papers.push(missing);
  }
  return { questions: [...found.values()].sort(inOrder), owners: [...owners.values()], papers };
}

/** Thing by thing, and of each in the order in which one would ask. */
function inOrder(a: SheetQuestion, b: SheetQuestion): number {
  const [x, y] = [`${a.table}/${a.id}`, `${b.table}/${b.id}`];
  const place = ({ table, what }: SheetQuestion): number => Object.keys(WHATS[table]).indexOf(what);
  return x < y ? -1 : x > y ? 1 : place(a) - place(b);
}

type Put = (table: Table, id: Id, ...whats: What[]) => void;

/** What a sheet shows as on record. */
export class OnRecord {
  readonly #net: Network;
  readonly #records: readonly Rec[];
  #parties: ReadonlySet<Id> | undefined;

  constructor(net: Network, records: readonly Rec[]) {
    this.#net = net;
    this.#records = records;
  }

  isParty(id: Id): boolean {
    this.#parties ??= partiesIn(this.#records);
    return this.#parties.has(id);
  }

  productOf(id: Id): Id {
    return this.#net.recipes.get(id)?.[0]?.output ?? id;
  }

  /** `mentioned`: what else is asked about. */
  put(missing: Missing, field: string, mentioned: ReadonlySet<Id>, put: Put, owners: (asset: Id) => void): void {
    const { kind, of } = missing;
    const { recipes, products, facilities } = this.#net;
    if (kind === 'stake' || (kind === 'list' && field === 'owners')) return this.#owners(of, put, owners);
    if (kind === 'list') {
      if (field === 'components') return recipes.get(of) ? put('recipes', of, 'parts') : put('products', of, 'country', 'steps', 'only', 'parts');
      if (field === 'recipes') return this.#net.recipesOf.get(of) ? put('products', of, 'only') : put('products', of, 'country', 'steps', 'only', 'parts');
      if (field === 'supplies') return this.#net.suppliesOf.get(of) ? put('products', of, 'sellers') : put('products', of, 'seller', 'sellers');
      return;
    }
    if (kind === 'unresolved') return put('products', of, 'name', 'maker', 'makerCountry', 'roles', 'country', 'steps', 'only', 'parts');
    if (kind !== 'field' && kind !== 'evidence') return;
    const what = field === 'place' || field === 'madeIn' ? 'country' : field === 'role' ? 'roles' : field;
    if (recipes.get(of)) {
      if (what === 'country' || what === 'steps') put('recipes', of, 'country', 'steps');
      else if (what === 'facility' || what === 'operator') put('recipes', of, 'operator', 'operatorCountry');
      else if (what === 'use') put('recipes', of, 'use');
      else put('recipes', of, 'parts');
    } else if (facilities.get(of) && !products.get(of)) {
      // Who runs the plant helps only where it is said too that the thing is made there.
      const made = this.#records.flatMap((rec) => (rec.kind === 'recipe' && rec.facility === of && (mentioned.has(rec.id) || mentioned.has(rec.output)) ? [rec.id] : []));
      if (what === 'operator' && made.length > 0) for (const recipe of made) put('recipes', recipe, 'operator', 'operatorCountry');
      else if (what === 'operator') put('facilities', of, 'operator', 'operatorCountry');
      else for (const rec of this.#records) if (rec.kind === 'recipe' && rec.facility === of) put('recipes', rec.id, 'country', 'steps');
    } else if (this.isParty(of) && !products.get(of)) {
      if (what === 'domicile' || what === 'principalPlace' || what === 'citizenship' || what === 'partyKind') put('parties', of, what);
      else if (what === 'names' || what === 'ids') put('parties', of, 'name');
      else this.#owners(of, put, owners);
    } else if (what === 'maker') put('products', of, 'maker', 'makerCountry');
    else if (what === 'roles') put('products', of, 'roles');
    else if (what === 'country' || what === 'steps') put('products', of, 'country', 'steps', 'only', 'parts');
    else if (what === 'facility' || what === 'operator') put('products', of, 'country', 'steps', 'operator', 'operatorCountry', 'only', 'parts');
    else if (what === 'supplier') put('products', of, 'seller', 'sellers');
    else if (kind === 'evidence' && field === '') put('products', of, 'maker', 'makerCountry');
  }

  #owners(party: Id, put: Put, owners: (asset: Id) => void): void {
    if ((this.#net.parties.get(party) ?? []).every(({ partyKind }) => partyKind !== 'company')) put('parties', party, 'partyKind'); // a person has no owners
    put('parties', party, 'owners');
    owners(party);
  }

  recorded(table: Table, id: Id, what: What): string {
    const { products, recipes, parties, facilities } = this.#net;
    const values = (all: readonly (string | undefined)[]): string => [...new Set(all.filter((one) => one !== undefined))].join(' | ');
    switch (table) {
      case 'products': {
        const own = products.get(id) ?? [];
        const makers = own.flatMap((rec) => rec.maker ?? []);
        if (what === 'name') return values(own.map((rec) => rec.name));
        if (what === 'maker') return values(makers.map((maker) => this.nameOf(maker)));
        if (what === 'makerCountry') return values(makers.flatMap((maker) => (parties.get(maker) ?? []).map((rec) => rec.domicile)));
        if (what === 'roles') return values(own.map((rec) => rec.roles && (rec.roles.length > 0 ? rec.roles.join(', ') : 'none')));
        if (what === 'seller' || what === 'sellers') return values((this.#net.suppliesOf.get(id) ?? []).flat().map((rec) => this.nameOf(rec.supplier)));
        if (what === 'only') return values((this.#net.recipesOf.get(id) ?? []).map((group) => this.#placeOf(group[0]!.id)));
        return '';
      }
      case 'recipes': {
        const own = recipes.get(id) ?? [];
        if (what === 'country') return this.#placeOf(id);
        if (what === 'steps') return values(own.map((rec) => rec.steps?.join(', ')));
        if (what === 'use') return values(own.map((rec) => rec.use));
        if (what === 'operator') return values(own.flatMap((rec) => (rec.facility === undefined ? [] : (facilities.get(rec.facility) ?? []).map(({ operator }) => operator && this.nameOf(operator)))));
        if (what === 'operatorCountry') return '';
        return values((this.#net.linesOf.get(id) ?? []).flat().flatMap((line) => line.options.map(({ product }) => (product === null ? '?' : (products.get(product)?.[0]?.name ?? product))))).replaceAll(' | ', ', ');
      }
      case 'parties': {
        const own = parties.get(id) ?? [];
        if (what === 'name') return values(own.map((rec) => rec.names?.[0]));
        if (what === 'owners') return '';
        return values(own.map((rec) => rec[what as 'domicile' | 'principalPlace' | 'citizenship' | 'partyKind']));
      }
      case 'facilities': return what === 'operator' ? values((facilities.get(id) ?? []).map((rec) => rec.operator && this.nameOf(rec.operator))) : '';
    }
  }

  /**
   * Of a list that a sheet showed as `shown`, in words that may have become better since: what is on record besides, and what no
   * longer is. `undefined`: the same list.
   */
  changed(table: Table, id: Id, what: What, shown: string): { readonly more: readonly string[]; readonly gone: string } | undefined {
    let rest = oneSpaced(shown);
    const more = this.#members(table, id, what).filter((names) => {
      const said = [...names].sort((a, b) => b.length - a.length).find((name) => rest.includes(oneSpaced(name)));
      if (said !== undefined) rest = rest.replace(oneSpaced(said), () => ' ');
      return said === undefined;
    }).map(([name]) => name!);
    const gone = rest.replace(/^[\s,|]+|[\s,|]+$/g, '').replace(/\s*[,|][\s,|]*/g, ', ');
    if (what === 'only' && shown === '' && more.length === 1) return undefined; // its place has been learned since
    return more.length > 0 || gone !== '' ? { more, gone } : undefined;
  }

  /** Of each member every name that a sheet may have shown; members that a sheet cannot tell apart are one. */
  #members(table: Table, id: Id, what: What): string[][] {
    const each = <T>(all: readonly T[], names: (one: T) => readonly string[]): string[][] => [...new Map(all.map((one) => [names(one)[0], [...names(one)]])).values()];
    if (what === 'sellers') return each(this.#net.suppliesOf.get(id)?.flat() ?? [], ({ supplier }) => [this.nameOf(supplier), ...this.#names(supplier)]);
    if (what === 'only') return each((this.#net.recipesOf.get(id) ?? []).flatMap((group) => this.#placeOf(group[0]!.id).split(' | ').filter(Boolean)), (place) => [place]);
    const recipes = table === 'recipes' ? [id] : (this.#net.recipesOf.get(id) ?? []).map((group) => group[0]!.id);
    const options = recipes.flatMap((recipe) => (this.#net.linesOf.get(recipe) ?? []).flat()).flatMap((line) => line.options.map(({ product }) => product));
    return options.filter((product, i) => options.indexOf(product) === i).sort().map((product) => (product === null ? ['?'] : [...(this.#net.products.get(product) ?? []).flatMap(({ name }) => name ?? []), product]));
  }

  #names(party: Id): string[] {
    return [...(this.#net.parties.get(party) ?? []).flatMap(({ names }) => names ?? []), party];
  }

  nameOf(party: Id): string {
    return this.#net.parties.get(party)?.find((rec) => rec.names?.[0] !== undefined)?.names?.[0] ?? party;
  }

  #placeOf(recipe: Id): string {
    const own = this.#net.recipes.get(recipe) ?? [];
    const stated = own.flatMap((rec) => rec.country ?? (rec.facility === undefined ? [] : (this.#net.facilities.get(rec.facility) ?? []).flatMap((plant) => plant.country ?? [])));
    return [...new Set(stated)].join(' | ');
  }

  ownersOf(asset: Id): KnownOwner[] {
    const stakes: Ownership[] = (this.#net.ownersOf.get(this.#net.classes.of(asset)) ?? []).flat();
    return stakes.map(({ owner, equityPpm }) => {
      const party = this.#net.parties.get(owner)?.[0];
      const percent = (ppm: number): string => String(ppm / 10_000);
      const share = equityPpm === undefined ? '' : equityPpm.lo === equityPpm.hi ? `${percent(equityPpm.lo)} %` : `${percent(equityPpm.lo)}..${percent(equityPpm.hi)} %`;
      return { asset, owner, name: this.nameOf(owner), kind: party?.partyKind ?? '', country: party?.domicile ?? '', share };
    });
  }
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
