/** Bills of materials that contain themselves, count without end, or hide what a column is. */
import { readWorkspace } from '../../../src/formats/workspace/workspace.ts';
import { host, textFile } from '../../support/files.ts';
import { family, type Small } from './small.ts';

const read = (given: string) => readWorkspace(new Map([['a.csv', textFile(given)]]), host);
const bill = (given: string) => read(given).issues;
/** Refuses nothing, and says what it made of it. */
const warned = (given: string) => [...read(given).issues, ...read(given).value.warnings];
const rows = (count: number, row: (i: number) => string): string => Array.from({ length: count }, (_, i) => row(i)).join('\n');

export const BILL_FILES: readonly Small[] = [
  ...family('a bill', bill, [
    ['that contains itself', 'Level,MPN,Qty\n1,A,1\n2,A,1\n', 'network/bill-contains-itself'],
    ['that contains itself ten deep', `Level,MPN,Qty\n${rows(10, (i) => `${i + 1},P${i % 9},1`)}\n`, 'network/bill-contains-itself'],
    ['whose part is its own parent', 'Parent PN,MPN,Qty\nA,A,1\n,B,1\n', 'network/bill-contains-itself'],
    ['of 5000 parents in a ring', `Parent PN,MPN,Qty\n${rows(5000, (i) => `P${(i + 1) % 5000},P${i},1`)}\n`, 'network/bill-contains-itself'],
    ['of 5000 parents in a line', `Parent PN,MPN,Qty\n${rows(5000, (i) => `${i === 0 ? '' : `P${i - 1}`},P${i},1`)}\n`],
    ['of 99 levels', `Level,MPN,Qty\n${rows(99, (i) => `${i + 1},P${i},1`)}\n`, 'input/bad-level'],
    ['of 60 levels', `Level,MPN,Qty\n${rows(60, (i) => `${i + 1},P${i},1`)}\n`],
    ['of 100 dots', `Item,MPN,Qty\n${rows(100, (i) => `${Array.from({ length: i + 1 }, () => '1').join('.')},P${i},1`)}\n`, 'input/bad-level'],
    ['that skips a level', 'Level,MPN,Qty\n1,A,1\n9,B,1\n', 'input/bad-level'],
    ['that begins inside', 'Level,MPN,Qty\n3,A,1\n1,B,1\n', 'input/bad-level'],
    ['with a level of words', 'Level,MPN,Qty\n1,A,1\none,B,1\n', 'input/bad-level'],
    ['with a level below nought', 'Level,MPN,Qty\n1,A,1\n1.-1,B,1\n', 'input/bad-level'],
    ['with a level of a thousand digits', `Level,MPN,Qty\n1,A,1\n${'9'.repeat(1000)},B,1\n`, 'input/bad-level'],
    ['with a number twice', 'Item,MPN,Qty\n1,A,1\n1.1,B,1\n1.1,C,1\n', 'input/repeated-level'],
    ['with a child of nobody', 'Item,MPN,Qty\n1,A,1\n1.1,B,1\n9.1,C,1\n', 'input/no-such-parent'],
    ['with two roots by parent', 'Parent PN,MPN,Qty\nX,A,1\nY,B,1\nA,C,1\n', 'input/no-such-parent'],
    ['whose amount is a formula', 'MPN,Qty\nA,=1+1\n', 'input/not-a-number'],
    ['whose amount is below nought', 'MPN,Qty\nA,-1\n', 'input/not-a-number'],
    ['whose amount has an exponent', 'MPN,Qty\nA,1e3\n', 'input/not-a-number'],
    ['whose amount has a comma', 'MPN,Qty\nA,"1,000"\n', 'input/ambiguous-number'],
    ['whose unit nobody knows', 'MPN,Qty,UOM\nA,1,cubit\n', 'input/unknown-unit'],
    ['whose origin is no country', 'MPN,Qty,COO\nA,1,Atlantis\n', 'input/unknown-country'],
    ['whose origin is in Cyrillic', 'MPN,Qty,COO\nA,1,Тaiwan\n', 'input/unknown-country'],
    ['of one word', 'hello\n', 'input/no-bill-columns'],
    ['of numbers', '1,2,3\n4,5,6\n', 'input/no-bill-columns'],
    ['of nothing', '\n\n\n', 'input/no-header'],
    ['of 25,000 equal parts', `MPN,Qty\n${'A,1\n'.repeat(25_000)}`],
    ['of 10,000 makers', `MPN,Manufacturer,Qty\n${rows(10_000, (i) => `A${i},M${i},1`)}\n`],
    ['of 15,000 alternates of one line', `Item,MPN,Qty\n${rows(15_000, (i) => `1,A${i},${i === 0 ? '1' : ''}`)}\n`],
    ['with ids like members of an object', 'MPN,Manufacturer,Qty\n__proto__,constructor,1\ntoString,__proto__,1\n'],
    ['whose parts have 32,000 letters', `MPN,Qty\n${'A'.repeat(32_000)},1\n`],
    ['whose header is 32,000 marks', `${'-'.repeat(32_000)},MPN,Qty\nx,A,1\n`],
    ['whose header is 32,000 digits', `${'1'.repeat(32_000)},MPN ${'1 '.repeat(10_000)},MPN,Qty\nx,y,A,1\n`],
  ]),
  ...family('a bill that is flagged', warned, [
    ['R1 to R999999999', 'MPN,Designator,Qty\nA,R1-R999999999,1\n', 'input/quantity-differs'],
    ['a range of 999,999', 'MPN,Designator,Qty\nA,R1-R999999,999999\n'],
    ['a thousand ranges over each other', `MPN,Designator,Qty\nA,"${rows(1000, (i) => `R${i + 1}-R${i + 5000}`).replaceAll('\n', ',')}",5999\n`],
    ['a range that runs backwards', 'MPN,Designator,Qty\nA,R9-R1,9\n', 'input/bad-designators'],
    ['30,000 commas for designators', `MPN,Designator,Qty\nA,"${'R,'.repeat(15_000)}R",1\n`],
    ['30,000 dashes for designators', `MPN,Designator,Qty\nA,${'R1-'.repeat(10_000)},1\n`],
    ['one place with two parts', 'MPN,Designator,Qty\nA,R1,1\nB,R1,1\n', 'input/designator-twice'],
    ['a Cyrillic letter in the maker\'s header', 'Мanufacturer,MPN,Qty\nFoo,A,1\n', 'input/column-not-found'],
    ['a zero-width space in the maker\'s header', 'Manu\u200bfacturer,MPN,Qty\nFoo,A,1\n', 'input/column-not-found'],
    ['a part left out that is called so in its value', 'MPN,Value,Qty\nA,DNP,1\nB,1k,1\n', 'input/not-placed'],
    ['an assembly twice with other parts', 'Level,MPN,Qty\n1,A,1\n2,B,1\n1,A,1\n2,C,1\n', 'input/assembly-differs'],
    ['stray blanks', 'MPN,Description,Qty\nA,x,1\nB,   y,1\nC,z,1\n', 'input/indented'],
    ['no header', '1,Foo,AB-1,"one, two",U1,1\n2,Bar,AB-2,"two, three","U2, U3",2\n3,Foo,AB-3,"four, five","U4, U5",2\n', 'input/headerless'],
    ['a total that looks like a part', 'MPN,Description,Qty\nA,x,1\nTotal,,1\n', 'input/not-a-line'],
  ]),
];
