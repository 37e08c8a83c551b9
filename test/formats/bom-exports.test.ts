/**
 * What schematic editors, distributors and PLM systems write by default: their headers as found in published repositories and
 * manuals, around three parts of our own. Each is read whole, part by part, and says of no maker or number what it does not know.
 */
import { expect, test } from 'vitest';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { host, textFile } from '../support/files.ts';

/** `where: what (maker/number) x quantity`. */
const PARTS = ['C1,C2: 100n x 2', 'U1: STM32F427 x 1', 'J1: USB x 1'];
/** Where no number says which part it is, its value does, before what it is in words. */
const CALLED = ['C1,C2: 100n, Cap x 2', 'U1: STM32F427, MCU x 1', 'J1: USB, Jack x 1'];
const MADE = ['C1,C2: Cap (Murata/GRM155) x 2', 'U1: MCU (ST/STM32F427VIT6) x 1', 'J1: Jack (/10118194) x 1'];

const EXPORTS: readonly (readonly [tool: string, text: string, lines: readonly string[]])[] = [
  ['KiCad 7 to 9, fields of symbols', '"Reference","Value","Datasheet","Footprint","Qty","DNP"\n"C1,C2","100n","~","Capacitor_SMD:C_0402_1005Metric","2",""\n"R9","1k","~","Resistor_SMD:R_0402","1","DNP"\n"U1","STM32F427","https://example.com/a.pdf","Package_QFP:LQFP-100","1",""\n"J1","USB","~","Connector_USB:USB_Micro","1",""\n', PARTS],
  ['KiCad, fewest columns', 'Reference,Value,Footprint,Qty\n"C1,C2",100n,C_0402,2\nU1,STM32F427,LQFP-100,1\nJ1,USB,USB_Micro,1\n', PARTS],
  ['KiCad, from the board', 'Id;Designator;Package;Quantity;Designation;Supplier and ref;\n1;C1,C2;C_0402;2;100n;;\n2;U1;LQFP-100;1;STM32F427;;\n3;J1;USB_Micro;1;USB;;\n', PARTS],
  ['KiCad, by script, with its own title rows', 'Source:,a.kicad_sch\nDate:,2026-11-22\nTool:,Eeschema\nGenerator:,bom_csv_grouped_by_value.py\nComponent Count:,4\n\nItem,Qty,Reference(s),Value,LibPart,Footprint,Datasheet\n1,2,"C1, C2",100n,Device:C,C_0402,~\n2,1,U1,STM32F427,MCU:STM32,LQFP-100,~\n3,1,J1,USB,Connector:USB,USB_Micro,~\n', PARTS],
  ['KiCad, sorted by script', 'Ref,Qnty,Value,Cmp name,Footprint,Description,Vendor\n"C1, C2, ",2,100n,C,C_0402,Cap,\n"U1, ",1,STM32F427,STM32,LQFP-100,MCU,\n"J1, ",1,USB,USB,USB_Micro,Jack,\n', CALLED],
  ['KiBot', 'Row,Description,Part,References,Value,Footprint,Quantity Per PCB,Status,Datasheet\n1,Cap,C,C1 C2,100n,C_0402,2,,~\n2,MCU,STM32,U1,STM32F427,LQFP-100,1,,~\n3,Jack,USB,J1,USB,USB_Micro,1,,~\n4,Res,R,R9,1k,R_0402,1,(DNF),~\n', CALLED],
  ['interactive BOM', '"Sourced","Placed","References","Value","Footprint","Quantity"\n"","","C1, C2","100n","C_0402","2"\n"✓","✓","U1","STM32F427","LQFP-100","1"\n"","","J1","USB","USB_Micro","1"\n', PARTS],
  ['Altium', '"Comment","Description","Designator","Footprint","LibRef","Quantity"\n"100n","Cap","C1, C2","C0402","CAP","2"\n"STM32F427","MCU","U1","LQFP100","STM32","1"\n"USB","Jack","J1","USB","USB","1"\n', CALLED],
  ['Altium, ActiveBOM', 'Line #,Name,Description,Designator,Quantity,Manufacturer 1,Manufacturer Part Number 1,Manufacturer Lifecycle 1,Supplier 1,Supplier Part Number 1,Supplier Unit Price 1,Supplier Subtotal 1\n1,CAP,Cap,"C1, C2",2,Murata,GRM155,Volume Production,Digi-Key,490-1,0.1,0.2\n2,U,MCU,U1,1,ST,STM32F427VIT6,Volume Production,Mouser,511-1,9,9\n3,J,Jack,J1,1,,10118194,,,,,\n', MADE],
  ['Eagle, by values', '"Qty";"Value";"Device";"Package";"Parts";"Description";"";\n"2";"100n";"C-EUC0402";"C0402";"C1, C2";"Cap";"";\n"1";"STM32F427";"STM32";"LQFP100";"U1";"MCU";"";\n"1";"";"USB-JACK";"USB";"J1";"Jack";"";\n', [...CALLED.slice(0, 2), 'J1: Jack x 1']],
  ['Eagle, a row for each part', 'Part,Value,Device,Package,Description\nC1,100n,C-EUC0402,C0402,Cap\nC2,100n,C-EUC0402,C0402,Cap\nU1,STM32F427,STM32,LQFP100,MCU\nU2,LM358,LM358,SO8,Opamp\n', ['C1: 100n, Cap x 1', 'C2: 100n, Cap x 1', 'U1: STM32F427, MCU x 1', 'U2: LM358, Opamp x 1']],
  ['Fusion', '"Qty";"Value";"Device";"Package";"Parts";"Description";"MF";"MPN"\n"2";"100n";"C0402";"C0402";"C1 C2";"Cap";"Murata";"GRM155"\n"1";"";"STM32";"LQFP";"U1";"MCU";"ST";"STM32F427VIT6"\n"1";"";"USB";"USB";"J1";"Jack";"";"10118194"\n', MADE],
  ['JLCPCB', 'Comment,Designator,Footprint,LCSC Part #\n100n,"C1,C2",C0402,C1525\nSTM32F427,U1,LQFP-100,C8734\nUSB,J1,USB_Micro,\n', PARTS],
  ['JLCPCB, its sample', 'Comment,Designator,Footprint,JLCPCB Part #（optional）\n100n,"C1,C2",C0402,C1525\nSTM32F427,U1,LQFP-100,C8734\nUSB,J1,USB_Micro,\n', PARTS],
  ['EasyEDA', 'ID\tName\tDesignator\tFootprint\tQuantity\tManufacturer Part\tManufacturer\tSupplier\tSupplier Part\tPrice\n1\tCap\tC1,C2\tC0402\t2\tGRM155\tMurata\tLCSC\tC1525\t0.002\n2\tMCU\tU1\tLQFP\t1\tSTM32F427VIT6\tST\tLCSC\tC8734\t5.1\n3\tJack\tJ1\tUSB\t1\t10118194\t\tLCSC\tC132563\t0.1\n', MADE],
  ['EasyEDA Pro', 'No.\tQuantity\tComment\tDesignator\tFootprint\tValue\tManufacturer Part\tManufacturer\tSupplier Part\tSupplier\n1\t2\tCap\tC1,C2\tC0402\t100n\tGRM155\tMurata\tC1525\tLCSC\n2\t1\tMCU\tU1\tLQFP\tSTM32F427\tSTM32F427VIT6\tST\tC8734\tLCSC\n', ['C1,C2: 100n (Murata/GRM155) x 2', 'U1: STM32F427 (ST/STM32F427VIT6) x 1']],
  ['OrCAD', 'Item\tQuantity\tReference\tPart\n1\t2\tC1,C2\t100n\n2\t1\tU1\tSTM32F427\n3\t1\tJ1\tUSB\n', PARTS],
  ['OrCAD, a printed page', 'Flight controller  Revised: Sunday, November 22, 2026\n\nBill Of Materials\n\nItem\tQuantity\tReference\tPart\n______________________________________________\n\n1\t2\tC1,C2\t100n\n2\t1\tU1\tSTM32F427\n3\t1\tJ1\tUSB\n', PARTS],
  ['OrCAD, with footprints', 'Item Number\tQuantity\tValue\tPart Reference\tPCB Footprint\n1\t2\t100n\tC1,C2\tSMC0402\n2\t1\tSTM32F427\tU1\tLQFP100\n3\t1\tUSB\tJ1\tUSB\n', PARTS],
  ['DipTrace', '"#","RefDes","Value","Quantity","Name"\n"1","C1, C2","100n","2","Cap"\n"2","U1","","1","MCU"\n"3","J1","","1","Jack"\n', ['C1,C2: 100n, Cap x 2', 'U1: MCU x 1', 'J1: Jack x 1']],
  ['Proteus', 'Category,Quantity,References,Value,Stock Code,Unit Cost\nCapacitors,2,"C1,C2",100n,,\nIntegrated Circuits,1,U1,STM32F427,,\nMiscellaneous,1,J1,USB,,\n', PARTS],
  ['Digi-Key, a cart', 'Index,Quantity,Part Number,Manufacturer Part Number,Description,Customer Reference,Available,Backorder,Unit Price,Extended Price USD\n1,2,490-1-ND,GRM155,Cap,"C1,C2",2,0,0.1,$0.20\n2,1,497-1-ND,STM32F427VIT6,MCU,U1,1,0,9,$9.00\n', ['C1,C2: Cap (/GRM155) x 2', 'U1: MCU (/STM32F427VIT6) x 1']],
  ['Digi-Key, an order', 'Digi-Key Part Number,Manufacturer Part Number,Quantity,Customer Reference\n490-1-ND,GRM155,2,"C1,C2"\n497-1-ND,STM32F427VIT6,1,U1\n', ['C1,C2: GRM155 (/GRM155) x 2', 'U1: STM32F427VIT6 (/STM32F427VIT6) x 1']],
  ['Mouser, a cart', 'Mouser #,Mfr. #,Manufacturer,Customer #,Description,RoHS,Lifecycle,Order Qty.,Price (USD),Ext.: (USD)\n81-GRM155,GRM155,Murata,,Cap,Compliant,,2,0.1,0.2\n511-STM32,STM32F427VIT6,ST,,MCU,Compliant,,1,9,9\n', [': Cap (Murata/GRM155) x 2', ': MCU (ST/STM32F427VIT6) x 1']],
  ['Arena', 'Level,Item Number,Item Name,Revision,Quantity,Unit of Measure,Ref Des,Manufacturer,Manufacturer Item Number\n1,100-01,Cap,A,2,each,"C1,C2",Murata,GRM155\n1,100-02,MCU,A,1,each,U1,ST,STM32F427VIT6\n1,100-03,Jack,A,1,each,J1,,10118194\n', MADE],
  ['Agile', 'Level,Item Number,Description,Qty,Find Num,Ref Des,Mfr. Name,Mfr. Part Number\n1,100-01,Cap,2,10,"C1,C2",Murata,GRM155\n1,100-02,MCU,1,20,U1,ST,STM32F427VIT6\n1,100-03,Jack,1,30,J1,,10118194\n', MADE],
  ['Windchill', 'Number,Name,Quantity,Unit,Reference Designator,Find Number\n100-01,Cap,2,each,"C1,C2",10\n100-02,MCU,1,each,U1,20\n', ['C1,C2: Cap (/100-01) x 2', 'U1: MCU (/100-02) x 1']],
  ['Teamcenter', 'Level,Item Id,Item Name,Quantity,Find No.\n1,100-01,Cap,2,10\n1,100-02,MCU,1,20\n', [': Cap (/100-01) x 2', ': MCU (/100-02) x 1']],
  ['SolidWorks', 'ITEM NO.,PART NUMBER,DESCRIPTION,QTY.\n1,PROP-9,Propeller,4\n2,ARM-2,Arm,4\n', [': Propeller (/PROP-9) x 4', ': Arm (/ARM-2) x 4']],
];

