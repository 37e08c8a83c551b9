/** The answer of `verify` in words, for a terminal and for a page. */
import type { Verdict } from '../base/verdict.ts';
import type { Composition } from '../certify/compose.ts';
import type { ForeignAnswer } from '../certify/foreign.ts';
import type { Line } from '../certify/lines.ts';
import type { Verification } from '../certify/verify.ts';
import type { Lift } from '../engine/compose.ts';
import type { Attested } from '../formats/untp/read.ts';
import { purchaseAsked } from './asked.ts';
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
export function claims({ certificate, lines, asked }: Verification, lang: Lang): string[] {
  if (certificate === undefined) return [];
  const { product, asOf, knownAt, verdict, rulebooks, assessments, hidden } = certificate.credentialSubject;
  const unverified = new Set(assessments.flatMap((one) => (one.unverified ? [`${one.rulebook} ${one.clause}`] : []))).size;
  return [
    say(lang, 'verify.says', { product: [product.name, ...(product.partNumbers ?? [])].join(', '), asOf, verdict: say(lang, `verdict.${verdict}`) }),
    ...(knownAt === asOf ? [] : [`  ${say(lang, 'verify.says.knownAt', { knownAt })}`]),
    ...rulebooks.map((one) => `  ${say(lang, one.verdict === undefined ? 'verify.says.noVerdict' : 'verify.says.rulebook', { id: one.id, version: one.version, verdict: one.verdict === undefined ? say(lang, `applies.${one.applies}`) : say(lang, `verdict.${one.verdict}`) })}`),
    ...purchase(asked, lang).map((text) => `  ${text}`),
    // The line on the grounds says more where it has read every record itself.
    ...(lines.some(({ question, code }) => question === 'grounds' && code === 'full') ? [] : [`  ${say(lang, 'verify.says.mode')}`]),
    ...(hidden ? [`  ${say(lang, 'verify.says.hidden', { count: hidden.names })}`] : []),
    ...(unverified > 0 ? [`  ${say(lang, 'verify.says.unverified', { count: unverified })}`] : []),
    `  ${say(lang, 'report.notLegal')}`,
  ];
}

/** For which purchase it was asked, as far as the grounds show. */
export function purchase(asked: Verification['asked'], lang: Lang): string[] {
  if (asked === undefined) return [say(lang, 'verify.says.purchaseUnsaid')];
  const said = purchaseAsked(asked, lang);
  return said.length > 0 ? said : [say(lang, 'verify.says.noPurchase')];
}

/** What several certificates say together. */
export function compositionText({ outcome, verdict, rulebooks, parts, strangers, otherPurchase }: Composition, { lifted, open, aside }: Lift, paths: readonly string[], lang: Lang): string[] {
  const word = (one: Verdict): string => say(lang, `verdict.${one}`);
  return [
    say(lang, 'verify.together', { count: paths.length }),
    ...rulebooks.map(({ id, verdict: one, issuers }) => `  ${say(lang, 'verify.together.rulebook', { id, verdict: word(one), issuers: list(lang, issuers) })}`),
    ...parts.map((one) => `  ${say(lang, 'verify.together.part', { part: one.part, issuer: one.issuer, verdict: one.outcome === 'verified' ? word(one.verdict) : say(lang, `verify.together.${one.outcome}`) })}`),
    ...parts.flatMap((one) => (one.outcome === 'refused' ? [`  ${say(lang, 'verify.together.partRefused', { part: one.part })}`] : one.against.length > 0 ? [`  ${say(lang, 'verify.together.partRed', { part: one.part, rulebooks: list(lang, one.against) })}`] : [])),
    ...(lifted.length + open.length === 0 ? [] : [
      ...lifted.map((one) => `  ${say(lang, 'verify.lift.lifted', { rulebook: one.rulebook, clause: one.clause, papers: list(lang, [...new Set(one.pieces)].map((i) => paths[i]!)) })}`),
      ...open.map((one) => `  ${say(lang, `verify.lift.${one.why}`, { rulebook: one.rulebook, clause: one.clause, subject: one.subject })}`),
      ...aside.map((one) => `  ${say(lang, `verify.aside.${one.why}`, { path: paths[one.piece]! })}`),
    ]),
    ...otherPurchase.map((i) => `  ${say(lang, 'verify.together.otherPurchase', { path: paths[i]! })}`),
    ...strangers.map((i) => `  ${say(lang, 'verify.together.stranger', { path: paths[i]! })}`),
    verdict === undefined ? say(lang, 'verify.outcome.unread') : say(lang, `verify.outcome.${outcome}`, { verdict: word(verdict) }),
  ];
}

type Json = Readonly<Record<string, unknown>>;
const objects = (value: unknown): Json[] => [value].flat().filter((one): one is Json => typeof one === 'object' && one !== null);

/** What a credential of another kind says, whoever believes it, and how it stands. */
export function foreignText({ outcome, lines, credential, warnings }: ForeignAnswer, lang: Lang): string[] {
  const conforming = (all: readonly Json[]): number => all.filter(({ conformance }) => conformance === true).length;
  const subjects = objects(credential.credentialSubject);
  const [assessments, claimed] = [subjects.flatMap(({ assessment }) => objects(assessment)), subjects.flatMap(({ conformityClaim }) => objects(conformityClaim))];
  const open = lines.some((line) => line.outcome === 'unknown' && line.question !== 'grounds');
  const own = [credential.type].flat().includes('SupplyChainCertificate') ? subjects[0] : undefined;
  const verdict = (['clear', 'red', 'unknown'] as const).find((one) => one === own?.verdict);
  return [
    ...(own?.madeUp === true ? [say(lang, 'report.madeUp')] : []),
    ...(own && verdict ? [say(lang, 'verify.says', { product: objects(own.product).map(({ name }) => String(name)).join(', '), asOf: String(own.asOf), verdict: say(lang, `verdict.${verdict}`) })] : []),
    ...warnings.map(({ at, what }) => say(lang, 'verify.foreign.warning', { at, what })),
    ...(assessments.length > 0 ? [say(lang, 'verify.foreign.says', { assessments: assessments.length, conforming: conforming(assessments) })] : []),
    ...(claimed.length > 0 ? [say(lang, 'verify.foreign.claims', { claims: claimed.length, conforming: conforming(claimed) })] : []),
    say(lang, outcome === 'refused' ? 'verify.outcome.refused' : open ? 'verify.foreign.open' : 'verify.foreign.outcome'),
  ];
}

/** The answer as JSON: without the credential, which the reader has. */
export const shownForeign = ({ credential: _, ...answer }: ForeignAnswer): Omit<ForeignAnswer, 'credential'> => answer;

export const attestedText = (attested: readonly Attested[], lang: Lang): string[] => attested.map(({ claim, criterion, by, chain }) =>
  say(lang, by === undefined ? 'verify.foreign.unattested' : chain ? 'verify.foreign.attestedTrusted' : 'verify.foreign.attested', { claim, criterion, by: by ?? '-' }));
