/** A list is complete only if the rows that it was stated of are all there, which their number says. */
import { expect, test } from 'vitest';
import type { Completeness } from '../../src/model/record.ts';
import { verdictOf } from '../fuzz/harness.ts';
import { digestOf } from '../support/digest.ts';
import { places, workspace } from '../support/files.ts';

const TABLES = {
  'nonred.yaml': 'product: p\nbom: b\nasOf: 2026-11-22\n',
  'products.csv': 'id,maker,roles\np,acme,uas\na,acme,camera\nred,shell,camera\nc (2),acme,cable\n',
  'parties.csv': 'id,name,domicile\nacme,Acme Ltd,TW\nshell,Shell Ltd,CN\n',
  'recipes.csv': 'id,output,country,sole\nb,p,TW,yes\nma,a,TW,yes\nmr,red,CN,yes\nmc,c (2),TW,yes\n',
  'lines.csv': 'recipe,line,product,use\nb,1,a,in-use\nb,1,red,in-use\nb,2,c (2),in-use\nb,3,a,in-use\n',
  'listings.csv': 'id,list,name\nl1,us-x,One\nl1,us-x,Uno\nl2,us-x,Two\n',
};
const HEAD = 'list,of,scope,status,members,validTo\n';
const LEAVES = 'components,ma,,complete,none,\ncomponents,mr,,complete,none,\ncomponents,mc,,complete,none,\n';
const stated = (row: string, tables: Readonly<Record<string, string>> = TABLES) => workspace({ ...tables, 'completeness.csv': `${HEAD}${LEAVES}${row}\n` });
const statement = (row: string, tables?: Readonly<Record<string, string>>): Completeness => stated(row, tables).value.records.findLast((rec): rec is Completeness => rec.kind === 'completeness')!;
const counts = (row: string, tables?: Readonly<Record<string, string>>): string[] => stated(row, tables).value.warnings.filter(({ code }) => code === 'input/uncounted').map(({ params }) => `${params.given} ${params.count}`);

const LISTS: readonly (readonly [row: string, status: 'complete' | 'unknown', warned: readonly string[]])[] = [
  ['components,b,,complete,as listed here,', 'unknown', ['as listed here 4']],
  ['components,b,,complete,as listed here (4),', 'complete', []],
  ['components,b,camera,complete,as listed here (3),', 'complete', []],
  ['components,b,,complete,1 | 2 | 3,', 'unknown', ['... | 3 4']], // line 1 has two rows
  ['components,b,,complete,1 | 2 | 3 (4),', 'complete', []],
  ['components,b,,complete,2 | 3,', 'unknown', ['... | 3 2']], // a row each, but an option can be lost
  ['components,b,,complete,2 | lines/b#9,', 'unknown', ['... | lines/b#9 1']],
  ['components,b,,complete,1 | lines/b#9 (2),', 'unknown', ['... | lines/b#9 2']], // one row too many does not make up for one that is lost
  ['recipes,c (2),,complete,mc (1),', 'complete', []],
  ['entries,us-x,,complete,as listed here (3),', 'complete', []], // a further name is a row
  ['entries,us-x,,complete,l1 | l2,', 'unknown', ['... | l2 3']],
  ['components,b,,complete,none,', 'complete', []], // and does not hold, as the bill has lines
];
for (const [row, status, warned] of LISTS)
  test(`${row} is ${status}`, () => {
    expect(places(stated(row).issues)).toEqual([]);
    expect(statement(row).status).toBe(status);
    expect(counts(row)).toEqual(warned);
  });

test('a record that is replaced only later is still listed', () => {
  const rows = 'product,substance,validFrom,supersedes\np,steel,,\n';
  const steel = digestOf(workspace({ ...TABLES, 'materials.csv': rows }).value.records.find(({ kind }) => kind === 'material')!);
  const members = (from: string, count: number) => statement(`materials,p,,complete,as listed here (${count}),`, { ...TABLES, 'materials.csv': `${rows}p,copper,${from},${steel}\n` }).members;
  expect(members('2026-12-01', 1)).toEqual([steel]);
  expect(members('2026-11-01', 1)).not.toContain(steel);
});

test('a member that is called `c (2)` is one, and not two of `c`', () => {
  const tables = { ...TABLES, 'materials.csv': 'product,substance\np,c (2)\n' };
  expect(statement('materials,p,,complete,c (2) (1),', tables).status).toBe('complete');
  expect(counts('materials,p,,complete,c (2),', tables)).toEqual(['c (2) 1']);
});