for (const [tool, text, lines] of EXPORTS)
  test(`${tool}: every line`, () => {
    const { value, issues } = readWorkspace(new Map([['board.csv', textFile(text)]]), host);
    expect(issues).toEqual([]);
    const where = value.guesses.find(({ field }) => field === 'designator')?.column ?? '';
    const products = new Map(value.records.flatMap((rec) => (rec.kind === 'product' && rec.level === 'confirmed' ? [[rec.id, rec] as const] : [])));
    const read = value.records.flatMap((rec) => {
      if (rec.kind !== 'line') return [];
      const { name, maker, partNumbers } = products.get(rec.options[0]!.product!)!;
      const made = maker === undefined && partNumbers === undefined ? '' : ` (${maker?.replace('maker:', '') ?? ''}/${partNumbers?.join() ?? ''})`;
      return [`${(rec.notes?.[where] ?? '').replace(/[ ,]+/g, ',').replace(/,$/, '')}: ${name}${made} x ${rec.quantity}`];
    });
    expect(read).toEqual(lines);
    expect(value.warnings.filter(({ code }) => code === 'input/quantity-differs')).toEqual([]);
  });

test('a value alone makes no bill of a table that says neither where nor how many', () => {
  const files = new Map([['nonred.yaml', textFile('product: p\n')], ['limits.csv', textFile('name,value\nmass,4\n')], ['settings.csv', textFile('Value,Amount\n100n,2\n')]]);
  expect(readWorkspace(files, host).value.warnings.map(({ code, at }) => `${code} ${at.source}`)).toEqual(expect.arrayContaining(['input/file-not-read limits.csv', 'input/file-not-read settings.csv']));
});
