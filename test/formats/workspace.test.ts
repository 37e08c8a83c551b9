import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { Rec } from '../../src/model/record.ts';
import { templates } from '../../src/formats/workspace/templates.ts';
import { runs } from '../runs.ts';
import { host, places, workspace } from '../support/files.ts';

const rec = (records: readonly Rec[], id: string) => records.find((one) => one.id === id);
const digest = (one: Rec | undefined) => digestOf(one!, host.sha256);

test('rows become records: absent where empty, with origin, notes and made ids', () => {
  const { value, issues } = workspace({
    'products.csv': 'id,name,maker,partNumber,roles,unitCost,currency,unitMassKg,shelf\np,Drone,acme,P-1|P-2,,12.50,USD,0.2..0.3,A4\nbolt,,,,none,0.10 USD,,,\ncam,,,,camera|gimbal,,,,',
    'ownerships.csv': 'owner,asset,measure,lo,hi,validFrom,level\na,b,equity,33.3333 %,33.3333 %,2026-01-01,inferred\na,b,contract,,,,\nc,b,voting,25 %,,,',
    'supplies.csv': 'product,supplier,share,use\nbolt,dealer,60 %,in use',
  });
  expect(issues).toEqual([]);
  expect(rec(value.records, 'p')).toEqual({
    kind: 'product', id: 'p', level: 'confirmed', origin: 'products.csv, row 2', notes: { shelf: 'A4' }, name: 'Drone', maker: 'acme', partNumbers: ['P-1', 'P-2'],
    unitCost: { lo: '12.5', hi: '12.5', currency: 'USD' }, unitMassKg: { lo: '0.2', hi: '0.3' },
  });
  expect(rec(value.records, 'bolt')).toMatchObject({ roles: [], unitCost: { lo: '0.1', hi: '0.1', currency: 'USD' } });
  expect(rec(value.records, 'cam')).toMatchObject({ roles: ['camera', 'gimbal'] });
  expect(rec(value.records, 'a>b/equity')).toMatchObject({ kind: 'ownership', equityPpm: { lo: 333_333, hi: 333_333 }, level: 'inferred', validFrom: '2026-01-01' });
  expect(rec(value.records, 'a>b/contract')).toMatchObject({ control: 'contract' });
  expect(rec(value.records, 'c>b/voting')).toMatchObject({ votingPpm: { lo: 250_000, hi: 1_000_000 } });
  expect(rec(value.records, 'dealer>/bolt')).toMatchObject({ kind: 'supply', sharePpm: { lo: 600_000, hi: 600_000 }, use: 'in-use' });
  expect(value.files.map(({ name, rows }) => `${name} ${rows}`)).toEqual(['nonred.yaml 0', 'ownerships.csv 3', 'products.csv 3', 'supplies.csv 1']);
});

test('rows of one party id are one record with several names and ids; a second value of a field is a second record', () => {
  const { value } = workspace({
    'parties.csv': 'id,name,lang,domicile,idScheme,idValue,aliases\ndji,"SZ DJI Technology Co., Ltd.",en,CN,lei,5493001Z012YSB2A0K51,DJI\ndji,深圳市大疆創新科技有限公司,zh-Hant,,cn-uscc,91350100M000100Y43,\nx,X Ltd,,TW,,,\nx,X Ltd,,CN,,,',
  });
  expect(value.records).toHaveLength(3);
  expect(rec(value.records, 'dji')).toMatchObject({
    names: ['SZ DJI Technology Co., Ltd.', 'DJI', '深圳市大疆創新科技有限公司'], domicile: 'CN', ids: [{ scheme: 'lei', value: '5493001Z012YSB2A0K51' }, { scheme: 'cn-uscc', value: '91350100M000100Y43' }],
    origin: 'parties.csv, rows 2, 3', notes: { lang: 'en; zh-Hant' },
  });
  expect(value.warnings).toContainEqual({ code: 'input/two-claims', params: { id: 'x', field: 'domicile', first: 'TW', second: 'CN' }, at: { source: 'parties.csv', pointer: '/rows/5' } });
});

