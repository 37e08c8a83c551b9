/**
 * GS1 EPCIS 2.0 events, JSON-LD, folded into recipes and lots. An instance or a lot is a product of its own: what is said of
 * one lot is not said of the next. What a transformation puts in are lines of what comes out, made where the event was read;
 * what is aggregated or associated is a line of its parent until an event takes it out. A change of owner is a supply. A
 * business step is no production step, and no list is complete: events say what happened, never that nothing else did.
 */
import { countryCode } from '../../base/countries.ts';
import { issue, type Issue, type Read } from '../../base/issue.ts';
import type { Id } from '../../model/record.ts';
import { idPart } from '../bom/bill.ts';
import type { Builder, Document } from '../documents/builder.ts';
import { wholeDocument } from '../documents/whole.ts';
import { type EpcisEvent, eventsOf, type MasterData, type Quantity } from './events.ts';
import { epcisCheck } from './schema.ts';

/** Is a parsed JSON document meant to be EPCIS? */
export function isEpcis(value: object): boolean {
  const { type, '@context': context, epcisBody } = value as { type?: unknown; '@context'?: unknown; epcisBody?: unknown };
  return epcisBody !== undefined || (typeof type === 'string' && /^EPCIS\w*Document$/.test(type)) || (epcisCheck(type) !== undefined && JSON.stringify(context ?? '').includes('epcis'));
}

export function readEpcis(value: object, source: string): Read<Document | undefined> {
  const { type, schemaVersion } = value as { type?: unknown; schemaVersion?: unknown };
  const check = epcisCheck(type);
  const refused = (...issues: Issue[]): Read<undefined> => ({ value: undefined, issues });
  if (!check) return refused(issue('document/invalid', source, '/type', { format: 'EPCIS 2.0', wanted: 'EPCISDocument | EPCISQueryDocument', given: String(type).slice(0, 40) }));
  const faults = check(value);
  if (faults.length > 0) return refused(...faults.map(({ pointer, wanted, given }) => issue('document/invalid', source, pointer, { format: 'EPCIS 2.0', wanted, given })));
  if (typeof schemaVersion === 'string' && !/^2(?:\.|$)/.test(schemaVersion)) return refused(issue('document/unknown-version', source, '/schemaVersion', { format: 'EPCIS', given: schemaVersion, options: '2.0' }));
  const { events, masterData, madeAt } = eventsOf(value as Readonly<Record<string, unknown>>);
  return { value: { format: 'EPCIS 2.0', build: (to) => new Folder(to, masterData, madeAt).fold(events) }, issues: [] };
}

interface Made { readonly at: string; readonly readPoint: string | undefined; readonly inputs: readonly Quantity[]; readonly outputs: readonly Quantity[] }

class Folder {
  readonly #to: Builder;
  readonly #masterData: MasterData;
  readonly #madeAt: string | undefined;
  /** What happened to a thing, in the order of the document. */
  readonly #things = new Map<string, { at: string; events: string[] }>();
  readonly #inside = new Set<string>();

  constructor(to: Builder, masterData: MasterData, madeAt: string | undefined) {
    this.#to = to;
    this.#madeAt = madeAt;
    this.#masterData = masterData;
  }

  fold(events: readonly EpcisEvent[]): void {
    const to = this.#to;
    // A declaration of an error repeats the event with its id (EPCIS 2.0 section 7.4.1.3): the event that it speaks of is in the document as well.
    const wrong = new Set(events.flatMap(({ wrong: declared, id }) => (declared && id !== undefined ? [id] : [])));
    const good = events.filter((event) => {
      for (const { epcClass } of [...event.things, ...event.children, ...event.inputs, ...event.outputs, ...(event.parent === undefined ? [] : [{ epcClass: event.parent }])]) this.#meet(epcClass, event);
      const left = event.wrong || (event.id !== undefined && wrong.has(event.id)) ? 'event declared wrong' : this.#isToCome(event) ? 'event after the day of the document' : undefined;
      if (left !== undefined) to.warn('document/left-out', event.at, { what: left, given: event.id ?? event.at });
      return left === undefined;
    });
    const recipes = this.#transformations(good);
    const contents = this.#contents(good);
    const seen = [...this.#things];
    for (const [epc, { at, events: happened }] of seen)
      to.keep(at, { kind: 'product', id: to.part(epc), name: this.#attribute(epc, 'descriptionShort', 'name') ?? epc, notes: Object.fromEntries(happened.map((text, i) => [`event ${i + 1}`, text])) });
    for (const [n, made] of recipes.entries()) this.#recipe(made, n);
    for (const [parent, { at, children }] of contents) {
      const recipe = `holds:${to.part(parent)}`;
      to.keep(at, { kind: 'recipe', id: recipe, output: to.part(parent) });
      for (const [epc, child] of children) this.#line(child.at, recipe, epc, child.quantity);
    }
    for (const event of good) this.#supplies(event);
    const tops = seen.filter(([epc]) => !this.#inside.has(epc));
    wholeDocument(to, (tops.length > 0 ? tops : seen).map(([epc, { at }]) => ({ id: to.part(epc), at })));
  }

  /** What is to be taken out one day is in there still. */
  #isToCome({ action, time }: EpcisEvent): boolean {
    return action === 'DELETE' && this.#madeAt !== undefined && instant(time) > instant(this.#madeAt);
  }

  #meet(epc: string, { at, type, time, bizStep, readPoint, bizLocation }: EpcisEvent): void {
    const text = [type, bizStep, readPoint && `read at ${readPoint}`, bizLocation && `then at ${bizLocation}`, time].filter(Boolean).join(', ');
    const known = this.#things.get(epc);
    if (known) known.events.push(text);
    else this.#things.set(epc, { at, events: [text] });
  }

  /** Events of one transformation are one: what went in with the first may come out with the last. */
  #transformations(events: readonly EpcisEvent[]): Made[] {
    const made: Made[] = [];
    const byId = new Map<string, { at: string; readPoint: string | undefined; inputs: Quantity[]; outputs: Quantity[] }>();
    for (const { type, at, readPoint, inputs, outputs, transformation } of events) {
      if (type !== 'TransformationEvent') continue;
      const known = transformation === undefined ? undefined : byId.get(transformation);
      if (known) {
        known.inputs.push(...inputs);
        known.outputs.push(...outputs);
        if (known.readPoint !== readPoint) known.readPoint = undefined; // at two places: neither is the place
      } else {
        const one = { at, readPoint, inputs: [...inputs], outputs: [...outputs] };
        made.push(one);
        if (transformation !== undefined) byId.set(transformation, one);
      }
    }
    return made;
  }

  /** Each output is made of all inputs: the document does not say which went where. Amounts are of the event and not of one output. */
  #recipe({ at, readPoint, inputs, outputs }: Made, n: number): void {
    const to = this.#to;
    const facility = readPoint === undefined ? undefined : this.#place(at, readPoint);
    for (const { epcClass: output } of outputs) {
      const recipe = `event ${n + 1}:${to.part(output)}`;
      if (!to.once(recipe)) continue;
      to.keep(at, { kind: 'recipe', id: recipe, output: to.part(output), facility });
      for (const { epcClass, quantity, uom } of inputs)
        if (epcClass !== output) this.#line(at, recipe, epcClass, quantity === undefined ? undefined : [quantity, uom].filter((one) => one !== undefined).join(' '));
    }
  }

