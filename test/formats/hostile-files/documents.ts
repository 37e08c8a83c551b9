/** Standard documents that are meant to hurt: entities, outside files, depth, width, doubled names and references, patterns that run long (threats 11 to 13, 23, 24). */
import { fileOf } from '../../../src/formats/file.ts';
import { readWorkspace } from '../../../src/formats/workspace/workspace.ts';
import { bytesOf, host } from '../../support/files.ts';
import { cmrt, IPC_D } from '../documents/templates.ts';
import { LAUGHS } from '../hostile.ts';
import { family, type Small } from './small.ts';

const read = (bytes: Uint8Array) => readWorkspace(new Map([['x', fileOf(bytes)]]), host);
const text = (given: string) => read(bytesOf(given)).issues;
const raw = (given: Uint8Array) => read(given).issues;

const component = (inside = '', attributes = ''): string => `<component type="device"${attributes}><name>part</name>${inside}</component>`;
const cdx = (inside: string, version = '1.6'): string => `<bom xmlns="http://cyclonedx.org/schema/bom/${version}"><components>${inside}</components></bom>`;
const GOOD = cdx(component().replace('</name>', '</name><version>1</version>'), '1.2');

/** What may stand before a root element and must not. */
const DOCTYPES: readonly (readonly [string, string])[] = [
  ['a bare document type', '<!DOCTYPE bom>'],
  ['an entity', '<!DOCTYPE bom [<!ENTITY e "x">]>'],
  ['a billion laughs', LAUGHS],
  ['a file of the system', '<!DOCTYPE bom [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ['an address', '<!DOCTYPE bom [<!ENTITY e SYSTEM "http://127.0.0.1/x">]>'],
  ['a public identifier', '<!DOCTYPE bom PUBLIC "-//x//y" "http://127.0.0.1/x.dtd">'],
  ['an outside subset', '<!DOCTYPE bom SYSTEM "x.dtd">'],
  ['a parameter entity', '<!DOCTYPE bom [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]>'],
  ['quadratic blow-up', `<!DOCTYPE bom [<!ENTITY e "${'a'.repeat(100_000)}">]>`],
  ['an entity that holds itself', '<!DOCTYPE bom [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'],
  ['a default of an attribute', '<!DOCTYPE bom [<!ATTLIST bom version CDATA "9">]>'],
  ['a notation', '<!DOCTYPE bom [<!NOTATION n SYSTEM "x">]>'],
  ['one that never ends', `<!DOCTYPE bom [${'<!ENTITY a "b">'.repeat(10_000)}`],
];
const HOSTS: readonly (readonly [string, string])[] = [
  ['CycloneDX', cdx(component(), '1.6')], ['CycloneDX 1.2', GOOD], ['IPC-1752', IPC_D.replace(/<\?xml.*?\?>\n/, '')], ['another root', '<a>&e;</a>'],
];

const json = (components: unknown, more: object = {}): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components, ...more });
const part = (ref: string, more: object = {}): object => ({ type: 'device', name: ref, 'bom-ref': ref, ...more });
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const nested = (depth: number): object => many(depth, (i) => i).reduce<object>((inside, i) => part(`p${i}`, { components: [inside] }), part('leaf'));
const wrap = (inside: string): string => `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${inside}]}`;
const event = (more: object): object => ({ type: 'TransformationEvent', eventTime: '2026-01-01T00:00:00Z', eventTimeZoneOffset: '+00:00', inputEPCList: ['urn:a:1'], outputEPCList: ['urn:b:1'], ...more });
const epcis = (events: unknown): string => JSON.stringify({ '@context': 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld', type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z', epcisBody: { eventList: events } });
const CONTAINER = 'https://catenax.io/schema/TestDataContainer/1.0.0';
const BOM = 'urn:samm:io.catenax.single_level_bom_as_built:3.0.0#SingleLevelBomAsBuilt';
const items = (list: unknown): string => JSON.stringify({ [CONTAINER]: list });
const utf16 = (given: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${given}`, 'utf16le'));

export const DOCUMENT_FILES: readonly Small[] = [
  ...HOSTS.flatMap(([name, document]) => family(`xml ${name}`, text, DOCTYPES.map(([what, type]) => [what, `<?xml version="1.0"?>${type}${document}`, 'document/doctype'] as const))),
  ...family('xml syntax', text, [
    ['an entity that nobody declares', cdx(component('<description>&e;</description>')), 'document/xml'],
    ['a character that XML does not have', cdx(component('<description>&#0;</description>')), 'document/xml'],
    ['a character beyond all', cdx(component('<description>&#x110000;</description>')), 'document/xml'],
    ['a surrogate by number', cdx(component('<description>&#xd800;</description>')), 'document/xml'],
    ['tags that cross', '<a><b></a></b>', 'document/xml'],
    ['cut off', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><compon', 'document/xml'],
    ['a tag that is not closed', '<bom xmlns="http://cyclonedx.org/schema/bom/1.6">', 'document/xml'],
    ['two roots', `${GOOD}${GOOD}`, 'document/xml'],
    ['text behind the root', `${GOOD}text`, 'document/xml'],
    ['an attribute twice', '<bom a="1" a="2"/>', 'document/xml'],
    ['an attribute twice by two prefixes', '<bom xmlns:p="u" xmlns:q="u" p:a="1" q:a="2"/>', 'document/xml'],
    ['an attribute without quotes', '<bom a=1/>', 'document/xml'],
    ['a prefix that nobody declares', '<x:bom/>', 'document/xml'],
    ['a bracket in a value', '<bom a="<"/>', 'document/xml'],
    ['two dashes in a comment', '<!-- a -- b --><bom/>', 'document/xml'],
    ['a comment without an end', '<!-- a', 'document/xml'],
    ['CDATA without an end', `${cdx('').slice(0, 60)}<![CDATA[`, 'document/xml'],
    ['a declaration in the middle', '<bom><?xml version="1.0"?></bom>', 'document/xml'],
    ['another encoding by its name', `<?xml version="1.0" encoding="UTF-16"?>${GOOD}`, 'input/encoding'],
    ['an encoding of seven bits', `<?xml version="1.0" encoding="UTF-7"?>${GOOD}`, 'input/encoding'],
    ['nothing but a declaration', '<?xml version="1.0"?>', 'document/xml'],
    ['markup in CDATA is text', cdx('<component type="device"><name><![CDATA[<!DOCTYPE x>]]></name><version>1</version></component>', '1.2')],
    ['a style sheet is not asked for', `<?xml-stylesheet href="http://127.0.0.1/x"?>${GOOD}`],
    ['an inclusion is not followed', `<bom xmlns="http://cyclonedx.org/schema/bom/1.2"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></bom>`],
    ['a schema location is not fetched', GOOD.replace('<bom ', '<bom xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u http://127.0.0.1/x" ')],
  ]),
  ...family('xml size', text, [
    ['130 elements inside each other', '<a>'.repeat(130), 'input/too-deep'],
    ['a million open elements', '<a>'.repeat(1_000_000), 'input/too-deep'],
    ['components inside each other', cdx(`${'<component type="device"><name>a</name><components>'.repeat(100)}`), 'input/too-deep'],
    ['300 attributes', `<bom ${many(300, (i) => `a${i}=""`).join(' ')}/>`, 'input/too-large'],
    ['a hundred thousand attributes', `<bom ${many(100_000, (i) => `a${i}=""`).join(' ')}/>`, 'input/too-large'],
    ['300 namespaces', `<bom ${many(300, (i) => `xmlns:n${i}="u${i}"`).join(' ')}/>`, 'input/too-large'],
    ['a name of a megabyte', `<${'a'.repeat(1_000_000)}/>`, 'document/unknown'],
    ['a text of a megabyte', cdx(component(`<description>${'x'.repeat(1_000_000)}</description>`))],
    ['a hundred thousand entities of our own', cdx(component(`<description>${'&amp;'.repeat(100_000)}</description>`))],
    ['a processing instruction of a megabyte', `<?p ${'x'.repeat(1_000_000)}?>${GOOD}`],
    ['a comment of a megabyte', `<!--${'x'.repeat(1_000_000)}-->${GOOD}`],
  ]),
  ...family('xml meaning', text, [
    ['another namespace that looks alike', GOOD.replace('cyclonedx.org', 'cyclonedx.0rg'), 'document/unknown'],
    ['a version that there is not', GOOD.replace('bom/1.2', 'bom/9.9'), 'document/unknown-version'],
    ['a version like a member of an object', GOOD.replace('bom/1.2', 'bom/constructor'), 'document/unknown-version'],
    ['an element like a member of an object', cdx('<constructor/>'), 'document/invalid'],
    ['an attribute like a member of an object', cdx(component('', ' __proto__="x"'))],
    ['a reference twice', cdx(component('', ' bom-ref="a"') + component('', ' bom-ref="a"')), 'document/invalid'],
    ['a root in no namespace', '<bom/>', 'document/unknown'],
    ['elements of other namespaces are passed over', cdx(component('<x:supplier xmlns:x="u"><x:name>red</x:name></x:supplier>'))],
    ['a pattern that could run long', cdx(component(`<cpe>cpe:2.3:a:${'?'.repeat(9_000)}</cpe>`)), 'document/invalid'],
    ['a pattern over a long text', cdx(component(`<cpe>cpe:2.3:a:${'\\!'.repeat(100_000)}</cpe>`)), 'document/invalid'],
    ['an amount in exponents', IPC_D.replace('value="5"', 'value="5e999"'), 'document/invalid'],
    ['an amount that is more than its product', IPC_D.replace('value="5"', 'value="500"')],
    ['a product of no mass', IPC_D.replace('value="10" UOM="mg"', 'value="0" UOM="mg"')],
    ['an amount of 50 digits', IPC_D.replace('value="5"', `value="${'5'.repeat(50)}"`), 'document/invalid'],
    ['an amount below nothing', IPC_D.replace('value="5"', 'value="-5"'), 'document/invalid'],
    ['a declaration of nothing', '<MainDeclaration/>', 'document/invalid'],
  ]),
  ...family('document bytes', raw, [
    ['XML in UTF-16', utf16(GOOD), 'input/encoding'],
    ['JSON in UTF-16', utf16(json([])), 'input/encoding'],
    ['JSON with a byte order mark is read', bytesOf(`\ufeff${json([])}`)],
    ['a byte that is not UTF-8', Uint8Array.from([...bytesOf('{"bomFormat":"'), 0xff, ...bytesOf('"}')]), 'input/encoding'],
    ['half a character at the end', Uint8Array.from([...bytesOf('{"bomFormat":"CycloneDX'), 0xe5, 0x8f]), 'input/encoding'],
    ['a NUL in XML', bytesOf(cdx(component('<description>a\0b</description>'))), 'document/xml'],
    ['nothing', new Uint8Array(), 'document/unknown'],
    ['blanks', bytesOf(' '.repeat(1_000_000)), 'document/unknown'],
  ]),
  ...family('cyclonedx json', text, [
    ['a member twice', wrap('{"type":"device","name":"a","name":"b"}'), 'input/duplicate-key'],
    ['a member twice, once escaped', wrap('{"type":"device","name":"a","n\\u0061me":"b"}'), 'input/duplicate-key'],
    ['the version twice', '{"bomFormat":"CycloneDX","specVersion":"1.6","specVersion":"1.2"}', 'input/duplicate-key'],
    ['__proto__ in a component', wrap('{"type":"device","name":"a","__proto__":{"polluted":true}}'), 'document/invalid'],
    ['constructor in a component', wrap('{"type":"device","name":"a","constructor":{"prototype":{"polluted":true}}}'), 'document/invalid'],
    ['references like members of an object', json([part('__proto__'), part('constructor'), part('toString')], { dependencies: [{ ref: '__proto__', dependsOn: ['constructor', 'hasOwnProperty'] }] })],
    ['components inside each other, 64 levels of text', json([nested(40)]), 'input/too-deep'],
    ['components inside each other, as deep as may be', json([nested(29)])],
    ['100,000 nested components', `{"bomFormat":"CycloneDX","specVersion":"1.6",${'"components":[{"type":"device","name":"a",'.repeat(100_000)}`, 'input/too-deep'],
    ['a reference twice', json([part('a'), part('a', { name: 'b' })]), 'document/duplicate-ref'],
    ['a component twice', json([part('a'), part('a')]), 'document/invalid'],
    ['20,000 equal components', json(many(20_000, () => ({ type: 'device', name: 'a' }))), 'document/invalid'],
    ['5,000 components that look alike', json(many(5_000, (i) => ({ type: 'device', name: 'a', components: [{ type: 'device', name: `b${i}` }] })))],
    ['a chain of 10,000 dependencies', json(many(10_000, (i) => part(`a${i}`)), { dependencies: many(9_999, (i) => ({ ref: `a${i}`, dependsOn: [`a${i + 1}`] })) })],
    ['a circle of 10,000 dependencies', json(many(10_000, (i) => part(`a${i}`)), { dependencies: many(10_000, (i) => ({ ref: `a${i}`, dependsOn: [`a${(i + 1) % 10_000}`] })) })],
    ['300 that all depend on all', json(many(300, (i) => part(`a${i}`)), { dependencies: many(300, (i) => ({ ref: `a${i}`, dependsOn: many(300, (j) => `a${j}`) })) })],
    ['60 layers of diamonds (2^60 ways)', json(many(120, (i) => part(`a${i}`)), { dependencies: many(118, (i) => ({ ref: `a${i}`, dependsOn: [`a${(i & ~1) + 2}`, `a${(i & ~1) + 3}`] })) })],
    ['dependencies on nothing', json([part('a')], { dependencies: [{ ref: 'a', dependsOn: many(1000, (i) => `no${i}`) }] })],
    ['a number beyond a double', wrap('{"type":"device","name":"a","modelCard":1e400}'), 'input/json-number'],
    ['half a character', wrap('{"type":"device","name":"\\ud800"}'), 'input/json-lone-surrogate'],
    ['controls and bidirectional marks in names', json([part('a\u202eb\u0007\u200b', { manufacturer: { name: 'x\u202ey' } })])],
    ['a separator in a reference', json([part('a|b'), part('?x'), part('#y')])],
    ['a list for an object', '{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":[]}', 'document/invalid'],
    ['a number for a version', '{"bomFormat":"CycloneDX","specVersion":1.6}', 'document/unknown-version'],
    ['a version like a member of an object', '{"bomFormat":"CycloneDX","specVersion":"constructor"}', 'document/unknown-version'],
    ['a hash of a megabyte', json([part('a', { hashes: [{ alg: 'MD5', content: 'a'.repeat(1_000_000) }] })]), 'document/invalid'],
    ['a licence that there is not', json([part('a', { licenses: [{ license: { id: 'x'.repeat(100_000) } }] })]), 'document/invalid'],
    ['our property misspelt', json([part('a', { properties: [{ name: 'nonred:Role', value: 'x' }] })]), 'input/unknown-field'],
    ['our line as a bomb', json([part('a', { properties: [{ name: 'nonred:line', value: '['.repeat(100_000) }] })]), 'input/wrong-shape'],
    ['our line with a member too many', json([part('a', { properties: [{ name: 'nonred:line', value: '{"line":"1","options":[{"ref":"a"}],"sole":true}' }] })]), 'input/wrong-shape'],
    ['our material with a long share', json([part('a', { properties: [{ name: 'nonred:material', value: `tin = ${'1'.repeat(100_000)} %` }] })]), 'input/not-a-number'],
    ['a quantity of a thousand digits', json([part('a', { properties: [{ name: 'cdx:device:quantity', value: '9'.repeat(1000) }] })])],
    ['cut off', '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[', 'input/json-syntax'],
    ['a list', '[]', 'document/unknown'],
    ['null', '[null]', 'document/unknown'],
  ]),
  ...family('epcis', text, [
    ['a list that is a text', epcis('x'), 'document/invalid'],
    ['a kind like a member of an object', epcis([event({ type: 'constructor' })]), 'document/invalid'],
    ['no time', epcis([event({ eventTime: 'yesterday' })]), 'document/invalid'],
    ['a day that there is not', epcis([event({ eventTime: '2026-02-30T00:00:00Z' })]), 'document/invalid'],
    ['an instance twice', epcis([event({ inputEPCList: ['urn:a:1', 'urn:a:1'] })]), 'document/invalid'],
    ['20,000 instances', epcis([event({ inputEPCList: many(20_000, (i) => `urn:a:${i}`) })])],
    ['a context of our own', JSON.stringify({ ...JSON.parse(epcis([event({})])), '@context': { type: 'http://127.0.0.1/x' } })],
    ['another version', JSON.stringify({ ...JSON.parse(epcis([event({})])), schemaVersion: '1.2' }), 'document/unknown-version'],
    ['made of itself', epcis([event({ inputEPCList: ['urn:b:1'] })])],
    ['made of each other', epcis([event({}), event({ inputEPCList: ['urn:b:1'], outputEPCList: ['urn:a:1'] })])],
    ['__proto__ in an event', epcis([JSON.parse('{"type":"TransformationEvent","__proto__":{"polluted":1},"eventTime":"2026-01-01T00:00:00Z","eventTimeZoneOffset":"+00:00"}')]), 'document/invalid'],
    ['a URI of a megabyte', epcis([event({ inputEPCList: [`urn:a:${'x'.repeat(1_000_000)}`] })])],
  ]),
  ...family('catena-x', text, [
    ['an item that is its own child', items([{ catenaXId: 'a', [BOM]: [{ childItems: [{ catenaXId: 'a' }] }] }])],
    ['items that hold each other', items([{ catenaXId: 'a', [BOM]: [{ childItems: [{ catenaXId: 'b' }] }] }, { catenaXId: 'b', [BOM]: [{ childItems: [{ catenaXId: 'a' }] }] }])],
    ['no id', items([{}]), 'document/invalid'],
    ['an amount below nothing', items([{ catenaXId: 'a', [BOM]: [{ childItems: [{ catenaXId: 'b', quantity: { value: -1 } }] }] }]), 'document/invalid'],
    ['an amount too small to write', items([{ catenaXId: 'a', [BOM]: [{ childItems: [{ catenaXId: 'b', quantity: { value: 1e-300 } }] }] }])],
    ['a child twice', items([{ catenaXId: 'a', [BOM]: [{ childItems: [{ catenaXId: 'b' }, { catenaXId: 'b' }] }] }])],
    ['__proto__ as an aspect', `{"${CONTAINER}":[{"catenaXId":"a","__proto__":[{"polluted":1}]}]}`],
    ['a chain of 3,000 items', items(many(3_000, (i) => ({ catenaXId: `a${i}`, [BOM]: [{ childItems: [{ catenaXId: `a${i + 1}` }] }] })))],
    ['a container that is no list', items({}), 'document/invalid'],
  ]),
  ...family('templates', (given: Uint8Array) => readWorkspace(new Map([['x.xlsx', fileOf(given)]]), host).issues, [
    ['a smelter list without columns', cmrt({ 'Smelter List': [['nothing']] }), 'document/layout'],
    ['a declaration without answers', cmrt({ Declaration: [['CMRT'], ['Revision 6.4'], ['Company Name (*):', 'x']] }), 'document/layout'],
    ['a revision of a thousand digits', cmrt({ Declaration: [['CMRT'], [`Revision ${'9'.repeat(1000)}`], ['Company Name (*):', 'x']] }), 'document/layout'],
    ['ten thousand smelters', cmrt({ 'Smelter List': [['Metal (*)', 'Smelter Name (1)', 'Smelter Country (*)'], ...many(5_000, (i) => ['Tin', `s${i}`, 'JAPAN'])] })],
  ]),
];