test('the same roles or steps in another order are no second claim', () => {
  const claims = (roles: string, steps: string): string[] => workspace({
    'products.csv': `id,maker,roles\nx,,radio | chip\ny,,${roles}\nx,,${roles}\n`, 'recipes.csv': `id,output,steps\nr,x,sintered | tested\nr,x,${steps}\n`,
  }).value.warnings.filter(({ code }) => code === 'input/two-claims').map(({ params }) => String(params.field));
  expect(claims('chip | radio', 'tested | sintered')).toEqual([]);
  expect(claims('chip', 'tested')).toEqual(['roles', 'steps']);
});

test('rows of one recipe and line are the options of one line', () => {
  const { value, issues } = workspace({
    'lines.csv': 'recipe,line,product,alternativeOf,share,use,quantity,uom\nb1,1,cam,,,,2,pcs\nb1,2,rA,,60 %,in-use,1,H87\nb1,2,rB,,,approved,,\nb1,2a,rC,2,,known,,\nb1,3,,,,,,',
  });
  expect(issues).toEqual([]);
  expect(value.lines).toBe(3);
  expect(rec(value.records, 'b1#2')).toMatchObject({
    line: '2', quantity: '1', uom: 'H87',
    options: [{ product: 'rA', share: { lo: 600_000, hi: 600_000 }, use: 'in-use' }, { product: 'rB', use: 'approved' }, { product: 'rC', use: 'known' }],
  });
  expect(rec(value.records, 'b1#3')).toMatchObject({ options: [{ product: null }] });
});

const E3 = {
  'nonred.yaml': 'product: quad\nasOf: 2026-11-22\n',
  'products.csv': 'id,roles\nquad,\nfc,flight-controller\ncam,camera\nmotor,motor\nmodule,',
  'recipes.csv': 'id,output\nb1,quad',
  'lines.csv': 'recipe,line,product,validTo\nb1,1,fc,\nb1,2,cam,\nb1,3,motor,\nb1,4,module,\nb1,5,cam,2020-01-01',
};

test('a pin names what the tables list: in scope, and in force on the day of the question', () => {
  const { value, issues } = workspace({
    ...E3,
    'completeness.csv': 'list,of,scope,status,members\ncomponents,b1,flight-controller|camera,complete,as listed here (3)\nrecipes,quad,,complete,as listed here (1)\ncomponents,fc1,,complete,none\nowners,lens,above 5 %,incomplete,\ncomponents,b1,,complete,1|b1#2 (2)',
  });
  expect(issues).toEqual([]);
  const line = (n: string) => digest(rec(value.records, `b1#${n}`));
  const statements = value.records.filter((one) => one.kind === 'completeness');
  expect(statements[0]).toMatchObject({ scope: { roles: ['camera', 'flight-controller'] }, members: [line('1'), line('2'), line('4')].sort() });
  expect(statements[1]).toMatchObject({ members: [digest(rec(value.records, 'b1'))] });
  expect(statements[2]).toMatchObject({ members: [] });
  expect(statements[3]).toMatchObject({ scope: { abovePpm: 50_000 }, status: 'incomplete' });
  expect(statements[4]).toMatchObject({ members: [line('1'), line('2')].sort() });
});

test('evidence supports digests, of statements too, and has the digest of its file', () => {
  const { value, issues } = workspace({
    ...E3,
    'completeness.csv': 'list,of,status,members\ncomponents,b1,complete,as listed here (4)',
    'evidence.csv': `id,kind,issued,file,supports\ne1,certificate-of-origin,2026-01-05,evidence/e1.txt,products/cam | recipes/b1+lines|completeness/*|${'ab'.repeat(32)}\ne2,self-declaration,,,products/none`,
    'evidence/e1.txt': 'made-up',
  });
  expect(issues).toEqual([]);
  const bill = value.records.filter(({ kind }) => kind === 'line' || kind === 'recipe' || kind === 'completeness');
  expect(rec(value.records, 'e1')).toMatchObject({
    docKind: 'certificate-of-origin', digest: host.sha256('made-up'), supports: [...bill, rec(value.records, 'cam')!].map(digest).concat('ab'.repeat(32)).sort(),
  });
  expect(value.warnings.map(({ code, params }) => `${code} ${params.given}`)).toContain('input/no-such-id products/none');
});

