/**
 * Is it valid CycloneDX? By the published grammars of 1.2 to 1.7, JSON and XML, which lie beside this file as data (made by
 * `npm run schemas`). JSON of 1.2 and 1.3 by the strict variants: what the standard does not have is refused.
 */
import { type Schema, type SchemaCheck, schemaCheck } from '../json-schema.ts';
import type { XmlElement } from '../xml.ts';
import { checkXml, type Grammar, type XmlFault, type XmlType } from '../xsd.ts';
import { GRAMMAR as JSON_1_2 } from './grammar/json-1.2.ts';
import { GRAMMAR as JSON_1_3 } from './grammar/json-1.3.ts';
import { GRAMMAR as JSON_1_4 } from './grammar/json-1.4.ts';
import { GRAMMAR as JSON_1_5 } from './grammar/json-1.5.ts';
import { GRAMMAR as JSON_1_6 } from './grammar/json-1.6.ts';
import { GRAMMAR as JSON_1_7 } from './grammar/json-1.7.ts';
import { GRAMMAR as JSON_CRYPTOGRAPHY } from './grammar/json-cryptography-defs.ts';
import { GRAMMAR as JSON_SIGNATURE } from './grammar/json-jsf-0.82.ts';
import { GRAMMAR as JSON_LICENCES } from './grammar/json-spdx.ts';
import { GRAMMAR as XML_1_2 } from './grammar/xml-1.2.ts';
import { GRAMMAR as XML_1_3 } from './grammar/xml-1.3.ts';
import { GRAMMAR as XML_1_4 } from './grammar/xml-1.4.ts';
import { GRAMMAR as XML_1_5 } from './grammar/xml-1.5.ts';
import { GRAMMAR as XML_1_6 } from './grammar/xml-1.6.ts';
import { GRAMMAR as XML_1_7 } from './grammar/xml-1.7.ts';
import { GRAMMAR as XML_LICENCES } from './grammar/xml-spdx.ts';

export const SPEC_VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
export type SpecVersion = (typeof SPEC_VERSIONS)[number];

const JSON_GRAMMARS: Readonly<Record<SpecVersion, string>> = { 1.2: JSON_1_2, 1.3: JSON_1_3, 1.4: JSON_1_4, 1.5: JSON_1_5, 1.6: JSON_1_6, 1.7: JSON_1_7 };
const XML_GRAMMARS: Readonly<Record<SpecVersion, string>> = { 1.2: XML_1_2, 1.3: XML_1_3, 1.4: XML_1_4, 1.5: XML_1_5, 1.6: XML_1_6, 1.7: XML_1_7 };
const NAMESPACE = 'http://cyclonedx.org/schema/bom/';

const checks = new Map<SpecVersion, SchemaCheck>();
/** Of a version that isSpecVersion knows. The first call makes the grammar ready, some ten milliseconds. */
export function jsonCheck(version: SpecVersion): SchemaCheck {
  let check = checks.get(version);
  if (!check) {
    const others = { 'spdx.SNAPSHOT.schema.json': JSON_LICENCES, 'jsf-0.82.SNAPSHOT.schema.json': JSON_SIGNATURE, 'cryptography-defs.SNAPSHOT.schema.json': JSON_CRYPTOGRAPHY };
    const parsed = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, JSON.parse(text) as Schema]));
    checks.set(version, (check = schemaCheck(JSON.parse(JSON_GRAMMARS[version]) as Schema, parsed)));
  }
  return check;
}

const grammars = new Map<SpecVersion, Grammar>();
let licences: Record<string, XmlType> | undefined;
/** Faults of a document whose root is in the namespace of a version. */
export function xmlFaults(root: XmlElement, version: SpecVersion): XmlFault[] {
  licences ??= Object.fromEntries(Object.entries((JSON.parse(XML_LICENCES) as Grammar).types).map(([name, type]) => [`spdx:${name}`, type]));
  let grammar = grammars.get(version);
  if (!grammar) grammars.set(version, (grammar = JSON.parse(XML_GRAMMARS[version]) as Grammar));
  return checkXml(root, grammar, licences);
}

export function isSpecVersion(text: unknown): text is SpecVersion {
  return typeof text === 'string' && (SPEC_VERSIONS as readonly string[]).includes(text);
}

/** `1.4` of `http://cyclonedx.org/schema/bom/1.4`; `undefined` where it is another namespace. */
export function versionOfNamespace(namespace: string): string | undefined {
  return namespace.startsWith(NAMESPACE) ? namespace.slice(NAMESPACE.length) : undefined;
}
