/** How many generated workbooks are read with all lines right, and what becomes of the others. */
import { fileOf } from '../../src/formats/file.ts';
import { readWorkspace, type Workspace } from '../../src/formats/workspace/workspace.ts';
import { host } from '../support/files.ts';
import { COUNTRY_CODE, type Meant, UNIT_CODE, type Workbook, workbookOf } from '../support/layouts.ts';

export interface Outcome { readonly layout: string; readonly n: number; readonly outcome: 'right' | 'refused' | 'flagged' | 'silently wrong'; readonly why: string }

/** Said of every bill that has such rows; they flag nothing about what was read as a line. */
const USUAL = new Set(['input/not-placed', 'input/not-a-line', 'input/other-sheets']);

export function readLayout(n: number): Outcome {
  const book = workbookOf(n);
  const { value, issues } = readWorkspace(new Map([[book.name, fileOf(book.bytes)]]), host);
  const [meant, read] = [meantLines(book), readLines(value, book)];
  const wrong = [...meant.filter((one) => !read.includes(one)).map((one) => `- ${one}`), ...read.filter((one) => !meant.includes(one)).map((one) => `+ ${one}`)];
  const flags = value.warnings.filter(({ code }) => !USUAL.has(code));
  const base = { layout: book.layout, n };
  if (issues.length > 0) return { ...base, outcome: 'refused', why: issues.map(({ code, at, params }) => `${code} ${at.pointer} ${JSON.stringify(params)}`).slice(0, 3).join('; ') };
  if (wrong.length === 0 && read.length === meant.length) return { ...base, outcome: 'right', why: '' };
  return { ...base, outcome: flags.length > 0 ? 'flagged' : 'silently wrong', why: [...flags.map(({ code }) => code), ...wrong.slice(0, 6), `${value.guesses.map(({ field, column }) => `${column}=${field}`).join(' ')}`].join('\n    ') };
}

/** A line as one text: where it goes, its options, amount, unit and the origin of its own part. */
function meantLines({ lines, has }: Workbook): string[] {
  const out = (line: Meant): boolean => line.leftOut || (line.parent !== undefined && out(line.parent));
  return lines.filter((line) => !out(line)).map(({ parent, options, quantity, uom, country, name }) =>
    [parent?.options[0]!.partNumber ?? '', options.map(({ maker, partNumber }) => `${maker}/${partNumber}`).join('|'), quantity, has.uom && uom ? UNIT_CODE.get(uom) : '', has.country && country ? COUNTRY_CODE.get(country) : '', name].join(' ; ')).sort();
}

function readLines({ records }: Workspace, { has }: Workbook): string[] {
  const products = new Map(records.flatMap((rec) => (rec.kind === 'product' && rec.level === 'confirmed' ? [[rec.id, rec] as const] : [])));
  const makers = new Map(records.flatMap((rec) => (rec.kind === 'party' ? [[rec.id, rec.names![0]!] as const] : [])));
  const recipes = new Map(records.flatMap((rec) => (rec.kind === 'recipe' ? [[rec.id, rec] as const] : [])));
  const origin = new Map(records.flatMap((rec) => (rec.kind === 'recipe' && rec.country !== undefined ? [[rec.output, rec.country] as const] : [])));
  return records.flatMap((rec) => {
    if (rec.kind !== 'line') return [];
    const output = products.get(recipes.get(rec.recipe)!.output);
    const options = rec.options.map(({ product }) => {
      const one = products.get(product!);
      return `${makers.get(one?.maker ?? '') ?? '?'}/${one?.partNumbers?.[0] ?? '?'}`;
    });
    const own = products.get(rec.options[0]!.product!)!;
    return [[rec.recipe === 'bom' ? '' : (output?.partNumbers?.[0] ?? '?'), options.join('|'), rec.quantity, has.uom ? (rec.uom ?? '') : '', has.country ? (origin.get(own.id) ?? '') : '', own.name].join(' ; ')];
  }).sort();
}
