/**
 * The grammars of CycloneDX as data: made from the JSON Schemas and XSDs that @cyclonedx/cyclonedx-library ships (Apache-2.0),
 * without titles, descriptions, examples and whatever else forbids nothing. `npm run schemas` writes them; a test compares.
 */
import { readFileSync } from 'node:fs';
import { parseXml, type XmlElement } from '../src/formats/xml.ts';
import type { Attribute, Grammar, Particle, Simple, TypeRef, XmlType } from '../src/formats/xsd.ts';

const FOLDER = new URL('../node_modules/@cyclonedx/cyclonedx-library/res/schema/', import.meta.url);
const VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

/** By path from the root of the project. */
export function cyclonedxGrammars(): Record<string, string> {
  const made: Record<string, string> = {};
  const put = (name: string, what: string, value: unknown): void => void (made[`src/formats/cyclonedx/grammar/${name}.ts`] = file(what, JSON.stringify(value)));
  for (const version of VERSIONS) {
    const strict = version === '1.2' || version === '1.3' ? '-strict' : '';
    put(`json-${version}`, `CycloneDX ${version} in JSON`, slim(JSON.parse(read(`bom-${version}${strict}.SNAPSHOT.schema.json`)), false));
    put(`xml-${version}`, `CycloneDX ${version} in XML`, grammarOf(`bom-${version}.SNAPSHOT.xsd`));
  }
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) put(`json-${name}`, `${name}, which CycloneDX in JSON refers to`, slim(JSON.parse(read(`${name}.SNAPSHOT.schema.json`)), false));
  put('xml-spdx', 'the licences that CycloneDX in XML refers to', grammarOf('spdx.SNAPSHOT.xsd'));
  return made;
}

const WIDTH = 130;

function file(what: string, json: string): string {
  const lines: string[] = [];
  for (let at = 0; at < json.length; at += WIDTH) lines.push(`  '${json.slice(at, at + WIDTH).replace(/[\\']/g, '\\$&')}',`);
  return `/** ${what}: made by \`npm run schemas\` from @cyclonedx/cyclonedx-library (Apache-2.0, OWASP Foundation). Not to be edited. */\nexport const GRAMMAR: string = [\n${lines.join('\n')}\n].join('');\n`;
}

const SAYS_NOTHING = new Set(['title', 'description', 'examples', 'default', '$comment', 'meta:enum', 'deprecated', '$schema', '$id']);

/** `names`: the members are names of the author's, not words of JSON Schema. */
function slim(schema: unknown, names: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((one) => slim(one, false));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => names || !SAYS_NOTHING.has(name))
    .map(([name, value]) => [name, name === 'enum' || name === 'const' || name === 'required' ? value : slim(value, !names && (name === 'properties' || name === 'definitions'))]));
}

function grammarOf(name: string): Grammar {
  const { value: schema } = parseXml(read(name).replace(/<!DOCTYPE[^>]*>/, ''), name);
  const types: Record<string, XmlType> = {};
  const groups = new Map<string, XmlElement>();
  const elements: Record<string, TypeRef> = {};
  for (const one of schema!.children) if (one.name === 'attributeGroup') groups.set(one.attributes.get('name')!, one);
  for (const one of schema!.children) {
    const own = one.attributes.get('name')!;
    if (one.name === 'complexType') types[own] = complex(one, groups);
    else if (one.name === 'simpleType') types[own] = simple(one);
    else if (one.name === 'element') elements[own] = typeOf(one, groups);
  }
  const unique = schema!.children.some((one) => one.children.some((inner) => inner.name === 'unique'));
  return { namespace: schema!.attributes.get('targetNamespace')!, elements, types, ...(unique && { unique: 'bom-ref' }) };
}

function typeOf(element: XmlElement, groups: ReadonlyMap<string, XmlElement>): TypeRef {
  const named = element.attributes.get('type');
  if (named !== undefined) return named.replace(/^bom:/, '');
  for (const child of element.children) {
    if (child.name === 'complexType') return complex(child, groups);
    if (child.name === 'simpleType') return simple(child);
  }
  return 'anyType';
}

function complex(element: XmlElement, groups: ReadonlyMap<string, XmlElement>): XmlType {
  const attributes: Record<string, Attribute> = {};
  let others: '##any' | '##other' | undefined;
  let content: Particle | undefined;
  let text: TypeRef | undefined;
  const take = (from: XmlElement): void => {
    for (const child of from.children) {
      if (child.name === 'attribute') attributes[child.attributes.get('name')!] = { type: typeOf(child, groups), ...(child.attributes.get('use') === 'required' && { required: true as const }) };
      else if (child.name === 'attributeGroup') take(groups.get(child.attributes.get('ref')!.replace(/^bom:/, ''))!);
      else if (child.name === 'anyAttribute') others = child.attributes.get('namespace') as '##any';
      else if (child.name === 'sequence' || child.name === 'choice') content = particle(child, groups);
      else if (child.name === 'simpleContent') {
        const extension = child.children.find(({ name }) => name === 'extension')!;
        text = extension.attributes.get('base')!.replace(/^bom:/, '');
        take(extension);
      } else if (child.name !== 'annotation') throw new Error(`complexType has ${child.name} at line ${child.line}`);
    }
  };
  take(element);
  return {
    kind: 'complex', ...(Object.keys(attributes).length > 0 && { attributes }), ...(others && { others }), ...(content && { content }), ...(text && { text }),
    ...(element.attributes.get('mixed') === 'true' && { mixed: true as const }),
  };
}

function particle(element: XmlElement, groups: ReadonlyMap<string, XmlElement>): Particle {
  const [least, most] = [element.attributes.get('minOccurs') ?? '1', element.attributes.get('maxOccurs') ?? '1'];
  const times = { ...(least !== '1' && { min: Number(least) }), ...(most !== '1' && { max: most === 'unbounded' ? -1 : Number(most) }) };
  if (element.name === 'any') return { any: element.attributes.get('namespace') as '##other', ...times };
  if (element.name === 'element') return { element: element.attributes.get('name')!, type: typeOf(element, groups), ...times };
  const parts = element.children.filter(({ name }) => name !== 'annotation').map((child) => particle(child, groups));
  if (element.name === 'sequence') return { sequence: parts, ...times };
  if (element.name === 'choice') return { choice: parts, ...times };
  throw new Error(`content has ${element.name} at line ${element.line}`);
}

function simple(element: XmlElement): Simple {
  const union = element.children.find(({ name }) => name === 'union');
  if (union) return { kind: 'simple', union: union.attributes.get('memberTypes')!.split(/\s+/).map((name) => name.replace(/^bom:/, '')) };
  const restriction = element.children.find(({ name }) => name === 'restriction')!;
  const facets = (name: string): string[] => restriction.children.filter((child) => child.name === name).map((child) => child.attributes.get('value')!);
  const number = (name: string, as: string): Record<string, number> => Object.fromEntries(facets(name).map((value) => [as, Number(value)]));
  const [values, patterns] = [facets('enumeration'), facets('pattern')];
  return {
    kind: 'simple', base: restriction.attributes.get('base')!.replace(/^bom:/, ''), ...(values.length > 0 && { values }), ...(patterns.length > 0 && { patterns }),
    ...number('minInclusive', 'least'), ...number('maxInclusive', 'most'), ...number('minLength', 'minLength'), ...number('maxLength', 'maxLength'),
  };
}
