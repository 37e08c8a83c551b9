/** `nonred export DIR --cyclonedx FILE`: the product and what it is made of, as others read it; `--bods FILE`: its parties and who holds them. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { questionOf } from '../engine/question.ts';
import { writeBods } from '../formats/bods/write.ts';
import { writeCycloneDx } from '../formats/cyclonedx/write.ts';
import { sha256 } from '../host/crypto.ts';
import { loadWorkspace } from '../host/workspace.ts';
import { writeWhole } from '../host/write.ts';
import { buildNetwork } from '../model/network.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, type Io, misuse, shownPath, tellWarnings } from './io.ts';

export interface ExportOptions { readonly cyclonedx?: string; readonly bods?: string; readonly asOf?: string }

/** Names of things that were left out, at most this many. */
const SHOWN = 10;

export function exportCommand(path: string, options: ExportOptions, lang: Lang, io: Io): number {
  if (options.cyclonedx === undefined && options.bods === undefined) misuse('export DIR --cyclonedx FILE | --bods FILE', lang);
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const { value: workspace, issues } = loadWorkspace(path);
  tellWarnings(io, lang, workspace.warnings);
  if (issues.length > 0) throw new NonredError(issues);
  const question = questionOf(workspace.config, io.today(), options.asOf === undefined ? {} : { asOf: options.asOf });
  const net = buildNetwork(workspace.records, question.asOf, question.knownAt, question.product, sha256);
  if (options.bods !== undefined) {
    const inForce = net.digests.flatMap((digest) => net.records.get(digest) ?? []);
    const statements = writeBods(inForce.filter((rec) => rec.kind === 'party'), inForce.filter((rec) => rec.kind === 'ownership'), { date: question.knownAt, publisher: workspace.config.title ?? 'nonred', sha256 });
    write(options.bods, `${JSON.stringify(statements, null, 2)}\n`);
    io.err(`${say(lang, 'cli.export.statements', { count: statements.length, date: question.asOf })}\n`);
  }
  if (options.cyclonedx === undefined) return EXIT.done;
  const { document, components, leftOut } = writeCycloneDx(net, question);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  write(options.cyclonedx, text);
  io.err(`${say(lang, 'cli.export.components', { count: components, date: question.asOf })}\n${say(lang, 'cli.export.never')}\n`);
  for (const { id, what } of leftOut.slice(0, SHOWN)) io.err(`${say(lang, 'cli.export.leftOut', { id, what: say(lang, `cli.export.${what}`) })}\n`);
  if (leftOut.length > SHOWN) io.err(`${say(lang, 'cli.export.more', { count: leftOut.length - SHOWN })}\n`);
  return EXIT.done;

  function write(to: string, whole: string): void {
    if (to === '-') return io.out(whole);
    writeWhole(to, whole);
    io.out(`${say(lang, 'cli.written', { path: shownPath(to) })}\n`);
    if (realpathSync(path) === realpathSync(dirname(to))) io.err(`${say(lang, 'cli.export.readAgain', { path: shownPath(to) })}\n`);
  }
}