test('a number that the tables do not have is refused: lost rows, added rows, a lost option, a lost name of an entry', () => {
  const fault = (row: string, tables: Readonly<Record<string, string>>): string[] => places(stated(row, { ...TABLES, ...tables }).issues);
  const refused = ['input/listed-count completeness.csv/rows/5/members'];
  const bill = 'components,b,,complete,as listed here (4),';
  expect(fault(bill, { 'lines.csv': TABLES['lines.csv'].replace('b,3,a,in-use\n', '') })).toEqual(refused);
  expect(fault(bill, { 'lines.csv': `${TABLES['lines.csv']}b,4,a,\n` })).toEqual(refused);
  expect(fault(bill, { 'lines.csv': TABLES['lines.csv'].replace('b,1,red,in-use\n', '') })).toEqual(refused);
  expect(fault('components,b,,complete,1 | 2 | 3 (4),', { 'lines.csv': TABLES['lines.csv'].replace('b,1,red,in-use\n', '') })).toEqual(refused);
  expect(fault('entries,us-x,,complete,as listed here (3),', { 'listings.csv': TABLES['listings.csv'].replace('l1,us-x,Uno\n', '') })).toEqual(refused);
});

test('no row that is lost, commented out or run into the next, and no header that is damaged, makes clear what was not', () => {
  const judge = (tables: Readonly<Record<string, string>>): string => {
    const { value, issues } = workspace(tables);
    return issues.length > 0 ? 'refused' : String(verdictOf({ records: value.records, product: 'p', bom: 'b' }));
  };
  const statements: readonly string[] = ['as listed here', 'as listed here (4)', '1 | 2 | 3', '1 | 2 | 3 (4)'];
  const clean = { ...TABLES, 'lines.csv': TABLES['lines.csv'].replace('b,1,red,in-use\n', '') };
  expect(judge({ ...clean, 'completeness.csv': `${HEAD}${LEAVES}components,b,,complete,as listed here (3),\n` })).toBe('clear');
  expect(judge({ ...clean, 'completeness.csv': `${HEAD}${LEAVES}components,b,,complete,1 | 2 | 3 (3),\n` })).toBe('clear');
  expect(judge({ ...clean, 'completeness.csv': `${HEAD}${LEAVES}components,b,,complete,as listed here,\n` })).toBe('unknown');
  const seen = new Map<string, number>();
  for (const members of statements)
    for (const [scope, end] of [['', ''], ['gimbal', ''], ['', '2026-01-01']]) {
      const whole: Record<string, string> = { ...TABLES, 'completeness.csv': `${HEAD}${LEAVES}components,b,${scope},complete,${members},${end}\n` };
      for (const [file, text] of Object.entries(whole)) {
        if (file === 'nonred.yaml') continue;
        const rows = text.trimEnd().split('\n');
        const harmed = rows.flatMap((row, at) => [undefined, `#${row}`, `"${row}`, row.slice(0, row.length / 2)].map((by) => rows.flatMap((one, i) => (i !== at ? [one] : by === undefined ? [] : [by])).join('\n')));
        const cells = rows[0]!.split(',');
        const headers = cells.flatMap((cell, at) => ['', 'x', cell.slice(1), `${cell}s`, cell.toUpperCase()].map((by) => [cells.map((one, i) => (i === at ? by : one)).join(','), ...rows.slice(1)].join('\n')));
        for (const one of [...harmed, ...headers, ...rows.map((_, at) => rows.flatMap((row, i) => (i === at ? [`${row}${rows[at + 1] ?? ''}`] : i === at + 1 ? [] : [row])).join('\n'))]) {
          const verdict = judge({ ...whole, [file]: one });
          seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
          expect(verdict, `${members} ${file}\n${one}`).not.toBe('clear');
        }
      }
    }
  expect(seen.get('refused')).toBeGreaterThan(300);
  expect(seen.get('red')).toBeGreaterThan(100);
});

test('what an answer adds is not listed here: the statement keeps its number and its pin, and no longer holds', () => {
  const own = 'components,b,,complete,as listed here (4),';
  const before = statement(own);
  const answered = { ...TABLES, 'answers/1/lines.csv': 'recipe,line,product\nb,4,a\nb,2,part\n' };
  expect(places(stated(own, answered).issues)).toEqual([]);
  expect(statement(own, answered)).toEqual(before);
  // Of a line that stands in both, a record each: two claims of what it is, not two options.
  expect(stated(own, answered).value.records.flatMap((rec) => (rec.kind === 'line' && rec.line === '2' ? [rec.options.map(({ product }) => product)] : []))).toEqual([['part'], ['c (2)']]);
});
