/**
 * Our two checkers against others': ajv over the published JSON Schemas, libxml2 over the published XSDs, on the specification's
 * documents and on harmed ones. Both sides must say the same, but for formats, which ajv leaves to us here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { isSpecVersion, jsonCheck, SPEC_VERSIONS, xmlFaults } from '../../../src/formats/cyclonedx/valid.ts';
import { parseXml, type XmlElement } from '../../../src/formats/xml.ts';
import { root } from '../../house/sources.ts';
import { runs } from '../../runs.ts';
import { type Random, random } from '../../support/random.ts';
import { shared } from '../../support/shared.ts';

const suite = shared('conformance', 'cyclonedx');
const schemas = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schema = (name: string): string => readFileSync(join(schemas, name), 'utf8');
const valid = (version: string, ending: string): string[] => readdirSync(join(suite!, version)).filter((name) => name.startsWith('valid-') && name.endsWith(ending)).map((name) => readFileSync(join(suite!, version, name), 'utf8'));

type Json = Record<string, unknown>;

test.skipIf(!suite).each(SPEC_VERSIONS)('JSON of %s: the same answer as ajv, for documents harmed in a hundred ways', (version) => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) ajv.addSchema({ ...(JSON.parse(schema(`${name}.SNAPSHOT.schema.json`)) as Json), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  const strict = version === '1.2' || version === '1.3' ? '-strict' : '';
  const theirs = ajv.compile(JSON.parse(schema(`bom-${version}${strict}.SNAPSHOT.schema.json`)) as Json);
  const documents = valid(version, '.json').map((text) => JSON.parse(text) as unknown);
  const tally = { accepted: 0, refused: 0 };
  for (let seed = 0; seed < runs(3_000); seed++) {
    const chance = random(seed);
    const document = harmedJson(chance, chance.pick(documents));
    const faults = jsonCheck(version)(document);
    const accepted = theirs(document) === true;
    tally[accepted ? 'accepted' : 'refused']++;
    if (accepted && faults.every(({ wanted }) => /^(?:date|date-time|idn-email|iri-reference|uri)$/.test(wanted))) continue;
    expect([seed, faults.length === 0, faults[0]]).toEqual([seed, accepted, faults[0]]);
  }
  expect(tally.accepted).toBeGreaterThan(10);
  expect(tally.refused).toBeGreaterThan(10);
}, 120_000);

function harmedJson(chance: Random, document: unknown): unknown {
  const copy = structuredClone(document) as Json;
  const places: { holder: Json | unknown[]; key: string | number }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      places.push({ holder: value as Json, key });
      walk((value as Json)[key as string]);
    }
  };
  walk(copy);
  for (let i = chance.int(3); i >= 0; i--) {
    const { holder, key } = chance.pick(places);
    const value = (holder as Json)[key as string];
    const [how, odd] = [chance.int(6), chance.pick<unknown>([7, 'x', '', null, true, [], {}, [''], { a: 1 }, -1, 1.5])];
    if (Array.isArray(holder)) {
      if (how === 0) holder.splice(key as number, 1);
      else if (how === 1) holder.push(structuredClone(value));
      else if (how < 4) holder[key as number] = odd;
    } else if (how === 0) delete holder[key as string];
    else if (how === 1) holder[chance.pick(['name', 'type', 'version', 'license', 'expression', 'nothing', 'content'])] = structuredClone(value);
    else if (how === 2 && !Object.hasOwn(holder, `${key}x`)) holder[`${key}x`] = value;
    else if (how < 5) holder[key as string] = odd;
  }
  return JSON.parse(JSON.stringify(copy));
}

test.skipIf(!suite).each(SPEC_VERSIONS)('XML of %s: the same answer as libxml2, for documents of every version and harmed ones', async (version) => {
  const sources = [...valid('1.6', '.xml'), ...valid('1.7', '.xml')];
  const chance = random(Number(version.replace('.', '')));
  const documents = Array.from({ length: sources.length + runs(400) }, (_, i) => {
    const text = sources[i % sources.length]!.replaceAll(/http:\/\/cyclonedx\.org\/schema\/bom\/1\.[67]/g, `http://cyclonedx.org/schema/bom/${version}`);
    const { value } = parseXml(text, 'x');
    return i < sources.length ? text : write(harmedXml(chance, value!));
  });
  const xml = documents.map((contents, i) => ({ fileName: `d${i}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [{ fileName: 'bom.xsd', contents: schema(`bom-${version}.SNAPSHOT.xsd`) }], preload: [{ fileName: 'spdx.SNAPSHOT.xsd', contents: schema('spdx.SNAPSHOT.xsd') }] });
  const refused = new Map(errors.filter(({ rawMessage }) => !/namespace warning|fails to validate/.test(rawMessage)).map((error) => [error.loc?.fileName ?? /d\d+\.xml/.exec(error.rawMessage)?.[0] ?? '', error.message]));
  const differ = xml.flatMap(({ fileName, contents }) => {
    const { value, issues } = parseXml(contents, fileName);
    const faults = value && isSpecVersion(version) ? xmlFaults(value, version) : issues.map(({ code }) => ({ path: code, wanted: '', given: '', line: 0 }));
    if ((faults.length === 0) === !refused.has(fileName)) return [];
    return [`${fileName}: ours ${JSON.stringify(faults[0] ?? 'accepted')}, theirs ${refused.get(fileName) ?? 'accepted'}`];
  });
  expect(differ).toEqual([]);
  expect(refused.size).toBeGreaterThan(3);
}, 240_000);

interface Tree { name: string; attributes: [string, string][]; children: Tree[]; text: string; namespace: string }
function harmedXml(chance: Random, element: XmlElement): Tree {
  const all: Tree[] = [];
  const copy = (one: XmlElement): Tree => {
    const tree = { name: one.name, namespace: one.namespace, attributes: [...one.attributes].filter(([name]) => !name.startsWith('{')), children: one.children.map(copy), text: one.children.length > 0 ? '' : one.text };
    all.push(tree);
    return tree;
  };
  const top = copy(element);
  for (let i = chance.int(2); i >= 0; i--) {
    const one = chance.pick(all);
    const how = chance.int(7);
    if (how === 0) one.children.splice(chance.int(one.children.length + 1), 1);
    else if (how === 1) one.children.reverse();
    else if (how === 2 && one.children.length > 0) one.children.push(one.children[0]!);
    else if (how === 3) one.attributes.splice(0, 1);
    else if (how === 4) one.attributes.push(['odd', 'x']);
    else if (how === 5 && one !== top) one.name = chance.pick(['name', 'version', 'odd', 'component']);
    else if (one.children.length === 0) one.text = chance.pick(['', 'x', '7', '-1', 'true', '2026-01-01T00:00:00Z']);
  }
  return top;
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
function write(tree: Tree, above = ''): string {
  const names = new Set<string>();
  const attributes = tree.attributes.filter(([name]) => !names.has(name) && names.add(name)).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const namespace = tree.namespace === above ? '' : ` xmlns="${tree.namespace}"`;
  return `<${tree.name}${namespace}${attributes}>${escaped(tree.text)}${tree.children.map((child) => write(child, tree.namespace)).join('')}</${tree.name}>`;
}
