/** One product of a portfolio: its result written, and what the portfolio keeps of it. Nothing is thrown. */
import { join } from 'node:path';
import { type Issue, NonredError } from '../base/issue.ts';
import { type Member, memberOf, type OpenPart, openParts } from '../engine/portfolio.ts';
import { sha256 } from '../host/crypto.ts';
import { writeWhole } from '../host/write.ts';
import type { Lang } from '../text/catalogue.ts';
import { packResult, resultText } from '../wire/result.ts';
import { answerTo } from './answer.ts';
import { type CheckOptions, RESULT } from './check.ts';
import type { Io } from './io.ts';

/** Plain data: it comes from another thread. `said`: what a single check would say on standard error. */
export type Product = { readonly said: readonly string[] } & (
  | { readonly member: Member; readonly parts: readonly OpenPart[] }
  | { readonly issues: readonly Issue[]; readonly failure?: string }
);

export async function productAt(path: string, options: CheckOptions, lang: Lang, io: Io): Promise<Product> {
  const said: string[] = [];
  try {
    const { result, records, folder } = await answerTo(path, options, lang, { ...io, err: (text) => void said.push(text) });
    if (folder !== undefined) writeWhole(join(folder, RESULT), resultText(packResult(result, sha256)));
    return { said, member: memberOf(path, result), parts: openParts(result, records) };
  } catch (thrown) {
    if (thrown instanceof NonredError) return { said, issues: thrown.issues };
    return { said, issues: [], failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
