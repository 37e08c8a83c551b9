/** The forms of an answer beside the terminal's: one result, one file each. */
import { isAbsolute, relative } from 'node:path';
import { sha256 } from '../host/crypto.ts';
import { type RulebookText, textOfRulebook } from '../host/rulebooks.ts';
import { tablesOf } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import { htmlReport } from '../report/html/page.ts';
import { markdownReport } from '../report/markdown.ts';
import { sarifReport } from '../report/sarif.ts';
import { csvReport, xlsxReport } from '../report/spreadsheet.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { packResult, resultText } from '../wire/result.ts';
import type { Answer } from './answer.ts';
import { type Io, shownPath } from './io.ts';

/** File by form; `-` is standard output, for one of them. */
export interface Outputs { readonly json?: string; readonly html?: string; readonly markdown?: string; readonly csv?: string; readonly sarif?: string; readonly xlsx?: string }
type Form = keyof Outputs;
export const FORMS: readonly Form[] = ['json', 'html', 'markdown', 'csv', 'sarif', 'xlsx'];

const WRITERS: Readonly<Record<Form, (answer: Answer, lang: Lang, io: Io) => string | Uint8Array>> = {
  json: ({ result }) => resultText(packResult(result, sha256)),
  html: ({ result, noticed }, lang) => htmlReport(result, { lang, sha256, noticed }),
  markdown: ({ result }, lang) => markdownReport(result, lang, sha256),
  csv: ({ result }, lang) => csvReport(result, lang, textsOf(result)),
  sarif: ({ result, records, folder, noticed }, lang, io) => sarifReport(result, records, lang, { version: io.version, folder: below(folder), noticed, texts: textsOf(result) }, sha256),
  xlsx: ({ result, records, path, noticed }, lang) => xlsxReport(result, records, tablesOf(path, records), lang, sha256, noticed),
};

/** By rulebook: whose text it is. */
function textsOf({ rulebooks }: Answer['result']): ReadonlyMap<string, RulebookText> {
  return new Map(rulebooks.map((rulebook) => [rulebook.id, textOfRulebook(rulebook)]));
}

/** A folder seen from where we are; '' where it is here, or not below. */
function below(folder = '.'): string {
  const path = relative('.', folder);
  return isAbsolute(path) || /^\.\.(?:[\\/]|$)/.test(path) ? '' : path;
}

/** Writes what is asked for. True where standard output was taken: then nothing else belongs there. */
export function writeOutputs(answer: Answer, outputs: Outputs, lang: Lang, io: Io): boolean {
  let taken = false;
  for (const form of FORMS) {
    const target = outputs[form];
    if (target === undefined) continue;
    const made = WRITERS[form](answer, lang, io);
    if (target === '-' && typeof made === 'string') {
      io.out(made);
      taken = true;
    } else {
      writeWhole(target, made);
      io.err(`${say(lang, 'cli.output', { path: shownPath(target) })}\n`);
    }
  }
  return taken;
}
