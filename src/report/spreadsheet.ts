/** An answer for spreadsheet programs: the user's own bill with verdict, reason and what is missing beside each line, and all verdicts. */
import type { Sha256 } from '../base/canonical.ts';
import type { Issue } from '../base/issue.ts';
import type { CheckResult } from '../engine/result.ts';
import { missingInWords, namer, openExemptions, rows } from '../engine/why.ts';
import { consequence } from '../engine/words.ts';
import { ANSWER_COLUMNS } from '../formats/own.ts';
import { csvRow } from '../formats/table/escape.ts';
import type { Row } from '../formats/table/sheet.ts';
import { type SheetCell, type SheetOut, type Style, writeWorkbook } from '../formats/table/workbook.ts';
import { buildNetwork, unresolvedId } from '../model/network.ts';
import type { Id, Line, Rec } from '../model/record.ts';
import { missingFor } from '../rules/grounds.ts';
import { commas, type Lang, list, say, semicolons } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { honestyLines } from './honesty.ts';
import { issueInWords } from './issues.ts';
import { marksOf, type PartMark } from './marks.ts';

/** A table with bill lines as it stands in the user's file; `source` as it stands in the records' origin. */
export interface OwnTable { readonly source: string; readonly rows: readonly Row[] }

export function xlsxReport(result: CheckResult, records: readonly Rec[], tables: readonly OwnTable[], lang: Lang, sha256: Sha256, noticed: readonly Issue[] = []): Uint8Array {
  return writeWorkbook([...tables.map((table, i) => billSheet(result, records, table, lang, sha256, i)), verdictSheet(result, lang, sha256), aboutSheet(result, noticed, lang)]);
}

/** Every assessment as a row, with the mark of an unverified clause, whose text its rulebook is (`texts`) and that its records are made up; names that a spreadsheet could run are escaped. */
export function csvReport(result: CheckResult, lang: Lang, texts: ReadonlyMap<Id, string>): string {
  const name = namer(result, lang);
  const lines = result.assessments.map((one) => {
    const missing = missingFor(one.grounds, one.subject);
    const lacks = [...missing.map((each) => missingInWords(lang, each, name)), ...openExemptions(result, one, lang)];
    return [one.rulebook, one.version, one.clause ?? '', one.applies, one.verdict ?? '', one.subject, one.subject === 'all' ? '' : name(one.subject), semicolons(lang, lacks),
      [...new Set(missing.flatMap(({ askFrom }) => askFrom ?? []))].join('; '), one.consequence ?? '', one.nextChange ?? '', one.grounds?.seal ?? '', one.unverified ? 'yes' : '', texts.get(one.rulebook) ?? '', result.madeUp ? 'yes' : ''];
  });
  return `\ufeff${[ANSWER_COLUMNS, ...lines].map(csvRow).join('')}`;
}

function billSheet(result: CheckResult, records: readonly Rec[], table: OwnTable, lang: Lang, sha256: Sha256, at: number): SheetOut {
  const { question } = result;
  const net = buildNetwork(records, question.asOf, question.knownAt, question.product, sha256);
  const lineAt = new Map(records.flatMap((rec): [number, Line][] => (rec.kind === 'line' ? rowsNamed(rec.origin, table.source).map((row) => [row, rec]) : [])));
  const parts = [...lineAt.values()].flatMap(partsOf);
  const marks = marksOf(result, net, parts);
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const first = Math.min(...lineAt.keys());
  const headRow = table.rows.filter(({ row }) => row < first).at(-1)?.row;
  const added = (['verdict', 'reason', 'missing'] as const).map((head): SheetCell => ({ text: say(lang, `sheet.head.${head}`), style: 'head' }));
  const drawn = table.rows.map(({ row, cells }): (SheetCell | string)[] => {
    const padded = [...cells, ...Array<string>(width - cells.length).fill('')].map((text): SheetCell => ({ text, style: row === headRow ? 'head' : 'plain' }));
    const line = lineAt.get(row);
    if (row === headRow) return [...padded, ...added];
    return line === undefined ? padded : [...padded, ...lineCells(result, line, marks, lang)];
  });
  return { name: at === 0 ? say(lang, 'sheet.bill') : `${say(lang, 'sheet.bill')} ${at + 1}`, rows: drawn, widths: [...Array<number>(width).fill(16), 12, 60, 60], frozen: table.rows.filter(({ row }) => row <= (headRow ?? 0)).length };
}

/** Rows of a record that was read from this table: `bom.csv, row 4`. */
function rowsNamed(origin: string | undefined, source: string): number[] {
  if (origin === undefined || !origin.startsWith(`${source}, row`)) return [];
  return [...origin.slice(source.length).matchAll(/[0-9]+/g)].map(([number]) => Number(number));
}