test('a paper that is empty is refused, one that is not here is said once, and a column that would end it is said to end nothing', () => {
  const of = (head: string, ...rows: string[]) => workspace({ 'products.csv': 'id,roles\np,none', 'evidence.csv': [`id,kind,supports,${head}`, ...rows.map((row, i) => `e${i},declaration,products/p,${row}`)].join('\n'), 'evidence/full.txt': 'x', 'evidence/empty.txt': '' });
  const [empty, some] = ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'a'.repeat(64)];
  expect(places(of('file', 'evidence/empty.txt').issues)).toEqual(['evidence/empty evidence.csv/rows/2/file']);
  expect(places(of('sha256', empty).issues)).toEqual(['evidence/empty evidence.csv/rows/2/sha256']);
  const warned = (found: ReturnType<typeof of>) => found.value.warnings.map(({ code, params }) => `${code} ${params.given} ${params.count ?? params.example}`);
  expect(warned(of('file,sha256', 'evidence/full.txt,', `evidence/a.pdf,${some}`, `evidence/b.pdf,${some}`, `,${some}`))).toEqual(['input/paper-not-here evidence/a.pdf 2']);
  for (const [head, cell, said] of [['retracted', 'yes', 1], ['作廢', '2026-01-01', 1], ['Status', 'revoked', 1], ['retracted', 'no', 0], ['Status', 'valid', 0], ['Status', 'not revoked', 0], ['cancelled', '', 0], ['note', 'cancelled order', 0]] as const)
    expect(warned(of(head, cell, cell)), `${head} ${cell}`).toEqual(said ? [`input/unread-end ${head} ${cell}`] : []);
});

test('judgements bind digests', () => {
  const { value, issues } = workspace({
    'parties.csv': 'id,name\na,A\nb,B',
    'listings.csv': 'id,list,name\nl1,ofac,A',
    'judgements.csv': 'left,right,says,withdraws,by,on\nparties/a,parties/b,same,,me,2026-01-01\nparties/a,listings/l1,different,,me,\n,,,parties/b,me,',
  });
  expect(issues).toEqual([]);
  const [a, b, l1] = ['a', 'b', 'l1'].map((id) => digest(rec(value.records, id)));
  expect(value.records.filter(({ kind }) => kind === 'judgement')).toMatchObject([{ left: a, right: b, says: 'same', on: '2026-01-01' }, { left: a, right: l1, says: 'different' }, { withdraws: b }]);
});

test('with a secret every record has the salt of its id', () => {
  const hmac = (id: string) => createHmac('sha256', 'secret').update(id).digest('hex');
  const { value } = workspace({ 'parties.csv': 'id,name\na,A', 'products.csv': 'id\np', 'completeness.csv': 'list,of,status\nrecipes,p,unknown' }, { ...host, hmac });
  for (const one of value.records) expect(one.salt).toBe(hmac(one.id));
});

