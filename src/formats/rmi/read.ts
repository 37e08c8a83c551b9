/**
 * RMI's CMRT and EMRT workbooks: who declares, what is answered for each metal, the smelters and the mines. A metal is a line
 * of the product that is declared about, and each smelter an option of it, of which nobody says which is used. Nothing in a
 * template makes a list complete or a smelter fine: answers are notes.
 */
import { countryCode } from '../../base/countries.ts';
import { issue, type Issue, type Read } from '../../base/issue.ts';
import { push } from '../../base/multimap.ts';
import { own } from '../../base/own.ts';
import type { Id, Option } from '../../model/record.ts';
import { idPart } from '../bom/bill.ts';
import type { Builder, Document } from '../documents/builder.ts';
import type { Row, Sheet } from '../table/sheet.ts';
import { type Answer, answersOf, beside, columnsOf, label, METALS, revisionOf, sheetNamed, type Template, templateOf, YES } from './layout.ts';

const SMELTER_COLUMNS = {
  metal: ['metal', '金属', '金属 l'], // EMRT 1.x writes the last in its Chinese
  lookup: ['smelter look up', '冶炼厂查找'],
  name: ['smelter name', '冶炼厂名称'],
  country: ['smelter country', '冶炼厂所在国家或地区', '冶炼工厂地址 国家'],
  id: ['smelter identification', '冶炼厂识别'],
  number: ['smelter identification number input column', '冶炼厂识别号码输入列'],
  region: ['smelter facility location state province', '冶炼厂地址 州 省'],
} as const;
const MINE_COLUMNS = {
  metal: ['metal', '金属'],
  name: ['mine facility site name', 'mine facility name', 'mine name', '矿厂 矿场 名称', '矿厂名称'],
  country: ['mine facility country', 'mine facility location country', 'mine country', '矿厂所在国家或地区'],
  id: ['mine identification', '矿厂识别'],
  region: ['mine facility location state province'],
} as const;
const PRODUCT_COLUMNS = { number: ['responder s product number', 'responder product number', 'manufacturer s product number', '回复方的产品编号', '制造商的产品序号', '制造商产品编号'] } as const;

interface Place { readonly metal: string; readonly name: string; readonly country: string; readonly id: string; readonly region: string; readonly at: string }
interface Declared {
  readonly template: Template;
  readonly revision: string;
  readonly company: string;
  readonly scope: string | undefined;
  readonly answers: readonly Answer[];
  readonly smelters: readonly Place[];
  readonly mines: readonly Place[];
  readonly partNumbers: readonly string[];
}

/** `undefined`: the workbook is no such template. `faults`: of all its sheets; those of sheets that are not read count for nothing. */
export function readTemplate(source: string, sheets: readonly Sheet[], faults: readonly Issue[]): Read<Document | undefined> | undefined {
  const template = templateOf(sheets);
  if (!template) return undefined;
  const used = ['Declaration', 'Smelter List', 'Mine List', 'Product List'].flatMap((name) => sheetNamed(sheets, name) ?? []);
  const issues: Issue[] = faults.filter(({ at }) => at.source === source || used.some(({ name }) => at.source === `${source} (${name})` && isRead(at.pointer)));
  const unlike = (what: string): void => void issues.push(issue('document/layout', source, '', { format: template, what }));
  const declaration = sheetNamed(sheets, 'Declaration')!;
  const revision = revisionOf(declaration, sheetNamed(sheets, 'Revision'));
  if (revision === undefined) unlike('no revision in Declaration');
  const company = beside(declaration, ['company name', '公司名称']);
  if (!company) unlike('no label `Company Name` in Declaration');
  else if (company.value === '') issues.push(issue('input/missing', source, `/Declaration/rows/${company.row}`, { field: 'Company Name' }));
  const answers = answersOf(declaration, template);
  if (answers.length === 0) unlike('no answer for a metal in Declaration');
  const smelters = placesOf(sheetNamed(sheets, 'Smelter List')!, SMELTER_COLUMNS, ['metal', 'name', 'country'], unlike);
  const mineSheet = sheetNamed(sheets, 'Mine List');
  const mines = mineSheet ? placesOf(mineSheet, MINE_COLUMNS, ['metal', 'name', 'country'], unlike) : [];
  if (issues.length > 0) return { value: undefined, issues };
  const declared: Declared = {
    template, revision: revision!, company: company!.value, scope: beside(declaration, ['declaration scope or class', '申报范围或种类'])?.value || undefined,
    answers, smelters, mines, partNumbers: productsOf(sheetNamed(sheets, 'Product List')),
  };
  return { value: { format: `${template} ${declared.revision}`, build: (to) => build(declared, to) }, issues: [] };
}

/** Beyond column Q a sheet has formulas of the template's own, whose faults say nothing. */
function isRead(pointer: string): boolean {
  return /^\/rows\/\d+(?:\/[A-Q])?$/.test(pointer);
}

type Columns = Readonly<Record<string, readonly string[]>>;

function placesOf(sheet: Sheet, wanted: Columns, required: readonly string[], unlike: (what: string) => void): Place[] {
  const found = columnsOf(sheet, wanted, required);
  if ('missing' in found) {
    unlike(`no column ${found.missing.join(', ')} in ${sheet.name}`);
    return [];
  }
  const cell = (row: Row, column: string): string => {
    const at = found.at[column];
    return at === undefined ? '' : (row.cells[at] ?? '').trim();
  };
  return sheet.rows.filter(({ row }) => row > found.header.row).flatMap((row) => {
    // The name that was typed, or the one that was chosen from the list.
    const name = cell(row, 'name') || cell(row, 'lookup');
    const numbers = [...new Set([cell(row, 'id'), cell(row, 'number')].filter((number) => number !== ''))];
    const one = { metal: cell(row, 'metal'), name, country: cell(row, 'country'), region: cell(row, 'region'), at: `/${sheet.name}/rows/${row.row}` };
    // A row with a smelter's number or country alone is a smelter that nobody names; one without a metal is of a metal that nobody names.
    if (name === '' && numbers.length === 0 && one.country === '') return [];
    // Two numbers are two smelters, of which the row does not say which it is.
    return (numbers.length > 0 ? numbers : ['']).map((id) => ({ ...one, id }));
  });
}

