/** The answer of `verify` in words, for a terminal and for a page. */
import type { Verdict } from '../base/verdict.ts';
import type { Composition } from '../certify/compose.ts';
import type { Line, Verification } from '../certify/verify.ts';
import { hasKey, type Key, type Lang, list, say } from '../text/catalogue.ts';

export function lineText({ question, code, params }: Line, lang: Lang): string {
  const key = `verify.${question}.${code}`;
  const why = typeof params.why === 'string' && hasKey(`verify.why.${params.why}`) ? { why: say(lang, `verify.why.${params.why}` as Key) } : {};
  return hasKey(key) ? say(lang, key, { ...params, ...why }) : `${code} ${JSON.stringify(params)}`;
}

export function outcomeText({ outcome, verdict }: Verification, lang: Lang): string {
  if (verdict === undefined) return say(lang, 'verify.outcome.unread');
  return say(lang, `verify.outcome.${outcome}`, { verdict: say(lang, `verdict.${verdict}`) });
}

/** What the certificate says, whoever believes it. */
export function claims({ certificate }: Verification, lang: Lang): string[] {
  if (certificate === undefined) return [];
  const { product, asOf, knownAt, verdict, rulebooks, assessments, hidden } = certificate.credentialSubject;
  const unverified = new Set(assessments.flatMap((one) => (one.unverified ? [`${one.rulebook} ${one.clause}`] : []))).size;
  return [
    say(lang, 'verify.says', { product: [product.name, ...(product.partNumbers ?? [])].join(', '), asOf, verdict: say(lang, `verdict.${verdict}`) }),
    ...(knownAt === asOf ? [] : [`  ${say(lang, 'verify.says.knownAt', { knownAt })}`]),
    ...rulebooks.map((one) => `  ${say(lang, one.verdict === undefined ? 'verify.says.noVerdict' : 'verify.says.rulebook', { id: one.id, version: one.version, verdict: one.verdict === undefined ? say(lang, `applies.${one.applies}`) : say(lang, `verdict.${one.verdict}`) })}`),
    `  ${say(lang, 'verify.says.mode')}`,
    ...(hidden ? [`  ${say(lang, 'verify.says.hidden', { count: hidden.names })}`] : []),
    ...(unverified > 0 ? [`  ${say(lang, 'verify.says.unverified', { count: unverified })}`] : []),
    `  ${say(lang, 'report.notLegal')}`,
  ];
}

/** What several certificates say together. */
export function compositionText({ outcome, verdict, rulebooks, parts, strangers }: Composition, paths: readonly string[], lang: Lang): string[] {
  const word = (one: Verdict): string => say(lang, `verdict.${one}`);
  return [
    say(lang, 'verify.together', { count: paths.length }),
    ...rulebooks.map(({ id, verdict: one, issuers }) => `  ${say(lang, 'verify.together.rulebook', { id, verdict: word(one), issuers: list(lang, issuers) })}`),
    ...parts.map((one) => `  ${say(lang, 'verify.together.part', { part: one.part, issuer: one.issuer, verdict: one.outcome === 'verified' ? word(one.verdict) : say(lang, `verify.together.${one.outcome}`) })}`),
    ...strangers.map((i) => `  ${say(lang, 'verify.together.stranger', { path: paths[i]! })}`),
    verdict === undefined ? say(lang, 'verify.outcome.unread') : say(lang, `verify.outcome.${outcome}`, { verdict: word(verdict) }),
  ];
}
