/**
 * IPC-1752 material declarations, XML: class D (substances of each homogeneous material), whose elements three public readers
 * and writers of it agree on, and class A (statements and answers), for whose elements no public source was found: its answers
 * are notes, decide nothing, and a warning says so. Elements are found by their names in any namespace of the standard's (`webstds.ipc.org/175x/...`), since 1752A and
 * 1752B wrap them differently. Amounts become shares of the product's mass where the masses are stated, rounded outward;
 * where one is missing the share is open. Who answers supplies the product and is not taken for its maker.
 */
import { exactOf, multiplyDecimals, readDecimal } from '../../base/decimal.ts';
import { issue, type Issue, type Read } from '../../base/issue.ts';
import type { Id, RangePpm } from '../../model/record.ts';
import { idPart } from '../bom/bill.ts';
import type { Builder, Document } from '../documents/builder.ts';
import { wholeDocument } from '../documents/whole.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

const NAMESPACE = /^https?:\/\/webstds\.ipc\.org\/175x\//;
const FORMAT = 'IPC-1752';

export function isIpc1752({ namespace, name }: XmlElement): boolean {
  return NAMESPACE.test(namespace) || (name === 'MainDeclaration' && namespace === '');
}

export function readIpc1752(root: XmlElement, source: string): Read<Document | undefined> {
  const faults: Issue[] = [];
  const wrong = ({ line }: XmlElement, wanted: string, given: string): void => void faults.push(issue('document/invalid', source, `/line/${line}`, { format: FORMAT, wanted, given: given.slice(0, 80) }));
  if (root.name !== 'MainDeclaration') wrong(root, 'MainDeclaration', root.name);
  const products = below(root, 'Product');
  if (products.length === 0) wrong(root, 'Product', 'nothing');
  const classes = new Set(below(root, 'SubSectional').map((one) => one.attributes.get('name')?.toUpperCase()));
  for (const product of products) {
    if (!childOf(product, 'ProductID')) wrong(product, 'ProductID', 'nothing');
    const reads = below(product, 'Query').length + below(product, 'HomogeneousMaterial').length + below(product, 'SubstanceCategory').length + below(product, 'SubstanceGroup').length;
    // A class whose elements are not where they are known to be is not guessed at.
    if (reads === 0 && (classes.has('A') || classes.has('D'))) faults.push(issue('document/layout', source, `/line/${product.line}`, { format: FORMAT, what: classes.has('D') ? 'HomogeneousMaterial' : 'Query' }));
    for (const query of below(product, 'Query')) if (statementOf(query) === undefined) faults.push(issue('document/layout', source, `/line/${query.line}`, { format: FORMAT, what: 'Query statement' }));
    for (const amount of below(product, 'Amount')) {
      const [value, uom] = [amount.attributes.get('value'), amount.attributes.get('UOM')];
      if (value === undefined || 'fault' in readDecimal(value.trim())) wrong(amount, 'value="0.5"', value ?? 'nothing');
      else if (uom === undefined || unitOf(uom) === undefined) wrong(amount, `UOM="${Object.keys(MASSES).join(' | ')} | ${Object.keys(SHARES).join(' | ')}"`, uom ?? 'nothing');
    }
    for (const substance of below(product, 'Substance')) if (!substance.attributes.get('name')?.trim()) wrong(substance, 'name', 'nothing');
  }
  if (faults.length > 0) return { value: undefined, issues: faults.slice(0, 20) };
  return { value: { format: FORMAT, build: (to) => build(root, products, to) }, issues: [] };
}

function build(root: XmlElement, products: readonly XmlElement[], to: Builder): void {
  const answers = below(root, 'Response').flatMap((one) => childrenOf(one, 'SupplyCompany')).map((one) => one.attributes.get('name')?.trim()).filter((name) => name !== undefined && name !== '');
  const supplier = new Set(answers).size === 1 ? answers[0] : undefined;
  const alone = products.length === 1;
  const asked = below(root, 'Query')[0];
  if (asked) to.warn('document/unverified', `/line/${asked.line}`, { format: `${FORMAT} class A`, what: 'Query' });
  const tops = products.map((product, i) => {
    const number = childOf(product, 'ProductID')?.attributes.get('itemNumber')?.trim();
    const id = alone ? to.ids.product : to.part(number || `product ${i + 1}`);
    productRecords(product, id, alone ? to.ids.recipe : `bom:${id}`, to);
    if (supplier) {
      const party = to.party(`/line/${product.line}`, supplier, 'supplier');
      to.keep(`/line/${product.line}`, { kind: 'supply', id: `${party}>/${id}`, product: id, supplier: party });
    }
    return { id, at: `/line/${product.line}` };
  });
  if (!alone) wholeDocument(to, tops);
}

