/**
 * A CycloneDX document to records. Every component and service is a product. What stands inside a component is a line of
 * it, and so is what it depends on; what nothing else holds is a line of the product that the document describes. A maker
 * is whom the document calls manufacturer, and nobody else: supplier, publisher and author deliver, publish, write. A list
 * is complete only where a composition says so of the part's assembly, and then it is pinned to the lines that it speaks
 * of: what only the dependencies name is not among them, unless they are said to be complete as well.
 */
import { countryCode } from '../../base/countries.ts';
import { readDecimal } from '../../base/decimal.ts';
import type { Completeness, Id, Line, Option } from '../../model/record.ts';
import { idPart } from '../bom/bill.ts';
import type { Builder } from '../documents/builder.ts';
import type { CdxBom, CdxPart } from './model.ts';
import { saysCountries } from '../workspace/unread-countries.ts';
import { PROPERTIES, type Stated, statedOf, type StatedLine } from './properties.ts';

/** `undefined` for what the document has no such word for: then nothing is concluded. */
const AGGREGATES: Readonly<Record<string, Completeness['status'] | undefined>> = {
  complete: 'complete',
  incomplete: 'incomplete', incomplete_first_party_only: 'incomplete', incomplete_first_party_proprietary_only: 'incomplete', incomplete_first_party_opensource_only: 'incomplete',
  incomplete_third_party_only: 'incomplete', incomplete_third_party_proprietary_only: 'incomplete', incomplete_third_party_opensource_only: 'incomplete',
  unknown: 'unknown', not_specified: 'unknown',
};

/** A part with what is known of it besides. */
interface Node {
  readonly part: CdxPart | undefined;
  readonly at: string;
  readonly id: Id;
  readonly recipe: Id;
  /** Children in the order of the document; each once. */
  readonly edges: Map<Node, Edge>;
  readonly stated: Stated | undefined;
}
interface Edge { readonly at: string; readonly inside: boolean; depends: boolean }

export function cyclonedxRecords(bom: CdxBom, to: Builder): void {
  new Reader(bom, to).read();
}

const ABOUT = ['type', 'group', 'version', 'purl', 'cpe', 'scope'] as const;
function notesOf(part: CdxPart, { others }: Stated): Record<string, string> {
  const notes: Record<string, string> = {};
  const add = (name: string, value: string): void => {
    // A property may be called anything.
    if (name in notes || name === '__proto__') Object.defineProperty(notes, name, { value, writable: true, enumerable: true, configurable: true });
    else notes[name] = value;
  };
  for (const name of ABOUT) if (part[name] !== undefined) notes[name] = part[name];
  for (const [name, value] of others) add(name, value);
  return notes;
}

class Reader {
  readonly #bom: CdxBom;
  readonly #to: Builder;
  readonly #root: Node;
  readonly #nodes: Node[] = [];
  readonly #byRef = new Map<string, Node>();
  /** Recipe to its lines, by what they stand for. */
  readonly #lines = new Map<Node, { readonly line: Line; readonly inside: boolean; readonly depends: boolean }[]>();

  #hasLost = false;

  constructor(bom: CdxBom, to: Builder) {
    this.#bom = bom;
    this.#to = to;
    this.#root = this.#made(bom.root, bom.root?.at ?? '', to.ids.product, to.ids.recipe);
  }

  /** Properties that name a country and are none of ours, by name: once each. */
  readonly #saidCountry = new Set<string>();

