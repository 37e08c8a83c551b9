import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cyclonedxGrammars } from '../../../scripts/cyclonedx-grammar.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { root } from '../../house/sources.ts';
import { host } from '../../support/files.ts';
import { shared } from '../../support/shared.ts';
import { cyclonedx } from '../../conformance/cyclonedx.ts';
import { codes, readFile, recordsOf } from './support.ts';

const bom = (fields: object): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { type: 'device', name: 'board', 'bom-ref': 'board' } }, ...fields });
const part = (ref: string, more: object = {}): object => ({ type: 'device', name: ref, 'bom-ref': ref, ...more });
const property = (name: string, value: string): object => ({ name, value });
const read = (fields: object) => readFile('x.cdx.json', bom(fields));

test('the grammars are made from the published ones: `npm run schemas` writes them', () => {
  for (const [path, text] of Object.entries(cyclonedxGrammars())) expect(readFileSync(join(root, path), 'utf8') === text, path).toBe(true);
});

const suite = shared('conformance', 'cyclonedx');
test.skipIf(!suite)('every document of the specification is accepted or refused as its name says', () => {
  const { run, failures } = cyclonedx(suite!);
  expect(failures).toEqual([]);
  expect(run).toBe(378);
}, 60_000);

test('a component inside, one depended upon and one that is only listed are lines, each once', () => {
  const found = read({
    components: [part('a', { components: [part('b', { properties: [property('cdx:device:quantity', '3')] })] }), part('c'), part('d')],
    dependencies: [{ ref: 'board', dependsOn: ['a', 'd'] }, { ref: 'a', dependsOn: ['c', 'b'] }],
  });
  expect(codes(found)).toEqual([]);
  expect(recordsOf(found, 'line').map(({ recipe, line, options, quantity }) => [recipe, line, options[0]!.product, quantity])).toEqual([
    ['bom', 'a', 'x.cdx#a', undefined], ['bom', 'd', 'x.cdx#d', undefined], ['bom:x.cdx#a', 'b', 'x.cdx#b', '3'], ['bom:x.cdx#a', 'c', 'x.cdx#c', undefined],
  ]);
});

test('a manufacturer is the maker, a supplier delivers, and nobody else is either', () => {
  const found = read({ components: [part('a', { manufacturer: { name: 'Maker' }, supplier: { name: 'Shop' }, publisher: 'Press', author: 'Pen' }), part('b', { supplier: { name: 'Maker' } }), part('c', { supplier: { name: 'Shop' } })] });
  expect(recordsOf(found, 'product').map(({ id, maker }) => [id, maker])).toEqual([['x.cdx', undefined], ['x.cdx#a', 'maker:Maker'], ['x.cdx#b', undefined], ['x.cdx#c', undefined]]);
  expect(recordsOf(found, 'supply').map(({ product, supplier }) => [product, supplier])).toEqual([['x.cdx#a', 'supplier:Shop'], ['x.cdx#b', 'maker:Maker'], ['x.cdx#c', 'supplier:Shop']]);
  expect(recordsOf(found, 'party').map(({ id, names, ...rest }) => [id, names, Object.keys(rest)])).toEqual([['maker:Maker', ['Maker'], ['level']], ['supplier:Shop', ['Shop'], ['level']]]);
});

test('the organization that made the document did not make the product; `manufacture` did', () => {
  const component = { type: 'device', name: 'board' };
  const maker = (specVersion: string, metadata: object) => recordsOf(readFile('x.json', JSON.stringify({ bomFormat: 'CycloneDX', specVersion, version: 1, metadata: { component, ...metadata } })), 'product')[0]!.maker;
  expect(maker('1.6', { manufacturer: { name: 'Scribe' } })).toBe(undefined);
  expect(maker('1.6', { manufacture: { name: 'Maker' } })).toBe('maker:Maker');
  expect(maker('1.4', { manufacture: { name: 'Maker' } })).toBe('maker:Maker');
  expect(maker('1.7', { supplier: { name: 'Shop' } })).toBe(undefined);
});

test('an address of a maker is no domicile and no place of production', () => {
  const found = read({ components: [part('a', { manufacturer: { name: 'Maker', address: { country: 'TW' } }, properties: [property('country', 'TW'), property('origin', 'TW')] })] });
  expect(JSON.stringify(found.value.records.map(({ notes: _, ...rec }) => rec))).not.toContain('TW');
  expect(recordsOf(found, 'product')[1]!.notes).toMatchObject({ country: 'TW', origin: 'TW' });
});

