/**
 * Bills of materials in twenty layouts, as programs and people write them: KiCad, Altium, Eagle, SAP, Taiwanese and German
 * ERPs, lists by hand. Made from a seed, each with what it says: the reader's lines are compared with that. Headers, column order,
 * language, encoding, level style, titles, totals, sections, alternates, ranges and parts left out are drawn or fixed by the layout.
 */
import { utils, write } from '@e965/xlsx';
import { type Random, random } from './random.ts';

/** One line as it is meant. */
export interface Meant {
  readonly parent: Meant | undefined;
  readonly options: readonly { readonly maker: string; readonly partNumber: string }[];
  readonly name: string;
  readonly quantity: number;
  readonly designators: readonly string[];
  readonly uom: string | undefined;
  readonly country: string | undefined;
  readonly leftOut: boolean;
  readonly depth: number;
}
export interface Workbook { readonly layout: string; readonly name: string; readonly bytes: Uint8Array; readonly lines: readonly Meant[]; readonly has: { readonly country: boolean; readonly uom: boolean } }

type Lang = 'en' | 'zh' | 'de';
type FieldName = 'no' | 'maker' | 'mpn' | 'name' | 'ref' | 'qty' | 'uom' | 'coo' | 'level' | 'parent' | 'fit' | 'value' | 'footprint' | 'supplier' | 'price' | 'note';
type Levels = 'flat' | 'level' | 'dots' | 'dotted' | 'parent' | 'indent';
interface Layout {
  readonly name: string;
  readonly lang: Lang;
  readonly levels: Levels;
  readonly fields: readonly FieldName[];
  readonly file: 'xlsx' | 'csv' | 'semicolon' | 'tsv' | 'utf16le' | 'utf16be' | 'cp1252' | 'big5' | 'bom';
  readonly words?: Partial<Record<FieldName, readonly string[]>>;
  readonly title?: true;
  readonly totals?: 'after blank' | 'below';
  readonly alternates?: 'columns' | 'stacked' | 'rows';
  readonly headerless?: true;
  readonly sheets?: true;
  readonly sections?: true;
  readonly refs?: 'comma' | 'space' | 'semicolon' | 'ranges';
  readonly shuffle?: false;
}

const FLAT: readonly FieldName[] = ['no', 'maker', 'mpn', 'name', 'ref', 'qty', 'value', 'footprint'];
const TREE: readonly FieldName[] = ['mpn', 'name', 'maker', 'qty', 'uom', 'coo'];

