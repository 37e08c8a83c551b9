/**
 * Records in force on a day as a CycloneDX 1.6 document, JSON: the product and all that its lines reach, with what CycloneDX
 * has no word for as `nonred:` properties (docs/documents.md). Only what is confirmed and not contradicted is written, and a
 * list is called complete only where a statement is pinned to exactly the lines that are written: reading the document never
 * gives more than the records say. What had to be left out is told.
 */
import { push } from '../../base/multimap.ts';
import { unitOf } from '../../base/units.ts';
import { digestOf } from '../../model/digest.ts';
import type { Network } from '../../model/network.ts';
import type { Completeness, Facility, Id, Kind, Line, Material, Party, Product, Rec, RecOf, Recipe, Supply } from '../../model/record.ts';
import { PROPERTIES, type StatedLine } from './properties.ts';

export interface LeftOut { readonly id: Id; readonly what: 'maker' | 'supplier' | 'roles' | 'place' | 'line' | 'lines' | 'material' | 'completeness' }
export interface Written { readonly document: object; readonly components: number; readonly leftOut: readonly LeftOut[] }
export interface WriteQuestion { readonly product: Id; readonly bom?: Id | undefined }

/** O(records). */
export function writeCycloneDx(net: Network, question: WriteQuestion): Written {
  return new Writer(net, question).write();
}

interface Property { readonly name: string; readonly value: string }
interface Part { readonly component: object; readonly on: readonly Id[]; readonly aggregates: readonly string[] }

class Writer {
  readonly #question: WriteQuestion;
  readonly #net: Network;
  readonly #byKind = new Map<Kind, Map<string, Rec[]>>();
  readonly #leftOut: LeftOut[] = [];

  constructor(net: Network, question: WriteQuestion) {
    this.#question = question;
    this.#net = net;
    for (const rec of net.digests.map((digest) => net.records.get(digest)!)) {
      const about = rec.kind === 'recipe' ? rec.output : rec.kind === 'line' ? rec.recipe : rec.kind === 'supply' || rec.kind === 'material' ? rec.product : rec.kind === 'completeness' ? `${rec.list}|${rec.of}` : rec.id;
      let ofKind = this.#byKind.get(rec.kind);
      if (!ofKind) this.#byKind.set(rec.kind, (ofKind = new Map()));
      const list = ofKind.get(about);
      if (list) list.push(rec);
      else ofKind.set(about, [rec]);
    }
  }

  write(): Written {
    const { product } = this.#question;
    const parts = new Map<Id, Part>();
    const queue = [product];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (parts.has(id)) continue;
      const part = this.#part(id);
      parts.set(id, part);
      queue.push(...part.on);
    }
    const refs = [...parts.keys()].filter((id) => id !== product && this.#of('product', id).length > 0).sort();
    const known = new Set([product, ...refs]);
    const all = [product, ...refs];
    const compositions = all.flatMap((id) => parts.get(id)!.aggregates.map((aggregate) => ({ aggregate, assemblies: [id], dependencies: [id] })));
    const document = {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
      metadata: { timestamp: `${this.#net.asOf}T00:00:00Z`, component: parts.get(product)!.component },
      components: refs.map((id) => parts.get(id)!.component),
      // What has no component of its own is named in a line only.
      dependencies: all.map((id) => ({ ref: id, dependsOn: [...new Set(parts.get(id)!.on)].filter((on) => known.has(on) && on !== id).sort() })),
      ...(compositions.length > 0 && { compositions }),
    };
    return { document, components: refs.length, leftOut: this.#leftOut };
  }

  #of<K extends Kind>(kind: K, about: string): readonly RecOf<K>[] {
    return (this.#byKind.get(kind)?.get(about) ?? []) as unknown as readonly RecOf<K>[];
  }

  #leave(id: Id, what: LeftOut['what']): undefined {
    if (!this.#leftOut.some((one) => one.id === id && one.what === what)) this.#leftOut.push({ id, what });
    return undefined;
  }

  /** The value on which all confirmed records agree; what is inferred or disputed is left out. */
  #agreed<R extends Rec, V>(records: readonly R[], of: (rec: R) => V | undefined, id: Id, what: LeftOut['what']): V | undefined {
    const claims = records.filter((rec) => of(rec) !== undefined);
    if (claims.length === 0) return undefined;
    const values = new Set(claims.map((rec) => JSON.stringify(of(rec))));
    return values.size === 1 && claims.some(({ level }) => level === 'confirmed') ? of(claims[0]!) : this.#leave(id, what);
  }

