/** `nonred import answers FILE`: a sheet that came back becomes records and a declaration, and what it decided is told. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readReturned } from '../ask/returned.ts';
import { OWN, Senders } from '../ask/senders.ts';
import { AnswerTables, type Files } from '../ask/tables.ts';
import { issue, NonredError } from '../base/issue.ts';
import { diffResults } from '../engine/diff.ts';
import { fileOf } from '../formats/file.ts';
import { readSheets } from '../formats/table/read.ts';
import { sha256 } from '../host/crypto.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { writeFolder, writeWhole } from '../host/write.ts';
import { buildNetwork } from '../model/network.ts';
import type { Rec } from '../model/record.ts';
import { analyse } from '../names/analyse.ts';
import { namesWithin } from '../names/cell.ts';
import { compareNames, PROPOSE } from '../names/compare.ts';
import { diffLines } from '../report/diff.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { answerTo } from './answer.ts';
import { EXIT, type Io, shownPath } from './io.ts';

/** A sheet is a few hundred kilobytes. */
const LIMIT = 16 << 20;

/** Nothing is written before everything has been read, and the tables of an import are there whole or not at all. */
export async function importAnswersCommand(file: string, { workspace = '.' }: { readonly workspace?: string }, lang: Lang, io: Io): Promise<number> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new NonredError([issue('input/no-such-file', '', '', { given: file })]);
  if (statSync(file).size > LIMIT) throw new NonredError([issue('input/too-large', file, '', { what: 'bytes', count: statSync(file).size, limit: LIMIT })]);
  const bytes = readFileSync(file);
  const { value: sheets, issues: faults } = readSheets(basename(file), fileOf(bytes));
  if (faults.length > 0) throw new NonredError(faults);
  const { value: returned, issues } = readReturned(sheets, basename(file));
  if (returned === undefined) throw new NonredError(issues);
  if (returned.on > io.today()) throw new NonredError([issue('evidence/not-yet-issued', basename(file), '', { given: returned.on })]);
  const before = await answerTo(workspace, {}, lang, { ...io, err: () => {} });
  const { question } = before.result;
  if (before.folder === undefined) throw new NonredError([issue('input/no-config', workspace, '')]);
  if (returned.product !== question.product) throw new NonredError([issue('answers/other-workspace', basename(file), '', { given: returned.product, product: question.product })]);
  const digest = sha256(bytes);
  const folder = `answers/${returned.on} ${digest.slice(0, 12)}`;
  if (existsSync(join(workspace, folder))) throw new NonredError([issue('answers/known', basename(file), '', { path: folder })]);

  const records = loadWorkspace(workspace).value.records;
  const net = buildNetwork(records, question.asOf, question.knownAt, question.product, sha256);
  const tables = new AnswerTables(returned, net, records);
  const strange = tables.faults(new Senders(net, records, question.product));
  if (strange.length > 0) throw new NonredError(strange.map(({ code, cell, ...params }) => issue(code, basename(file), `/${cell}`, { cell, ...params })));
  const paper = `evidence/${digest.slice(0, 32)}${extname(file).toLowerCase()}`;
  const withFiles = (files: Files): readonly Rec[] => {
    const read = loadWorkspace(workspace, new Map([...[...files].map(([name, text]) => [`${folder}/${name}`, fileOf(new TextEncoder().encode(text))] as const), [paper, fileOf(bytes)]]));
    if (read.issues.length > 0) throw new NonredError(read.issues);
    return read.value.records;
  };
  const files = tables.files(withFiles, folder, sha256, { file: paper, digest });
  withFiles(files);
  writeWhole(join(workspace, paper), bytes);
  writeFolder(join(workspace, folder), files);

  const after = await answerTo(workspace, {}, lang, { ...io, err: () => {} });
  if (after.result.madeUp) io.out(`*** ${say(lang, 'report.madeUp')} ***\n`);
  io.out(`${say(lang, 'ask.imported', { count: returned.answers.length + returned.owners.length, company: returned.company, date: returned.on, path: shownPath(folder) })}\n`);
  if (returned.notKnown.length > 0) io.out(`${say(lang, 'ask.notKnown', { count: returned.notKnown.length, cells: returned.notKnown.join(', ') })}\n`);
  const sender = net.classes.members(net.classes.of(returned.from)).flatMap((id) => (net.parties.get(id) ?? []).flatMap(({ names = [] }) => names));
  if (returned.from !== OWN && !sender.some((name) => isAlike(name, returned.company))) io.err(`${say(lang, 'ask.otherCompany', { company: returned.company, sender: sender[0] ?? returned.from })}\n`);
  if (returned.on > question.knownAt) io.err(`${say(lang, 'ask.old', { date: returned.on, knownAt: question.knownAt })}\n`);
  io.out(`${say(lang, 'ask.decided')}\n${diffLines({ diff: diffResults(before.result, after.result, sha256), before: before.result, after: after.result }, lang, sha256, true).map((line) => `  ${line}\n`).join('')}`);
  return EXIT.done;
}

/** Near enough that nobody would ask; a paper is signed in more spellings than one. */
function isAlike(name: string, signed: string): boolean {
  return [signed, ...namesWithin(signed)].some((text) => compareNames(analyse(name), analyse(text)).score >= PROPOSE);
}
