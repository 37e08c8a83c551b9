/** Runs in the page: the whole question from files to a checked answer, with nothing of Node. */
import { check as checkGrounds, open } from '../../src/checker/check.ts';
import { check } from '../../src/engine/check.ts';
import { questionOf } from '../../src/engine/question.ts';
import { why } from '../../src/engine/why.ts';
import { fileOf } from '../../src/formats/file.ts';
import { readWorkspace } from '../../src/formats/workspace/workspace.ts';
import { loadRulebook } from '../../src/rules/load.ts';
import { packResult, resultText, unpackResult } from '../../src/wire/result.ts';
import { sha256 } from './sha256.ts';

export interface Given { readonly files: Readonly<Record<string, string>>; readonly rulebooks: Readonly<Record<string, string>> }
export interface Answer {
  /** The result file's text. */
  readonly text: string;
  readonly why: readonly string[];
  /** What the checker says of each grounds, with the page's WebCrypto. */
  readonly outcomes: readonly string[];
  readonly forged: string;
}

async function answer({ files, rulebooks: texts }: Given): Promise<Answer> {
  const bytes = Object.entries(files).map(([name, text]) => [name, fileOf(new TextEncoder().encode(text))] as const);
  const { value: workspace, issues } = readWorkspace(new Map(bytes), { sha256 });
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  const rulebooks = Object.entries(texts).map(([name, text]) => loadRulebook(text, name).value!);
  const { config, records, lines } = workspace;
  const question = questionOf(config, '1970-01-01');
  const result = await check({ records, question, rulebooks, lines, ...(config.madeUp && { madeUp: true as const }) }, sha256);
  const text = resultText(packResult(result, sha256));

  const back = unpackResult(JSON.parse(text), 'result.json', sha256).value!;
  const opened = await open(records); // no hash given: the page's own crypto.subtle
  const judge = async (grounds: unknown, rulebook: string): Promise<string> =>
    (await checkGrounds(opened, { grounds, question, rulebook: back.rulebooks.find(({ id }) => id === rulebook) }, 'full')).outcome;
  const outcomes: string[] = [];
  for (const { grounds, rulebook } of back.assessments) if (grounds) outcomes.push(await judge(grounds, rulebook));
  const first = back.assessments[0]!;
  const forged = await judge({ ...first.grounds, subject: 'forged' }, first.rulebook);
  return { text, why: why(back, 'zh-Hant', sha256).map((line) => line.text), outcomes, forged };
}

(globalThis as unknown as { answer: typeof answer }).answer = answer;
