/**
 * Catena-X items and their relationships, as test data and data exports write them: a list of items, each with an id and its
 * aspects. What an item is made of are lines; `businessPartner` supplies the child; the maker is whom the part's own
 * identifiers call its manufacturer; a site is a place of production where its function says so, while it says so; the
 * country is the one of manufacture. No list is complete: the models do not say that one is.
 */
import { countryCode } from '../../base/countries.ts';
import { addDays, isDay } from '../../base/day.ts';
import { readDecimal } from '../../base/decimal.ts';
import { issue, type Read } from '../../base/issue.ts';
import { pointerOf, token } from '../../base/pointer.ts';
import { unitCode } from '../../base/units.ts';
import type { Day, Id } from '../../model/record.ts';
import { idPart } from '../bom/bill.ts';
import type { Builder, Document } from '../documents/builder.ts';
import { wholeDocument } from '../documents/whole.ts';
import type { SchemaFault } from '../json-schema.ts';
import { itemsCheck } from './schema.ts';

const CONTAINER = /^https:\/\/catenax\.io\/schema\/TestDataContainer\/[0-9.]+$/;
const ASPECT = /^urn:[bs]amm:(?:io|org)\.catenax?\.[a-z0-9_.]+:[0-9.]+#\w+$/i;
/** Aspects that say what goes into what, and the members in which they say it. */
const RELATION = /#(?:SingleLevel(?:Bom|Usage)\w*|AssemblyPartRelationship)$/i;
const RELATIONS = ['childItems', 'childParts', 'parentItems', 'parentParts'];

interface Child {
  readonly catenaXId?: string; readonly childCatenaXId?: string; readonly parentCatenaXId?: string; readonly businessPartner?: string;
  readonly quantity?: { readonly value?: number | string; readonly unit?: string; readonly quantityNumber?: number | string; readonly measurementUnit?: string | { readonly lexicalValue: string } };
  readonly validityPeriod?: { readonly validFrom?: string; readonly validTo?: string };
  readonly hasAlternatives?: boolean; readonly isOnlyPotentialParent?: boolean;
}
interface Site { readonly catenaXsiteId?: string; readonly function?: string; readonly functionValidFrom?: string; readonly functionValidUntil?: string }
interface Aspect {
  readonly childItems?: readonly Child[]; readonly childParts?: readonly Child[]; readonly parentItems?: readonly Child[]; readonly parentParts?: readonly Child[];
  readonly partTypeInformation?: { readonly manufacturerPartId?: string; readonly nameAtManufacturer?: string };
  readonly manufacturingInformation?: { readonly country?: string; readonly sites?: readonly Site[] };
  readonly localIdentifiers?: readonly { readonly key: string; readonly value: string }[];
  readonly sites?: readonly Site[]; readonly partSitesInformationAsPlanned?: readonly Site[];
  readonly component?: readonly { readonly materialName?: string }[];
}
type Item = { readonly catenaXId: string; readonly bpnl?: string } & { readonly [name: string]: unknown };

/** Is a parsed JSON document a container of items, or the list itself? */
export function isCatenaX(value: object): boolean {
  return listOf(value) !== undefined;
}

function listOf(value: object): { readonly at: string; readonly items: unknown } | undefined {
  const key = Object.keys(value).find((name) => CONTAINER.test(name));
  if (key !== undefined) return { at: token(key), items: (value as Record<string, unknown>)[key] };
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  return typeof first === 'object' && first !== null && 'catenaXId' in first ? { at: '', items: value } : undefined;
}

export function readCatenaX(value: object, source: string): Read<Document | undefined> {
  const { at, items: given } = listOf(value)!;
  const items = Array.isArray(given) ? given.map(aspectsListed) : given;
  const faults = itemsCheck(items);
  const issues = (faults.length > 0 ? faults : (items as readonly Item[]).flatMap(strangeRelations)).map(({ pointer, wanted, given: found }) => issue('document/invalid', source, at + pointer, { format: 'Catena-X', wanted, given: found }));
  if (issues.length > 0) return { value: undefined, issues };
  return { value: { format: 'Catena-X', build: (to) => new Reader(to).read(items as readonly Item[], at) }, issues: [] };
}

/** A submodel server gives an aspect as it is, test data a list of them. */
function aspectsListed(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]: [string, unknown]) => [name, ASPECT.test(name) && typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : value]));
}

/** Aspects that say what goes into what in members that are not known, or of another item than the one that they stand under: read, they would say nothing or something else. */
function strangeRelations(item: Item, i: number): SchemaFault[] {
  return Object.entries(item).filter((entry): entry is [string, unknown[]] => ASPECT.test(entry[0]) && Array.isArray(entry[1])).flatMap(([urn, list]) => list.flatMap((aspect, n): SchemaFault[] => {
    if (typeof aspect !== 'object' || aspect === null) return [];
    const at = `/${i}${pointerOf(urn, n)}`;
    const { catenaXId } = aspect as { catenaXId?: unknown };
    return [
      ...(typeof catenaXId === 'string' && catenaXId !== item.catenaXId ? [{ pointer: `${at}/catenaXId`, wanted: item.catenaXId, given: catenaXId }] : []),
      ...(RELATION.test(urn) && Object.entries(aspect).some(([name, value]: [string, unknown]) => !RELATIONS.includes(name) && [value].flat().some((one) => typeof one === 'object' && one !== null)) ? [{ pointer: at, wanted: RELATIONS.join(' | '), given: Object.keys(aspect).join(', ').slice(0, 80) }] : []),
    ];
  }));
}

