/**
 * `nonred.yaml`: the question and what belongs to it. Declared once, like the tables: from here come the reader, the
 * JSON Schema and the template. Every scalar is text and is typed here, so `NO` is Norway and 2026-02-30 a fault.
 */
import { isDay } from '../../base/day.ts';
import { readDecimal } from '../../base/decimal.ts';
import { type Issue, issue, type Read } from '../../base/issue.ts';
import { token } from '../../base/pointer.ts';
import { parseYaml } from '../yaml.ts';
import { isId } from './cell.ts';
import { safePath } from './path.ts';
import { TABLES } from './tables.ts';

export interface Config {
  readonly title?: string;
  /** The workspace is an invented example: said beside every answer. */
  readonly madeUp?: boolean;
  readonly product?: string;
  readonly bom?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly rulebooks?: readonly string[];
  readonly buyer?: { readonly kind?: string; readonly agency?: string; readonly federalFunds?: boolean };
  readonly act?: string;
  readonly endItem?: string;
  readonly contractUsd?: string;
  readonly acquiredOn?: string;
  readonly purpose?: string;
  readonly lists?: readonly string[];
  /** By file name. */
  readonly tables?: Readonly<Record<string, FileConfig>>;
  /** Field of a bill of materials to header, for all bills of the workspace. */
  readonly columns?: Readonly<Record<string, string>>;
}
/** How a file is to be read, where its name and headers do not say. */
export interface FileConfig {
  /** `bom`, or the name of a table. */
  readonly as?: string;
  readonly sheet?: string;
  /** Of a bill: what it is the bill of, and the id of its recipe. */
  readonly product?: string;
  readonly recipe?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** A field of a bill of materials that a header can be given for. */
export const BILL_FIELDS: readonly string[] = ['maker', 'partNumber', 'description', 'designator', 'quantity', 'uom', 'country', 'line', 'value', 'product'];

type Shape = 'text' | 'id' | 'ids' | 'texts' | 'day' | 'decimal' | 'flag' | 'word' | 'map' | 'files';
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly doc: string;
  readonly words?: readonly string[];
  readonly fields?: readonly Field[];
  readonly example?: string;
}

const columns: Field = {
  name: 'columns', shape: 'map', doc: 'Corrects the guessed columns of a bill of materials: field, then the header in the file.',
  fields: BILL_FIELDS.map((name) => ({ name, shape: 'text', doc: `Header of the column with the ${name} of a line.` })), example: '{maker: Manufacturer 1}',
};
const FILE_FIELDS: readonly Field[] = [
  { name: 'as', shape: 'word', words: ['bom', ...TABLES.map(({ name }) => name)], doc: 'Which table it is, or a bill of materials.' },
  { name: 'sheet', shape: 'text', doc: 'The sheet of a workbook to read.' },
  { name: 'product', shape: 'id', doc: 'Of a bill of materials: id of what it is the bill of; the product of the question where absent.' },
  { name: 'recipe', shape: 'id', doc: 'Of a bill of materials: id of its recipe.' },
  columns,
];
export const FIELDS: readonly Field[] = [
  { name: 'title', shape: 'text', doc: 'What the workspace is called in reports.', example: 'Survey drone, spring delivery' },
  { name: 'madeUp', shape: 'flag', doc: '`true` where everything in it is invented; every answer then says so.', example: 'true' },
  { name: 'product', shape: 'id', doc: 'Id of the product that the question is about.', example: 'drone' },
  { name: 'bom', shape: 'id', doc: 'Id of the recipe that is its bill of materials; all its recipes where absent.', example: 'b1' },
  { name: 'asOf', shape: 'day', doc: 'The day whose law and facts count; today where absent.', example: '2026-11-22' },
  { name: 'knownAt', shape: 'day', doc: 'The day against which the age of papers and lists is measured; asOf where absent.', example: '2026-11-22' },
  { name: 'rulebooks', shape: 'ids', doc: 'Ids of the rulebooks to judge by; all where absent.', example: '[us-848]' },
  {
    name: 'buyer', shape: 'map', doc: 'Who buys.', example: '{kind: federal, agency: DoD, federalFunds: true}',
    fields: [
      { name: 'kind', shape: 'text', doc: 'Kind of buyer, as the rulebooks name it.' },
      { name: 'agency', shape: 'text', doc: 'The agency.' },
      { name: 'federalFunds', shape: 'flag', doc: 'Whether federal funds are used.' },
    ],
  },
  { name: 'act', shape: 'word', words: ['operate', 'procure-direct', 'procure-indirect', 'use'], doc: 'What is done with the product.', example: 'procure-direct' },
  { name: 'endItem', shape: 'word', words: ['cots', 'non-cots'], doc: 'Whether it is a commercially available off-the-shelf item.', example: 'non-cots' },
  { name: 'contractUsd', shape: 'decimal', doc: 'Value of the contract in US dollars.', example: '250000' },
  { name: 'acquiredOn', shape: 'day', doc: 'Day of the purchase or contract.', example: '2026-11-22' },
  { name: 'purpose', shape: 'text', doc: 'What it is bought for, as the rulebooks name it.', example: 'training' },
  { name: 'lists', shape: 'texts', doc: 'List editions that the question uses.', example: '[]' },
  { name: 'tables', shape: 'files', doc: 'How to read files whose name or headers do not say: file name, then as, sheet, product, recipe, columns.', fields: FILE_FIELDS, example: '{board.xlsx: {as: bom}}' },
  columns,
];

