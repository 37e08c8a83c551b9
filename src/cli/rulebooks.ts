/** `nonred rulebooks`, `rulebooks show`, `rulebooks test`. */
import { existsSync, statSync } from 'node:fs';
import { issue, NonredError } from '../base/issue.ts';
import { runCases } from '../engine/cases.ts';
import { sha256 } from '../host/crypto.ts';
import { casesOf, type Chosen, judgedBy, loadRulebooks, rulebookFolders, unreadRulebooks } from '../host/rulebooks.ts';
import { rulebookList, rulebookText } from '../report/rulebook.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { analyse } from '../rules/analyse.ts';
import { EXIT, type Io, lookOf, tellWarnings } from './io.ts';

/** `workspace`: whose own rulebooks count too. */
interface Where { readonly workspace?: string }

export function rulebooksCommand({ workspace }: Where, lang: Lang, io: Io): number {
  io.out(rulebookList(loadRulebooks(foldersFor(workspace, lang, io)).values(), lang));
  return EXIT.done;
}

export function showCommand(id: string, { set, workspace }: Where & { readonly set?: Chosen['options'] }, lang: Lang, io: Io): number {
  const [rulebook] = judgedBy([id], set ? [{ source: '--set', pointer: '', options: set }] : [], foldersFor(workspace, lang, io));
  io.out(rulebookText(rulebook!, lang, lookOf(io, lang).width));
  tellWarnings(io, lang, analyse(rulebook!, id));
  return EXIT.done;
}

/** Of a workspace: its own rulebooks and the cases beside them. */
export function testCommand({ workspace }: Where, lang: Lang, io: Io): number {
  let failed = false;
  const shipped = workspace === undefined ? undefined : loadRulebooks();
  const all = [...loadRulebooks(foldersFor(workspace, lang, io))].filter(([id, rulebook]) => shipped?.get(id) !== rulebook);
  if (workspace !== undefined && all.length === 0) io.out(`${say(lang, 'cli.rulebooks.none', { path: plain(workspace) })}\n`);
  for (const [id, rulebook] of all) tellWarnings(io, lang, analyse(rulebook, id));
  const files = casesOf(workspace);
  for (const [id] of all) if (!files.some(({ cases }) => cases.rulebook === id)) io.out(`${plain(id)}${say(lang, 'text.colon')}${say(lang, 'rulebooks.noCases', { file: `rulebooks/cases/${id}.yaml` })}\n`);
  for (const { cases, rulebookText: text, rulebookPath } of files) {
    const outcomes = runCases(cases, text, rulebookPath, sha256);
    const wrong = outcomes.filter(({ differences }) => differences.length > 0);
    for (const { name, differences } of wrong) io.out(`${plain(name)}\n${differences.map((line) => `  ${plain(line)}\n`).join('')}`);
    io.out(`${plain(cases.rulebook)}${say(lang, 'text.colon')}${say(lang, 'rulebooks.cases', { passed: outcomes.length - wrong.length, count: outcomes.length })}\n`);
    failed ||= wrong.length > 0;
  }
  return failed ? EXIT.failed : EXIT.done;
}

function foldersFor(workspace: string | undefined, lang: Lang, io: Io): string[] {
  if (workspace === undefined) return rulebookFolders();
  if (!existsSync(workspace) || !statSync(workspace).isDirectory()) throw new NonredError([issue('input/no-such-file', '', '', { given: workspace })]);
  tellWarnings(io, lang, unreadRulebooks(workspace));
  return rulebookFolders(workspace);
}