class Reader {
  readonly #to: Builder;
  /** Item to its first place; what is only named has a place too. */
  readonly #items = new Map<string, string>();
  readonly #described = new Set<string>();
  readonly #children = new Set<string>();
  readonly #lines = new Map<string, number>();

  constructor(to: Builder) {
    this.#to = to;
  }

  read(items: readonly Item[], at: string): void {
    items.forEach((item, i) => {
      const place = `${at}/${i}`;
      if (!this.#items.has(item.catenaXId)) this.#items.set(item.catenaXId, place);
      this.#described.add(item.catenaXId);
      const aspects = Object.entries(item).filter((entry): entry is [string, unknown[]] => ASPECT.test(entry[0]) && Array.isArray(entry[1]))
        .flatMap(([urn, list]) => list.flatMap((aspect: unknown, n) => (typeof aspect === 'object' && aspect !== null ? { urn, aspect: aspect as Aspect, place: `${place}${pointerOf(urn, n)}` } : [])));
      this.#item(item, place, aspects);
      for (const { aspect, place: where } of aspects) this.#relations(item.catenaXId, aspect, where);
    });
    for (const [id, place] of this.#items) if (!this.#described.has(id)) this.#to.warn('document/no-such-ref', place, { ref: id });
    const tops = [...this.#items].filter(([id]) => !this.#children.has(id));
    wholeDocument(this.#to, (tops.length > 0 ? tops : [...this.#items]).map(([id, place]) => ({ id: this.#to.part(id), at: place })));
  }

  #item({ catenaXId, bpnl }: Item, place: string, aspects: readonly { readonly urn: string; readonly aspect: Aspect; readonly place: string }[]): void {
    const to = this.#to;
    const id = to.part(catenaXId);
    const parts = aspects.map(({ aspect }) => aspect);
    const type = parts.find(({ partTypeInformation }) => partTypeInformation)?.partTypeInformation;
    const makers = new Set(parts.flatMap(({ localIdentifiers }) => (localIdentifiers ?? []).filter(({ key, value }) => key.toLowerCase() === 'manufacturerid' && value.trim() !== '').map(({ value }) => value.trim())));
    const [maker, ...others] = makers;
    const numbers = [...new Set(parts.flatMap(({ partTypeInformation }) => partTypeInformation?.manufacturerPartId ?? []))];
    const about = { bpnl, ...Object.fromEntries(parts.flatMap(({ localIdentifiers }) => localIdentifiers ?? []).map(({ key, value }) => [key, value])) };
    const notes = Object.fromEntries(Object.entries(about).filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== ''));
    to.keep(place, {
      kind: 'product', id, name: type?.nameAtManufacturer || type?.manufacturerPartId || catenaXId, maker: maker === undefined ? undefined : this.#party(place, maker),
      partNumbers: numbers.length > 0 ? numbers : undefined, notes,
    });
    for (const other of others) to.keep(place, { kind: 'product', id, maker: this.#party(place, other) }); // both are said: a conflict, and unknown
    const has = parts.some(({ childItems, childParts }) => (childItems?.length ?? 0) + (childParts?.length ?? 0) > 0);
    if (has) this.#recipe(id, place);
    this.#made(id, aspects);
    for (const { materialName } of parts.flatMap(({ component }) => component ?? [])) {
      const substance = materialName?.trim();
      if (substance && to.once(`${id}#${substance}`)) to.keep(place, { kind: 'material', id: `${id}#${idPart(substance)}`, product: id, substance, massPpm: { lo: 0, hi: 1_000_000 } });
    }
  }

  #recipe(product: Id, place: string): Id {
    const id = `bom:${product}`;
    if (this.#to.once(id)) this.#to.keep(place, { kind: 'recipe', id, output: product });
    return id;
  }

  /** The country of manufacture, and sites that produce; a site's function has an end, so it is a claim of its own. */
  #made(product: Id, aspects: readonly { readonly aspect: Aspect; readonly place: string }[]): void {
    const to = this.#to;
    const producing: { id: string; from: Day | undefined; to: Day | undefined; place: string }[] = [];
    for (const { aspect: { manufacturingInformation: made, sites, partSitesInformationAsPlanned }, place } of aspects) {
      const stated = made?.country?.trim();
      const country = stated ? countryCode(stated) : undefined;
      if (stated && country === undefined) to.warn('input/unknown-country', `${place}/manufacturingInformation/country`, { given: stated.slice(0, 80) });
      if (country !== undefined && to.once(`${product} in ${country}`)) to.keep(place, { kind: 'recipe', id: this.#recipe(product, place), output: product, country });
      for (const site of [...(made?.sites ?? []), ...(sites ?? []), ...(partSitesInformationAsPlanned ?? [])])
        if (site.function === 'production' && site.catenaXsiteId !== undefined) producing.push({ id: site.catenaXsiteId, from: dayOf(site.functionValidFrom), to: dayAfter(site.functionValidUntil), place });
    }
    const several = new Set(producing.map(({ id }) => id)).size > 1;
    for (const { id, from, to: until, place } of producing) {
      const facility = `facility:${idPart(id)}`;
      if (to.once(facility)) to.keep(place, { kind: 'facility', id: facility, name: id });
      const backwards = from !== undefined && until !== undefined && until <= from;
      if (backwards) to.warn('input/ends-before-start', place, { from, to: until });
      const recipe = this.#recipe(product, place);
      // Of several sites it is not said which makes it: each is a way of its own.
      if (to.once(`${recipe} at ${facility} ${from} ${until}`))
        to.keep(place, { kind: 'recipe', id: several ? `${recipe}<${facility}` : recipe, output: product, facility, validFrom: from, validTo: backwards ? undefined : until });
    }
  }

  #relations(item: string, { childItems, childParts, parentItems, parentParts }: Aspect, place: string): void {
    const each = (name: string, list: readonly Child[] | undefined, take: (child: Child, at: string) => void): void => {
      for (const [i, child] of (list ?? []).entries()) take(child, `${place}/${name}/${i}`);
    };
    each('childItems', childItems, (child, at) => this.#line(item, child.catenaXId!, child, at));
    each('childParts', childParts, (child, at) => this.#line(item, child.childCatenaXId ?? child.catenaXId!, child, at));
    each('parentItems', parentItems, (child, at) => this.#line(child.catenaXId!, item, child, at));
    each('parentParts', parentParts, (child, at) => this.#line(child.parentCatenaXId ?? child.catenaXId!, item, child, at));
  }

  #line(parent: string, child: string, { businessPartner, quantity, validityPeriod, hasAlternatives, isOnlyPotentialParent }: Child, at: string): void {
    const to = this.#to;
    for (const id of [parent, child]) if (!this.#items.has(id)) this.#items.set(id, at);
    if (parent === child) return;
    this.#children.add(child);
    const recipe = this.#recipe(to.part(parent), at);
    const n = (this.#lines.get(`${recipe} ${child}`) ?? 0) + 1;
    this.#lines.set(`${recipe} ${child}`, n);
    const line = idPart(n === 1 ? child : `${child} (${n})`);
    const amount = this.#amount(quantity, at);
    const [validFrom, until] = [dayOf(validityPeriod?.validFrom), dayAfter(validityPeriod?.validTo)];
    const backwards = validFrom !== undefined && until !== undefined && until <= validFrom;
    if (backwards) to.warn('input/ends-before-start', at, { from: validFrom, to: until });
    const validTo = backwards ? undefined : until;
    to.keep(at, {
      kind: 'line', id: `${recipe}#${line}`, level: isOnlyPotentialParent ? 'inferred' : 'confirmed', recipe, line, ...amount, validFrom, validTo,
      options: hasAlternatives ? [{ product: to.part(child) }, { product: null }] : [{ product: to.part(child) }], // the others are not listed
    });
    if (businessPartner === undefined || this.#lines.get(`supply ${businessPartner} ${child}`)) return;
    this.#lines.set(`supply ${businessPartner} ${child}`, 1);
    const supplier = this.#party(at, businessPartner);
    to.keep(at, { kind: 'supply', id: `${supplier}>/${to.part(child)}`, product: to.part(child), supplier });
  }

  #amount(quantity: Child['quantity'], at: string): { quantity?: string | undefined; uom?: string | undefined } {
    const number = quantity?.value ?? quantity?.quantityNumber;
    if (number === undefined) return {};
    const read = readDecimal(String(number));
    if ('fault' in read) {
      this.#to.warn('input/not-a-number', `${at}/quantity`, { given: String(number) });
      return {};
    }
    const { measurementUnit } = quantity!;
    const stated = quantity!.unit ?? (typeof measurementUnit === 'object' ? measurementUnit.lexicalValue : measurementUnit);
    const uom = stated === undefined ? undefined : unitCode(stated.replace(/^unit:/, ''));
    if (stated !== undefined && uom === undefined) this.#to.warn('input/unknown-unit', `${at}/quantity`, { given: stated.slice(0, 80) });
    return { quantity: read.value, uom };
  }

  #party(at: string, bpn: string): Id {
    const id = `party:${idPart(bpn)}`;
    if (this.#to.once(id)) this.#to.keep(at, { kind: 'party', id, ids: [{ scheme: 'bpn', value: bpn }] });
    return id;
  }
}

/** The day of an RFC 3339 time, where it was written. */
function dayOf(time: string | undefined): Day | undefined {
  const day = time?.slice(0, 10);
  return day !== undefined && isDay(day) ? day : undefined;
}
/** The first day on which it holds no longer. */
function dayAfter(time: string | undefined): Day | undefined {
  const day = dayOf(time);
  return day === undefined ? undefined : addDays(day, 1);
}
