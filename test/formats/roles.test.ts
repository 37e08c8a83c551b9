import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { quickVerdict } from '../../src/engine/check.ts';
import { fileOf } from '../../src/formats/file.ts';
import { GUESSABLE, guessRole } from '../../src/formats/bom/roles.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import type { Rec } from '../../src/model/record.ts';
import { ROLES } from '../../src/rules/vocabulary.ts';
import type { Clause, Rulebook } from '../../src/rules/rulebook.ts';
import { host, workspace } from '../support/files.ts';
import { workbookOf } from '../support/layouts.ts';

const guessed = (description: string, designator?: string, category?: string): string | undefined => guessRole({ description, designator, category })?.role;
const inferred = (records: readonly Rec[]): string[] => records.flatMap((rec) => (rec.level === 'inferred' && rec.kind === 'product' ? `${rec.id} ${rec.roles} (${rec.notes?.guess})` : [])).sort();

test('roles are guessed from the description, then the category, then the designator, in three languages', () => {
  expect(['IC MCU ARM 2MB FLASH', 'CONN MICRO SD CARD', 'brushless motor 2205', '無刷馬達 2300KV', 'Bürstenloser Motor', 'LiPo battery 4S', 'GPS module', '飛控板', 'Mikrocontroller 32 Bit'].map((one) => guessed(one))).toEqual([
    'processor', 'connector', 'motor', 'motor', 'motor', 'battery', 'gnss', 'flight-controller', 'processor',
  ]);
  expect([guessed('motor driver', 'U1'), guessed('battery holder', 'X1'), guessed('馬達座'), guessed('CAP CER 10UF', 'C1'), guessed('RES 10K', 'R1')]).toEqual(['chip', undefined, undefined, undefined, undefined]);
  expect(guessRole({ description: 'AB-12', category: 'Antenna', designator: 'E1' })).toEqual({ role: 'antenna', from: 'category', word: 'antenna' });
  expect(guessRole({ description: undefined, category: undefined, designator: 'U$9001' })).toEqual({ role: 'chip', from: 'designator', word: 'U' });
  for (const role of GUESSABLE) expect(ROLES.has(role), role).toBe(true);
});

test('a guess is an inferred record with its reason, and none is made where somebody recorded a role', () => {
  const bill = 'MPN,Manufacturer,Description,Designator,Qty\nA,Foo,connector,J1,1\nB,Foo,,U1,1\nC,Foo,resistor,R1,1\n';
  expect(inferred(workspace({ 'board.csv': bill }).value.records)).toEqual(['part:Foo/A connector (connector, from the description (connector))', 'part:Foo/B chip (chip, from the designator (U))']);
  expect(inferred(workspace({ 'board.csv': bill, 'products.csv': 'id,roles\npart:Foo/A,camera\n' }).value.records)).toEqual(['part:Foo/B chip (chip, from the designator (U))']);
  expect(inferred(workspace({ 'board.csv': bill, 'products.csv': 'id,roles\np,uas\n' }).value.records).length).toBe(2); // of the product itself: says nothing of its parts
  const tree = 'Level,MPN,Description,Qty\n1,A,camera module,1\n2,B,connector,1\n1,C,connector,1\n';
  expect(inferred(workspace({ 'board.csv': tree }).value.records)).toEqual(['part:/B connector (connector, from the description (connector))', 'part:/C connector (connector, from the description (connector))']); // an assembly has what its parts have
  expect(inferred(workspace({ 'board.csv': tree, 'products.csv': 'id,roles\npart:/A,camera\n' }).value.records)).toEqual(['part:/C connector (connector, from the description (connector))']);
  expect(inferred(workspace({ 'board.csv': bill, 'nonred.yaml': 'product: p\nbom: b\n', 'completeness.csv': 'list,of,status,members\ncomponents,b,complete,as listed here (3)\n' }).value.records)).toEqual([]);
});

