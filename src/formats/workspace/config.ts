/**
 * `nonred.yaml`: the question and what belongs to it. Declared once, like the tables: from here come the reader, the
 * JSON Schema and the template. Every scalar is text and is typed here, so `NO` is Norway and 2026-02-30 a fault.
 */
import { readDecimal } from '../../base/decimal.ts';
import { issue, type Issue, type Read } from '../../base/issue.ts';
import { checkShape, day, object, type Shape, word, z } from '../shape.ts';
import { type Encoding, ENCODINGS } from '../table/encoding.ts';
import { parseYaml } from '../yaml.ts';
import { isId } from './cell.ts';
import { TABLES } from './tables.ts';

export const CONFIG_NAME = 'nonred.yaml';

/** What can be done with a product; rulebooks name them in `act`. */
export const ACTS = ['operate', 'procure-direct', 'procure-indirect', 'use', 'operate-in-contract', 'tender', 'import', 'export', 'report'] as const;

export interface Config {
  readonly title?: string | undefined;
  /** The workspace is an invented example: said beside every answer. */
  readonly asIfBound?: boolean | undefined;
  readonly madeUp?: boolean | undefined;
  readonly product?: string | undefined;
  readonly bom?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly rulebooks?: readonly string[] | undefined;
  /** By rulebook: an option for each parameter that is not left as its file has it. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly buyer?: { readonly kind?: string | undefined; readonly agency?: string | undefined; readonly federalFunds?: boolean | undefined } | undefined;
  readonly act?: (typeof ACTS)[number] | undefined;
  readonly endItem?: 'cots' | 'non-cots' | undefined;
  readonly contractUsd?: string | undefined;
  readonly acquiredOn?: string | undefined;
  readonly purpose?: string | undefined;
  readonly lists?: readonly string[] | undefined;
  /** By file name. */
  readonly tables?: Readonly<Record<string, FileConfig>> | undefined;
  /** Field of a bill of materials to header, for all bills of the workspace. */
  readonly columns?: BillColumns | undefined;
}
/** How a file is to be read, where its name and headers do not say. */
export interface FileConfig {
  /** `bom`, or the name of a table. */
  readonly as?: string | undefined;
  readonly sheet?: string | undefined;
  /** Of a bill: the row that is its header, or `none`. */
  readonly header?: string | undefined;
  /** Of CSV and TSV. */
  readonly encoding?: Encoding | undefined;
  /** Of a bill: what it is the bill of, and the id of its recipe. */
  readonly product?: string | undefined;
  readonly recipe?: string | undefined;
  readonly columns?: BillColumns | undefined;
}

/** A field of a bill of materials that a header can be given for. */
export const BILL_FIELDS = [
  'line', 'partNumber', 'maker', 'designator', 'quantity', 'description', 'value', 'uom', 'country', 'level', 'parent', 'fit', 'category', 'product',
] as const;
export type BillField = (typeof BILL_FIELDS)[number];
export type BillColumns = Readonly<Partial<Record<BillField, string | undefined>>>;

const id = z.string().refine(isId, { params: { wanted: 'id' } });
const yesNo: Shape<boolean> = z.preprocess((given) => (given === 'true' ? true : given === 'false' ? false : given), z.boolean());
const amount = z.string().refine((given) => 'value' in readDecimal(given), { params: { wanted: '1234.5' } });
const columns = object(Object.fromEntries(BILL_FIELDS.map((field) => [field, word.optional()])) as Record<BillField, z.ZodOptional<typeof word>>)
  .optional().describe('Corrects the guessed columns of a bill of materials: field, then the header as it stands in the file.');

const fileConfig = object({
  as: z.enum(['bom', ...TABLES.map(({ name }) => name)]).optional().describe('Which table it is, or a bill of materials.'),
  sheet: word.optional().describe('The sheet of a workbook to read.'),
  header: z.string().regex(/^(?:none|[1-9]\d{0,5})$/).optional().describe('Of a bill of materials: number of the row that is its header, or none.'),
  encoding: z.enum(ENCODINGS).optional().describe('Of CSV and TSV: how the text is encoded, where it is not UTF-8 and no mark says so.'),
  product: id.optional().describe('Of a bill of materials: what it is the bill of; the product of the question where absent.'),
  recipe: id.optional().describe('Of a bill of materials: id of its recipe; the bom of the question where absent.'),
  columns,
});

export const configShape: Shape<Config> = object({
  title: word.optional().describe('What the workspace is called in reports.'),
  madeUp: yesNo.optional().describe('true where everything in it is invented; every answer then says so.'),
  product: id.optional().describe('Id of the product that the question is about.'),
  asIfBound: yesNo.optional().describe('Whether every rulebook is judged as if it bound this product and purchase; the answer then says so.'),
  bom: id.optional().describe('Id of the recipe that is its bill of materials; all its recipes where absent.'),
  asOf: day.optional().describe('The day whose law and facts count; today where absent.'),
  knownAt: day.optional().describe('The day against which the age of papers and lists is measured; asOf where absent.'),
  rulebooks: z.array(id).optional().describe('Ids of the rulebooks to judge by; all where absent.'),
  parameters: z.record(id, z.record(word, word)).optional().describe('Options of parameters of rulebooks, by rulebook; `nonred rulebooks show ID` says what there are.'),
  buyer: object({
    kind: word.optional().describe('Kind of buyer, as the rulebooks name it.'),
    agency: word.optional().describe('The agency. No verdict reads it.'),
    federalFunds: yesNo.optional().describe('Whether federal funds are used. No verdict reads it.'),
  }).optional().describe('Who buys.'),
  act: z.enum(ACTS).optional().describe('What is done with the product.'),
  endItem: z.enum(['cots', 'non-cots']).optional().describe('Whether it is a commercially available off-the-shelf item. No verdict reads it.'),
  contractUsd: amount.optional().describe('Value of the contract in US dollars. No verdict reads it.'),
  acquiredOn: day.optional().describe('Day of the purchase or contract.'),
  purpose: word.optional().describe('What it is bought for, as the rulebooks name it.'),
  lists: z.array(word).optional().describe('List editions that the question is about. No verdict reads it: every edition in the workspace counts.'),
  tables: z.record(z.string(), fileConfig).optional().describe('How to read files whose name or headers do not say, by file name.'),
  columns,
});

/** What semantics.md lets a question say and no condition of a rulebook asks for: whoever writes it may think that it decides. */
export function unreadSettings({ buyer, endItem, contractUsd, lists }: Config, source: string): Issue[] {
  const given = { 'buyer/agency': buyer?.agency, 'buyer/federalFunds': buyer?.federalFunds, endItem, contractUsd, lists: lists?.length === 0 ? undefined : lists };
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [issue('input/unread-setting', source, `/${name}`, { given: name.replace('/', ': ') })]));
}

/** All faults at once, each with its line. A file that holds only comments is an empty config. */
export function readConfig(text: string, source: string): Read<Config> {
  const { value, issues, lineOf } = parseYaml(text, source);
  if (issues.length === 1 && issues[0]!.code === 'yaml/empty') return { value: {}, issues: [] };
  if (issues.length > 0) return { value: {}, issues };
  const shaped = checkShape(configShape, value, source, lineOf);
  return { value: shaped.value ?? {}, issues: shaped.issues };
}
