/**
 * Layouts of bills that people publish, around parts of our own: what a look at eighty of them found read wrongly, refused or lost. Each is
 * read whole: `quantity name (maker/number) | alternates` for a line, and the codes of what is said.
 */
import { expect, test } from 'vitest';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { host, places, textFile } from '../support/files.ts';

const read = (text: string, name = 'kit.csv') => readWorkspace(new Map([[name, textFile(text)]]), host);

function linesOf({ value }: ReturnType<typeof read>): string[] {
  const products = new Map(value.records.flatMap((rec) => (rec.kind === 'product' && rec.level !== 'inferred' ? [[rec.id, rec] as const] : [])));
  const called = (id: string | null): string => {
    if (id === null) return '?';
    const { name, maker, partNumbers } = products.get(id)!;
    return `${name ?? ''}${maker === undefined && partNumbers === undefined ? '' : ` (${maker?.replace('maker:', '') ?? ''}/${partNumbers?.join() ?? ''})`}`;
  };
  return value.records.flatMap((rec) => (rec.kind === 'line' ? [`${rec.quantity ?? '?'} ${rec.options.map(({ product }) => called(product)).join(' | ')}`] : []));
}
const saidOf = ({ value }: ReturnType<typeof read>): string[] => places(value.warnings).map((one) => one.replace('input/', '').replace(/ kit\.\w+(?:\/rows\/)?/, ' ').trim());

