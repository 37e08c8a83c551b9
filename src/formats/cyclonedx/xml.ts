/** A valid CycloneDX document in XML to the model. Elements of other namespaces are passed over, as the standard allows them anywhere. */
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';
import type { CdxBom, CdxOrganization, CdxPart } from './model.ts';

/** Expects a document that xmlFaults found no fault in. */
export function bomOfXml(root: XmlElement, version: string): CdxBom {
  const own = ours(root);
  const metadata = childOf(own, 'metadata');
  const described = metadata && childOf(metadata, 'component');
  const made = described && part(described);
  return {
    version,
    root: made && {
      ...made,
      manufacturer: made.manufacturer ?? organization(childOf(metadata, 'manufacture')), // `manufacturer` here made the document
      supplier: made.supplier ?? organization(childOf(metadata, 'supplier')),
    },
    parts: partsOf(own),
    dependencies: listOf(own, 'dependencies', 'dependency').map((one) => ({ at: placeOf(one), ref: one.attributes.get('ref') ?? '', on: refsOf(childrenOf(one, 'dependency')) })),
    formulas: listOf(own, 'formulation', 'formula').length,
    compositions: listOf(own, 'compositions', 'composition').map((one) => ({
      at: placeOf(one), aggregate: textOf(one, 'aggregate') ?? '',
      assemblies: refsOf(listOf(one, 'assemblies', 'assembly')), dependencies: refsOf(listOf(one, 'dependencies', 'dependency')),
    })),
  };
}

/** The element with the children of its own namespace only, all the way down. Depth is bounded by the reader of the text. */
function ours(element: XmlElement): XmlElement {
  const children = element.children.filter(({ namespace }) => namespace === element.namespace);
  const clean = children.map(ours);
  const same = clean.length === element.children.length && clean.every((child, i) => child === element.children[i]);
  return same ? element : { ...element, children: clean };
}

const placeOf = ({ line }: XmlElement): string => `/line/${line}`;
function listOf(element: XmlElement, list: string, one: string): XmlElement[] {
  const found = childOf(element, list);
  return found ? childrenOf(found, one) : [];
}
function refsOf(elements: readonly XmlElement[]): string[] {
  return elements.map((one) => one.attributes.get('ref') ?? '');
}
function partsOf(element: XmlElement): CdxPart[] {
  return [...listOf(element, 'components', 'component'), ...listOf(element, 'services', 'service')].map(part);
}

function part(element: XmlElement): CdxPart {
  const identities = (childOf(element, 'evidence')?.children ?? []).filter(({ name }) => name === 'identity');
  return {
    at: placeOf(element), ref: element.attributes.get('bom-ref'), name: textOf(element, 'name') ?? '', type: element.attributes.get('type') ?? 'service',
    group: textOf(element, 'group'), version: textOf(element, 'version'), purl: textOf(element, 'purl'), cpe: textOf(element, 'cpe'), scope: textOf(element, 'scope'),
    manufacturer: organization(childOf(element, 'manufacturer')),
    supplier: organization(childOf(element, 'supplier')) ?? organization(childOf(element, 'provider')),
    unsure: identities.some((one) => Number(textOf(one, 'confidence') ?? 1) < 1),
    billElsewhere: listOf(element, 'externalReferences', 'reference').some((one) => one.attributes.get('type') === 'bom'),
    properties: listOf(element, 'properties', 'property').map((one) => ({ name: one.attributes.get('name') ?? '', value: one.text.trim(), at: placeOf(one) })),
    parts: partsOf(element),
  };
}

function organization(element: XmlElement | undefined): CdxOrganization | undefined {
  const name = textOf(element, 'name');
  return element && name ? { name, at: placeOf(element) } : undefined;
}