const FAULTS: readonly (readonly [what: string, files: Readonly<Record<string, string>>, faults: readonly string[]])[] = [
  ['no product', { 'nonred.yaml': '# nothing\n' }, ['input/missing nonred.yaml/product']],
  ['an impossible day', { 'parties.csv': 'id,validFrom\na,2026-02-30' }, ['input/bad-day parties.csv/rows/2/validFrom']],
  ['an end before the start', { 'parties.csv': 'id,validFrom,validTo\na,2026-01-02,2026-01-02' }, ['input/ends-before-start parties.csv/rows/2/validTo']],
  ['an unknown unit', { 'lines.csv': 'recipe,line,uom\nb,1,bag' }, ['input/unknown-unit lines.csv/rows/2/uom']],
  ['an unknown country', { 'parties.csv': 'id,domicile\na,Atlantis' }, ['input/unknown-country parties.csv/rows/2/domicile']],
  ['a word outside the vocabulary', { 'recipes.csv': 'id,output,use\nr,p,sometimes' }, ['input/not-one-of recipes.csv/rows/2/use']],
  ['an ambiguous number', { 'lines.csv': 'recipe,line,quantity\nb,1,"1,234"' }, ['input/ambiguous-number lines.csv/rows/2/quantity']],
  ['a number with its unit', { 'lines.csv': 'recipe,line,quantity\nb,1,12 pcs' }, ['input/not-a-number lines.csv/rows/2/quantity']],
  ['an ambiguous share', { 'supplies.csv': 'product,supplier,share\np,s,0.49' }, ['input/ambiguous-share supplies.csv/rows/2/share']],
  ['a share above all', { 'supplies.csv': 'product,supplier,share\np,s,101 %' }, ['input/share-above-all supplies.csv/rows/2/share']],
  ['a range upside down', { 'ownerships.csv': 'owner,asset,measure,lo,hi\na,b,equity,50 %,40 %' }, ['input/upside-down ownerships.csv/rows/2/lo']],
  ['money without currency', { 'products.csv': 'id,unitCost\np,12.50' }, ['input/no-currency products.csv/rows/2/unitCost']],
  ['a required cell that is empty', { 'supplies.csv': 'product,supplier\np,' }, ['input/missing supplies.csv/rows/2/supplier']],
  ['a required column that is not there', { 'supplies.csv': 'product\np' }, ['input/missing supplies.csv/rows/1', 'input/missing supplies.csv/rows/2/supplier']],
  ['a column twice', { 'parties.csv': 'id,name,name\na,x,y' }, ['input/duplicate-column parties.csv/rows/1']],
  ['a cell without a header', { 'parties.csv': 'id,name\na,Foo, Ltd' }, ['input/extra-cells parties.csv/rows/2']],
  ['a cell under an empty header', { 'parties.csv': 'id,name,\na,Foo,\nb,Bar,TW' }, ['input/nameless-column parties.csv/rows/3']],
  ['an empty header between others', { 'parties.csv': 'id,,name\na' }, ['input/nameless-column parties.csv/rows/1']],
  ['a slip in a column', { 'parties.csv': 'id,Domicle\na,TW' }, ['input/likely-column parties.csv/rows/1']],
  ['other words for a column that limits', { 'products.csv': 'id,Valid until,Confidence\na,2026-01-01,low', 'parties.csv': 'id,A.K.A.\np,q', 'evidence.csv': 'id,kind,有效期限\ne,x,2026-01-01' }, ['input/likely-column evidence.csv/rows/1', 'input/likely-column parties.csv/rows/1', 'input/likely-column products.csv/rows/1', 'input/likely-column products.csv/rows/1']],
  ['a column of one\'s own beside a statement', { 'completeness.csv': 'list,of,status,members,only for\nrecipes,p,complete,none,cameras' }, ['input/unknown-column completeness.csv/rows/1']],
  ['no header', { 'parties.csv': '# nothing\n' }, ['input/no-header parties.csv']],
  ['an empty file', { 'parties.csv': '' }, ['input/no-header parties.csv']],
  ['an id of two kinds', { 'parties.csv': 'id\nx', 'products.csv': 'id\nx' }, ['input/id-of-two-kinds products.csv/rows/2']],
  ['an id with a bar, or hidden characters', { 'products.csv': 'id\na|b\nc\u202ed\n?e' }, ['input/bad-id products.csv/rows/2/id', 'input/bad-id products.csv/rows/3/id', 'input/bad-id products.csv/rows/4/id']],
  ['half a registered id', { 'parties.csv': 'id,idScheme,idValue\na,lei,' }, ['input/missing parties.csv/rows/2/idValue']],
  ['a digest that is none', { 'parties.csv': 'id,supersedes\na,xyz' }, ['input/bad-digest parties.csv/rows/2/supersedes']],
  ['a path out of the workspace', { 'evidence.csv': 'id,kind,file\ne,x,../secret\nf,x,/etc/passwd\ng,x,a/..\\b' }, ['input/outside-workspace evidence.csv/rows/2/file', 'input/outside-workspace evidence.csv/rows/3/file', 'input/outside-workspace evidence.csv/rows/4/file']],
  ['a file that is not there', { 'evidence.csv': 'id,kind,file\ne,x,a.pdf' }, ['input/no-such-file evidence.csv/rows/2/file']],
  ['a file that was changed', { 'evidence.csv': `id,kind,file,sha256\ne,x,a.txt,${'0'.repeat(64)}`, 'a.txt': 'b' }, ['input/file-differs evidence.csv/rows/2/sha256']],
  ['a reference that is none', { 'evidence.csv': 'id,kind,supports\ne,x,cam' }, ['input/bad-reference evidence.csv/rows/2/supports']],
  ['a complete list without members', { 'completeness.csv': 'list,of,status\nrecipes,p,complete' }, ['input/missing completeness.csv/rows/2/members']],
  ['an alternative of nothing', { 'lines.csv': 'recipe,line,product,alternativeOf\nb,1,x,7' }, ['input/alternative-of-nothing lines.csv/rows/2/alternativeOf']],
  ['options with different quantities', { 'lines.csv': 'recipe,line,product,quantity\nb,1,x,1\nb,1,y,2' }, ['input/options-differ lines.csv/rows/3/quantity']],
  ['two outputs of one recipe, one after the other', { 'recipes.csv': 'id,output,validFrom,validTo\nb,p,,2026-01-01\nb,q,2026-01-01,' }, ['record/contradiction recipes.csv/rows/3']],
  ['two products of one supply, one after the other', { 'supplies.csv': 'id,product,supplier,validFrom,validTo\ns,p,a,,2026-01-01\ns,q,a,2026-01-01,' }, ['record/contradiction supplies.csv/rows/3']],
  ['two outputs of one recipe', { 'recipes.csv': 'id,output\nb,p\nb,q' }, ['record/contradiction recipes.csv/rows/3']],
  ['more ways than can be judged', { 'recipes.csv': `id,output\n${Array.from({ length: 1_001 }, (_, i) => `r${i},p`).join('\n')}`, 'supplies.csv': `product,supplier\n${Array.from({ length: 1_000 }, (_, i) => `p,s${i}`).join('\n')}` }, ['network/too-many-ways supplies.csv/rows/1001']],
  ['stakes above all', { 'ownerships.csv': 'owner,asset,measure,lo,hi\na,x,equity,60 %,60 %\nb,x,equity,40.0001 %,50 %' }, ['network/stakes-above-all ownerships.csv/rows/3']],
  ['a bill that contains itself', { 'recipes.csv': 'id,output\nb,p', 'lines.csv': 'recipe,line,product\nb,1,p' }, ['network/bill-contains-itself lines.csv/rows/2']],
  [
    'assemblies of one maker that contain each other',
    { 'products.csv': 'id,maker\np,acme\nq,acme\nr,acme', 'recipes.csv': 'id,output\nb,p\nc,q\nd,r', 'lines.csv': 'recipe,line,product\nb,1,q\nc,1,r\nd,1,q' },
    ['network/bill-contains-itself lines.csv/rows/4'],
  ],
  ['a condition that is no JSON', { 'listings.csv': 'id,list,category\nl,x,{"hs":["85"]' }, ['input/json-syntax listings.csv/rows/2/category']],
  ['config faults, all at once', { 'nonred.yaml': 'product: p\nasOf: 2026-02-30\nrulebook: x\ntables: {../a.csv: {as: bom}, b.csv: {as: parties}}\n' }, ['input/bad-day nonred.yaml/asOf', 'input/unknown-field nonred.yaml/rulebook']],
  ['files named outside', { 'nonred.yaml': 'product: p\ntables: {../a.csv: {as: bom}, b.csv: {as: parties}}\n' }, ['input/outside-workspace nonred.yaml/tables/..~1a.csv', 'input/no-such-file nonred.yaml/tables/b.csv']],
];
for (const [what, files, faults] of FAULTS) test(`refused: ${what}`, () => expect(places(workspace(files).issues)).toEqual(faults));

