/** The answer of `verify` in words, for a terminal and for a page. */
import type { Line, Verification } from '../certify/verify.ts';
import { hasKey, type Key, type Lang, say } from '../text/catalogue.ts';

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
  const { product, asOf, verdict, rulebooks, assessments } = certificate.credentialSubject;
  const unverified = new Set(assessments.flatMap((one) => (one.unverified ? [`${one.rulebook} ${one.clause}`] : []))).size;
  return [
    say(lang, 'verify.says', { product: [product.name, ...(product.partNumbers ?? [])].join(', '), asOf, verdict: say(lang, `verdict.${verdict}`) }),
    ...rulebooks.map((one) => `  ${say(lang, 'verify.says.rulebook', { id: one.id, version: one.version, verdict: one.verdict === undefined ? say(lang, `applies.${one.applies}`) : say(lang, `verdict.${one.verdict}`) })}`),
    `  ${say(lang, 'verify.says.mode')}`,
    ...(unverified > 0 ? [`  ${say(lang, 'verify.says.unverified', { count: unverified })}`] : []),
    `  ${say(lang, 'report.notLegal')}`,
  ];
}
