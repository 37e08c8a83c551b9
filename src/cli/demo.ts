/** `nonred demo`: a guided tour in under a minute, with the commands as one would type them. No key, no network; all of it made up. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { issue, NonredError } from '../base/issue.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { EXIT, type Io, shownPath } from './io.ts';

/** src/cli and dist/cli stand equally deep. */
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
/** Lines of one output that are shown, but for verdicts and answers, which always are. */
const SHOWN = 14;

type Run = (argv: readonly string[], io: Io) => Promise<number>;

export async function demoCommand(dir: string, lang: Lang, io: Io, run: Run): Promise<number> {
  if (existsSync(dir) && (!statSync(dir).isDirectory() || readdirSync(dir).length > 0)) throw new NonredError([issue('cli/not-empty', dir, '', { path: dir })]);
  for (const name of ['quad-x', 'quad-asked']) cpSync(join(EXAMPLES, name), join(dir, name), { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
  const [first, second] = [join(dir, 'quad-x'), join(dir, 'quad-asked')];
  let number = 0;
  const step = async (key: Parameters<typeof say>[1], ...commands: (readonly string[])[]): Promise<number> => {
    io.out(`\n${say(lang, 'demo.step', { number: ++number, text: say(lang, key) })}\n`);
    let status = 0;
    for (const argv of commands) {
      io.out(`\n$ nonred ${argv.map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(' ')}\n`);
      let out = '';
      status = await run([...argv, '--lang', lang], { ...io, out: (text) => void (out += text), err: () => {} });
      io.out(shortened(out, lang));
    }
    return status;
  };
  await step('demo.check', ['check', first, '--html', join(first, 'out', 'report.html')]);
  await step('demo.why', ['why', first, 'camera', '--rule', 'us-ndaa-848']);
  await step('demo.exchanged', ['check', second]);
  await step('demo.ask', ['ask', second]);
  const returned = readdirSync(join(second, 'returned')).sort().map((name) => ['import', 'answers', join(second, 'returned', name), '--workspace', second]);
  await step('demo.import', ...returned);
  const clear = await step('demo.clear', ['check', second, '--html', join(second, 'out', 'report.html')]);
  const later = await step('demo.later', ['check', second, '--as-of', '2027-01-01']);
  const owners = join(second, 'ownerships.csv');
  const before = readFileSync(owners, 'utf8');
  writeFileSync(owners, before.replace('reed,strait,equity,12 %,12 %', 'reed,strait,equity,22 %,22 %').replace('p-strait,strait,equity,57 %,57 %', 'p-strait,strait,equity,47 %,47 %'));
  const stake = await step('demo.stake', ['check', second]);
  writeFileSync(owners, before);
  io.out(`\n${say(lang, 'demo.end', { path: shownPath(dir) })}\n`);
  return clear === EXIT.done && later === EXIT.red && stake === EXIT.red ? EXIT.done : EXIT.failed;
}

/** Verdicts and answers, and as much of the rest as a tour needs. */
function shortened(text: string, lang: Lang): string {
  const lines = text.split('\n');
  if (lines.length <= SHOWN + 4) return text;
  const answer = lines.findIndex((line) => line.startsWith(say(lang, 'report.answer', { verdict: '' }).trim()));
  const last = answer >= SHOWN ? [lines[answer]!, lines[answer + 1] ?? ''] : [];
  return `${[...lines.slice(0, SHOWN), '  ...', ...last].join('\n')}\n`;
}