/** What a line's options are; one that does not say which part is a part of its own. */
function partsOf(line: Line): Id[] {
  return line.options.map(({ product }, at) => product ?? unresolvedId(line, at));
}

function lineCells(result: CheckResult, line: Line, marks: ReadonlyMap<Id, PartMark>, lang: Lang): SheetCell[] {
  const name = namer(result, lang);
  const own = partsOf(line).map((part) => marks.get(part)!);
  const verdict = own.some((mark) => mark.verdict === 'red') ? 'red' : own.some((mark) => mark.verdict === 'unknown') ? 'unknown' : own.length > 0 && own.every((mark) => mark.verdict === 'clear') ? 'clear' : undefined;
  const open = own.flatMap((mark) => mark.own.filter((one) => one.verdict !== 'clear'));
  const reasons = [...new Set(open.map((one) => `${one.rulebook} ${one.clause}${say(lang, 'text.colon')}${say(lang, `verdict.${one.verdict!}`)}`))];
  const inside = own.flatMap((mark) => mark.inside);
  const missing = [...new Set(open.flatMap((one) => [...missingFor(one.grounds, one.subject).map((each) => missingInWords(lang, each, name, one.subject)), ...openExemptions(result, one, lang)]))];
  return [
    { text: verdict ? say(lang, `verdict.${verdict}`) : say(lang, 'page.quiet'), style: verdict ?? 'soft' },
    { text: semicolons(lang, [...reasons, ...(inside.length > 0 ? [say(lang, 'sheet.inside', { parts: list(lang, inside.slice(0, 5).map(name)) })] : [])]), style: 'wrap' },
    { text: semicolons(lang, missing), style: 'wrap' },
  ];
}

function verdictSheet(result: CheckResult, lang: Lang, sha256: Sha256): SheetOut {
  const name = namer(result, lang);
  const heads = [...(['rulebook', 'clause', 'verdict', 'subject', 'reason'] as const).map((head) => say(lang, `report.head.${head}`)), say(lang, 'sheet.head.unknown'), say(lang, 'page.head.next')];
  const lines = rows(result, lang, sha256).map(({ assessments, reason }): SheetCell[] => {
    const one = assessments[0]!;
    const style: Style = one.verdict ?? 'soft';
    const parts = one.subject === 'all' ? say(lang, 'report.all') : commas(lang, assessments.map(({ subject }) => name(subject)));
    return [{ text: one.rulebook }, { text: `${one.clause ?? '-'}${one.unverified ? ` (${say(lang, 'report.unverified')})` : ''}` }, { text: one.verdict ? say(lang, `verdict.${one.verdict}`) : say(lang, `applies.${one.applies}`), style }, { text: parts, style: 'wrap' }, { text: reason, style: 'wrap' },
      { text: one.consequence ? consequence(lang, one.consequence) : '', style: 'wrap' }, { text: assessments.flatMap(({ nextChange }) => nextChange ?? []).sort()[0] ?? '' }];
  });
  return { name: say(lang, 'page.verdicts'), rows: [heads.map((text): SheetCell => ({ text, style: 'head' })), ...lines], widths: [16, 14, 12, 40, 70, 30, 12], frozen: 1 };
}

function aboutSheet(result: CheckResult, noticed: readonly Issue[], lang: Lang): SheetOut {
  const { question, rulebooks, verdict, madeUp } = result;
  const lines: SheetCell[][] = [
    ...(madeUp ? [[{ text: say(lang, 'report.madeUp'), style: 'unknown' as const }]] : []),
    [{ text: say(lang, 'report.title', { product: namer(result, lang)(question.product), asOf: question.asOf }), style: 'title' }],
    [{ text: say(lang, 'report.answer', { verdict: say(lang, `verdict.${verdict}`) }), style: verdict }],
    [{ text: say(lang, `verdict.${verdict}.means`), style: 'wrap' }],
    ...honestyLines(result, lang).map((text): SheetCell[] => [{ text, style: 'wrap' }]),
    [{ text: say(lang, 'report.notLegal'), style: 'wrap' }],
    ...noticed.map((one): SheetCell[] => {
      const { code, place, message } = issueInWords(lang, one);
      return [{ text: say(lang, 'cli.issue', { code, place, message }), style: 'wrap' }];
    }),
    ...rulebooks.flatMap(({ id, title, cite, notModelled }): SheetCell[][] => [[{ text: `${plain(id)}${say(lang, 'text.colon')}${say(lang, 'text.bracket', { text: plain(title[lang]), more: plain(cite) })}`, style: 'wrap' }], ...notModelled.map((text): SheetCell[] => [{ text: `${say(lang, 'rulebooks.notModelled')} ${plain(text[lang])}`, style: 'soft' }])]),
  ];
  return { name: say(lang, 'sheet.about'), rows: lines, widths: [110] };
}
