/** `nonred replay`: the same question again, compared byte for byte where the workspace is at hand. */
import { replay } from '../engine/replay.ts';
import { sha256 } from '../host/crypto.ts';
import { footer } from '../report/terminal.ts';
import { hasKey, type Lang, say } from '../text/catalogue.ts';
import { packResult, resultText } from '../wire/result.ts';
import { EXIT, type Io } from './io.ts';
import { openResult, recordsBeside } from './result-file.ts';

/** Of a value that differs, as much as fits a line. */
const SHOWN = 60;

export async function replayCommand(file: string, { workspace }: { readonly workspace?: string }, lang: Lang, io: Io): Promise<number> {
  const { text, result: before } = openResult(file, lang, io);
  const all = recordsBeside(file, workspace, before.rulebooks);
  const { result, differences } = await replay(before, all ?? before.records, all ? 'full' : 'bundle', sha256);
  if (before.madeUp) io.out(`*** ${say(lang, 'report.madeUp')} ***\n`);
  for (const { what, before: was, after } of differences) io.out(`${say(lang, 'cli.replay.differs', { what: `${inWords(what, lang)}${say(lang, 'text.colon')}${valueIn(was, lang)} -> ${valueIn(after, lang)}` })}\n`);
  const same = all ? resultText(packResult(result, sha256)) === text : differences.length === 0;
  if (same) io.out(`${say(lang, all ? 'cli.replay.same' : 'cli.replay.sameRecords')}\n`);
  else if (differences.length === 0) io.out(`${say(lang, 'cli.replay.differs', { what: file })}\n`);
  io.out(`${footer(before, lang).join('\n')}\n`);
  return same ? EXIT.done : EXIT.failed;
}

/** `verdict`, `honesty`, or an assessment, with `, grounds` or `, seal` behind it. */
function inWords(what: string, lang: Lang): string {
  const [, of = what, part] = /^(.*?)(?:, (grounds|seal))?$/s.exec(what) ?? [];
  const key = `replay.${of}`;
  const name = hasKey(key) ? say(lang, key) : of.replace(/ all$/, ` ${say(lang, 'report.all')}`);
  return part === undefined ? name : say(lang, 'text.bracket', { text: name, more: say(lang, part === 'seal' ? 'replay.seal' : 'replay.grounds') });
}

function valueIn(value: string, lang: Lang): string {
  return value === 'clear' || value === 'red' || value === 'unknown' ? say(lang, `verdict.${value}`) : value.slice(0, SHOWN);
}
