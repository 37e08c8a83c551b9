/**
 * What a command line reads and what it writes, before anything is done: no two outputs of one name, and none in the place of what is
 * read. A file in a workspace's folder that nonred wrote itself may be written again.
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Issue, issue, NonredError } from '../base/issue.ts';
import { recognise } from '../formats/documents/recognise.ts';
import { isOwnTable } from '../formats/own.ts';
import { readSheets } from '../formats/table/read.ts';
import { isOwnWorkbook } from '../formats/table/xlsx.ts';
import { fileOn, inside } from '../host/files.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { flagOf } from './io.ts';

/** Options that name a file to be written, by whether it may be `-`. */
const WRITTEN: Readonly<Record<string, boolean>> = { json: true, html: true, markdown: true, csv: true, sarif: true, cyclonedx: true, bods: true, xlsx: false, writeLp: false, pdf: false };
/** Options that name what is read. */
const READ = ['file', 'lists', 'scenario', 'key', 'passphraseFile', 'serials', 'font', 'trust', 'status', 'item', 'document', 'open', 'workspace'] as const;
/** Of what is not text of these kinds nothing is read from a workspace. */
const TABLES: ReadonlySet<string> = new Set(['.csv', '.tsv', '.xlsx', '.xlsm']);
const DOCUMENTS: ReadonlySet<string> = new Set(['.json', '.jsonl', '.ndjson', '.html']);
const PAPERS: ReadonlySet<string> = new Set(['.yaml', '.yml', '.xml', '.txt', '.pdf', '.secret']);

/** Throws NonredError with every fault. */
export function checkTargets(args: readonly unknown[], options: Readonly<Record<string, unknown>>, lang: Lang): void {
  const targets = Object.entries(WRITTEN).flatMap(([name, streams]) => (typeof options[name] === 'string' ? [{ option: flagOf(name), path: options[name], streams }] : []));
  if (targets.length === 0) return;
  const read = [...args, ...READ.map((name) => options[name])].flat().flatMap((one) => (typeof one === 'string' ? realOf(one) : []));
  const faults: Issue[] = [];
  const seen = new Set<string>();
  for (const { option, path, streams } of targets) {
    const [real] = realOf(path);
    const place = path === '-' ? path : (real?.path ?? path);
    if (path === '-' && !streams) faults.push(issue('cli/usage', option, '', { given: say(lang, 'cli.usage.stream', { option }) }));
    else if (seen.has(place)) faults.push(issue('cli/same-target', option, '', { path }));
    else if (path !== '-' && real && !real.folder && read.some((one) => (one.folder ? inside(one.path, real.path) && isTheirs(one.path, real.path) : one.path === real.path))) faults.push(issue('cli/target-is-input', option, '', { path }));
    seen.add(place);
  }
  if (faults.length > 0) throw new NonredError(faults);
}

/** Where it really lies; nothing where it is not there, or is a pipe or a device. */
function realOf(path: string): { readonly path: string; readonly folder: boolean }[] {
  try {
    const stat = statSync(path);
    return stat.isFile() || stat.isDirectory() ? [{ path: realpathSync(path), folder: stat.isDirectory() }] : [];
  } catch {
    return [];
  }
}

/** Is a file of a workspace the user's, of a kind that a workspace has? */
function isTheirs(folder: string, path: string): boolean {
  const ending = extname(path).toLowerCase();
  if (/(?:^|[\\/])out[\\/]/.test(path.slice(folder.length))) return false;
  if (TABLES.has(ending)) {
    if (isOwnWorkbook(basename(path), fileOn(path))) return false;
    const { value, issues } = readSheets(basename(path), fileOn(path));
    return issues.length > 0 || (value.length > 0 && !isOwnTable(value));
  }
  if (DOCUMENTS.has(ending)) {
    const found = recognise(basename(path), fileOn(path), false);
    return !('not' in found && found.not === 'own');
  }
  return PAPERS.has(ending);
}