export const LAYOUTS: readonly Layout[] = [
  { name: 'altium-xlsx', lang: 'en', levels: 'flat', file: 'xlsx', fields: ['maker', 'mpn', 'name', 'ref', 'value', 'qty', 'footprint'], alternates: 'columns', words: { maker: ['Manufacturer 1'], mpn: ['Manufacturer Part Number 1'], ref: ['Designator'], qty: ['Quantity'] } },
  { name: 'kicad-csv', lang: 'en', levels: 'flat', file: 'csv', fields: ['ref', 'qty', 'value', 'footprint', 'name', 'supplier', 'mpn', 'maker', 'fit'], words: { ref: ['Reference', 'Ref', 'References', 'Reference(s)'], qty: ['Qnty', 'Qty', 'Quantity'], fit: ['DNP'] } },
  { name: 'eagle-csv', lang: 'en', levels: 'flat', file: 'semicolon', fields: ['qty', 'value', 'footprint', 'ref', 'name', 'maker', 'mpn'], words: { qty: ['Qty'], ref: ['Parts'], maker: ['MF', 'MANUFACTURER'], mpn: ['MPN'] }, refs: 'comma' },
  { name: 'plm-level', lang: 'en', levels: 'level', file: 'bom', fields: ['level', ...TREE, 'note'] },
  { name: 'dotted-xlsx', lang: 'en', levels: 'dotted', file: 'xlsx', fields: ['no', ...TREE] , title: true },
  { name: 'parent-tsv', lang: 'en', levels: 'parent', file: 'tsv', fields: ['parent', ...TREE] },
  { name: 'indent-csv', lang: 'en', levels: 'indent', file: 'csv', fields: ['name', 'mpn', 'maker', 'qty', 'coo'], title: true },
  { name: 'sap-dots', lang: 'en', levels: 'dots', file: 'tsv', fields: ['level', 'no', ...TREE], title: true, totals: 'after blank', words: { level: ['Level', 'Lvl', 'BOM Level'], mpn: ['Material Number', 'Component Number', 'Part Number'], name: ['Object description', 'Description'] } },
  { name: 'zh-flat-xlsx', lang: 'zh', levels: 'flat', file: 'xlsx', fields: [...FLAT, 'coo'], totals: 'below' },
  { name: 'zh-level-big5', lang: 'zh', levels: 'level', file: 'big5', fields: ['level', 'mpn', 'name', 'maker', 'qty', 'uom', 'coo'] },
  { name: 'zh-parent-utf16', lang: 'zh', levels: 'parent', file: 'utf16le', fields: ['parent', 'mpn', 'name', 'maker', 'qty', 'uom'], words: { parent: ['主件品號', '母件料號', '上階料號'], mpn: ['元件品號', '料號', '品號'], qty: ['組成用量', '單位用量', '用量'] } },
  { name: 'zh-dotted-xlsx', lang: 'zh', levels: 'dotted', file: 'xlsx', fields: ['no', 'mpn', 'name', 'maker', 'qty', 'uom', 'coo'], title: true, totals: 'below' },
  { name: 'zh-indent-csv', lang: 'zh', levels: 'indent', file: 'bom', fields: ['name', 'mpn', 'maker', 'qty', 'uom', 'coo'] },
  { name: 'de-flat-cp1252', lang: 'de', levels: 'flat', file: 'cp1252', fields: ['no', 'qty', 'uom', 'name', 'maker', 'mpn', 'ref', 'coo', 'fit'] },
  { name: 'de-stufe-xlsx', lang: 'de', levels: 'level', file: 'xlsx', fields: ['level', 'no', 'mpn', 'name', 'maker', 'qty', 'uom', 'coo'], words: { level: ['Stufe', 'Strukturstufe', 'Ebene'], mpn: ['Komponentennummer', 'Materialnummer', 'Teilenummer', 'Sachnummer'], name: ['Objektkurztext', 'Materialkurztext', 'Benennung'] } },
  { name: 'de-dotted-utf16', lang: 'de', levels: 'dotted', file: 'utf16be', fields: ['no', ...TREE] },
  { name: 'de-parent-csv', lang: 'de', levels: 'parent', file: 'semicolon', fields: ['parent', 'mpn', 'name', 'maker', 'qty', 'coo'] },
  { name: 'headerless-csv', lang: 'en', levels: 'flat', file: 'csv', fields: ['no', 'maker', 'mpn', 'name', 'ref', 'qty'], headerless: true },
  { name: 'sheets-stacked', lang: 'en', levels: 'flat', file: 'xlsx', fields: FLAT, sheets: true, alternates: 'stacked', refs: 'semicolon' },
  { name: 'by-hand-ranges', lang: 'en', levels: 'flat', file: 'csv', fields: [...FLAT, 'coo', 'price'], refs: 'ranges', alternates: 'rows', totals: 'below', sections: true, title: true },
];

