/**
 * What the columns of a bill of materials are called, in English, 繁體中文 (and the simplified forms that mainland suppliers
 * send) and German. Headers are compared in the form of `fold`; within a field the surest stands first.
 */
import { unitCode } from '../../base/units.ts';
import type { Row } from '../table/sheet.ts';
import type { BillField } from '../workspace/config.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s*[|\n]\s*/);

/** What a vendor calls a part is not its maker's part number, and who sells it not who makes it: neither is here. */
export const HEADERS: Readonly<Record<BillField, readonly string[]>> = {
  partNumber: list(`mpn | manufacturer part number | manufacturer part no | manufacturer part | manufacturer part num | manufacturer pn | manufacturer number | manufacturer product number | manufacturer item number | mfr item number | mfr part number | mfr part no
    mfr pn | mfr part | mfr no | mfg part number | mfg part no | mfg part num | mfg pn | mfg part | mf part number | mf pn | maker part number | maker pn | vendor mpn | vendor derivate part num
    製造商料號 | 製造商零件編號 | 製造商零件號碼 | 製造商型號 | 製造商件號 | 原廠料號 | 原廠型號 | 原廠品號 | 原廠零件編號 | 廠商料號 | 廠牌料號 | 制造商料号 | 制造商型号 | 制造商零件编号 | 厂家料号
    herstellernummer | hersteller nr | herstellernr | hersteller artikelnummer | herstellerartikelnummer | hersteller artikelnr | hersteller teilenummer | herstellerteilenummer | hersteller teilenr | herstellerteilenr
    hersteller bestellnummer | hersteller typ | hersteller pn
    part number | part no | part num | part number identifier | partnumber | partno | pn | component part number | component number | component no | component | item part number | part code | item code | model | model no | model number | model or sku | material number | material no | item id | number
    メーカー型番 | メーカー品番 | メーカー部品番号 | 型番 | 品番 | 部品番号 | 部品番 | 型式 | 形式 | 図番
    料號 | 品號 | 件號 | 料件編號 | 零件編號 | 零件號碼 | 零件料號 | 物料編號 | 物料號碼 | 元件料號 | 元件品號 | 子件料號 | 子件品號 | 子件 | 型號 | 料号 | 型号 | 物料编码 | 物料编号 | 规格型号 | 型号规格 | 规格型号 | 型號規格 | 規格型號 | 元件型号 | 器件型号 | 零件号 | 零件编号 | 元器件型号
    teilenummer | teilenr | teile nr | artikelnummer | artikelnr | artikel nr | artikel code | artikelcode | sachnummer | sachnr | materialnummer | materialnr | komponentennummer | komponente | komponentennr | typenbezeichnung`),
  maker: list(`manufacturer | manufacturer name | maker | mfr | mfr name | mfg | mfg name | mf | made by | brand | brand name | make | part manufacturer | part maker | component manufacturer | producer
    製造商 | 製造商名稱 | 製造廠商 | 製造廠 | 生產廠商 | 生產商 | 原廠 | 原廠名稱 | 廠牌 | 品牌 | 制造商 | 制造商名称 | 生产厂家 | 生产厂商 | 生产商 | 制造厂商 | 制造厂 | 原厂 | 厂牌 | 厂家
    メーカー | メーカー名 | 製造メーカー | 製造元 | ブランド
    hersteller | herstellername | hersteller name | fabrikat | marke`),
  description: list(`description | desc | part description | item description | component description | material description | object description | long description | component | component name | part name | parts name | item name | item component name | name | part | item
    描述 | 說明 | 品名 | 品名規格 | 零件名稱 | 零件描述 | 元件名稱 | 元件描述 | 物料名稱 | 物料描述 | 料件名稱 | 名稱 | 規格描述 | 規格 | 名称 | 物料名称 | 规格 | 模块名称 | 模組名稱 | 部件名称 | 零件名称 | 元件名称 | 器件名称 | 元器件名称 | 元器件 | 组件 | 組件 | 产品名称 | 商品名称 | 材料名称 | 物料描述 | 元件描述 | 零件描述 | 名称规格 | 品名规格
    部品名 | 部品名称 | 部品 | 商品名 | 製品名 | 名前 | 説明 | 仕様
    bauteilname | bauteilbezeichnung | komponentenname | teilename | artikelname | bezeichnung | beschreibung | benennung | artikelbezeichnung | teilebezeichnung | materialkurztext | objektkurztext | kurztext | bauteil | artikel | teil`),
  designator: list(`designator | designators | reference designator | reference designators | ref designator | ref designators | ref des | refdes | reference s | references | reference | refs | ref | part reference | part references
    component reference | schematic reference | circuit reference | customer reference | location | locations | parts | designation | part
    位號 | 位置號 | 零件位號 | 零件位置 | 元件位號 | 元件位置 | 插件位置 | 參考位號 | 位置 | 位号 | 元件位号 | 器件位号 | 零件位号 | 参考位号 | 标号
    部品記号 | 回路記号 | 参照記号 | リファレンス | 指定子 | 番号
    referenzbezeichner | referenz | referenzen | bauteilreferenz | bauteilreferenzen | bauteilbezeichner | bestückungsplatz | einbauplatz | einbauplätze | ref bez`),
  quantity: list(`quantity per | qty per | quantity per unit | qty per unit | qty per board | quantity per board | qty per assembly | quantity per assembly | qty per assy | quantity per pcb | component quantity | component qty | comp qty cun | comp qty bun | comp qty | quantity | qty | qnty | quan | product qty | order qty | usage | count | amount | number | unit | units
    單位用量 | 單機用量 | 每台用量 | 每片用量 | 組成用量 | 數量 | 用量 | 个数 | 數目 | 数量 | 用量 | 单机用量 | 单台用量 | 单位用量 | 每台用量 | 使用数量 | 需求数量 | 個数 | 員数 | 使用数 | 使用個数 | 必要数
    menge pro einheit | menge je einheit | menge je baugruppe | menge | anzahl | stückzahl | stückmenge | stück | stk`),
  uom: list(`uom | unit of measure | unit of measurement | component unit | component uom | base unit | unit | units | um
    計量單位 | 單位 | 用量單位 | 单位
    mengeneinheit | basismengeneinheit | maßeinheit | einheit | me`),
  country: list(`country of origin | origin country | coo | country of manufacture | manufacturing country | place of origin | origin | made in | country
    原產地 | 原產國 | 產地 | 產地國 | 生產國 | 生產地 | 製造國 | 製造地 | 國家 | 国家 | 产地 | 原产地 | 原产国 | 产地国 | 生产国 | 生产地 | 制造国 | 制造地 | 原産国 | 原産地 | 生産国 | 生産地
    ursprungsland | herkunftsland | herstellungsland | fertigungsland | produktionsland | ursprung | herkunft | land`),
  level: list(`level | lvl | explosion level | lv | bom level | indent level | indented level | indent | structure level | hierarchy level | hierarchy | lev
    階層 | 階次 | 層級 | 層次 | 階數 | 階 | 層 | bom階層 | 层级 | 阶层 | 层次
    ebene | stufe | strukturstufe | strukturebene | baustufe | stücklistenstufe | gliederungsebene`),
  parent: list(`parent | parent item | parent part | parent part number | parent pn | parent no | parent number | parent item number | parent assembly | parent id | next higher assembly | nha | used in | where used
    父件 | 父階 | 父件料號 | 父階料號 | 母件 | 母件料號 | 上階 | 上階料號 | 上階件號 | 主件 | 主件料號 | 主件品號 | 父项 | 父件料号 | 上级料号
    übergeordnet | übergeordnete baugruppe | übergeordnetes teil | übergeordnete teilenummer | elternteil | oberteil | baugruppe | vaterteil`),
  line: list(`line | line no | line number | find number | find no | find num | item no | item number | item | no | # | pos | position | seq | seq no | sequence | sn | s n | row | id
    項次 | 項目 | 序號 | 行號 | 項號 | 編號 | 序号 | 项次 | 编号 | 番号 | 項番 | 通番 | 部品番号
    positionsnummer | pos nr | posnr | lfd nr | lfdnr | laufende nummer | nr | zeile`),
  fit: list(`dnp | dni | dnf | dnm | dns | do not place | do not populate | do not fit | do not install | not fitted | not placed | not mounted | no mount | no fit | nm
    不上件 | 不打件 | 不貼 | 空貼 | 不焊接 | nicht bestücken | nicht bestückt | unbestückt
    fitted | fit | populate | populated | place | placed | mount | mounted | install | installed | bom status | assemble | stuff | stuffed | status
    上件 | 是否上件 | 打件 | 是否打件 | 貼件 | 是否貼片 | 是否焊接 | bestückt | bestücken | bestückung`),
  category: list(`category | part category | component category | part type | component type | type | commodity | class | group | part group | family
    類別 | 分類 | 零件類別 | 物料類別 | 種類 | 类别 | 类型 | 分类 | 种类 | 器件类型 | 元件类型 | 物料类别 | 種別 | カテゴリ | カテゴリー | 部品種別
    kategorie | warengruppe | bauteilart | teileart | art | gruppe`),
  value: list(`value | values | comment | part value | designation | rating | specification | specifications | spec | specs | 值 | 參數 | 數值 | 參數值 | 値 | 定数 | 部品値 | 值 規格 | 参数 | 参数值 | 阻值 | 容值 | wert | werte | nennwert`),
  product: list('product id'),
};