test('papers and pins never mean a guess', () => {
  const { value } = workspace({ 'board.csv': 'MPN,Description,Qty\nA,connector,1\n', 'evidence.csv': 'id,kind,supports\ne,declaration,products/part:/A\n' });
  const paper = value.records.find(({ kind }) => kind === 'evidence');
  expect(paper?.kind === 'evidence' && paper.supports.length).toBe(1);
  expect(inferred(value.records).length).toBe(1);
});

const sha256 = (text: string): string => host.sha256(text);
const DAY = '2026-11-22';
const rules = (clause: Partial<Clause>, floor?: Rulebook['floor']): Rulebook => ({
  id: 'r', title: { en: 'r', 'zh-Hant': 'r' }, cite: 'made-up', statusChecked: DAY, binds: { en: '-', 'zh-Hant': '-' }, sources: [], versions: [{ version: '1', from: '2020-01-01', status: 'in-force' }], sets: { red: ['CN'] }, ...(floor && { floor }),
  clauses: [{ id: 'a', cite: 'made-up', for: { components: { walk: 'all', roles: ['camera'] } }, redIf: { maker: { domicile: 'red' } }, ...clause } as Clause], consequence: 'hold', notModelled: [],
});

test('a guess makes nothing clear that was not: a role that is asked for, and one that is expected', () => {
  const { value } = workspace({
    'nonred.yaml': 'product: p\nbom: b\n', 'board.csv': 'MPN,Manufacturer,Description,Qty,COO\nA,Foo,connector,1,Taiwan\nB,Foo,camera,1,Taiwan\n', 'products.csv': 'id,maker\np,foo\n', 'parties.csv': 'id,domicile\nfoo,TW\n',
  });
  // Everything is complete, and only the makers of the two parts are open: a role that is surely none of those asked for would do.
  const closedLists: Rec[] = ['made:part:Foo/A', 'made:part:Foo/B'].map((of): Rec => ({ kind: 'completeness', id: `c:${of}`, list: 'components', of, status: 'complete', members: [], level: 'confirmed' }));
  const lines = value.records.filter(({ kind }) => kind === 'line');
  const statement: Rec = { kind: 'completeness', id: 'c:b', list: 'components', of: 'b', status: 'complete', members: lines.map((rec) => digestOf(rec, sha256)), level: 'confirmed' };
  const records = [...value.records, ...closedLists, statement];
  const question = { product: 'p', bom: 'b', asOf: DAY, knownAt: DAY };
  const verdict = (of: readonly Rec[], rulebook: Rulebook) => quickVerdict(of, question, [rulebook], sha256);
  const without = records.filter((rec) => rec.level !== 'inferred');
  const confirmed = records.map((rec): Rec => ({ ...rec, level: 'confirmed' }));
  const clause = rules({ for: { components: { walk: 'all', roles: ['gimbal'] } } });
  expect(verdict(confirmed, clause)).toBe('clear'); // were the guesses facts
  expect(verdict(records, clause)).toBe('unknown');
  expect(verdict(without, clause)).toBe('unknown');
});

test('bills in every layout: with guesses a verdict is never clear where it was not, and never less red', () => {
  const clauses: readonly Rulebook[] = [rules({}), rules({ for: { components: { walk: 'all', roles: ['connector', 'chip'] } } }), rules({ expects: ['motor'] }), rules({ redIf: { madeIn: 'red' } }), rules({ redIf: { madeIn: 'red' }, for: { components: { walk: 'all' } } }), rules({}, { clear: { kind: ['declaration'] } })];
  let guesses = 0;
  for (let n = 0; n < 40; n++) {
    const book = workbookOf(n);
    const { value, issues } = readWorkspace(new Map([[book.name, fileOf(book.bytes)]]), host);
    if (issues.length > 0) continue;
    const { product, bom } = value.config;
    const question = { product: product!, bom: bom!, asOf: DAY, knownAt: DAY };
    const without = value.records.filter((rec) => rec.level !== 'inferred');
    guesses += value.records.length - without.length;
    for (const rulebook of clauses) {
      const [before, after] = [without, value.records].map((records) => quickVerdict(records, question, [rulebook], sha256));
      expect([n, before, after]).toEqual([n, before, before]);
    }
  }
  expect(guesses).toBeGreaterThan(100);
});
