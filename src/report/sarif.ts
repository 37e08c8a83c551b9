/**
 * An answer as SARIF 2.1.0 (OASIS), so that a pipeline shows red and open parts beside the lines of the tables. A clause is
 * a rule; red is an error, unknown a warning, clear a pass. Places are those of the records: the row of the table in which a
 * part stands.
 */
import type { Sha256 } from '../base/canonical.ts';
import type { Issue } from '../base/issue.ts';
import type { Assessment, CheckResult } from '../engine/result.ts';
import { namer, rows } from '../engine/why.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import type { Id, Rec } from '../model/record.ts';
import { issueInWords } from './issues.ts';
import { bareNode } from './marks.ts';

/** `texts`: by rulebook, whose text it is. `noticed`: what was warned of while reading. `folder`: of the workspace, seen from where the command runs ('' there or elsewhere): a pipeline runs at the root of its repository, from which it reads places. */
export function sarifReport(result: CheckResult, records: readonly Rec[], lang: Lang, { version, folder = '', noticed = [], texts }: { readonly version: string; readonly folder?: string; readonly noticed?: readonly Issue[]; readonly texts?: ReadonlyMap<Id, string> }, sha256: Sha256): string {
  const unverified = new Set(result.assessments.filter((one) => one.unverified).map((one) => `${one.rulebook}/${one.clause}`));
  const rules = result.rulebooks.flatMap((rulebook) =>
    rulebook.clauses.map((clause) => ({
      id: `${rulebook.id}/${clause.id}`,
      shortDescription: { text: literal(clause.title?.[lang] ?? clause.cite) },
      fullDescription: { text: literal(`${rulebook.title[lang]}${say(lang, 'text.colon')}${clause.cite}`) },
      help: { text: say(lang, 'report.notLegal') },
      properties: { ...(unverified.has(`${rulebook.id}/${clause.id}`) && { unverified: true }), ...(texts?.has(rulebook.id) && { rulebookText: texts.get(rulebook.id) }), rulebookDigest: result.digests.rulebooks[rulebook.id] },
    })),
  );
  const places = placesOf(records, folder);
  const reasons = new Map(rows(result, lang, sha256).flatMap(({ assessments, reason }) => assessments.map((one) => [one, reason] as const)));
  const name = namer(result, lang);
  // An alert is read far from its log: it says by itself what it is of, as a row of the CSV does.
  const marks = (one: Assessment): string => [...(result.madeUp ? [say(lang, 'report.madeUp.short')] : []), ...(one.unverified ? [say(lang, 'report.unverified')] : [])].map((more) => say(lang, 'text.bracket', { text: '', more })).join('');
  const told = (one: Assessment): object => ({
    ruleId: `${one.rulebook}/${one.clause ?? '-'}`,
    ruleIndex: rules.findIndex(({ id }) => id === `${one.rulebook}/${one.clause}`),
    kind: one.verdict === 'clear' ? 'pass' : 'fail',
    level: one.verdict === 'red' ? 'error' : one.verdict === 'unknown' ? 'warning' : 'none',
    message: { text: literal(`${one.subject === 'all' ? say(lang, 'report.all') : name(one.subject)}${say(lang, 'text.colon')}${say(lang, `verdict.${one.verdict!}`)}${marks(one)}${say(lang, 'text.stop')}${reasons.get(one) ?? ''}`) },
    locations: [places.get(one.subject === 'all' ? result.question.product : bareNode(one.subject)) ?? placeOf(folder, 'nonred.yaml', 1)],
    partialFingerprints: { 'nonred/v1': `${one.rulebook}/${one.clause}/${one.subject}` },
    properties: { verdict: one.verdict, ...(one.unverified && { unverified: true }), ...(one.consequence !== undefined && { consequence: one.consequence }), ...(one.nextChange !== undefined && { nextChange: one.nextChange }), ...(one.grounds && { grounds: one.grounds.seal }) },
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'nonred', semanticVersion: version, rules } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [
        ...(result.madeUp ? [{ descriptor: { id: 'report/made-up' }, level: 'warning', message: { text: literal(say(lang, 'report.madeUp')) } }] : []),
        ...noticed.map((one) => {
          const { code, place, message, hint } = issueInWords(lang, one);
          return { descriptor: { id: code }, level: 'warning', message: { text: literal(`${say(lang, 'cli.issue', { code, place, message })} ${say(lang, 'cli.hint', { hint })}`) } };
        }),
      ] }],
      results: result.assessments.filter(({ verdict }) => verdict !== undefined).map(told),
      properties: { verdict: result.verdict, asOf: result.question.asOf, network: result.digests.network, ...(result.madeUp && { madeUp: true }) },
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What a reader of SARIF would take for an argument or a link (3.11.5, 3.11.6), as it stands. */
function literal(text: string): string {
  return plain(text).replace(/[{}]/g, '$&$&').replace(/[[\]]/g, '\\$&');
}

/** By product: the row in which it is used, or described. */
function placesOf(records: readonly Rec[], folder: string): Map<string, object> {
  const places = new Map<string, object>();
  const put = (id: string, origin: string | undefined): void => {
    const [, file, row] = /^(.*?)(?: \([^)]*\))?, rows? ([0-9]+)/s.exec(origin ?? '') ?? [];
    if (file !== undefined && !places.has(id)) places.set(id, placeOf(folder, file, Number(row)));
  };
  for (const rec of records) if (rec.kind === 'line') for (const { product } of rec.options) if (product !== null) put(product, rec.origin);
  for (const rec of records) if (rec.kind === 'product') put(rec.id, rec.origin);
  return places;
}

/** A relative reference of RFC 3986: whatever the file is called, neither a scheme nor a fragment. */
function placeOf(folder: string, file: string, startLine: number): object {
  const uri = [...folder.split(/[\\/]/), ...file.split(/[\\/]/)].filter((part) => part !== '').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine } } };
}