const WORDS: Record<Lang, Record<FieldName, readonly string[]>> = {
  en: {
    no: ['Item', 'Item No.', '#', 'Line', 'Find No.', 'Pos', 'No.'], maker: ['Manufacturer', 'Mfr', 'Mfr Name', 'Manufacturer Name', 'MFG'], mpn: ['MPN', 'Manufacturer Part Number', 'Mfr Part No.', 'Mfg P/N', 'Manufacturer PN', 'Part Number'],
    name: ['Description', 'Part Description', 'Desc.', 'Item Description'], ref: ['Designator', 'Ref Des', 'Reference Designators', 'RefDes', 'References'], qty: ['Qty', 'Quantity', 'Qty.', 'QTY PER', 'Quantity per Assembly'],
    uom: ['UOM', 'Unit', 'Unit of Measure'], coo: ['Country of Origin', 'COO', 'Origin', 'Made in'], level: ['Level', 'BOM Level', 'Lvl', 'Indent Level'], parent: ['Parent', 'Parent Part Number', 'Next Higher Assembly', 'Parent Item'], fit: ['DNP', 'Fitted', 'Populate'],
    value: ['Value', 'Comment'], footprint: ['Footprint', 'Package'], supplier: ['Supplier', 'Vendor', 'Distributor'], price: ['Unit Price (USD)', 'Price'], note: ['Remarks', 'Notes'],
  },
  zh: {
    no: ['項次', '序號', '項目'], maker: ['製造商', '廠牌', '製造廠商', '品牌', '原廠'], mpn: ['料號', '製造商料號', '原廠料號', '型號', '件號', '零件編號'], name: ['品名', '品名規格', '規格', '描述', '零件名稱', '說明'], ref: ['位號', '零件位置', '元件位置', '位置'],
    qty: ['數量', '用量', '單位用量'], uom: ['單位', '計量單位'], coo: ['產地', '原產地', '原產國', '生產國'], level: ['階層', '階次', '層級', '階'], parent: ['主件料號', '父件', '上階料號', '母件料號'], fit: ['是否上件', '不上件'], value: ['值', '參數'], footprint: ['封裝'], supplier: ['供應商'], price: ['單價'], note: ['備註'],
  },
  de: {
    no: ['Pos', 'Pos.', 'Position', 'Pos.-Nr.', 'Lfd. Nr.'], maker: ['Hersteller', 'Herstellername', 'Fabrikat'], mpn: ['Herstellernummer', 'Hersteller-Teilenummer', 'Hersteller-Artikelnummer', 'Artikelnummer', 'Teilenummer'], name: ['Bezeichnung', 'Beschreibung', 'Benennung', 'Artikelbezeichnung'],
    ref: ['Referenz', 'Bauteilreferenz', 'Referenzbezeichner'], qty: ['Menge', 'Anzahl', 'Stückzahl'], uom: ['ME', 'Einheit', 'Mengeneinheit'], coo: ['Ursprungsland', 'Herkunftsland', 'Herkunft'], level: ['Stufe', 'Ebene', 'Baustufe'], parent: ['Übergeordnete Teilenummer', 'Baugruppe', 'Übergeordnete Baugruppe'],
    fit: ['Bestückt', 'Bestückung'], value: ['Wert'], footprint: ['Bauform'], supplier: ['Lieferant'], price: ['Preis'], note: ['Bemerkung'],
  },
};

const MAKERS: Record<Lang, readonly string[]> = {
  en: ['Alder Semiconductor Inc', 'Birch & Co., Ltd.', 'Cedar Microsystems', 'Dogwood Corporation', 'Elm Components', 'Fir Connectivity LLC', 'Ginkgo Electronics America, Inc'],
  zh: ['松木電子股份有限公司', '柏樹科技', '楓葉半導體', '銀杏精密工業', '桂花光電'],
  de: ['Müller Bauelemente GmbH', 'Größe & Söhne AG', 'Ahorn Technik', 'Weißdorn KG', 'Lärche Systeme'],
};
const KINDS: readonly (readonly [prefix: string, en: string, zh: string, de: string])[] = [
  ['R', 'resistor 10k 1% 0402', '電阻 10K 1% 0402', 'Widerstand 10k 1% 0402'], ['C', 'capacitor 100nF 16V', '電容 100nF 16V', 'Kondensator 100nF für 16V'], ['U', 'microcontroller 32 bit', '微控制器 32 位元', 'Mikrocontroller 32 Bit'], ['J', 'connector, 8 pins', '連接器 8P', 'Steckverbinder, 8-polig'],
  ['L', 'inductor 10uH', '電感 10uH', 'Drossel 10µH'], ['D', 'diode, Schottky', '蕭特基二極體', 'Schottky-Diode'], ['M', 'brushless motor', '無刷馬達', 'Bürstenloser Motor'], ['', 'screw M3x8', '螺絲 M3x8', 'Schraube M3x8'], ['', 'cable 0.5 m', '線材 0.5 公尺', 'Kabel 0,5 m'],
];
const ASSEMBLY: Record<Lang, readonly string[]> = { en: ['main board assembly', 'power module', 'motor arm'], zh: ['主機板組立', '電源模組', '馬達臂組'], de: ['Baugruppe Hauptplatine', 'Netzteil', 'Motorarm'] };
const COUNTRIES: Record<Lang, readonly (readonly [shown: string, code: string])[]> = {
  en: [['Taiwan', 'TW'], ['China', 'CN'], ['Japan', 'JP'], ['Made in USA', 'US'], ['DE', 'DE']], zh: [['臺灣', 'TW'], ['中國', 'CN'], ['日本', 'JP'], ['美國', 'US']], de: [['Taiwan', 'TW'], ['China', 'CN'], ['Japan', 'JP'], ['DE', 'DE']],
};
const UNITS: Record<Lang, readonly (readonly [shown: string, code: string])[]> = { en: [['pcs', 'H87'], ['EA', 'EA'], ['m', 'MTR']], zh: [['個', 'H87'], ['PCS', 'H87'], ['組', 'SET']], de: [['Stk', 'H87'], ['St', 'H87'], ['m', 'MTR']] };