const BILLS: readonly (readonly [name: string, text: string, lines: readonly string[], said?: readonly string[]])[] = [
  ['every cell in quotation marks, with tabs between', '"ID"\t"Name"\t"Designator"\t"Quantity"\t"Manufacturer Part"\t"Manufacturer"\n"1"\t"buck"\t"U1"\t"1"\t"LM-5"\t"Foo"\n"2"\t"cap"\t"C1,C2"\t"2"\t"?"\t""\n', ['1 buck (Foo/LM-5)', '2 cap'], []],
  ['amounts under Unit, prices beside them', 'Item ,Unit,Price,Total,Link\nCamera,1,17.05,17.05,https://a.example\nMotor,3,16.54,49.62,https://b.example\nStand,1,2,2,https://c.example\nTotal,,,68.67,\n', ['1 Camera', '3 Motor', '1 Stand'], ['column-not-found', 'not-a-line 5']],
  ['prices under Unit@1, amounts under Qty', 'Part Number,Manufacturer,Qty,Unit@1,Unit@100\nA-1,Foo,1,8500.00,6800.00\nB-1,Bar,4,45.00,38.00\n', ['1 A-1 (Foo/A-1)', '4 B-1 (Bar/B-1)'], []],
  ['pieces as an ERP calls them', 'Item Code,Qty,UOM\nA-1,2,Nos\nB-1,3,Nos\n', ['2 A-1 (/A-1)', '3 B-1 (/B-1)']],
  ['how many under Number', ',Number,Part,Example\nRequired,,,\n,1,camera,https://a.example\n,1,computer,https://b.example\n,2,LED,\n', ['1 camera', '1 computer', '2 LED'], ['column-not-found', 'not-a-line 2']],
  ['part numbers under Number are still such', 'Number,Name,Quantity\n100234,bolt,2\n100235,nut,4\n', ['2 bolt (/100234)', '4 nut (/100235)']],
  ['a missing cell', 'Component,Part Number,Manufacturer,Quantity,Cost\nboard,B-1,Foo,2,8.00\nfilm,Custom,2,5.00,10.00\nring,R-1,Bar,1,3.00\n', ['2 board (Foo/B-1)', '? film', '1 ring (Bar/R-1)'], ['moved-cells 3/Manufacturer']],
  ['makers that are numbers are codes of makers', 'MPN,Manufacturer,Qty\nA-1,1023,1\nB-1,1024,2\n', ['1 A-1 (1023/A-1)', '2 B-1 (1024/B-1)'], []],
  ['words for no number and no maker', 'Description,Manufacturer,Part Number,Qty\nupper shell,Custom,STL File,1\nlower shell,Custom,STL File,1\nboard,null,Custom,1\ncord,Self-printed,TBD-VERIFY,2\n', ['1 upper shell', '1 lower shell', '1 board', '2 cord'], []],
  ['a title among the places on the board', 'References,Qty,Description,Part Number,Manufacturer\nR1,1,22k,A-1,Foo\n,,,,\nExternal components,,,,\nR3,1,22k,A-1,Foo\nSW,1,switch,,\n', ['1 22k (Foo/A-1)', '1 22k (Foo/A-1)', '1 switch'], ['not-a-line 4']],
  ['headers in words that are not known', 'Zugekauftes,Menge\nTräger links,2\nHülse,4\nNagel,12\n', ['2 Träger links', '4 Hülse', '12 Nagel'], []],
  ['headers of a list of parts, in Japanese', '部品番号,部品名,メーカー,商品名,型番,個数,参考単価,参考小計,備考\n1,固定板,赤工業,平板,JTAB-3,2,2058,4116,※\n2,車輪,青工業,輪,W-6,1,3402,3402,\n3,電池,青工業,電池,NPH5,2,9870,19740,\n,,,,,,合計参考,27258,\n', ['2 固定板 (赤工業/JTAB-3)', '1 車輪 (青工業/W-6)', '2 電池 (青工業/NPH5)'], ['not-a-line 5']],
  ['no amount but a price', '"番号","Parts name","Price","URL"\n"U1","computer",770,"https://a.example"\n"R1","100 k",1,\n"C1","100 u",10,\n,"rubber band",0,\n"Appendix",,,\n"LED1","lamp",40,\n,"合計",821,\n', ['1 computer', '1 100 k', '1 100 u', '? rubber band', '1 lamp'], ['column-not-found', 'not-a-line 6', 'not-a-line 8']],
  ['names that are no designators in a list of parts', 'Part,Value,Package,Description\nCPU,MC-30,PGA,processor\nC1,100n,C025,capacitor\nC2,100n,C025,capacitor\nC3,100n,C025,capacitor\nJ1,,,connector\n', ['1 MC-30, processor', '1 100n, capacitor', '1 100n, capacitor', '1 100n, capacitor', '1 connector']],
  ['one name in words, another that is the part', 'Component,Qty,Description,Notes\nESP-32 Mini (red),1,main computer,\nWater proof box,1,housing,\n', ['1 ESP-32 Mini (red), main computer', '1 Water proof box, housing']],
  ['what kind, and a specification', 'Qty,Component,Specification,Source\n12,Screw,M2x12,https://a.example\n6,Screw,M3x4,https://b.example\n', ['12 M2x12, Screw', '6 M3x4, Screw']],
  ['a column of alternates and remarks', '位号,型号,数量,备注/替代\nJ1,USB-16,1,主接口\nU1,S3-N8,1,国产替代CH32H417\n', ['1 USB-16 (/USB-16)', '1 S3-N8 (/S3-N8) | 国产替代CH32H417'], ['column-not-found', 'alternates-in-words 3/备注~1替代']],
  ['the first choice, and numbers of others', 'MPN,Manufacturer,Qty,Primary_or_Alt,Alternatives\nA-100,Foo,1,Primary,B-2000;C-3000\nD-100,Foo,1,Primary,\nE-100,Foo,1,Primary,copper sheet\n', ['1 A-100 (Foo/A-100) | B-2000 (/B-2000) | C-3000 (/C-3000)', '1 D-100 (Foo/D-100)', '1 E-100 (Foo/E-100) | copper sheet'], ['alternates-in-words 4/Alternatives']],
  ['or another, in a remark', 'Ref,Description,Value,Qty,Notes\nU5,shifter,LVC1T45,1,or LVC2T45-Q\nR1,pull-up,4k7,1,to 5 V\n', ['1 LVC1T45, shifter | ?', '1 4k7, pull-up']],
  ['a total with a remark', 'part,qty,unit_usd,note\nmotor,2,28.0,\n"TOTAL (indicative, excl. printing)",,756.1,prices are estimates\n', ['2 motor'], ['column-not-found', 'not-a-line 3']],
  ['an empty column under the better header', 'Qty,Manufacturer,MPN,Part Description,Description,Schematic Reference\n1,Foo,A-1,resonator,,X2\n2,Bar,B-1,socket,,"U5, U6"\n', ['1 resonator (Foo/A-1)', '2 socket (Bar/B-1)'], []],
  ['the same header above a second part of the list', 'Ground,,,\nID,Designator,Qty,MPN\n1,C1,1,A-1\n2,C2,1,B-1\n,,,\nSky,,,\nID,Designator,Qty,MPN\n1,C9,1,C-1\n', ['1 A-1 (/A-1)', '1 B-1 (/B-1)', '1 C-1 (/C-1)'], ['column-not-found', 'not-a-line 6', 'not-a-line 7']],
  ['a shop\'s page for the maker', 'Part name,Manufacturer,Mfr Part number,Quantity\nESC,https://www.mouser.se/manufacturer/foo/,E-1,5\nmotor,https://www.foo.example/,M-1,1\n', ['5 ESC (/E-1)', '1 motor (https://www.foo.example//M-1)'], ['seller-as-maker 2/Manufacturer']],
  ['an ERP\'s export, with the lines beside the product', '"ID","Item","Quantity","Company","Item Description","Item Code (Items)","Qty (Items)","UOM (Items)"\n"BOM-1","BIKE","1.0","Ours","fast","COMP-1","2.0","Nos"\n"","","","","","COMP-2","1.0","Nos"\n"","","","","","COMP-3","0.5","Kg"\n', ['2 COMP-1 (/COMP-1)', '1 COMP-2 (/COMP-2)', '0.5 COMP-3 (/COMP-3)'], ['column-not-found']],
  ['another one\'s', 'Product,Quantity,BoM Lines/Component,BoM Lines/Quantity\nBike,1,wheel,2\n,,frame,1\n,,bell,1\n', ['2 wheel', '1 frame', '1 bell'], ['column-not-found']],
  ['many rows that are no lines are one warning', 'Reference,Qty,MPN\nR1,1,A\n,,\nNotes\nx\ny\nz\n', ['1 A (/A)'], ['column-not-found', 'not-lines 4']],
];