test('a part whose bill is another document is not complete for having nothing in it here', () => {
  const elsewhere = { externalReferences: [{ type: 'bom', url: 'a.cdx.json' }] };
  const found = read({ components: [part('a', elsewhere), part('b', { ...elsewhere, components: [part('c')] })], compositions: [{ aggregate: 'complete', assemblies: ['board', 'a', 'b', 'c'] }] });
  const lists = ({ value }: ReturnType<typeof readFile>): string[] => value.records.flatMap((rec) => (rec.kind === 'completeness' ? [`${rec.of} ${rec.status}`] : []));
  expect(lists(found)).toEqual(['bom complete', 'bom:x.cdx#a unknown', 'bom:x.cdx#b complete', 'bom:x.cdx#c complete']);
  expect(found.value.warnings.map(({ code, at }) => `${code} ${at.pointer}`)).toEqual(['document/bill-elsewhere /components/0']);
  const xml = readFile('x.cdx.xml', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="device" bom-ref="a"><name>a</name><externalReferences><reference type="bom"><url>a.xml</url></reference></externalReferences></component></components><compositions><composition><aggregate>complete</aggregate><assemblies><assembly ref="a"/></assemblies></composition></compositions></bom>');
  expect(lists(xml)).toEqual(['bom:x.cdx#a unknown']);
});

test('workflows of making, which are not read, are said', () => {
  const json = read({ specVersion: '1.6', components: [part('a')], formulation: [{ 'bom-ref': 'f', components: [{ type: 'device', name: 'furnace in CN' }] }] });
  const xml = readFile('x.cdx.xml', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="device" bom-ref="a"><name>a</name></component></components><formulation><formula bom-ref="f"/></formulation></bom>');
  for (const found of [json, xml]) expect(found.value.warnings.map(({ code, params }) => `${code} ${params.count}`)).toEqual(['document/unread-formulation 1']);
});

test('a country in a property of somebody else is said to be unread, once a name', () => {
  const found = read({ components: [part('a', { properties: [property('countryOfOrigin', 'CN'), property('origin', 'stock'), property('package', 'TH')] }), part('b', { properties: [property('countryOfOrigin', 'China')] })] });
  expect(found.value.warnings.map(({ code, params }) => `${code} ${params.given} ${params.example}`)).toEqual(['document/unread-country countryOfOrigin CN']);
});

test('a list is complete where a composition says so of the assembly, and pinned to the lines that it speaks of', () => {
  const pins = (compositions: object[], dependencies: object[] = []) => {
    const found = read({ components: [part('a', { components: [part('b')] }), part('c')], dependencies: [{ ref: 'a', dependsOn: ['c'] }, ...dependencies], compositions });
    const names = new Map(found.value.records.map((rec) => [digestOf(rec, host.sha256), rec.id]));
    return recordsOf(found, 'completeness').map(({ of, status, members }) => [of, status, members.map((digest) => names.get(digest)).sort()]);
  };
  expect(pins([])).toEqual([]);
  expect(pins([{ aggregate: 'complete', assemblies: ['a'] }])).toEqual([['bom:x.cdx#a', 'complete', ['bom:x.cdx#a#b']]]); // the line to c is not pinned: the list does not hold
  expect(pins([{ aggregate: 'complete', assemblies: ['a'], dependencies: ['a'] }])).toEqual([['bom:x.cdx#a', 'complete', ['bom:x.cdx#a#b', 'bom:x.cdx#a#c']]]);
  expect(pins([{ aggregate: 'complete', dependencies: ['a'] }])).toEqual([]); // of what is inside nothing is said
  expect(pins([{ aggregate: 'complete' }])).toEqual([]); // of nothing in particular
  expect(pins([{ aggregate: 'complete', assemblies: ['c'] }])).toEqual([['bom:x.cdx#c', 'complete', []]]);
  expect(pins([{ aggregate: 'complete', assemblies: ['board', 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#a'] }])).toEqual([['bom', 'complete', ['bom#a']]]); // a part of another document
  expect(pins([{ aggregate: 'complete', assemblies: ['board', 'nowhere'] }])).toEqual([['bom', 'unknown', ['bom#a']]]); // a part that is gone
  expect(pins([{ aggregate: 'complete', assemblies: ['board'] }, { aggregate: 'incomplete', assemblies: ['nowhere'] }])).toEqual([['bom', 'unknown', ['bom#a']]]);
  expect(pins([{ aggregate: 'complete', assemblies: ['board'] }], [{ ref: 'nowhere' }])).toEqual([['bom', 'unknown', ['bom#a']]]);
  for (const [aggregate, status] of [['incomplete', 'incomplete'], ['incomplete_third_party_only', 'incomplete'], ['unknown', 'unknown'], ['not_specified', 'unknown']])
    expect(pins([{ aggregate, assemblies: ['a'] }])).toEqual([['bom:x.cdx#a', status, []]]);
  expect(pins([{ aggregate: 'complete', assemblies: ['a'], dependencies: ['a'] }, { aggregate: 'unknown', dependencies: ['a'] }])).toEqual([['bom:x.cdx#a', 'complete', ['bom:x.cdx#a#b']]]);
  expect(pins([{ aggregate: 'complete', assemblies: ['c'] }, { aggregate: 'incomplete', assemblies: ['c'] }]).map(([, status]) => status)).toEqual(['complete', 'incomplete']); // they contradict: neither holds
});

test('our properties are read, and a misspelt one is a fault', () => {
  const properties = [
    property('nonred:role', 'camera'), property('nonred:role', 'radio'), property('nonred:countryOfProduction', 'TW'), property('nonred:step', 'assembled'), property('nonred:facility', 'Hsinchu 3'),
    property('nonred:onlyWay', 'yes'), property('nonred:makerDomicile', 'TWN'), property('nonred:material', 'gallium = 100..250 ppm'), property('nonred:material', 'tin'), property('cdx:device:function', 'sight'),
  ];
  const found = read({ components: [part('a', { manufacturer: { name: 'Maker' }, properties }), part('b', { properties: [property('nonred:role', 'none'), property('nonred:countryOfProduction', 'CN'), property('nonred:countryOfProduction', 'TW')] })] });
  expect(codes(found)).toEqual([]);
  expect(recordsOf(found, 'product').slice(1)).toMatchObject([{ roles: ['camera', 'radio'], notes: { 'cdx:device:function': 'sight' } }, { roles: [] }]);
  expect(recordsOf(found, 'recipe').slice(1)).toEqual([
    { level: 'confirmed', id: 'bom:x.cdx#a', output: 'x.cdx#a', steps: ['assembled'], facility: 'facility:x.cdx#Hsinchu 3', country: 'TW', sole: true },
    { level: 'confirmed', id: 'bom:x.cdx#b<CN', output: 'x.cdx#b', country: 'CN' }, { level: 'confirmed', id: 'bom:x.cdx#b<TW', output: 'x.cdx#b', country: 'TW' },
  ]);
  expect(recordsOf(found, 'material').map(({ substance, massPpm }) => [substance, massPpm])).toEqual([['gallium', { lo: 100, hi: 250 }], ['tin', { lo: 0, hi: 1_000_000 }]]);
  expect(recordsOf(found, 'party').map(({ id, domicile }) => [id, domicile])).toEqual([['maker:Maker', undefined], ['maker:Maker', 'TW']]);
  const faults = (...of: object[]) => codes(read({ components: [part('a', { properties: of })] }));
  expect(faults(property('nonred:countryofproduction', 'CN'))).toEqual(['input/unknown-field /components/0/properties/0']);
  expect(faults(property('NONRED:role', 'x'))).toEqual(['input/unknown-field /components/0/properties/0']);
  expect(faults(property('nonred:countryOfProduction', 'Atlantis'))).toEqual(['input/unknown-country /components/0/properties/0']);
  expect(faults(property('nonred:makerDomicile', 'TW'))).toEqual(['input/missing /components/0']);
  expect(faults(property('nonred:material', 'tin = 0.5'))).toEqual(['input/ambiguous-share /components/0/properties/0']);
  expect(faults(property('nonred:line', '{"line":"1"}'))).toEqual(['input/wrong-shape /components/0/properties/0']);
  expect(faults(property('nonred:onlyWay', 'yes'), property('nonred:countryOfProduction', 'CN'), property('nonred:countryOfProduction', 'TW'))).toEqual(['input/not-one-of /components/0']);
});

test('what the document itself is not sure of is inferred', () => {
  const found = read({ components: [part('a', { evidence: { identity: [{ field: 'name', confidence: 0.4 }] } }), part('b', { evidence: { identity: [{ field: 'name', confidence: 1 }] } })] });
  expect(recordsOf(found, 'product').map(({ level }) => level)).toEqual(['confirmed', 'inferred', 'confirmed']);
  expect(recordsOf(found, 'line').map(({ level }) => level)).toEqual(['inferred', 'confirmed']);
});

test('a circle of dependencies is cut and said; parts that hold only each other are in the product', () => {
  const found = read({ components: [part('a'), part('b'), part('c')], dependencies: [{ ref: 'board', dependsOn: ['a'] }, { ref: 'a', dependsOn: ['a', 'board'] }, { ref: 'b', dependsOn: ['c'] }, { ref: 'c', dependsOn: ['b'] }] });
  expect(found.value.warnings.map(({ code, params }) => [code, params.given])).toEqual([['document/left-out', 'a > board'], ['document/left-out', 'c > b']]);
  expect(recordsOf(found, 'line').map(({ id }) => id)).toEqual(['bom#a', 'bom#b', 'bom:x.cdx#b#c']);
});

test('faults have the place; two things of one reference are refused, one that is named only stays open', () => {
  expect(codes(read({ components: [part('a'), part('b', { type: 'nothing' })] }))).toEqual(['document/invalid /components/1/type']);
  expect(codes(read({ components: [{ type: 'device' }] }))).toEqual(['document/invalid /components/0']);
  expect(codes(read({ components: [part('a'), { type: 'device', name: 'other', 'bom-ref': 'a' }] }))).toEqual(['document/duplicate-ref /components/1']);
  expect(codes(readFile('x.json', '{"bomFormat":"CycloneDX","specVersion":"2.0"}'))).toEqual(['document/unknown-version /specVersion']);
  expect(codes(readFile('x.json', '{"bomFormat":"CycloneDX",'))).toEqual(['input/json-syntax /bomFormat']);
  expect(codes(readFile('x.json', '{"a":1}'))).toEqual(['document/unknown ']);
  const open = read({ components: [part('a')], dependencies: [{ ref: 'a', dependsOn: ['elsewhere'] }] });
  expect(open.value.warnings.map(({ code }) => code)).toEqual(['document/no-such-ref']);
  expect(recordsOf(open, 'line').map(({ options }) => options[0]!.product)).toEqual(['x.cdx#a', 'x.cdx#elsewhere']);
});

const twins = suite ? readdirSync(join(suite, '1.6')).filter((name) => name.startsWith('valid-') && name.endsWith('.json') && readdirSync(join(suite, '1.6')).includes(name.replace('.json', '.xml'))) : [];
test.skipIf(!suite)('the same document in XML and in JSON gives the same records', () => {
  const facts = (name: string) => readFile('x', readFileSync(join(suite!, '1.6', name))).value.records
    .filter(({ kind }) => kind !== 'completeness').map(({ origin: _, notes: __, ...rec }) => JSON.stringify(rec).replaceAll(/\/(?:line|components|services)\/[a-z0-9/]+/g, 'PLACE')).sort();
  // Twins of the specification that differ themselves: one lacks a part, or names it otherwise.
  const differ = twins.filter((name) => JSON.stringify(facts(name)) !== JSON.stringify(facts(name.replace('.json', '.xml'))));
  expect(twins.length).toBeGreaterThan(25);
  expect(differ).toEqual([]);
});

const data = shared('data', 'cyclonedx-boms');
interface Any { readonly components?: Any[]; readonly services?: Any[]; readonly name?: string }
test.skipIf(!data).each(['HBOM/PCIe-SATA-adapter-board/bom.json', 'SBOM/cern-lhc-vdm-editor.bom.json', 'SBOM/laravel-7.12.0.bom.1.4.json', 'SaaSBOM/apigateway-microservices-datastores/bom.json'])('%s imports whole', (name) => {
  const bytes = readFileSync(join(data!, name));
  const found = readFile(name.replace(/^.*\//, ''), bytes);
  expect(codes(found)).toEqual([]);
  const document = JSON.parse(bytes.toString()) as Any & { metadata?: { component?: Any }; dependencies?: { ref: string; dependsOn?: string[] }[] };
  const all: Any[] = [];
  const walk = (list: Any[] = []): void => list.forEach((one) => { all.push(one); walk(one.components); walk(one.services); });
  walk(document.components);
  walk(document.services);
  const products = recordsOf(found, 'product');
  expect(products.length).toBe(all.length + 1);
  expect(products.slice(1).map((one) => one.name).sort()).toEqual(all.map((one) => one.name).sort());
  // Every part is reached from the product by lines, and every dependency between two parts is a line.
  const lines = recordsOf(found, 'line');
  const into = new Set(lines.flatMap(({ options }) => options.map(({ product }) => product)));
  expect(products.slice(1).filter(({ id }) => !into.has(id))).toEqual([]);
  const edges = new Set((document.dependencies ?? []).flatMap(({ ref, dependsOn }) => (dependsOn ?? []).filter((on) => on !== ref).map((on) => `${ref} ${on}`)));
  const left = found.value.warnings.filter(({ code }) => code === 'document/left-out').length;
  expect(lines.length).toBeGreaterThanOrEqual(edges.size - left);
  expect(lines.filter(({ origin: _ = '', ...line }: { origin?: string; quantity?: string }) => line.quantity !== undefined).length).toBe((bytes.toString().match(/cdx:device:quantity/g) ?? []).length);
  expect(recordsOf(found, 'party').length).toBe(new Set([...bytes.toString().matchAll(/"supplier":\s*\{\s*"name":\s*"([^"]*)"|"provider":\s*\{\s*"name":\s*"([^"]*)"/g)].map((match) => match[1] ?? match[2])).size);
});