  #line(at: string, recipe: Id, epc: string, quantity: string | undefined): void {
    const line = idPart(epc);
    this.#inside.add(epc);
    if (!this.#to.once(`${recipe}#${line}`)) return;
    this.#to.keep(at, { kind: 'line', id: `${recipe}#${line}`, recipe, line, options: [{ product: this.#to.part(epc) }], ...(quantity !== undefined && { notes: { 'amount in the event': quantity } }) });
  }

  /** By parent, what is in it after the last event about it. Events are taken in the order of their times. */
  #contents(events: readonly EpcisEvent[]): Map<string, { at: string; children: Map<string, { at: string; quantity: string | undefined }> }> {
    const contents = new Map<string, { at: string; children: Map<string, { at: string; quantity: string | undefined }> }>();
    const ordered = events.filter(({ type, parent }) => parent !== undefined && (type === 'AggregationEvent' || type === 'AssociationEvent')).sort((a, b) => instant(a.time) - instant(b.time));
    for (const { at, parent, action, children } of ordered) {
      const known = contents.get(parent!) ?? { at, children: new Map<string, { at: string; quantity: string | undefined }>() };
      contents.set(parent!, known);
      if (action === 'DELETE' && children.length === 0) known.children.clear();
      for (const { epcClass, quantity, uom } of children) {
        if (action !== 'DELETE') known.children.set(epcClass, { at, quantity: quantity === undefined ? undefined : [quantity, uom].filter((one) => one !== undefined).join(' ') });
        else if (quantity === undefined) known.children.delete(epcClass); // of a class, some may be left
      }
    }
    return contents;
  }

  /** One owner before and one after: a supply. */
  #supplies({ at, sellers, buyers, things, children, outputs }: EpcisEvent): void {
    const [seller, buyer] = [sellers[0], buyers[0]];
    if (seller === undefined || sellers.length > 1 || buyers.length > 1 || seller === buyer) return;
    const to = this.#to;
    const [supplier, customer] = [this.#party(at, seller), buyer === undefined ? undefined : this.#party(at, buyer)];
    for (const { epcClass } of [...things, ...children, ...outputs]) {
      const id = `${supplier}>${customer ?? ''}/${to.part(epcClass)}`;
      if (to.once(id)) to.keep(at, { kind: 'supply', id, product: to.part(epcClass), supplier, buyer: customer });
    }
  }

  #party(at: string, urn: string): Id {
    const id = `party:${idPart(urn)}`;
    const name = this.#attribute(urn, 'name');
    if (this.#to.once(id)) this.#to.keep(at, { kind: 'party', id, names: name === undefined ? undefined : [name], ids: [{ scheme: 'epc', value: urn }] });
    return id;
  }

  /** A place is known by its number; its country is what the document's own master data says, and nothing else. */
  #place(at: string, urn: string): Id {
    const id = `facility:${idPart(urn)}`;
    if (!this.#to.once(id)) return id;
    const stated = this.#attribute(urn, 'countryCode', 'country');
    const country = stated === undefined ? undefined : countryCode(stated);
    if (stated !== undefined && country === undefined) this.#to.warn('input/unknown-country', at, { given: stated.slice(0, 80) });
    this.#to.keep(at, { kind: 'facility', id, name: this.#attribute(urn, 'name') ?? urn, country });
    return id;
  }

  #attribute(id: string, ...names: readonly string[]): string | undefined {
    const attributes = this.#masterData.get(id);
    for (const name of names) {
      const value = attributes?.get(name)?.trim();
      if (value) return value;
    }
    return undefined;
  }
}

function instant(time: string): number {
  return Date.parse(time);
}