const FINE: readonly (readonly [what: string, files: Readonly<Record<string, string>>, warnings: readonly string[]])[] = [
  ['two makers of one product', { 'parties.csv': 'id\na\nb', 'products.csv': 'id,maker\np,a\np,b' }, ['input/two-claims products.csv/rows/3']],
  ['two makers, one after the other', { 'parties.csv': 'id\na\nb', 'products.csv': 'id,maker,validFrom,validTo\np,a,,2026-01-01\np,b,2026-01-01,' }, []],
  ['an id without record', { 'products.csv': 'id,maker\np,nobody' }, ['input/no-such-id products.csv/rows/2/maker']],
  ['stakes of exactly all', { 'parties.csv': 'id\na\nb\nc\nx', 'ownerships.csv': 'owner,asset,measure,lo,hi\na,x,equity,33.3333 %,33.4 %\nb,x,equity,33.3333 %,33.4 %\nc,x,equity,33.3334 %,33.4 %' }, []],
  ['a stake sold on', { 'parties.csv': 'id\na\nb\nx', 'ownerships.csv': 'owner,asset,measure,lo,hi,validTo,validFrom\na,x,equity,60 %,60 %,2026-01-01,\nb,x,equity,60 %,60 %,,2026-01-01' }, []],
  ['a loop between makers', { 'products.csv': 'id,maker\np,a\nq,b', 'parties.csv': 'id\na\nb', 'recipes.csv': 'id,output\nb1,p\nb2,q', 'lines.csv': 'recipe,line,product\nb1,1,q\nb2,1,p' }, []],
  ['a table that is none of ours', { 'prices.csv': 'part,price\na,1' }, ['input/file-not-read prices.csv']],
];
for (const [what, files, warnings] of FINE)
  test(`not a fault: ${what}`, () => {
    const { value, issues } = workspace(files);
    expect(places(issues)).toEqual([]);
    expect(places(value.warnings).filter((place) => !place.endsWith('nonred.yaml/product'))).toEqual(warnings); // most have no row of p
  });

