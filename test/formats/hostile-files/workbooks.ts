/** Workbooks: the archive, the parts inside, and the cells. Entities in XML beside these are the documents' own table. */
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { fileOf } from '../../../src/formats/file.ts';
import { readXlsx } from '../../../src/formats/table/xlsx.ts';
import { bytesOf } from '../../support/files.ts';
import { book, cellAt, LAUGHS, rawZip, sheet, sheetBook } from '../hostile.ts';
import { family, type Small } from './small.ts';

const read = (bytes: Uint8Array) => readXlsx(fileOf(bytes), 'a.xlsx').issues;
const member = (name: string) => read(zipSync(book(sheet(''), { [name]: bytesOf('x') })));
const part = ([name, xml]: readonly [string, string]) => read(zipSync({ ...book(sheet('')), [name]: bytesOf(xml) }));
const row = (cells: string) => read(sheetBook(`<row r="1">${cells}</row>`));
const packed = deflateRawSync(bytesOf('<a/>'));
const PARTS = ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels', '[Content_Types].xml', 'docProps/core.xml', 'xl/theme/theme1.xml'];

export const WORKBOOK_FILES: readonly Small[] = [
  ...family('a member called', member, [
    ['../../x', '../../x', 'input/hostile-archive'],
    ['..\\x', '..\\x', 'input/hostile-archive'],
    ['a/../b', 'a/../b', 'input/hostile-archive'],
    ['/x', '/x', 'input/hostile-archive'],
    ['C:x', 'C:x', 'input/hostile-archive'],
    ['a\\b', 'a\\b', 'input/hostile-archive'],
    ['a NUL', 'a\0b', 'input/hostile-archive'],
    ['..', '..', 'input/hostile-archive'],
    ['__proto__.xml', '__proto__.xml'],
    ['constructor/x.xml', 'constructor/x.xml'],
    ['a macro', 'xl/vbaProject.bin'],
    ['a name of 60,000 letters', 'a'.repeat(60_000)],
  ]),
  ...family('an archive', read, [
    ['of nothing', new Uint8Array(), 'input/workbook'],
    ['of 22 zeros', new Uint8Array(22), 'input/workbook'],
    ['with only an end', Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]), 'input/workbook'],
    ['that says it has 65,535 members', Uint8Array.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, ...new Uint8Array(10)]), 'input/workbook'],
    ['that says it has 5,000 members', Uint8Array.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 0x88, 0x13, 0x88, 0x13, ...new Uint8Array(10)]), 'input/hostile-archive'],
    ['with a member twice', rawZip([{ name: 'xl/workbook.xml', packed, stated: 4 }, { name: 'xl/workbook.xml', packed, stated: 4 }]), 'input/hostile-archive'],
    ['with a member that is smaller than it says', rawZip([{ name: 'xl/workbook.xml', packed, stated: 400 }]), 'input/hostile-archive'],
    ['with a member that is larger than it says', rawZip([{ name: 'xl/workbook.xml', packed, stated: 1 }]), 'input/hostile-archive'],
    ['with a member that says it has 4 GiB', rawZip([{ name: 'xl/workbook.xml', packed, stated: 0xffffffff }]), 'input/hostile-archive'],
    ['with a member outside it', rawZip([{ name: 'xl/workbook.xml', packed, stated: 4, at: 0x7fffffff }]), 'input/workbook'],
    ['with a member that does not inflate', rawZip([{ name: 'xl/workbook.xml', packed: Uint8Array.from([7, 7, 7, 7]), stated: 4 }]), 'input/workbook'],
    ['with an encrypted member', rawZip([{ name: 'xl/workbook.xml', packed, stated: 4 }], 1), 'input/workbook'],
    ['without a workbook', zipSync({ 'a.xml': bytesOf('<a/>') }), 'input/workbook'],
    ['whose members overlap', rawZip([{ name: 'xl/workbook.xml', packed, stated: 4 }, { name: 'xl/styles.xml', packed, stated: 4, at: 0 }]), 'input/workbook'],
    ['with a letter in front', Uint8Array.from([0x61, ...sheetBook('')]), 'input/workbook'],
  ]),
  ...family('a document type in', part, PARTS.map((name) => [name, [name, `<?xml version="1.0"?>${LAUGHS}<x>&b;</x>`], 'input/hostile-archive'] as const)),
  ...family('an outside entity in', part, PARTS.map((name) => [name, [name, '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>'], 'input/hostile-archive'] as const)),
  ...family('a part', part, [
    ['in UTF-16', ['xl/sharedStrings.xml', '<\0s\0s\0t\0/\0>\0'], 'input/hostile-archive'],
    ['with an entity declared in lower case', ['xl/styles.xml', '<!doctype x [<!entity a "b">]><x/>'], 'input/hostile-archive'],
    ['that links to a file', ['xl/worksheets/_rels/sheet1.xml.rels', '<Relationships><Relationship Id="r" Type="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>']],
    ['that links out of the archive', ['xl/_rels/workbook.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="../../../etc/passwd"/></Relationships>']],
  ]),
  ...family('a cell', row, [
    ['with a formula and no value', '<c r="A1"><f>1+1</f></c>', 'input/formula-without-value'],
    ['that asks the network and has no value', '<c r="A1"><f>WEBSERVICE("http://x")</f></c>', 'input/formula-without-value'],
    ['with a shared formula and no value', '<c r="A1"><f t="shared" ref="A1:A9" si="0">1</f></c>', 'input/formula-without-value'],
    ['with an error', '<c r="A1" t="e"><v>#REF!</v></c>', 'input/cell-error'],
    ['of a string that is not there', '<c r="A1" t="s"><v>999999</v></c>'],
    ['of a string below nought', '<c r="A1" t="s"><v>-1</v></c>'],
    ['in column XFD', cellAt('XFD1', 'x'), 'input/too-large'],
    ['of 40,000 letters', cellAt('A1', 'x'.repeat(40_000)), 'input/too-large'],
    ['with a formula in text', cellAt('A1', '=cmd|/C calc!A0')],
    ['with an entity that nobody declared', cellAt('A1', '&evil;')],
    ['with a character that XML has not', cellAt('A1', '&#0;&#xFFFF;')],
    ['with a number of 1e308', '<c r="A1"><v>1e308</v></c>'],
    ['with a number that is none', '<c r="A1"><v>abc</v></c>'],
    ['without a place', '<c t="inlineStr"><is><t>a</t></is></c>'],
    ['at A0', cellAt('A0', 'x')],
    ['called __proto__', cellAt('A1', '__proto__')],
  ]),
];
