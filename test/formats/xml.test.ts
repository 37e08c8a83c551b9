/** Our scanner of XML against saxes, a well-kept parser that goes character by character: the same trees, and the same documents refused. */
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { parseXml, type XmlElement } from '../../src/formats/xml.ts';
import { ASIDE_SEEDS, DOCUMENT_SEEDS } from '../fuzz/documents.ts';
import { mutateBytes } from '../fuzz/mutate.ts';
import { mutateXml } from '../fuzz/structure.ts';
import { random } from '../support/random.ts';
import { runs } from '../runs.ts';

const DOCUMENTS = runs(200_000);

type Plain = readonly [name: string, namespace: string, attributes: readonly (readonly [string, string])[], text: string, line: number, children: readonly Plain[]];

const plain = ({ name, namespace, attributes, children, text, line }: XmlElement): Plain => [name, namespace, [...attributes], text, line, children.map(plain)];

/** Characters of a name that none begins with. */
const inside = (code: number): boolean => code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040;

/** `undefined`: refused. */
function oracle(text: string): Plain | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const stack: [string, string, [string, string][], string, number, Plain[]][] = [];
  let root: Plain | undefined;
  let refused = false;
  parser.on('error', () => void (refused = true));
  parser.on('doctype', () => void (refused = true));
  parser.on('xmldecl', ({ encoding }) => void (refused ||= encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)));
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns').map(({ uri: of, local: name, value }): [string, string] => [of === '' ? name : `{${of}}${name}`, value]);
    // It lets a local name begin with a digit, which the standard does not (Namespaces in XML, section 4: both parts are names).
    refused ||= [local, ...Object.values(attributes).map((one) => one.local)].some((name) => /^[-.\d]/.test(name) || inside(name.charCodeAt(0)));
    stack.push([local, uri, own, '', parser.line, []]);
  });
  // And a mark of its end between a target and what it says: `<?a?b?>` (section 2.6 wants a blank).
  parser.on('processinginstruction', ({ target, body }) => void (refused ||= body.startsWith('?') && text.includes(`<?${target}?`)));
  const add = (piece: string): void => { if (stack.length > 0) stack.at(-1)![3] += piece; };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const done = stack.pop()!;
    if (stack.length > 0) stack.at(-1)![5].push(done);
    else root = done;
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  return refused ? undefined : root;
}

const ours = (text: string): Plain | undefined => {
  const { value, issues } = parseXml(text, 'x');
  expect(issues.length).toBe(value ? 0 : 1);
  return value && plain(value);
};

const WHOLE = [
  '<a/>', '<a></a>', '<a\n b = "1"\n c=\'2\' />', '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<!-- x --><?pi data?><a>\r\nt\r</a>\n<!-- y -->', '<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;<![CDATA[<b>&]]]]></a>',
  '<p:a xmlns:p="u" p:b="1" b="2"><b xmlns="v"><c xmlns=""/></b><p:c xmlns:p="w"/></p:a>', '<a xml:lang="en" xmlns:xml="http://www.w3.org/XML/1998/namespace"/>', '<臺灣 屬性="值">文</臺灣>', '<a b="x\ty\nz&#10;&amp;"/>', '<a-b.c_d1/>', '<a>]] ></a>', '<a>x<b/>y<b/>z</a>', '\ufeff<a/>',
];
const BROKEN = [
  '', 'x', '<a', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a/>x', 'x<a/>', '<a b/>', '<a b=1/>', '<a b="1"c="2"/>', '<a b="<"/>', '<a b="&x;"/>', '<a>&</a>', '<a>&#;</a>', '<a>&#xD800;</a>', '<a>&#0;</a>', '<a>&#x110000;</a>', '<a>&nbsp;</a>', '<a>]]></a>', '<a><!-- -- --></a>', '<a><!--></a>',
  '<!DOCTYPE a><a/>', '<!doctype a><a/>', '<a><!x></a>', '<a><?xml version="1.0"?></a>', '<a><?XML x?></a>', '<a><??></a>', '<a><?p:q x?></a>', ' <?xml version="1.0"?><a/>', '<?xml version="2.0"?><a/>', '<?xml encoding="utf-8"?><a/>', '<?xml version="1.0" encoding="latin1"?><a/>', '<?xml version="1.0"',
  '<p:a/>', '<a p:b="1"/>', '<a b="1" b="2"/>', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', '<a xmlns:p=""/>', '<a xmlns:xml="u"/>', '<a xmlns:xmlns="u"/>', '<a xmlns:p="http://www.w3.org/2000/xmlns/"/>', '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>', '<a:b:c xmlns:a="u"/>', '<:a/>', '<a:/>', '<xmlns:a/>', '<1a/>',
  '<-a/>', '<a\u0000/>', '<a>\u0001</a>', '<a>\uffff</a>', '<a>\ud800</a>', '<a></a ', '<a / >', '<a></ a>', '< a/>', '<![CDATA[x]]><a/>', '<a><![CDATA[x]></a>', '<a><![cdata[x]]></a>',
];

test.each(WHOLE.map((text) => [text]))('%j is read as saxes reads it', (text) => {
  expect(ours(text)).toEqual(oracle(text));
  expect(ours(text)).toBeDefined();
});
test.each(BROKEN.map((text) => [text]))('%j is refused by both', (text) => {
  expect([ours(text), oracle(text)]).toEqual([undefined, undefined]);
});

test(`${DOCUMENTS} harmed documents: the same trees, the same refused`, () => {
  const seeds = [...DOCUMENT_SEEDS['cyclonedx-xml']!(), ...DOCUMENT_SEEDS['ipc-1752']!(), ...ASIDE_SEEDS['gleif-xml']!(), ...WHOLE];
  const bytes = seeds.map((seed) => new TextEncoder().encode(seed));
  let read = 0;
  for (let n = 0; n < DOCUMENTS; n++) {
    const chance = random(n);
    const text = new TextDecoder().decode((chance.chance(0.5) ? mutateBytes : mutateXml)(chance, chance.pick(bytes), bytes));
    const found = ours(text);
    const wanted = oracle(text);
    if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`input ${n}: ${JSON.stringify(text)}\n${JSON.stringify(found)}\n${JSON.stringify(wanted)}`);
    if (found) read++;
  }
  expect(read).toBeGreaterThan(DOCUMENTS / 10);
}, 600_000);