  #part(id: Id): Part {
    const products = this.#of('product', id);
    const properties: Property[] = [];
    const add = (field: keyof typeof PROPERTIES, value: string | undefined): void => {
      if (value !== undefined) properties.push({ name: PROPERTIES[field], value });
    };
    const maker = this.#agreed<Product, Id>(products, (rec) => rec.maker && this.#net.classes.of(rec.maker), id, 'maker');
    const manufacturer = maker === undefined || this.#net.classes.conflicts.has(maker) ? undefined : (this.#name(maker) ?? this.#leave(id, 'maker'));
    if (manufacturer !== undefined) add('domicile', this.#agreed<Party, string>(this.#parties(maker!), (rec) => rec.domicile, id, 'maker'));
    else if (maker !== undefined) this.#leave(id, 'maker');
    const roles = this.#net.roleConflicts.has(id) ? this.#leave(id, 'roles') : this.#agreed<Product, readonly string[]>(products, (rec) => rec.roles, id, 'roles');
    for (const role of roles?.length === 0 ? ['none'] : (roles ?? [])) add('role', role);
    const recipes = this.#recipes(id);
    this.#places(id, recipes, add);
    for (const material of this.#of('material', id)) add('material', this.#material(material));
    const { on, aggregates } = this.#inside(id, recipes, add);
    const component = {
      type: 'device', 'bom-ref': id, ...this.#supplier(id), ...(manufacturer !== undefined && { manufacturer: { name: manufacturer } }),
      name: products.find(({ name }) => name !== undefined)?.name ?? id, ...(properties.length > 0 && { properties }),
    };
    return { component, on, aggregates };
  }

  /** Everything that is recorded of whoever this is: parties that were judged the same are one. */
  #parties(party: Id): readonly Party[] {
    const { classes } = this.#net;
    return classes.members(classes.of(party)).flatMap((member) => this.#of('party', member));
  }

  #name(party: Id): string | undefined {
    return this.#parties(party).find(({ names }) => names !== undefined && names.length > 0)?.names?.[0];
  }

  #supplier(id: Id): { supplier?: { name: string } } {
    const parties = new Set(this.#of('supply', id).filter(({ level, use }: Supply) => level === 'confirmed' && (use === undefined || use === 'in-use')).map(({ supplier }) => supplier));
    const [only] = parties;
    if (only === undefined) return {};
    const name = parties.size === 1 ? this.#name(only) : undefined;
    if (name !== undefined) return { supplier: { name } };
    this.#leave(id, 'supplier');
    return {};
  }

  /** By recipe id; of the product of the question the bill that is asked for. A way that is not in use would read as one that is. */
  #recipes(id: Id): Map<Id, Recipe[]> {
    const { product, bom } = this.#question;
    const found = new Map<Id, Recipe[]>();
    for (const rec of this.#of('recipe', id))
      if (id !== product || bom === undefined || rec.id === bom) push(found, rec.id, rec);
    for (const [recipe, records] of found) {
      if (records.every(({ use, level }) => use === undefined || (use === 'in-use' && level === 'confirmed'))) continue;
      found.delete(recipe);
      this.#leave(id, 'place');
    }
    return found;
  }

