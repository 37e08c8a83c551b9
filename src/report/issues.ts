/** Faults and warnings in the reader's words: what is wrong, where, and what helps. */
import type { Issue } from '../base/issue.ts';
import { fill, type Lang } from '../text/catalogue.ts';
import { ISSUES } from '../text/issues.ts';
import { plain } from '../text/plain.ts';

export interface ToldIssue { readonly code: string; readonly place: string; readonly message: string; readonly hint: string }

export function issueInWords(lang: Lang, { code, params, at }: Issue): ToldIssue {
  const { message, hint } = ISSUES[code]![lang];
  return { code, place: plain(`${at.source}${at.pointer}`) || '-', message: fill(lang, message, params), hint: fill(lang, hint, params) };
}