/** Headers that mark a column in which a yes means that the part is left out. */
export const LEFT_OUT: ReadonlySet<string> = new Set(list(`dnp | dni | dnf | dnm | dns | do not place | do not populate | do not fit | do not install | not fitted | not placed | not mounted | no mount | no fit | nm
  不上件 | 不打件 | 不貼 | 空貼 | 不焊接 | nicht bestücken | nicht bestückt | unbestückt`));

/** Headers that mean other things too: their cells have to look like what they would be. A sure header stands, and its cells are faults. */
export const VAGUE: ReadonlySet<string> = new Set(list(`count | amount | usage | origin | country | 國家 | 国家 | land | ursprung | herkunft | um | me | stk | stück | number | part value
  unit | units | 番号 | 部品番号 | 部品 | 形式 | 仕様
  item | no | id | sn | s n | row | nr | position | pos | 項目 | 編號 | 编号 | ref | reference | references | reference s | customer reference | referenz | location | locations | parts | designation | 位置 | indent | stufe | 階 | 層
  part | name | component | komponente | 子件 | mf | artikel | teil | bauteil | make | status | place | fit | install | hierarchy | class | type | art | group | gruppe | family | baugruppe | used in | where used | nm | lev`));

const FIELDS_OF: ReadonlyMap<string, readonly BillField[]> = (Object.keys(HEADERS) as BillField[]).reduce(
  (found, field) => HEADERS[field].reduce((all, name) => all.set(name, [...(all.get(name) ?? []), field]), found), new Map<string, BillField[]>());