  read(): void {
    this.#know(this.#root);
    this.#partsOf(this.#root, this.#bom.root?.parts ?? []);
    const listed = this.#bom.parts.map((part) => this.#node(part));
    this.#statedLines();
    this.#dependencies();
    this.#underRoot(listed);
    this.#dropCircles();
    const makers = this.#makers();
    for (const node of this.#nodes) this.#records(node, makers);
    for (const node of this.#nodes) this.#linesOf(node);
    this.#compositions();
    if (this.#bom.formulas > 0) this.#to.warn('document/unread-formulation', '', { count: this.#bom.formulas });
  }

  #made(part: CdxPart | undefined, at: string, id: Id, recipe: Id): Node {
    const stated = part && statedOf(part, (code, place, params) => this.#to.fault(code, place, params));
    for (const { name, value, at: place } of part?.properties ?? []) {
      if (name.startsWith('nonred:') || this.#saidCountry.has(name) || !saysCountries(name) || countryCode(value) === undefined) continue;
      this.#saidCountry.add(name);
      this.#to.warn('document/unread-country', place, { given: name, example: value, property: PROPERTIES.country });
    }
    return { part, at, id, recipe, edges: new Map(), stated };
  }

  /** As deep as the document nests parts, which the reader of the text has bounded. */
  #node(part: CdxPart): Node {
    const id = this.#to.part(part.ref ?? part.at);
    const node = this.#made(part, part.at, id, `bom:${id}`);
    this.#know(node);
    this.#partsOf(node, part.parts);
    return node;
  }

  #partsOf(above: Node, parts: readonly CdxPart[]): void {
    for (const part of parts) above.edges.set(this.#node(part), { at: part.at, inside: true, depends: false });
  }

  #statedLines(): void {
    for (const node of this.#nodes)
      for (const { at, options } of node.stated?.lines ?? [])
        for (const { ref } of options) {
          const child = this.#byRef.get(ref) ?? this.#absent(ref, at);
          if (!node.edges.has(child)) node.edges.set(child, { at, inside: true, depends: true });
        }
  }

  #know(node: Node): void {
    this.#nodes.push(node);
    const ref = node.part?.ref;
    if (ref === undefined) return;
    if (this.#byRef.has(ref)) this.#to.fault('document/duplicate-ref', node.at, { ref });
    else this.#byRef.set(ref, node);
  }

  #dependencies(): void {
    for (const { at, ref, on } of this.#bom.dependencies) {
      const from = this.#byRef.get(ref);
      if (!from) {
        this.#lost(ref, at);
        continue;
      }
      for (const name of on) {
        const found = this.#byRef.get(name) ?? this.#absent(name, at);
        if (found === from) continue; // itself: says nothing
        const edge = from.edges.get(found);
        if (edge) edge.depends = true;
        else from.edges.set(found, { at, inside: false, depends: true });
      }
    }
  }

  /** Something that the document names and does not describe: a part of which nothing is known. */
  #absent(ref: string, at: string): Node {
    this.#to.warn('document/no-such-ref', at, { ref });
    const node = this.#made(undefined, at, this.#to.part(ref), `bom:${this.#to.part(ref)}`);
    this.#byRef.set(ref, node);
    return node;
  }

  /** The document's own list: each part is in the product. What the product does not reach otherwise is a line of its own. */
  #underRoot(listed: readonly Node[]): void {
    const held = new Set<Node>();
    for (const node of this.#nodes) if (node !== this.#root) for (const child of node.edges.keys()) held.add(child);
    const reached = new Set<Node>([this.#root]);
    const reach = (from: Node): void => {
      const stack = [from];
      for (let node = stack.pop(); node; node = stack.pop())
        for (const child of node.edges.keys()) {
          if (reached.has(child)) continue;
          reached.add(child);
          stack.push(child);
        }
    };
    const add = (node: Node): void => {
      const edge = this.#root.edges.get(node);
      this.#root.edges.set(node, { at: node.at, inside: true, depends: edge?.depends ?? false });
      reached.add(node);
      reach(node);
    };
    for (const node of listed) if (!held.has(node) || this.#root.edges.has(node)) add(node);
    reach(this.#root);
    for (const node of listed) if (!reached.has(node)) add(node); // held only by each other
  }

  /** Software may depend on itself in a circle, which is no containment: the edge that closes one is left out, and said. */
  #dropCircles(): void {
    const state = new Map<Node, 'open' | 'done'>();
    for (const start of this.#nodes) {
      if (state.has(start)) continue;
      const path: { node: Node; rest: Node[] }[] = [{ node: start, rest: [...start.edges.keys()].reverse() }];
      state.set(start, 'open');
      for (let top = path.at(-1); top; top = path.at(-1)) {
        const child = top.rest.pop();
        if (!child) {
          state.set(top.node, 'done');
          path.pop();
        } else if (state.get(child) === 'open') {
          top.node.edges.delete(child);
          this.#to.warn('document/left-out', top.node.at, { what: 'dependency', given: `${top.node.part?.ref ?? top.node.id} > ${child.part?.ref ?? child.id}` });
        } else if (!state.has(child)) {
          state.set(child, 'open');
          path.push({ node: child, rest: [...child.edges.keys()].reverse() });
        }
      }
    }
  }

  /** Who is called a manufacturer anywhere in the document: one spelling is one party, whatever else it does. */
  #makers(): ReadonlySet<string> {
    return new Set(this.#nodes.flatMap(({ part }) => part?.manufacturer?.name ?? []));
  }

  #records(node: Node, makers: ReadonlySet<string>): void {
    const { part, at, id, stated } = node;
    const to = this.#to;
    if (!part || !stated) {
      to.keep('', { kind: 'product', id, name: id }); // the product of a document that does not say what it describes
      to.keep('', { kind: 'recipe', id: node.recipe, output: id });
      return;
    }
    const level = part.unsure ? 'inferred' : 'confirmed';
    const { manufacturer, supplier } = part;
    const maker = manufacturer && to.party(manufacturer.at, manufacturer.name, 'maker');
    if (stated.domiciles.length > 0 && maker === undefined) to.fault('input/missing', at, { field: 'manufacturer' });
    for (const domicile of maker === undefined ? [] : stated.domiciles)
      if (to.once(`${maker} in ${domicile}`)) to.keep(at, { kind: 'party', id: maker!, domicile });
    to.keep(at, { kind: 'product', id, level, name: part.name || part.ref || id, maker, roles: stated.roles, notes: notesOf(part, stated) });
    if (supplier) {
      const seller = to.party(supplier.at, supplier.name, makers.has(supplier.name) ? 'maker' : 'supplier');
      to.keep(supplier.at, { kind: 'supply', id: `${seller}>/${id}`, level, product: id, supplier: seller });
    }
    for (const { substance, massPpm } of stated.materials) to.keep(at, { kind: 'material', id: `${id}#${idPart(substance)}`, level, product: id, substance, massPpm });
    this.#places(node, stated, level);
  }

  /** One place is the place of the part's own recipe; of several it is not said which makes it, so each is a way of its own. */
  #places(node: Node, { countries, facilities, steps, onlyWay }: Stated, level: 'confirmed' | 'inferred'): void {
    const { id, at, recipe } = node;
    const to = this.#to;
    const places = facilities.map((name) => {
      const facility = to.site(name);
      if (to.once(facility)) to.keep(at, { kind: 'facility', id: facility, name });
      return facility;
    });
    const done = steps.length > 0 ? steps : undefined;
    const one = countries.length <= 1 && places.length <= 1;
    const has = node.edges.size > 0 || node === this.#root;
    if (onlyWay && !one) to.fault('input/not-one-of', at, { given: [...countries, ...facilities].join(', '), options: '1' });
    if (one && (has || countries.length > 0 || places.length > 0 || done))
      to.keep(at, { kind: 'recipe', id: recipe, level, output: id, steps: done, facility: places[0], country: countries[0], sole: onlyWay ? true : undefined });
    else if (!one) {
      if (has) to.keep(at, { kind: 'recipe', id: recipe, level, output: id });
      for (const country of countries) to.keep(at, { kind: 'recipe', id: `${recipe}<${country}`, level, output: id, steps: done, country });
      if (countries.length === 0) for (const facility of places) to.keep(at, { kind: 'recipe', id: `${recipe}<${facility}`, level, output: id, steps: done, facility });
    }
  }

  /** Lines that the document states as such, then one for each part that none of them names. */
  #linesOf(node: Node): void {
    const named = new Set<Node>();
    const names = new Set<string>();
    const made: { line: Line; inside: boolean; depends: boolean }[] = [];
    for (const stated of node.stated?.lines ?? []) {
      const options = stated.options.map(({ ref, share, use }): Option => {
        const found = this.#byRef.get(ref)!;
        named.add(found);
        return { product: found.id, ...(share && { share }), ...(use && { use }) };
      });
      made.push({ line: this.#line(node, stated.at, stated, options, names), inside: true, depends: true });
    }
    for (const [child, { at, inside, depends }] of node.edges) {
      if (named.has(child)) continue;
      const stated = { line: child.part?.ref ?? child.at, quantity: inside ? this.#quantity(child) : undefined, level: child.part?.unsure ? 'inferred' as const : undefined };
      made.push({ line: this.#line(node, at, stated, [{ product: child.id }], names), inside, depends });
    }
    this.#lines.set(node, made);
  }

  #line(node: Node, at: string, { line: name, quantity, uom, level }: Partial<StatedLine> & { readonly line: string }, options: readonly Option[], names: Set<string>): Line {
    let line = idPart(name);
    if (names.has(line)) line = `${line} ${at}`;
    names.add(line);
    return this.#to.keep<Line>(at, { kind: 'line', id: `${node.recipe}#${line}`, level: level ?? 'confirmed', recipe: node.recipe, line, options, quantity, uom });
  }

  #quantity({ part }: Node): string | undefined {
    const stated = part?.properties.find(({ name }) => name === 'cdx:device:quantity');
    if (!stated) return undefined;
    const read = readDecimal(stated.value.trim());
    return 'value' in read ? read.value : this.#to.warn('input/not-a-number', stated.at, { given: stated.value.slice(0, 80) });
  }

  /** What is said of a part: of its assembly, and of its dependencies, which alone conclude nothing about what is inside. */
  #compositions(): void {
    for (const { at, assemblies } of this.#bom.compositions) for (const ref of new Set(assemblies)) if (!this.#byRef.get(ref)?.part) this.#lost(ref, at);
    const complete = new Set<Node>();
    for (const { aggregate, dependencies } of this.#bom.compositions)
      if (AGGREGATES[aggregate] === 'complete') for (const ref of dependencies) if (this.#byRef.has(ref)) complete.add(this.#byRef.get(ref)!);
    for (const { aggregate, dependencies } of this.#bom.compositions)
      if (AGGREGATES[aggregate] !== 'complete') for (const ref of dependencies) if (this.#byRef.has(ref)) complete.delete(this.#byRef.get(ref)!);
    for (const { at, aggregate, assemblies, dependencies } of this.#bom.compositions) {
      const status = AGGREGATES[aggregate];
      if (status === undefined || (assemblies.length === 0 && dependencies.length === 0)) continue;
      for (const ref of new Set(assemblies)) {
        const node = this.#byRef.get(ref);
        if (!node?.part) continue;
        if ((this.#lines.get(node) ?? []).length === 0 && this.#to.once(`recipe ${node.recipe}`) && !this.#hasRecipe(node))
          this.#to.keep(node.at, { kind: 'recipe', id: node.recipe, output: node.id }); // a part with nothing in it: its list is of a recipe
        const members = (this.#lines.get(node) ?? []).filter(({ inside, depends }) => inside || (depends && complete.has(node))).map(({ line }) => line);
        // Its parts stand in another document: that none stands here does not say that it has none.
        const elsewhere = status === 'complete' && node.part.billElsewhere && !(this.#lines.get(node) ?? []).some(({ inside }) => inside);
        if (elsewhere) this.#to.warn('document/bill-elsewhere', node.at, { ref });
        this.#to.list(at, 'components', node.recipe, status === 'complete' && (this.#hasLost || elsewhere) ? 'unknown' : status, status === 'complete' ? members : []);
      }
    }
  }

  /** The document speaks of a part that is not in it: one may be gone, and then none of its lists is all there is. A link to another document is none. */
  #lost(ref: string, at: string): void {
    this.#to.warn('document/no-such-ref', at, { ref });
    if (!ref.startsWith('urn:cdx:')) this.#hasLost = true;
  }

  #hasRecipe(node: Node): boolean {
    const { stated } = node;
    const one = (stated?.countries.length ?? 0) <= 1 && (stated?.facilities.length ?? 0) <= 1;
    return node === this.#root || (one && ((stated?.countries.length ?? 0) > 0 || (stated?.facilities.length ?? 0) > 0 || (stated?.steps.length ?? 0) > 0));
  }
}
