/**
 * Grounds in sentences: how a part gets into the product, what the records say of it with source and date, the clause by
 * number and citation, and for an unknown what is missing. It only reads the answer; it decides nothing.
 */
import type { Sha256 } from '../base/canonical.ts';
import { digestOf } from '../model/digest.ts';
import { keyOf } from '../model/key.ts';
import { buildNetwork, type Network } from '../model/network.ts';
import type { Evidence, Id, Line, Rec } from '../model/record.ts';
import { type AtomId, type Body, type Clear, type Dead, type Missing, missingFor, missingUnless, type Red, type Sets } from '../rules/grounds.ts';
import type { Completions } from '../rules/assume.ts';
import type { Clause, Rulebook } from '../rules/rulebook.ts';
import { hasKey, type Key, type Lang, list, say, semicolons } from '../text/catalogue.ts';
import { percent, plain } from '../text/plain.ts';
import { type Fact, factsBehind, looksMet, type Telling } from './facts-said.ts';
import type { Assessment, CheckResult } from './result.ts';
import { byTiers, condition, consequence, exemption, type Namer, placeSets, record, term } from './words.ts';

/**
 * One line of the answer, indented by `depth`; `rec`: the record that says it. `about`: what is said of the clause, whatever
 * part is asked about; how the part gets into the product, whatever clause; the grounds' seal.
 */
export interface WhyLine { readonly depth: number; readonly text: string; readonly rec?: Rec; readonly about?: 'clause' | 'path' | 'grounds' }

/** How many parts a list in a sentence names before it counts the rest. */
const NAMED = 8;
/** Records of an example of what would decide it: an exemption by shares can take one of every part. */
const ASSUMED = 20;
/** Facts in a reason of one line. */
const NAMED_FACTS = 4;

/** What would decide an open assessment, for example (engine/completions.ts). */
export type Examples = (one: Assessment) => Completions | undefined;
/** Which assessments, and with which examples. */
export interface About { readonly subject?: Id; readonly rulebook?: Id; readonly examples?: Examples }

/**
 * Every assessment about `subject` (all that have a verdict where it is absent), in the reader's language; nothing where
 * no assessment is about it. A clear clause is about every part that it visited.
 */
export function why(result: CheckResult, lang: Lang, sha256: Sha256, of: About = {}): WhyLine[] {
  return whyEach(result, lang, sha256, of).flatMap(({ lines }) => lines);
}

const NETS = new WeakMap<CheckResult, Network>();
/** What an answer rests on, as a network: built once for all that is told of it. */
export function citedNetwork(result: CheckResult, sha256: Sha256): Network {
  let net = NETS.get(result);
  if (net === undefined) {
    const { records, question: { asOf, knownAt, product } } = result;
    NETS.set(result, (net = buildNetwork(records, asOf, knownAt, product, sha256)));
  }
  return net;
}

/** The same, assessment by assessment, in their order. */
export function whyEach(result: CheckResult, lang: Lang, sha256: Sha256, of: About = {}): { readonly assessment: Assessment; readonly lines: readonly WhyLine[] }[] {
  const net = citedNetwork(result, sha256);
  const wanted = result.assessments.filter((one) =>
    (of.rulebook === undefined || one.rulebook === of.rulebook) && (of.subject === undefined || (one.verdict !== undefined && isAbout(result, one, of.subject))));
  return wanted.map((assessment) => ({ assessment, lines: whyOne(result, assessment, lang, net, of.subject, of.examples) }));
}

/** Assessments of one clause with one verdict, with one reason for them: a row of a table. */
export interface Row { readonly assessments: readonly Assessment[]; readonly reason: string }

/** More open parts of one clause than this are told together, by what they lack. */
const APART = 2;