export const UNIT_CODE: ReadonlyMap<string, string> = new Map(Object.values(UNITS).flat());
export const COUNTRY_CODE: ReadonlyMap<string, string> = new Map(Object.values(COUNTRIES).flat());

/** Workbook number n: the layouts in turn. */
export function workbookOf(n: number): Workbook {
  const chance = random(n + 7001);
  const layout = LAYOUTS[n % LAYOUTS.length]!;
  const lines = linesOf(layout, chance);
  return { layout: layout.name, name: layout.file === 'xlsx' ? 'bom.xlsx' : 'bom.csv', bytes: bytesOf(layout, tableOf(layout, lines, chance)), lines, has: { country: layout.fields.includes('coo'), uom: layout.fields.includes('uom') } };
}

function linesOf(layout: Layout, chance: Random): Meant[] {
  const { lang } = layout;
  const flat = layout.levels === 'flat';
  const lines: Meant[] = [];
  const next = new Map<string, number>();
  const refs = (prefix: string, count: number): string[] => Array.from({ length: count }, () => {
    next.set(prefix, (next.get(prefix) ?? 0) + (chance.chance(0.7) ? 1 : 1 + chance.int(5)));
    return `${prefix}${next.get(prefix)}`;
  });
  const number = (): string => `${chance.pick(['RC', 'GRM', 'STM', 'LM', 'NX', 'TPS', 'AB-', 'Z'])}${String(1000 + lines.length * 13 + chance.int(12))}${chance.pick(['A', 'B', '-T', 'KR', 'Z'])}${String(lines.length)}`;
  const option = (): { maker: string; partNumber: string } => ({ maker: chance.pick(MAKERS[lang]), partNumber: number() });
  const add = (parent: Meant | undefined, depth: number, name: string, prefix: string, children: boolean): Meant => {
    const count = prefix ? 1 + chance.int(chance.chance(0.2) ? 12 : 4) : 1 + chance.int(9);
    const options = [option()];
    if (layout.alternates && !children && chance.chance(0.3)) for (let more = 1 + chance.int(2); more > 0; more--) options.push({ ...option(), partNumber: `${number()}X${more}` });
    const line: Meant = {
      parent, options, name, quantity: children ? 1 + chance.int(2) : count, designators: layout.fields.includes('ref') && prefix ? refs(prefix, count) : [], uom: layout.fields.includes('uom') ? chance.pick(UNITS[lang])[0] : undefined,
      country: layout.fields.includes('coo') && chance.chance(0.8) ? chance.pick(COUNTRIES[lang])[0] : undefined, leftOut: layout.fields.includes('fit') && chance.chance(0.15), depth,
    };
    lines.push(line);
    return line;
  };
  const kind = (parent: Meant | undefined, depth: number): void => {
    const [prefix, ...names] = chance.pick(KINDS);
    add(parent, depth, `${names[lang === 'en' ? 0 : lang === 'zh' ? 1 : 2]} (${lines.length + 1})`, prefix, false);
  };
  const fill = (parent: Meant | undefined, depth: number, count: number): void => {
    for (let i = 0; i < count; i++) {
      if (!flat && depth < 4 && chance.chance(depth === 1 ? 0.3 : 0.2)) fill(add(parent, depth, `${chance.pick(ASSEMBLY[lang])} ${lines.length + 1}`, '', true), depth + 1, 1 + chance.int(4));
      else kind(parent, depth);
    }
  };
  fill(undefined, 1, 6 + chance.int(flat ? 25 : 10));
  if (!flat && !lines.some(({ parent }) => parent)) fill(add(undefined, 1, `${ASSEMBLY[lang][0]} ${lines.length + 1}`, '', true), 2, 3);
  return lines;
}