/** The config, and for every place in it the line. All faults at once. */
export function readConfig(text: string, source: string): Read<Config> {
  const yaml = parseYaml(text, source);
  if (yaml.issues.some(({ code }) => code === 'yaml/empty') || (yaml.issues.length === 0 && yaml.value === '')) return { value: {}, issues: [] };
  if (yaml.value === undefined) return { value: {}, issues: yaml.issues };
  const issues: Issue[] = [];
  const fault: Fault = (code, pointer, params) => void issues.push(issue(code, source, pointer, { ...params, line: yaml.lineOf(pointer) }));
  return { value: mapOf(yaml.value, '', FIELDS, fault) ?? {}, issues };
}

type Fault = (code: Issue['code'], pointer: string, params: Issue['params']) => undefined;

function mapOf(value: unknown, pointer: string, fields: readonly Field[], fault: Fault): Record<string, unknown> | undefined {
  if (!isMap(value)) return fault('input/wrong-shape', pointer, { wanted: 'a map of names and values' });
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const at = pointer + token(name);
    const field = fields.find((one) => one.name === name);
    if (!field) fault('input/unknown-field', at, { given: name, options: fields.map((one) => one.name).join(', ') });
    else {
      const read = member === '' ? undefined : valueOf(member, at, field, fault);
      if (read !== undefined) members.push([name, read]);
    }
  }
  return Object.fromEntries(members);
}

function valueOf(value: unknown, pointer: string, field: Field, fault: Fault): unknown {
  switch (field.shape) {
    case 'map': return mapOf(value, pointer, field.fields!, fault);
    case 'files': return filesOf(value, pointer, field.fields!, fault);
    case 'ids':
    case 'texts': {
      if (!Array.isArray(value)) return fault('input/wrong-shape', pointer, { wanted: 'a list' });
      return value.flatMap((item, i) => scalarOf(item, `${pointer}/${i}`, field, fault) ?? []);
    }
    default: return scalarOf(value, pointer, field, fault);
  }
}

function scalarOf(value: unknown, pointer: string, { shape, words = [] }: Field, fault: Fault): string | boolean | undefined {
  if (typeof value !== 'string') return fault('input/wrong-shape', pointer, { wanted: 'one text' });
  const text = value.trim();
  switch (shape) {
    case 'id':
    case 'ids': return isId(text) ? text : fault('input/bad-id', pointer, { given: text });
    case 'day': return isDay(text) ? text : fault('input/bad-day', pointer, { given: text });
    case 'word': return words.includes(text) ? text : fault('input/not-one-of', pointer, { given: text, options: words.join(', ') });
    case 'flag': return text === 'true' || (text === 'false' ? false : fault('input/not-one-of', pointer, { given: text, options: 'true, false' }));
    case 'decimal': {
      const read = readDecimal(text);
      return 'value' in read ? read.value : fault(read.fault === 'ambiguous' ? 'input/ambiguous-number' : 'input/not-a-number', pointer, { given: text });
    }
    default: return text;
  }
}

function filesOf(value: unknown, pointer: string, fields: readonly Field[], fault: Fault): Record<string, unknown> | undefined {
  if (!isMap(value)) return fault('input/wrong-shape', pointer, { wanted: 'a map of file names' });
  const files: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const at = pointer + token(name);
    const path = safePath(name);
    if (path === undefined) fault('input/outside-workspace', at, { given: name });
    else files.push([path, mapOf(member, at, fields, fault) ?? {}]);
  }
  return Object.fromEntries(files);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
