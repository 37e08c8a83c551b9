/** Faults and warnings in the reader's words: what is wrong, where, and what helps. */
import type { Issue } from '../base/issue.ts';
import { own as ownOf } from '../base/own.ts';
import { fill, type Lang } from '../text/catalogue.ts';
import { ISSUES, PHRASES } from '../text/issues.ts';
import { plain } from '../text/plain.ts';

/** Parameters whose words are the program's and not the user's. */
const OURS: ReadonlySet<string> = new Set(['what', 'wanted']);

export interface ToldIssue { readonly code: string; readonly place: string; readonly message: string; readonly hint: string }

export function issueInWords(lang: Lang, { code, params, at }: Issue): ToldIssue {
  const { message, hint } = ISSUES[code]![lang];
  const said = lang === 'en' ? params : Object.fromEntries(Object.entries(params).map(([name, value]) => [name, OURS.has(name) ? (ownOf(PHRASES, String(value)) ?? value) : value]));
  return { code, place: plain(`${at.source}${at.pointer}`) || '-', message: fill(lang, message, said), hint: fill(lang, hint, said) };
}