/** What a header says before or after a name, or a number or letter after it, where it speaks of a further source of the same line. */
const OTHERS: readonly (readonly [more: number, words: string])[] = [
  [1, 'alternates?|alternatives?|alternativer?|alternativ|alt|second source|2nd source|second|2nd|substitutes?|equivalents?|replacements?|替代的|替代|代用|備用|备用|第二來源|第二来源|第二|備選|备选'],
  [2, 'third source|3rd source|third|3rd|第三來源|第三来源|第三'],
];
const OTHER_SOURCE = OTHERS.map(([more, words]) => ({ more, before: new RegExp(`^(?:${words})(?![a-z])\\s*`), after: new RegExp(`(?<![a-z])(?:${words})$`) }));

/** Words for other parts, makers or sources than the first: a column of them that is not read would leave out what may be built in. */
const ALTERNATES = /(?:^| )(?:alternates?|alternatives?|alt|(?:second|2nd|third|3rd) sources?|substitut(?:e|es|ion|ions)|equivalents?|replacements?|interchangeables?|aml|avl|(?:approved|qualified) (?:manufacturers?|makers?|mfrs?|mfgs?|brands?|sources?|parts?|vendors?)|alternativ\p{L}*|ersatz\p{L}*|zweitquellen?)(?: |$)|替代|代用|備用|备用|備選|备选|同等品|等效|第二來源|第二来源|承認廠商|合格廠商/u;
const NO_ALTERNATES = /supplier|distributor|price|cost|stock|lead ?time|date|lifecycle|datasheet|link|url|lieferant|preis|供應商|供应商|經銷|價|价|庫存|库存|日期/;

export function saysAlternates(folded: string): boolean {
  return ALTERNATES.test(folded) && !NO_ALTERNATES.test(folded);
}