/** The answer as rows: red parts one by one, open ones together where they are many, a clear clause as one. */
export function rows(result: CheckResult, lang: Lang, sha256: Sha256): Row[] {
  const net = citedNetwork(result, sha256);
  const groups = new Map<string, Assessment[]>();
  for (const one of result.assessments) {
    const key = JSON.stringify([one.rulebook, one.clause, one.verdict, one.applies]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((group): Row[] =>
    group[0]!.verdict === 'unknown' && group.length > APART ? [{ assessments: group, reason: together(result, group, lang) }] : group.map((one) => ({ assessments: [one], reason: reason(result, one, lang, net) })),
  );
}

/** What many parts lack, most frequent first, each with the number of parts that lack it. */
function together(result: CheckResult, group: readonly Assessment[], lang: Lang): string {
  const counts = new Map<string, number>();
  const name = namer(result, lang);
  for (const one of group) {
    const told = [...missingFor(one.grounds, one.subject).map((missing) => missingOnly(lang, missing, name)), ...openExemptions(result, one, lang)];
    for (const text of new Set(told)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const most = sorted.slice(0, NAMED).map(([missing, count]) => say(lang, 'missing.counted', { missing, count }));
  return semicolons(lang, [...most, ...(sorted.length > NAMED ? [say(lang, 'report.more', { count: sorted.length - NAMED })] : [])]);
}

/**
 * By rulebook, the open parts of which all that is recorded points to red, and which are red in no other clause: nothing is proved,
 * but a reader wants to look there first.
 */
export function pointing(result: CheckResult, sha256: Sha256): Map<Id, Id[]> {
  const net = citedNetwork(result, sha256);
  const found = new Map<Id, Set<Id>>();
  for (const one of result.assessments) {
    const clause = clauseOf(result, one);
    const rulebook = result.rulebooks.find(({ id }) => id === one.rulebook);
    if (one.verdict !== 'unknown' || clause === undefined || rulebook === undefined) continue;
    const t: Telling = { lang: 'en', net, question: result.question, sets: placeSets(rulebook, one.version), marks: { caught: {}, free: {} }, name: (id) => id };
    const product = bare(one.subject, byTiers(clause));
    if (wantedParts(net, clause, product) && looksMet(t, clause.redIf, product)) found.set(one.rulebook, (found.get(one.rulebook) ?? new Set()).add(product));
  }
  for (const { rulebook, verdict, subject } of result.assessments) if (verdict === 'red') found.get(rulebook)?.delete(subject.replace(/@\d+$/, ''));
  return new Map([...found].flatMap(([rulebook, products]) => (products.size > 0 ? [[rulebook, [...products]] as const] : [])));
}

/** Where a clause looks only at parts of some roles or materials: is such a one recorded? */
function wantedParts(net: Network, { for: of }: Clause, product: Id): boolean {
  if (typeof of !== 'object' || !('components' in of)) return true;
  const { roles, materials } = of.components;
  if (roles === undefined && materials === undefined) return true;
  return (net.products.get(product) ?? []).some((rec) => rec.roles?.some((role) => roles?.includes(role))) || (net.materialsOf.get(product) ?? []).flat().some(({ substance }) => materials?.includes(substance));
}

function reason(result: CheckResult, one: Assessment, lang: Lang, net: Network): string {
  if (one.verdict === undefined || one.grounds === undefined) {
    const text = say(lang, `applies.${one.applies}.long`);
    return one.forecast ? semicolons(lang, [text, say(lang, 'report.forecast', { verdict: say(lang, `verdict.${one.forecast.verdict}`), date: one.forecast.on })]) : text;
  }
  const { body } = one.grounds;
  const clause = clauseOf(result, one);
  const rulebook = result.rulebooks.find(({ id }) => id === one.rulebook);
  const name = namer(result, lang, byTiers(clause));
  if ('each' in body || 'missing' in body) {
    const missing = missingFor(one.grounds, one.subject);
    const told = missing.slice(0, 2).map((each) => missingInWords(lang, each, name, one.subject));
    const more = missing.length - told.length;
    return semicolons(lang, [...told, ...(more > 0 ? [say(lang, 'report.more', { count: more })] : []), ...openExemptions(result, one, lang)]);
  }
  if ('visited' in body) return one.basis ? say(lang, `basis.${one.basis}`) : say(lang, 'why.all.clear', { count: body.visited.length });
  if (clause === undefined || rulebook === undefined) return '';
  const t: Telling = { lang, net, question: result.question, sets: placeSets(rulebook, one.version), marks: body.sets, name };
  const facts = culprits(t, body, clause).flatMap((product) => factsBehind(t, clause.redIf, product, 'met'));
  const told = facts.slice(0, NAMED_FACTS).map(({ text }) => text);
  if (facts.length > told.length) told.push(say(lang, 'report.more', { count: facts.length - told.length }));
  return semicolons(lang, told) || say(lang, 'why.facts.none');
}

/** Who can be asked about: subjects of assessments and all that a clear clause looked at. */
export function subjects(result: CheckResult): Id[] {
  const ids = result.assessments.flatMap((one) => [...(one.subject === 'all' ? [] : [one.subject]), ...visited(one.grounds?.body)]);
  return [...new Set(ids.map((id) => id.replace(/@\d+$/, '')))].sort();
}

function isAbout(result: CheckResult, one: Assessment, subject: Id): boolean {
  const tiers = byTiers(clauseOf(result, one));
  return one.subject === subject || visited(one.grounds?.body).some((node) => bare(node, tiers) === subject) || bare(one.subject, tiers) === subject;
}

function visited(body: Body | undefined): readonly Id[] {
  return body && 'visited' in body ? body.visited : [];
}

function whyOne(result: CheckResult, one: Assessment, lang: Lang, net: Network, subject: Id | undefined, examples: Examples | undefined): WhyLine[] {
  const rulebook = result.rulebooks.find(({ id }) => id === one.rulebook);
  const clause = clauseOf(result, one);
  const name = namer(result, lang, byTiers(clause));
  const about = subject ?? (one.subject === 'all' ? undefined : one.subject);
  const lines: WhyLine[] = [{ depth: 0, text: headline(lang, one, about, name) }];
  const put = (depth: number, text: string, of: 'clause' | 'grounds' = 'clause'): void => void lines.push({ depth, text, about: of });
  if (one.applies !== 'yes') put(1, say(lang, `applies.${one.applies}.long`));
  put(1, say(lang, 'why.clause', { rulebook: one.rulebook, version: one.version, clause: one.clause ?? '-', cite: clause?.cite ?? rulebook?.cite ?? '' }));
  if (one.unverified) put(1, say(lang, 'report.unverified.long', { count: 1 }));
  if (rulebook === undefined || clause === undefined || one.grounds === undefined) return lines;
  const sets = placeSets(rulebook, one.version);
  put(1, say(lang, 'why.clause.redIf', { condition: condition(lang, clause.redIf, sets) }));
  const telling = (marks: Sets): Telling => ({ lang, net, question: result.question, sets, marks, name });
  const { body } = one.grounds;
  if ('path' in body || 'dead' in body) lines.push(...redLines(telling(body.sets), body, clause, result.question.product));
  else if ('visited' in body) lines.push(...clearLines(telling(body.sets), body, one, clause, rulebook, about));
  else lines.push(...openLines(telling({ caught: {}, free: {} }), one, clause, about, examples));
  for (const note of one.notes) put(1, say(lang, 'why.note', { text: note[lang] }));
  put(1, say(lang, 'why.grounds', { seal: one.grounds.seal.slice(0, 16) }), 'grounds');
  return lines;
}

function headline(lang: Lang, one: Assessment, about: Id | undefined, name: Namer): string {
  if (one.verdict === undefined) return `${one.rulebook}${say(lang, 'text.colon')}${say(lang, `applies.${one.applies}`)}`;
  return say(lang, `why.subject.${one.verdict}`, { subject: about === undefined ? say(lang, 'why.all') : name(about) });
}

function redLines(t: Telling, body: Red | Dead, clause: Clause, root: Id): WhyLine[] {
  const lines: WhyLine[] = [];
  if ('dead' in body) lines.push({ depth: 1, text: say(t.lang, 'why.dead', { parts: some(t, body.dead) }) });
  else lines.push(...pathLines(t, body.path, root));
  return [...lines, ...factLines(t, culprits(t, body, clause).flatMap((product) => factsBehind(t, clause.redIf, product, 'met')))];
}

/** The products that are red of themselves: the begin of a path; of what cannot be avoided, those that meet the condition. */
function culprits(t: Telling, body: Red | Dead, clause: Clause): Id[] {
  const tiers = byTiers(clause);
  if ('path' in body) return body.path.slice(0, 1).map((node) => bare(node, tiers));
  const products = body.dead.map((node) => bare(node, tiers));
  const met = products.filter((product) => looksMet(t, clause.redIf, product));
  return met.length > 0 ? met : products;
}

/** How the part gets into the product, hop by hop, the shortest way that the records show. */
function pathLines(t: Telling, path: readonly Id[], root: Id): WhyLine[] {
  if (path.length < 2) return [{ depth: 1, text: say(t.lang, 'why.path.same'), about: 'path' }];
  const lines: WhyLine[] = [{ depth: 1, text: say(t.lang, 'why.path', { product: t.name(root) }), about: 'path' }];
  for (const { part, into, line } of hops(t.net, path)) {
    const names = { part: t.name(part), into: t.name(into) };
    const text = line ? say(t.lang, 'why.path.hop.line', { ...names, line: line.line }) : say(t.lang, 'why.path.hop', names);
    lines.push({ depth: 2, text: line ? `${text} [${source(t, line)}]` : text, about: 'path', ...(line && { rec: line }) });
  }
  return lines;
}

interface Hop { readonly part: Id; readonly into: Id; readonly line?: Line }

/**
 * A proof names its nodes in an order in which each rests on earlier ones: another red part may stand between a part and
 * what it goes into. So the way is looked for among them, breadth first, by the lines that join them.
 */
function hops(net: Network, path: readonly Id[]): Hop[] {
  const nodes = path.map((node) => bareIn(net, node));
  const among = new Set(nodes);
  const cameBy = new Map<Id, Hop | undefined>([[nodes[0]!, undefined]]);
  for (const part of cameBy.keys())
    for (const into of usesOf(net, part)) {
      const line = among.has(into) && !cameBy.has(into) ? lineBetween(net, part, into) : undefined;
      if (line) cameBy.set(into, { part, into, line });
    }
  const way: Hop[] = [];
  for (let hop = cameBy.get(nodes.at(-1)!); hop !== undefined; hop = cameBy.get(hop.part)) way.unshift(hop);
  return way.length > 0 ? way : [{ part: nodes[0]!, into: nodes.at(-1)! }];
}

/** What a part, or a line that does not say which part, goes into. */
function usesOf(net: Network, part: Id): Id[] {
  const unresolved = /^\?(.*)#.*\//s.exec(part)?.[1];
  const recipes = [...(net.usedIn.get(part) ?? []), ...(unresolved === undefined ? [] : [unresolved])];
  return recipes.flatMap((recipe) => net.recipes.get(recipe)?.[0]?.output ?? []);
}

function clearLines(t: Telling, body: Clear, one: Assessment, clause: Clause, rulebook: Rulebook, about: Id | undefined): WhyLine[] {
  const lines: WhyLine[] = [];
  if (one.basis === 'no-subject') lines.push({ depth: 1, text: say(t.lang, 'why.noSubject') });
  if (one.basis === 'exempt') {
    const shown = clause.unless?.map((unless) => `${plain(unless.cite)}${say(t.lang, 'text.colon')}${exemption(t.lang, unless, placeSets(rulebook, one.version))}`) ?? [];
    lines.push({ depth: 1, text: say(t.lang, 'why.exempt', { cites: semicolons(t.lang, shown) }) });
  }
  if (about === undefined || about === t.question.product) {
    if (body.visited.length > 0) lines.push({ depth: 1, text: say(t.lang, 'why.all.clear', { count: body.visited.length }) }, { depth: 1, text: visitedLine(t, body.visited) });
  }
  if (about !== undefined) lines.push(...factLines(t, factsBehind(t, clause.redIf, about, 'unmet')));
  return lines;
}

function openLines(t: Telling, one: Assessment, clause: Clause, about: Id | undefined, examples: Examples | undefined): WhyLine[] {
  const lines: WhyLine[] = [];
  const missing = missingFor(one.grounds, one.subject);
  const unless = missingUnless(one.grounds, one.subject);
  if (missing.length + unless.length > 0) lines.push({ depth: 1, text: say(t.lang, 'why.missing') });
  for (const each of missing) lines.push({ depth: 2, text: missingInWords(t.lang, each, t.name, about) });
  for (const [at, lacks] of unless) {
    lines.push({ depth: 2, text: openExemption(t.lang, clause, at, lacks.length) });
    for (const each of lacks.slice(0, NAMED)) lines.push({ depth: 3, text: missingInWords(t.lang, each, t.name, about) });
    if (lacks.length > NAMED) lines.push({ depth: 3, text: say(t.lang, 'report.more', { count: lacks.length - NAMED }) });
  }
  if (one.consequence !== undefined) lines.push({ depth: 1, text: say(t.lang, 'page.consequence', { text: consequence(t.lang, one.consequence) }), about: 'clause' });
  if (about !== undefined) lines.push(...factLines(t, factsBehind(t, clause.redIf, about, 'met'), false));
  if (one.grounds && 'red' in one.grounds.body) return [...lines, { depth: 1, text: say(t.lang, 'why.ifApplied') }];
  const example = examples?.(one);
  lines.push(...assumed(t, 'why.ifRed', example?.ifRed), ...assumed(t, 'why.ifClear', example?.ifClear));
  return lines;
}

function assumed(t: Telling, key: 'why.ifRed' | 'why.ifClear', records: readonly Rec[] | undefined): WhyLine[] {
  if (records === undefined) return [];
  const lines: WhyLine[] = [{ depth: 1, text: say(t.lang, key) }];
  const all = merged(records);
  for (const rec of all.slice(0, ASSUMED)) {
    const taken = rec.kind === 'judgement' && rec.withdraws !== undefined ? t.net.records.get(rec.withdraws) : undefined;
    const told = record(t.lang, taken ?? rec, t.name);
    lines.push({ depth: 2, text: say(t.lang, taken ? 'why.assume.withdraw' : 'why.assume', { record: told }) });
  }
  if (all.length > ASSUMED) lines.push({ depth: 2, text: say(t.lang, 'report.more', { count: all.length - ASSUMED }) });
  return lines;
}

/** Several assumed records of one thing are told as one. */
function merged(assumed: readonly Rec[]): Rec[] {
  const told = new Map<string, Rec>();
  for (const rec of assumed) {
    const key = rec.kind === 'evidence' ? 'evidence' : rec.kind === 'judgement' ? rec.id : keyOf(rec);
    told.set(key, { ...told.get(key), ...rec } as Rec);
  }
  return [...told.values()];
}

/** The exemptions of the whole product that leave a subject open, each as one thing that is missing: it may lack something of every part. */
export function openExemptions(result: CheckResult, one: Assessment, lang: Lang): string[] {
  const clause = clauseOf(result, one);
  return missingUnless(one.grounds, one.subject).map(([at, lacks]) => openExemption(lang, clause, at, lacks.length));
}

function openExemption(lang: Lang, clause: Clause | undefined, at: AtomId, count: number): string {
  const unless = clause?.unless?.[Number(at.split('/').at(-1))];
  return say(lang, 'missing.unless', { cite: plain(unless?.cite ?? '-'), count });
}

/** One thing that is missing, of what, and whom to ask for it. `about`: the reader knows already that it is of this. */
export function missingInWords(lang: Lang, missing: Missing, name: Namer, about?: Id): string {
  const { of, askFrom } = missing;
  const text = of === about || of === 'question' ? missingOnly(lang, missing, name) : say(lang, 'missing.of', { of: name(of), missing: missingOnly(lang, missing, name) });
  return askFrom === undefined ? text : say(lang, 'text.bracket', { text, more: say(lang, 'missing.askFrom', { party: name(askFrom) }) });
}

function missingOnly(lang: Lang, { kind, field, ppm }: Missing, name: Namer): string {
  const what = field === undefined ? undefined : fieldInWords(lang, field, name);
  const params = { ...(what !== undefined && { field: what }), ...(ppm !== undefined && { share: percent(ppm) }) };
  const vague = `missing.${kind}.any`;
  const told = kind === 'stake' ? ppm !== undefined : what !== undefined;
  return say(lang, !told && hasKey(vague) ? vague : `missing.${kind}`, params);
}

/** `maker`, `components` or `/redIf/any/1/maker`: the last word that has a name of its own. */
function fieldInWords(lang: Lang, field: string, name: Namer): string {
  for (const word of field.split('/').reverse())
    for (const key of [`field.${word}`, `list.${word}`, `test.${word}`]) if (hasKey(key)) return say(lang, key);
  return name(field);
}

function factLines(t: Telling, facts: readonly Fact[], sayNone = true): WhyLine[] {
  if (facts.length === 0) return sayNone ? [{ depth: 1, text: say(t.lang, 'why.facts.none') }] : [];
  return [{ depth: 1, text: say(t.lang, 'why.facts') }, ...facts.map(({ text, rec }) => ({ depth: 2, text: rec ? `${text} [${source(t, rec)}]` : text, ...(rec && { rec }) }))];
}

/** Where a fact was read, and the paper that supports it with its date. */
function source(t: Telling, rec: Rec): string {
  const paper = rec.kind === 'evidence' ? rec : newest(t.net.evidenceFor.get(digestOf(rec, t.net.sha256)) ?? []);
  const origin = rec.origin ?? say(t.lang, 'why.source.none');
  const text = paper ? say(t.lang, 'why.source.dated', { origin, paper: paperInWords(t.lang, paper) }) : say(t.lang, 'why.source', { origin });
  return rec.level === 'inferred' ? say(t.lang, 'why.source.inferred', { source: text }) : text;
}

/** `declaration of 2026-11-01 by Lens Co`. */
export function paperInWords(lang: Lang, { docKind, issued: date, issuer }: Evidence): string {
  const kind = term(lang, docKind);
  if (date === undefined) return say(lang, 'why.paper.undated', { kind });
  return issuer === undefined ? say(lang, 'why.paper', { kind, date }) : say(lang, 'why.paper.by', { kind, date, issuer });
}

function newest(papers: readonly Evidence[]): Evidence | undefined {
  return papers.reduce<Evidence | undefined>((best, paper) => ((paper.issued ?? '') > (best?.issued ?? '') || best === undefined ? paper : best), undefined);
}

function lineBetween(net: Network, part: Id, into: Id): Line | undefined {
  for (const recipe of net.recipesOf.get(into) ?? [])
    for (const group of net.linesOf.get(recipe[0]!.id) ?? [])
      for (const line of group) if (line.options.some((option) => option.product === part) || part.startsWith(`?${line.recipe}#${line.line}/`)) return line;
  return undefined;
}

function visitedLine(t: Telling, nodes: readonly Id[]): string {
  const parts = list(t.lang, nodes.slice(0, NAMED).map(t.name));
  const count = nodes.length - NAMED;
  return count > 0 ? say(t.lang, 'why.visited.more', { parts, count }) : say(t.lang, 'why.visited', { parts });
}

function some(t: Telling, nodes: readonly Id[]): string {
  return list(t.lang, nodes.slice(0, NAMED).map(t.name), 'disjunction');
}

function clauseOf(result: CheckResult, one: Assessment): Clause | undefined {
  return result.rulebooks.find(({ id }) => id === one.rulebook)?.clauses.find(({ id }) => id === one.clause);
}

function bare(node: Id, tiers: boolean): Id {
  return tiers ? node.replace(/@\d+$/, '') : node;
}

/** A node of a path, as a product: it is written `id@depth` where the walk counts tiers. */
function bareIn(net: Network, node: Id): Id {
  return net.products.get(node) || net.recipesOf.get(node) ? node : node.replace(/@\d+$/, '');
}

/** `前鏡頭 (cam)`: the label with the id behind it; the id alone where there is no label. What was only assumed says so. */
export function namer(result: Pick<CheckResult, 'labels'>, lang: Lang, tiers = false): Namer {
  return (node) => {
    const id = bare(node, tiers);
    const assumed = /^assumed:(\w+)/.exec(id)?.[1];
    if (assumed !== undefined) return say(lang, hasKey(`assumed.${assumed}`) ? (`assumed.${assumed}` as Key) : 'assumed.other');
    const label = Object.hasOwn(result.labels, id) ? result.labels[id]! : undefined;
    return label === undefined || label === id ? plain(id) : `${plain(label)} (${plain(id)})`;
  };
}