for (const [name, text, lines, said] of BILLS)
  test(name, () => {
    const found = read(text, text.includes('\t') ? 'kit.tsv' : 'kit.csv');
    expect(found.issues).toEqual([]);
    expect(linesOf(found)).toEqual(lines);
    if (said) expect(saidOf(found)).toEqual(said);
  });

test('an export of several bills at once is refused, with the rows where they begin', () => {
  const { issues } = read('ID,Item,Quantity,Item Code (Items),Qty (Items)\nBOM-1,BIKE,1,COMP-1,2\n,,,COMP-2,1\nBOM-2,TRIKE,1,COMP-1,3\n,,,COMP-4,1\n');
  expect(issues.map(({ code, at, params }) => [code, at.pointer, params.rows])).toEqual([['input/bills-of-several', '/rows/4', '2, 4']]);
});

test('columns that share a word are no lines of an export', () => {
  expect(linesOf(read('Part/Name,Part/Number,Maker,Qty\nbolt,B-100,Foo,2\nnut,N-100,Bar,4\n'))).toEqual(['2 bolt (Foo/B-100)', '4 nut (Bar/N-100)']);
  expect(linesOf(read('Component/Part Number,Component/Quantity,Manufacturer/Name\nB-100,2,Foo\nN-100,4,Foo\n'))).toEqual(['2 B-100 (Foo/B-100)', '4 N-100 (Foo/N-100)']);
});