function productsOf(sheet: Sheet | undefined): string[] {
  const found = sheet && columnsOf(sheet, PRODUCT_COLUMNS, ['number']);
  if (!found || 'missing' in found) return [];
  const at = found.at.number!;
  return [...new Set(sheet.rows.filter(({ row }) => row > found.header.row).map(({ cells }) => (cells[at] ?? '').trim()).filter((text) => text !== ''))];
}

/** What people choose where the smelter is not known. */
const NOT_KNOWN = /^(?:smelter not (?:yet identified|listed)|unknown|冶炼厂尚未被识别|冶炼厂未列出|未知)$/;

const NO_METAL = 'metal not stated';

function isNotKnown({ name, id }: Place): boolean {
  return name === '' ? id === '' : NOT_KNOWN.test(label(name));
}

function build({ template, revision, company, scope, answers, smelters, mines, partNumbers }: Declared, to: Builder): void {
  const { product, recipe } = to.ids;
  const notes = Object.fromEntries([['declaration', `${template} ${revision}`], ...(scope === undefined ? [] : [['scope', scope]]), ...answers.map(({ question, metal, answer }) => [`${question} ${metal}`, answer])]);
  to.keep('/Declaration', { kind: 'product', id: product, name: product, partNumbers: partNumbers.length > 0 ? partNumbers : undefined, notes });
  to.keep('/Declaration', { kind: 'recipe', id: recipe, output: product });
  const supplier = to.party('/Declaration', company, 'supplier');
  to.keep('/Declaration', { kind: 'supply', id: `${supplier}>/${product}`, product, supplier });
  const added = answers.filter(({ question, answer }) => question === 'Q1' && YES.test(answer)).map(({ metal }) => metal);
  for (const { metal, row } of answers.filter(({ question, answer }) => question === 'Q2' && YES.test(answer)))
    to.keep(`/Declaration/rows/${row}`, { kind: 'material', id: `${product}#${metal.toLowerCase()}`, product, substance: metal.toLowerCase(), massPpm: { lo: 0, hi: 1_000_000 } });
  lines('smelted', template, added, smelters, to);
  lines('mined', template, [], mines, to);
}

/** A line a metal; its options are the places, one each. A metal that is added and has no place has an option that nobody knows. */
function lines(kind: 'smelted' | 'mined', template: Template, added: readonly string[], places: readonly Place[], to: Builder): void {
  const { recipe } = to.ids;
  const byMetal = new Map<string, Place[]>(added.map((metal) => [metal.toLowerCase(), []]));
  for (const place of places) {
    const metal = place.metal === '' ? NO_METAL : (own(METALS[template], label(place.metal)) ?? label(place.metal)).toLowerCase();
    if (metal === NO_METAL) to.warn('input/missing', place.at, { field: 'Metal' });
    push(byMetal, metal, place);
  }
  for (const [metal, found] of byMetal) {
    const seen = new Set<Id>();
    const options = found.map((place): Option => (isNotKnown(place) ? { product: null } : { product: output(metal, kind, place, to) }))
      .filter(({ product }) => product === null || (!seen.has(product) && seen.add(product)));
    const line = kind === 'smelted' ? metal : `${metal} ore`;
    to.keep(found[0]?.at ?? '/Declaration', { kind: 'line', id: `${recipe}#${idPart(line)}`, recipe, line: idPart(line), options: options.length > 0 ? options : [{ product: null }] });
  }
}

/** What comes out of a smelter or a mine, made by it, there. A province as people write it is no code of a region: it is a note, or a test for one would fail. */
function output(metal: string, kind: 'smelted' | 'mined', place: Place, to: Builder): Id {
  const { country: stated, id: number, region, at } = place;
  const name = place.name || number;
  const key = idPart(number || `${name}, ${stated}`);
  const id = to.part(`${metal}/${kind === 'mined' ? 'mine ' : ''}${key}`);
  const country = stated === '' ? undefined : countryCode(stated);
  const facility = `facility:${kind === 'mined' ? 'mine ' : ''}${key}`;
  const maker = `${kind === 'mined' ? 'mine' : 'smelter'}:${key}`;
  // One number with two countries or names is said twice: a contradiction, and another name.
  if (to.once(`${facility} in ${stated}`)) {
    if (stated !== '' && country === undefined && !NOT_KNOWN.test(label(stated))) to.warn('input/unknown-country', at, { given: stated.slice(0, 80) });
    to.keep(at, { kind: 'facility', id: facility, name, country, notes: region === '' ? {} : { 'state or province': region } });
  }
  if (to.once(`${maker} as ${name}`)) to.keep(at, { kind: 'party', id: maker, names: [name], ids: /^CID[0-9]{6}$/.test(number) ? [{ scheme: 'rmi-cid', value: number }] : undefined });
  if (!to.once(id)) return id;
  to.keep(at, { kind: 'product', id, name: `${metal}, ${name}`, maker });
  to.keep(at, { kind: 'recipe', id: `bom:${id}`, output: id, facility });
  return id;
}