  #places(id: Id, recipes: ReadonlyMap<Id, readonly Recipe[]>, add: (field: keyof typeof PROPERTIES, value: string | undefined) => void): void {
    if (recipes.size > 1) {
      // Several ways: only their countries can be said, without what is done there or whether it is in use.
      const countries = [...recipes.values()].map((records) => this.#agreed<Recipe, string>(records, (rec) => rec.country, id, 'place'));
      if (countries.includes(undefined) || [...recipes.values()].flat().some(({ steps, facility }) => steps ?? facility)) this.#leave(id, 'place');
      if (!countries.includes(undefined)) for (const country of new Set(countries)) add('country', country);
      return;
    }
    for (const records of recipes.values()) {
      const facility = this.#agreed<Recipe, Id>(records, (rec) => rec.facility, id, 'place');
      const places = facility === undefined ? [] : this.#of('facility', facility);
      const country = this.#agreed<Recipe, string>(records, (rec) => rec.country, id, 'place') ?? this.#agreed<Facility, string>(places, (rec) => rec.country, id, 'place');
      add('country', country);
      add('facility', facility && (places.find(({ name }) => name !== undefined)?.name ?? facility));
      for (const step of this.#agreed<Recipe, readonly string[]>(records, (rec) => rec.steps, id, 'place') ?? []) add('step', step);
      if (records.some(({ sole, level }) => sole && level === 'confirmed') && !this.#hidesWays(id, recipes)) add('onlyWay', 'yes');
    }
  }

  #material({ product, substance, massPpm, level }: Material): string | undefined {
    if (level !== 'confirmed' || substance.includes('=')) return this.#leave(product, 'material');
    return `${substance} = ${massPpm.lo}..${massPpm.hi} ppm`;
  }

  /** Is there a way of making or getting it that the document cannot show? Then nothing in it may read as if there were none. */
  #hidesWays(id: Id, recipes: ReadonlyMap<Id, readonly Recipe[]>): boolean {
    const { product, bom } = this.#question;
    const asked = this.#of('recipe', id).filter((rec) => id !== product || bom === undefined || rec.id === bom);
    const places = new Set([...recipes.values()].flat().flatMap(({ facility }) => facility ?? []));
    return new Set(asked.map((rec) => rec.id)).size > recipes.size || this.#of('supply', id).some(({ facility, use }) => (facility !== undefined && (places.size !== 1 || !places.has(facility))) || (use !== undefined && use !== 'in-use'));
  }

  /** Lines of the one recipe that has any; of several bills none can be written as the bill. */
  #inside(id: Id, recipes: ReadonlyMap<Id, readonly Recipe[]>, add: (field: keyof typeof PROPERTIES, value: string | undefined) => void): { on: Id[]; aggregates: string[] } {
    const bills = [...recipes.keys()].filter((recipe) => this.#of('line', recipe).length > 0);
    if (bills.length > 1 || (bills.length === 1 && recipes.size > 1)) {
      this.#leave(id, 'lines');
      return { on: [], aggregates: [] };
    }
    const recipe = bills[0] ?? (recipes.size === 1 ? [...recipes.keys()][0] : undefined);
    if (recipe === undefined) return { on: [], aggregates: [] };
    const inferred = recipes.get(recipe)!.every(({ level }) => level === 'inferred'); // a bill that is inferred is so in all its lines
    const byLine = new Map<string, Line[]>();
    for (const rec of this.#of('line', recipe)) push(byLine, rec.line, rec);
    const on: Id[] = [];
    const written = new Set<string>();
    for (const [line, records] of byLine) {
      const [rec] = records;
      if (records.length > 1 || !rec) {
        this.#leave(id, 'line');
        continue;
      }
      const options = rec.options.map(({ product, share, use }, i) => ({ ref: product ?? `unknown:${id}#${line}/${i}`, share, use }));
      const stated: StatedLine = { line, options, quantity: rec.quantity, uom: rec.uom && unitOf(rec.uom)?.code, ...((inferred || rec.level === 'inferred') && { level: 'inferred' as const }) };
      add('line', JSON.stringify(stated));
      on.push(...rec.options.flatMap(({ product }) => product ?? []));
      written.add(digestOf(rec, this.#net.sha256));
    }
    return { on, aggregates: this.#aggregates(id, recipe, written, this.#hidesWays(id, recipes)) };
  }

  /** `complete` where every statement says so, is not inferred, and is pinned to just the lines that are written. */
  #aggregates(id: Id, recipe: Id, written: ReadonlySet<string>, hides: boolean): string[] {
    const statements = this.#of('completeness', `components|${recipe}`);
    if (statements.length === 0) return [];
    if (hides) {
      this.#leave(id, 'completeness');
      return [];
    }
    const pinned = ({ members, scope, level }: Completeness): boolean => level === 'confirmed' && scope === undefined && members.length === written.size && members.every((digest) => written.has(digest));
    if (statements.every(({ status }) => status === 'complete') && statements.some(pinned)) return ['complete'];
    const others = [...new Set(statements.filter(({ status, scope }) => status !== 'complete' && scope === undefined).map(({ status }) => (status === 'incomplete' ? 'incomplete' : 'unknown')))];
    if (others.length === 0) this.#leave(id, 'completeness');
    return others;
  }
}
