/** `nonred rulebooks`, `rulebooks show`, `rulebooks test`. */
import { runCases } from '../engine/cases.ts';
import { sha256 } from '../host/crypto.ts';
import { type Chosen, judgedBy, loadCases, loadRulebooks } from '../host/rulebooks.ts';
import { rulebookList, rulebookText } from '../report/rulebook.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { analyse } from '../rules/analyse.ts';
import { EXIT, type Io, lookOf, tellWarnings } from './io.ts';

export function rulebooksCommand(lang: Lang, io: Io): number {
  io.out(rulebookList(loadRulebooks().values(), lang));
  return EXIT.done;
}

export function showCommand(id: string, { set }: { readonly set?: Chosen['options'] }, lang: Lang, io: Io): number {
  const [rulebook] = judgedBy([id], set ? [{ source: '--set', pointer: '', options: set }] : []);
  io.out(rulebookText(rulebook!, lang, lookOf(io, lang).width));
  tellWarnings(io, lang, analyse(rulebook!, id));
  return EXIT.done;
}

export function testCommand(lang: Lang, io: Io): number {
  let failed = false;
  for (const [id, rulebook] of loadRulebooks()) tellWarnings(io, lang, analyse(rulebook, id));
  for (const { cases, rulebookText: text, rulebookPath } of loadCases()) {
    const outcomes = runCases(cases, text, rulebookPath, sha256);
    const wrong = outcomes.filter(({ differences }) => differences.length > 0);
    for (const { name, differences } of wrong) io.out(`${plain(name)}\n${differences.map((line) => `  ${plain(line)}\n`).join('')}`);
    io.out(`${plain(cases.rulebook)}${say(lang, 'text.colon')}${say(lang, 'rulebooks.cases', { passed: outcomes.length - wrong.length, count: outcomes.length })}\n`);
    failed ||= wrong.length > 0;
  }
  return failed ? EXIT.failed : EXIT.done;
}