/** Headers of whom a country is of, or of what: not of where the part is made. Such a column is never taken for it by its contents. */
const NOT_ORIGIN = /vendor|supplier|seller|sold|buyer|distribut|ship|deliver|destin|customer|market|warehouse|stock|quarter|(?:^| )hq(?: |$)|domicil|incorporat|regist|owner|brand|manufacturer|maker|(?:^| )(?:mfr|mfg)(?: |$)|wafer|diffusion|(?:^| )(?:die|fab)(?: |$)|packag|assembl|(?:^| )test|供應商|供应商|經銷|出貨|出货|交貨|客戶|客户|總部|总部|註冊|注册|廠商|厂商|製造商|制造商|品牌|封裝|封装|晶圓|晶圆|倉|仓|hersteller|lieferant|versand|sitz|kunde/;

/** Headers of who makes a part, in words that are not read as its maker. */
const OTHER_MAKER = /manufactur|maker|factory|producer|fabricat|foundry|subcontract|(?:^| )(?:oem|odm|ems)(?: |$)|製造|生產|工廠|代工|メーカ|メーカー|制造|工厂/;
const NO_MAKER = /lifecycle|status|link|url|desc|date|price|cost|lead|code|datasheet|note|remark|country|origin|location|stock|part|number|method|process|cage|國|地|日|編號|料號|方式|工序|製程/;

export function saysMaker(folded: string): boolean {
  return OTHER_MAKER.test(folded) && !NO_MAKER.test(folded);
}

/** Of a step in making the part: a further place of the same part. */
const STEP = /wafer|diffusion|(?:^| )(?:die|fab|fabrication|packaging|assembly|assembled|test|casting|machining|mined)(?: |$)|封裝|封装|晶圓|晶圆|測試|测试|組裝|组装/;
const NO_STEP = /supplier|vendor|ship|deliver|供應商|供应商|出貨/;

export function saysStep(folded: string): boolean {
  return STEP.test(folded) && !NO_STEP.test(folded);
}

/** What a part costs, who sells it and where more stands of it: never an amount of parts, and never what a part is. */
const NO_PART = /price|cost|subtotal|(?:^| )(?:total|sum|usd|eur|gbp|jpy|cny|twd|moq|stock|supplier|vendor|distributor|seller|source|url|links?|datasheet|image|notes?|remarks?)(?: |$)|價|价|金額|金额|小計|小计|合計|合计|單価|単価|備註|备注|備考|連結|链接|供應商|供应商|購入先|preis|betrag|summe|lieferant|bemerkung/;

/** A header of remarks besides, `備註/替代`: not all that stands there is an alternate. */
export function saysRemarks(header: string): boolean {
  return /remark|notes?(?![a-z])|comment|備註|备注|備考|bemerkung|anmerkung/i.test(header);
}

export function saysNoPart(folded: string): boolean {
  return NO_PART.test(folded);
}

export function saysNoOrigin(folded: string): boolean {
  return NOT_ORIGIN.test(folded);
}