test('a product or bill of the question that no table has is said', () => {
  expect(places(workspace({ 'nonred.yaml': 'product: p\nbom: b\n' }).value.warnings)).toEqual(['input/no-such-id nonred.yaml/bom', 'input/no-such-id nonred.yaml/product']);
  expect(places(workspace({ 'products.csv': 'id\np' }).value.warnings)).toEqual([]);
});

test('the templates show where ground control software and cloud storage are written down (848 C and D)', () => {
  const files = Object.fromEntries([...templates()].map(([name, text]) => [name, name.endsWith('.csv') ? text.replace(/^"?# ((?:ground|flight|cloud|network|make|run|data|my)-.*)$/gm, '$1') : text]));
  const { value, issues } = workspace({ ...files, 'nonred.yaml': 'product: p\n' });
  expect(issues).toEqual([]);
  expect(value.records.flatMap((rec) => (rec.kind === 'product' ? rec.roles ?? [] : []))).toEqual(expect.arrayContaining(['ground-control', 'operating-software', 'storage', 'connectivity']));
  expect(value.records.filter(({ kind }) => kind === 'line').length).toBe(4);
  expect(value.records.flatMap((rec) => (rec.kind === 'recipe' ? rec.steps ?? [] : [])).sort()).toEqual(['developed', 'developed', 'located', 'located']);
  expect(value.records.find(({ kind }) => kind === 'facility')).toMatchObject({ operator: 'who-administers-it' });
});

test('the templates are read without a fault, and say what every column is', () => {
  const { issues, value } = workspace(Object.fromEntries(templates()));
  expect(issues).toEqual([]);
  expect(value.records).toEqual([]);
  expect(value.config).toEqual({ title: 'My product', product: 'my-product' });
  const all = templates().get('nonred.yaml')!.replace(/^# (\w+: )/gm, '$1');
  expect(places(workspace({ 'nonred.yaml': all }).issues)).toEqual(['input/no-such-file nonred.yaml/tables/board.xlsx']);
});

test('the order of rows and columns changes nothing but where they were read', () => {
  const rows = ['a,A Ltd,TW', 'b,B Ltd,JP', 'c,C Ltd,', 'd,,US'];
  const bare = (text: string) => workspace({ 'parties.csv': text }).value.records.map(({ origin: _, ...rest }) => rest).sort((x, y) => (x.id < y.id ? -1 : 1));
  const first = bare(`id,name,domicile\n${rows.join('\n')}`);
  fc.assert(fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (shuffled) => {
    expect(bare(`id,name,domicile\n${shuffled.join('\n')}`)).toEqual(first);
    expect(bare(`domicile,id,name\n${shuffled.map((row) => { const [id, name, country] = row.split(','); return [country, id, name].join(','); }).join('\n')}`)).toEqual(first);
  }), { numRuns: runs(200) });
});
