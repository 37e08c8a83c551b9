/** `nonred ask`: whom to ask for what, with letters in both languages and sheets to send back. */
import { join } from 'node:path';
import { planOf, type Plan } from '../ask/plan.ts';
import { questionsOf } from '../ask/questions.ts';
import { OWN } from '../ask/senders.ts';
import { issue, NonredError } from '../base/issue.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import { missingInWords, namer } from '../engine/why.ts';
import { buildNetwork } from '../model/network.ts';
import { labelsOf } from '../model/labels.ts';
import type { Id } from '../model/record.ts';
import { letterText, returnSheet } from '../report/request.ts';
import { table, widthOf } from '../report/table.ts';
import { footer } from '../report/terminal.ts';
import { type Lang, LANGS, list, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { type Answer, answerTo, type Given } from './answer.ts';
import { EXIT, type Io, lookOf, shownPath } from './io.ts';

export interface AskOptions extends Given { readonly out?: string }

export async function askCommand(path: string, options: AskOptions, lang: Lang, io: Io): Promise<number> {
  const answer = await answerTo(path, options, lang, io);
  const { result, records, folder } = answer;
  if (folder === undefined) throw new NonredError([issue('input/no-config', path, '')]);
  const { question, rulebooks } = result;
  const plan = planOf({ records, question, rulebooks }, sha256);
  const target = options.out ?? join(folder, 'out', 'ask');
  if (plan.requests.length > 0) writeRequests(plan, answer, target, io);
  io.out(`${planText(plan, answer, lang, lookOf(io, lang).width).join('\n')}\n`);
  if (plan.requests.length > 0) io.out(`${say(lang, 'ask.written', { path: shownPath(target) })}\n`);
  return EXIT.done;
}

function writeRequests(plan: Plan, { result, records }: Answer, target: string, io: Io): void {
  const { question } = result;
  const net = buildNetwork(records, question.asOf, question.knownAt, question.product, sha256);
  const labels = labelsOf(records);
  const name = (id: Id): string => plain(labels.get(id) ?? id);
  const outputs = new Map(records.flatMap((rec) => (rec.kind === 'recipe' ? [[rec.id, rec.output]] : [])));
  plan.requests.forEach((request, i) => {
    const letter = { request, plan, result, product: question.product, on: io.today(), questions: questionsOf(request.asks, net, records), name, outputs };
    const stem = `${String(i + 1).padStart(2, '0')}-${request.from === OWN ? 'own' : fileName(request.from)}`;
    writeWhole(join(target, `${stem}.xlsx`), returnSheet(letter));
    for (const lang of LANGS) writeWhole(join(target, `${stem}.${lang}.md`), letterText(letter, lang));
  });
}

/** Of an id, what every file system takes. */
function fileName(id: Id): string {
  return id.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[.-]+/, '').slice(0, 60) || 'sender';
}

function planText(plan: Plan, { result, records }: Answer, lang: Lang, width: number): string[] {
  const labels = labelsOf(records);
  const name = (id: Id): string => (id === OWN ? say(lang, 'ask.ourselves') : namer({ labels: Object.fromEntries(labels) }, lang)(id));
  const heads = (['from', 'asks', 'turns', 'clears', 'what'] as const).map((head) => say(lang, `ask.head.${head}`));
  const rows = plan.requests.map(({ from, asks, turns, clears }) => [name(from), String(asks.length), String(turns.length), String(clears.length), list(lang, [...new Set(asks.map(({ of }) => (/^answer:/.test(of) ? of.split(':').slice(2).join(':') : of)))].slice(0, 6).map(name))]);
  const first = Math.min(32, Math.max(...[heads, ...rows].map((row) => widthOf(row[0]!))));
  const rest = width - first - 16 - 11 * 3;
  return [
    ...(result.madeUp ? [`*** ${say(lang, 'report.madeUp')} ***`, ''] : []),
    say(lang, 'ask.now', { verdict: say(lang, `verdict.${plan.now}`) }),
    ...(rows.length > 0
      ? [say(lang, 'ask.title'), table(heads.map((head, i) => ({ head, width: i === 0 ? first : i === 4 ? Math.max(16, rest) : 11 })), rows), `${say(lang, 'ask.summary', { count: rows.length })}${say(lang, 'text.colon')}${say(lang, plan.proven ? 'ask.proven' : 'ask.notProven')}`, say(lang, 'ask.then', { verdict: say(lang, `verdict.${plan.reachable}`) })]
      : [say(lang, 'ask.none')]),
    ...(plan.own.length > 0 ? ['', say(lang, 'ask.own'), ...plan.own.slice(0, 20).map((missing) => `  ${missingInWords(lang, missing, name)}`), ...(plan.own.length > 20 ? [`  ${say(lang, 'report.more', { count: plan.own.length - 20 })}`] : [])] : []),
    '', ...footer(result, lang),
  ];
}