/** Depth is bounded by the reader of the text. */
function productRecords(product: XmlElement, id: Id, recipe: Id, to: Builder): void {
  const at = `/line/${product.line}`;
  const about = childOf(product, 'ProductID');
  const attribute = (name: string): string | undefined => about?.attributes.get(name)?.trim() || undefined;
  const mass = about && kilograms(childOf(about, 'Amount'));
  const notes = Object.fromEntries(own(product, 'Query').flatMap((query, i) => {
    const statement = statementOf(query) ?? `query ${i + 1}`;
    const response = query.attributes.get('response') ?? query.attributes.get('reply') ?? query.text.trim();
    return response ? [[statement, response]] : [];
  }));
  const number = attribute('itemNumber');
  to.keep(at, {
    kind: 'product', id, name: attribute('itemName') ?? number ?? id, partNumbers: number === undefined ? undefined : [number],
    unitMassKg: mass === undefined ? undefined : { lo: mass, hi: mass }, notes,
  });
  const parts = childrenOf(product, 'SubProduct');
  const site = attribute('manufacturingSite');
  if (parts.length > 0 || site !== undefined || recipe === to.ids.recipe) {
    const facility = site === undefined ? undefined : to.site(site);
    if (facility !== undefined && to.once(facility)) to.keep(at, { kind: 'facility', id: facility, name: site });
    to.keep(at, { kind: 'recipe', id: recipe, output: id, facility });
  }
  for (const [i, part] of parts.entries()) {
    const line = String(i + 1);
    const named = `${id}#${idPart(childOf(part, 'ProductID')?.attributes.get('itemNumber')?.trim() || `part ${line}`)}`;
    const child = to.once(named) ? named : `${named} (${line})`;
    const count = readDecimal(part.attributes.get('numberOfInstances')?.trim() ?? '');
    productRecords(part, child, `bom:${child}`, to);
    to.keep(`/line/${part.line}`, { kind: 'line', id: `${recipe}#${line}`, recipe, line, options: [{ product: child }], quantity: 'value' in count ? count.value : undefined });
  }
  for (const [substance, massPpm] of sharesOf(product, mass)) to.keep(at, { kind: 'material', id: `${id}#${idPart(substance)}`, product: id, substance, massPpm });
}

function statementOf(query: XmlElement): string | undefined {
  return query.attributes.get('statement')?.trim() || query.attributes.get('name')?.trim() || undefined;
}

/** Of each substance over all homogeneous materials, as a share of the product's mass. */
function sharesOf(product: XmlElement, productKg: string | undefined): Map<string, RangePpm> {
  const shares = new Map<string, { lo: number; hi: number }>();
  for (const material of own(product, 'HomogeneousMaterial')) {
    const materialKg = kilograms(childOf(material, 'Amount'));
    for (const substance of below(material, 'Substance')) {
      const name = substance.attributes.get('name')!.trim();
      const share = shareOf(substance, materialKg, productKg) ?? { lo: 0, hi: WHOLE };
      const before = shares.get(name) ?? { lo: 0, hi: 0 };
      shares.set(name, { lo: Math.min(WHOLE, before.lo + share.lo), hi: Math.min(WHOLE, before.hi + share.hi) });
    }
  }
  // Class C tells the substances of the whole product; beside those of its materials they tell of the same ones once more.
  const inMaterials = new Set(own(product, 'HomogeneousMaterial').flatMap((material) => below(material, 'Substance')));
  const ofWhole = new Map<string, { lo: number; hi: number }>();
  for (const substance of own(product, 'Substance').filter((one) => !inMaterials.has(one))) {
    const name = substance.attributes.get('name')!.trim();
    const share = shareOf(substance, productKg, productKg) ?? ofProduct(substance) ?? { lo: 0, hi: WHOLE };
    const before = ofWhole.get(name); // in two categories: the same once more, or more of it
    ofWhole.set(name, before ? { lo: Math.min(before.lo, share.lo), hi: Math.min(WHOLE, before.hi + share.hi) } : share);
  }
  for (const [name, share] of ofWhole) {
    const before = shares.get(name) ?? share;
    shares.set(name, { lo: Math.min(before.lo, share.lo), hi: Math.max(before.hi, share.hi) });
  }
  return shares;
}