function tableOf(layout: Layout, lines: readonly Meant[], chance: Random): string[][] {
  const { lang } = layout;
  const fields = chance.chance(0.7) ? chance.shuffle(layout.fields) : [...layout.fields];
  const words = new Map(fields.map((field) => [field, chance.pick(layout.words?.[field] ?? WORDS[lang][field])]));
  const most = layout.alternates === 'columns' ? Math.max(1, ...lines.map(({ options }) => options.length)) : 1;
  const header = [...fields.map((field) => words.get(field)!), ...Array.from({ length: most - 1 }, (_, i) => [`Manufacturer ${i + 2}`, `Manufacturer Part Number ${i + 2}`]).flat()];
  const rows: string[][] = [];
  const leaves = /DNP|不上件/.test(words.get('fit') ?? '');
  const indent = lang === 'zh' ? '\u3000' : chance.pick(['  ', '    ']);
  const dots = numbered(lines);
  const section = chance.int(lines.length);
  lines.forEach((line, i) => {
    if (layout.sections && i === section) rows.push(header.map((_, at) => (at === fields.indexOf('name') ? 'Power section' : '')));
    if (layout.sections && i === Math.floor(lines.length / 2)) rows.push([...header]);
    const cell = (field: FieldName, option = line.options[0]!, first = true): string => {
      const stacked = layout.alternates === 'stacked' && line.options.length > 1;
      switch (field) {
        case 'no': return layout.levels === 'dotted' ? dots.get(line)! : layout.levels === 'flat' ? String(i + 1) : String((i + 1) * 10);
        case 'maker': return stacked ? line.options.map(({ maker }) => maker).join('\n') : option.maker;
        case 'mpn': return stacked ? line.options.map(({ partNumber }) => partNumber).join('\n') : option.partNumber;
        case 'name': return (layout.levels === 'indent' ? indent.repeat(line.depth - 1) : '') + line.name;
        case 'ref': return first ? refsOf(line.designators, layout.refs ?? chance.pick(['comma', 'space', 'comma'] as const)) : '';
        case 'qty': return first ? String(line.quantity) : '';
        case 'uom': return line.uom ?? '';
        case 'coo': return first ? (line.country ?? '') : '';
        case 'level': return layout.levels === 'dots' ? `${'.'.repeat(line.depth)}${line.depth}` : String(line.depth);
        case 'parent': return line.parent ? line.parent.options[0]!.partNumber : '';
        case 'fit': return line.leftOut === leaves ? { en: 'Yes', zh: '是', de: 'ja' }[lang] : leaves ? '' : line.leftOut ? { en: 'No', zh: '否', de: 'nein' }[lang] : { en: 'Yes', zh: '是', de: 'ja' }[lang];
        case 'value': return chance.pick(['10k', '0u1', '100n', '']);
        case 'footprint': return chance.pick(['0402', 'SOT23', '0603-CAP']);
        case 'supplier': return chance.pick(['Kiosk Parts', 'Shopmore']);
        case 'price': return '0.12';
        case 'note': return chance.chance(0.2) ? 'check with the vendor' : '';
      }
    };
    const more = Array.from({ length: most - 1 }, (_, at) => [line.options[at + 1]?.maker ?? '', line.options[at + 1]?.partNumber ?? '']).flat();
    rows.push([...fields.map((field) => cell(field)), ...more]);
    if (layout.alternates === 'rows') for (const option of line.options.slice(1)) rows.push(fields.map((field) => cell(field, option, false)));
  });
  const total = String(lines.reduce((sum, { quantity }) => sum + quantity, 0));
  const totals = header.map((_, at) => (at === fields.indexOf('name') ? { en: chance.pick(['Total', 'Total Qty.', 'TOTAL:']), zh: chance.pick(['合計', '總計']), de: 'Summe' }[lang] : at === fields.indexOf('qty') ? total : ''));
  const title = { en: ['Bill of materials, board A', 'Rev. 3, 2026-10-01'], zh: ['物料清單', '版次 3'], de: ['Stückliste', 'Stand 2026-10-01'] }[lang];
  return [
    ...(layout.title ? [[title[0]!], [title[1]!], []] : []), ...(layout.headerless ? [] : [header]), ...rows, ...(layout.totals === 'after blank' ? [[], totals] : layout.totals === 'below' ? [totals] : []),
  ];
}