/** Lower case, marks to spaces, `PartNum` as two words, `Part #` as a number. */
export function fold(header: string): string {
  const text = header.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().trim();
  return text === '#' ? text : text.replace(/([^\s])\s*#/g, '$1 no ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').replace(/\bp n\b/, 'pn').trim();
}

/**
 * A folded header without what says which source it is of, and that number: 1 for the first. `manufacturer 2`, `alternate manufacturer`
 * and `manufacturer b` are [`manufacturer`, 2].
 */
export function sourceOf(folded: string): [name: string, source: number] {
  const [bare, more] = withoutOther(folded);
  const [, before, number, after = ''] = /^([^0-9]*[^0-9\s])\s?([1-9][0-9]?)\s?([^0-9]*)$/.exec(bare) ?? [];
  if (before === undefined) {
    const [, name, letter] = /^(.*\S) ([a-f])$/.exec(bare) ?? [];
    return name !== undefined && (HEADERS.maker.includes(name) || HEADERS.partNumber.includes(name)) ? [name, more + letter!.charCodeAt(0) - 96] : [bare, 1 + more];
  }
  const [name, again] = withoutOther(/[a-zß-ÿ]$/.test(before) && after !== '' ? `${before} ${after}` : before + after);
  return [name, Number(number) + more + again];
}

function withoutOther(folded: string): [rest: string, more: number] {
  for (const { more, before, after } of OTHER_SOURCE)
    for (const words of [before, after]) {
      const rest = folded.replace(words, '').trim();
      if (rest !== folded) return [rest, more];
    }
  return [folded, 0];
}

/**
 * A header as `sourceOf` has it. One that is not known whole may say the same twice: `製造商 Manufacturer`, `Country of Origin (COO)`. Every
 * piece has to be known, and of one field.
 */
export function nameOf(header: string): [name: string, source: number] {
  const whole = sourceOf(fold(header));
  if (header.length > 80 || FIELDS_OF.has(whole[0])) return whole;
  const pieces = header.normalize('NFKC').split(/[()[\]/|\r\n]+|(?<=\p{Script=Han})\s*(?=[A-Za-z#])|(?<=[A-Za-z.#])\s*(?=\p{Script=Han})/u).map((piece) => piece.trim()).filter((piece) => /[\p{L}#]/u.test(piece) && unitCode(piece) === undefined).map((piece) => sourceOf(fold(piece)));
  if (pieces.length === 0) return whole;
  const common = pieces.map(([name]) => FIELDS_OF.get(name) ?? []).reduce((all, fields) => all.filter((field) => fields.includes(field)));
  const [field] = common;
  // `型号 / 规格`, `Part No. / Description`: two things in one column, told by the first
  if (field === undefined && pieces.every(([name]) => FIELDS_OF.get(name)?.some((one) => one === 'partNumber' || one === 'description' || one === 'value'))) return pieces[0]!;
  return field === undefined ? whole : (pieces.find(([name]) => !VAGUE.has(name)) ?? pieces[0]!);
}

/**
 * The names of a row of headers. An ERP writes a bill with its lines in columns of their own beside those of the product, `Item Code (Items)`
 * or `BoM Lines/Component`: where such columns say what goes in and how much, those of the product are not the lines'.
 */
export function namesOf(cells: readonly string[]): [name: string, source: number][] {
  const inner = linesColumns(cells);
  if (inner === undefined) return cells.map(nameOf);
  const fields = new Set([...inner.values()].flatMap((name) => FIELDS_OF.get(nameOf(name)[0]) ?? []));
  return cells.map((cell, at) => {
    const own = nameOf(inner.get(at) ?? cell);
    return inner.has(at) || !FIELDS_OF.get(own[0])?.some((field) => fields.has(field)) ? own : ['', 1];
  });
}

/** By the number of the column, what the lines' columns of such an export are called. */
export function linesColumns(cells: readonly string[]): ReadonlyMap<number, string> | undefined {
  const groups = new Map<string, Map<number, string>>();
  for (const [at, cell] of cells.entries()) {
    const [, after, name] = /^([^/]{2,40})\/([^/]{2,60})$/u.exec(cell.trim()) ?? [];
    const [, called, before] = /^(.{2,60}\S)\s*\(([^()]{2,40})\)$/u.exec(cell.trim()) ?? [];
    const [group, own] = after !== undefined ? [after.trim(), name!.trim()] : [before?.trim(), called?.trim()];
    if (group === undefined || own === undefined) continue;
    groups.set(group, (groups.get(group) ?? new Map<number, string>()).set(at, own));
  }
  const has = (group: ReadonlyMap<number, string>, fields: readonly BillField[]): boolean => [...group.values()].map((name) => nameOf(name)[0]).some((name) => (fields[0] !== 'quantity' || !VAGUE.has(name)) && FIELDS_OF.get(name)?.some((field) => fields.includes(field)));
  const whole = (group: ReadonlyMap<number, string>): boolean => group.size >= 2 && has(group, ['quantity']) && has(group, ['partNumber', 'description']) && cells.some((cell, at) => cell.trim() !== '' && !group.has(at));
  return [...groups.values()].find(whole);
}

/** A row of headers: three cells and more that are called as different fields are, two of them by names that mean nothing else, one of them the part. */
export function isHeader({ cells }: Row): boolean {
  const fields = new Set<BillField>();
  let sure = 0;
  for (const [at, [name]] of namesOf(cells).entries()) {
    const cell = cells[at]!;
    if (cell.trim() === '' || cell.length > 60) continue;
    const field = FIELDS_OF.get(name)?.[0];
    if (field === undefined || fields.has(field)) continue;
    fields.add(field);
    if (!VAGUE.has(name)) sure++;
  }
  return fields.size >= 3 && sure >= 2 && (['partNumber', 'description', 'designator', 'value'] as const).some((field) => fields.has(field));
}

/** A header that can only be a maker's own part number, whatever the others are called. */
export function isMakersNumber(name: string): boolean {
  return HEADERS.partNumber.includes(name) && /^(?:mpn|manufacturer|mfr|mfg|mf|maker|vendor mpn|製造商|原廠|廠牌|制造商|hersteller)/.test(name);
}