/** A share of the product itself needs no mass of it. */
function ofProduct(substance: XmlElement): RangePpm | undefined {
  const ppm = inPpm(childOf(substance, 'Amount')) ?? concentrationOf(childOf(substance, 'Concentration'));
  return ppm === undefined ? undefined : quotient(multiplyDecimals(ppm, '0.000001'), '1');
}

function shareOf(substance: XmlElement, materialKg: string | undefined, productKg: string | undefined): RangePpm | undefined {
  if (productKg === undefined) return undefined;
  const kg = kilograms(childOf(substance, 'Amount'));
  if (kg !== undefined) return quotient(kg, productKg);
  const ppm = inPpm(childOf(substance, 'Amount')) ?? concentrationOf(childOf(substance, 'Concentration'));
  // A share of its material, times the material's share of the product.
  return ppm === undefined || materialKg === undefined ? undefined : quotient(multiplyDecimals(multiplyDecimals(ppm, '0.000001'), materialKg), productKg);
}

const WHOLE = 1_000_000;
const MASSES: Readonly<Record<string, string>> = { mg: '0.000001', g: '0.001', kg: '1' };
const SHARES: Readonly<Record<string, string>> = { ppm: '1', massPercent: '10000' };

function unitOf(uom: string): { readonly kilograms: string } | { readonly ppm: string } | undefined {
  const mass = Object.entries(MASSES).find(([name]) => name === uom.toLowerCase());
  const share = Object.entries(SHARES).find(([name]) => name.toLowerCase() === uom.toLowerCase());
  return mass ? { kilograms: mass[1] } : share ? { ppm: share[1] } : undefined;
}

function kilograms(amount: XmlElement | undefined): string | undefined {
  return inUnit(amount, 'kilograms');
}
function inPpm(amount: XmlElement | undefined, uom?: string): string | undefined {
  return inUnit(amount, 'ppm', uom);
}
/** In percent of mass where it has no unit. */
function concentrationOf(concentration: XmlElement | undefined): string | undefined {
  return inPpm(concentration, concentration?.attributes.get('UOM') ?? 'massPercent');
}
function inUnit(amount: XmlElement | undefined, dimension: 'kilograms' | 'ppm', uom = amount?.attributes.get('UOM')): string | undefined {
  const read = readDecimal(amount?.attributes.get('value')?.trim() ?? '');
  const unit = unitOf(uom ?? '') as Partial<Record<typeof dimension, string>> | undefined;
  const factor = unit?.[dimension];
  return 'value' in read && factor !== undefined ? multiplyDecimals(read.value, factor) : undefined;
}

/** In ppm, rounded outward; a part that is more than its whole says nothing. */
function quotient(part: string, whole: string): RangePpm | undefined {
  const [a, b] = [exactOf(part), exactOf(whole)];
  if (b.units === 0n) return undefined;
  const [top, bottom] = [a.units * 10n ** BigInt(b.scale) * BigInt(WHOLE), b.units * 10n ** BigInt(a.scale)];
  const lo = top / bottom;
  const hi = lo + (top % bottom === 0n ? 0n : 1n);
  return hi > BigInt(WHOLE) ? undefined : { lo: Number(lo), hi: Number(hi) };
}

/** All elements of that name below. Iterative. */
function below(root: XmlElement, name: string, stop?: string): XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [...root.children].reverse();
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (one.name === name) found.push(one);
    if (one.name !== stop) stack.push(...[...one.children].reverse());
  }
  return found;
}
/** Those of the product itself and not of a part of it. */
function own(product: XmlElement, name: string): XmlElement[] {
  return below(product, name, 'SubProduct');
}