/** 1, 1.1, 1.2, 2. */
function numbered(lines: readonly Meant[]): Map<Meant, string> {
  const next = new Map<Meant | undefined, number>();
  const numbers = new Map<Meant, string>();
  for (const line of lines) {
    const at = (next.get(line.parent) ?? 0) + 1;
    next.set(line.parent, at);
    numbers.set(line, line.parent ? `${numbers.get(line.parent)}.${at}` : String(at));
  }
  return numbers;
}

function refsOf(designators: readonly string[], style: NonNullable<Layout['refs']>): string {
  if (style !== 'ranges') return designators.join({ comma: ', ', space: ' ', semicolon: ';' }[style]);
  const parts: string[] = [];
  for (let i = 0; i < designators.length;) {
    const [, prefix, number] = /^([A-Z]+)(\d+)$/.exec(designators[i]!)!;
    let run = 1;
    while (designators[i + run] === `${prefix}${Number(number) + run}`) run++;
    parts.push(run > 2 ? `${prefix}${number}-${prefix}${Number(number) + run - 1}` : designators.slice(i, i + run).join(', '));
    i += run;
  }
  return parts.join(', ');
}

function bytesOf(layout: Layout, table: readonly (readonly string[])[]): Uint8Array {
  const { file } = layout;
  if (file === 'xlsx') {
    const book = utils.book_new();
    if (layout.sheets) utils.book_append_sheet(book, utils.aoa_to_sheet([['Cover'], ['Board A'], ['Author', 'N. N.']]), 'Cover');
    if (layout.sheets) utils.book_append_sheet(book, utils.aoa_to_sheet([[]]), 'Sheet2');
    const whole = (cell: string): boolean => /^(0|[1-9]\d{0,6})$/.test(cell) && layout.levels !== 'dotted';
    utils.book_append_sheet(book, utils.aoa_to_sheet(table.map((row) => row.map((cell) => (whole(cell) ? Number(cell) : cell)))), 'BOM');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  }
  const separator = file === 'semicolon' || file === 'cp1252' ? ';' : file === 'tsv' || file === 'utf16le' || file === 'utf16be' ? '\t' : ',';
  const quoted = (cell: string): string => (new RegExp(`["\\r\\n${separator}]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = table.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('');
  switch (file) {
    case 'utf16le': return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 'utf16be': return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    case 'cp1252': return new Uint8Array(Buffer.from(text, 'latin1'));
    case 'big5': return big5(text);
    default: return new TextEncoder().encode(file === 'bom' ? `\ufeff${text}` : text);
  }
}

/** No runtime writes Big5: the decoder is asked for every pair once. */
let pairs: Map<string, number> | undefined;
function big5(text: string): Uint8Array {
  if (pairs === undefined) {
    pairs = new Map();
    const decoder = new TextDecoder('big5');
    for (let lead = 0xa1; lead <= 0xf9; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const one = decoder.decode(Uint8Array.of(lead, trail));
        if (one.length === 1 && one !== '\ufffd' && !pairs.has(one)) pairs.set(one, (lead << 8) | trail);
      }
  }
  return Uint8Array.from([...text].flatMap((one) => {
    if (one.charCodeAt(0) < 0x80) return [one.charCodeAt(0)];
    const pair = pairs!.get(one);
    if (pair === undefined) throw new RangeError(`no Big5 for ${one}`);
    return [pair >> 8, pair & 0xff];
  }));
}
