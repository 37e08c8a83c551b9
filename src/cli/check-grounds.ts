/** `nonred check-grounds`: a result before the checker, which shares nothing with the program that wrote it. */
import { check, open, type Result } from '../checker/check.ts';
import { disagreements } from '../certify/agree.ts';
import type { GroundsFile } from '../certify/claim.ts';
import type { Assessment, CheckResult } from '../engine/result.ts';
import { namer } from '../engine/why.ts';
import { sha256 } from '../host/crypto.ts';
import type { Grounds } from '../rules/grounds.ts';
import { footer } from '../report/terminal.ts';
import { packResult } from '../wire/result.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, type Io, refuseIdle } from './io.ts';
import { openResult, recordsBeside } from './result-file.ts';

/** 0 where nothing is refused. */
export async function checkGroundsCommand(file: string, options: { readonly bundle?: true; readonly workspace?: string }, lang: Lang, io: Io): Promise<number> {
  if (options.bundle) refuseIdle('check-grounds FILE', options, 'workspace');
  const { result } = openResult(file, lang, io);
  const all = options.bundle ? undefined : recordsBeside(file, options.workspace, result.rulebooks);
  const mode = all ? 'full' : 'bundle';
  const opened = await open(all ?? result.records, sha256);
  if (result.madeUp) io.out(`*** ${say(lang, 'report.madeUp')} ***\n`);
  let [count, accepted, refused] = [0, 0, 0];
  const answers = new Map<Grounds, { readonly rulebook: string; readonly answer: Result }>();
  for (const one of result.assessments) {
    if (one.grounds === undefined) continue;
    let found = answers.get(one.grounds); // open subjects of one clause have one in common
    if (found?.rulebook !== one.rulebook) {
      const rulebook = result.rulebooks.find(({ id }) => id === one.rulebook);
      found = { rulebook: one.rulebook, answer: await check(opened, { grounds: one.grounds, question: result.question, rulebook }, mode) };
      answers.set(one.grounds, found);
    }
    const { outcome, fault } = found.answer;
    count++;
    if (outcome === 'accepted') accepted++;
    if (outcome === 'refused') refused++;
    io.out(`${line(result, one, outcome, fault, lang)}\n`);
  }
  for (const { what, of } of disagreements(packResult(result, sha256) as unknown as GroundsFile)) {
    refused++;
    io.out(`${say(lang, `cli.grounds.disagrees.${what}`, { at: of })}\n`);
  }
  io.out(`${say(lang, 'cli.grounds.total', { accepted, count, mode: say(lang, `cli.grounds.${mode}`) })}\n`);
  io.out(`${footer(result, lang).join('\n')}\n`);
  return refused > 0 ? EXIT.failed : EXIT.done;
}

function line(result: CheckResult, one: Assessment, outcome: 'accepted' | 'refused', fault: { readonly code: string; readonly at: string } | undefined, lang: Lang): string {
  const subject = one.subject === 'all' ? say(lang, 'report.all') : namer(result, lang)(one.subject);
  const names = { clause: `${one.rulebook} ${one.clause ?? '-'}`, subject, verdict: say(lang, `verdict.${one.grounds?.verdict ?? 'none'}`) }; // what is accepted is what the grounds say, and not what stands beside them
  const reason = fault ? `${fault.code} ${fault.at}`.trim() : '-';
  return outcome === 'accepted' ? say(lang, 'cli.grounds.accepted', names) : say(lang, `cli.grounds.${outcome}`, { ...names, reason });
}
