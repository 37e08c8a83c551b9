/** Hand-made records and grounds for the checker's own tests: nothing of the engine is used here. */
import { createHash } from 'node:crypto';
import { check, open, prove, type Result } from '../../src/checker/check.ts';

export type Json = Record<string, unknown>;
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** RFC 8785, a second time and not the checker's. */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${jcs(member)}`).join(',')}}`;
}
export const digest = (value: unknown): string => sha256(jcs(value));

export const record = (kind: string, id: string, body: Json = {}): Json => ({ kind, id, level: 'confirmed', ...body });
export const party = (id: string, domicile?: string, body: Json = {}): Json => record('party', id, { names: [id], domicile, ...body });
export const product = (id: string, maker?: string, roles?: string[], body: Json = {}): Json => record('product', id, { maker, roles, ...body });
export const recipe = (id: string, output: string, country?: string, body: Json = {}): Json => record('recipe', id, { output, country, ...body });
/** Made in one place by the one recipe there is, from nothing that is written down. */
export const made = (output: string, country: string, steps = ['assembled']): Json => recipe(`made-${output}`, output, country, { steps, sole: true });
export type Choice = string | { product: string | null; use?: string; share?: Json };
export const line = (of: string, name: string, ...options: (Choice | null)[]): Json =>
  record('line', `${of}/${name}`, { recipe: of, line: name, options: options.map((o) => (o === null || typeof o === 'string' ? { product: o } : o)) });
export const complete = (list: string, of: string, members: Json[], body: Json = {}): Json =>
  record('completeness', `all ${list} ${of}`, { list, of, status: 'complete', members: members.map(digest), ...body });
export const evidence = (id: string, docKind: string, supports: Json[], body: Json = {}): Json =>
  record('evidence', id, { docKind, issued: '2026-06-01', supports: supports.map(digest), ...body });
export const owns = (owner: string, asset: string, lo: number, hi = lo): Json =>
  record('ownership', `${owner}>${asset}`, { owner, asset, equityPpm: { lo, hi } });
export const listing = (id: string, list: string, body: Json): Json => record('listing', id, { list, ...body });

export const QUESTION: Json = { product: 'quad', bom: 'b1', asOf: '2026-11-22', knownAt: '2026-11-22' };
export const rulebook = (clause: Json, body: Json = {}): Json => ({
  id: 'rules', versions: [{ version: '1', from: '2026-01-01', status: 'in-force' }],
  sets: { CC: ['CN', 'RU', 'IR', 'KP'] }, clauses: [{ id: 'c', for: 'product', ...clause }], ...body,
});

/** A case: records, question, rulebook; grounds are sealed over them, and cites taken from what the check reads. */
export interface Case { readonly records: Json[]; readonly question: Json; readonly rulebook: Json }
export type Draft = { verdict: string; subject: string; body: unknown } & Json;

export async function sealed(given: Case, draft: Draft): Promise<Json> {
  const { records, question } = given;
  const known = records.filter((r) => r.kind !== 'evidence' || ((r.issued as string) ?? '') <= (question.knownAt as string));
  const valid = known.filter((r) => ((r.validFrom as string) ?? '') <= (question.asOf as string) && (question.asOf as string) < ((r.validTo as string) ?? '~'));
  const out = new Set(valid.flatMap((r) => [r.supersedes, r.withdraws]));
  const inForce = valid.filter((r) => !out.has(digest(r)));
  const network = digest([...new Set(inForce.map(digest))].sort());
  const open_ = { question: digest(question), rulebook: digest(given.rulebook), network, asOf: question.asOf, clause: 'c', ...draft };
  const { reads } = await prove(await open(records, sha256), { grounds: open_, question, rulebook: given.rulebook });
  const whole = { ...open_, cites: reads };
  return { ...whole, seal: digest(whole) };
}
/** Put a new seal on altered grounds, as a forger would. */
export function reseal({ seal: _, ...rest }: Json): Json { return { ...rest, seal: digest(rest) }; }

/** Seals and checks, in full mode, and what it accepts in bundle mode too, on the cited records alone. */
export async function verdictOf(given: Case, draft: Draft): Promise<Result> {
  const grounds = await sealed(given, draft), rest = { grounds, question: given.question, rulebook: given.rulebook };
  const full = await check(await open(given.records, sha256), rest, 'full');
  if (full.outcome !== 'accepted') return full;
  const bundle = await check(await open(bundleOf(given.records, grounds), sha256), rest, 'bundle');
  return bundle.outcome === 'accepted' ? full : bundle;
}
/** The cited records, and the members of cited editions. */
export function bundleOf(records: Json[], grounds: Json): Json[] {
  const cites = new Set(grounds.cites as string[]), cited = records.filter((r) => cites.has(digest(r)));
  const members = new Set(cited.flatMap((r) => (r.kind === 'completeness' && r.list === 'entries' ? (r.members as string[]) : [])));
  return records.filter((r) => cites.has(digest(r)) || members.has(digest(r)));
}
/** What comes of a draft, in one word. */
export const outcome = async (given: Case, draft: Draft): Promise<string> => said(await verdictOf(given, draft));
/** One word: the outcome, or the fault. */
export const said = (result: Result): string => result.fault?.code ?? result.outcome;

export const none: Json = { caught: {}, free: {} };
export const redBody = (path: string[], sets: Json = none): Json => ({ path, sets });
export const clearBody = (visited: string[], sets: Json = none): Json => ({ visited, sets });
export const red = (path: string[], sets: Json = none): Draft => ({ verdict: 'red', subject: path[0]!, body: redBody(path, sets) });
export const clear = (visited: string[], sets: Json = none, subject = 'all'): Draft => ({ verdict: 'clear', subject, body: clearBody(visited, sets) });
export const dead = (nodes: string[], founded: string[] = []): Draft => ({ verdict: 'red', subject: nodes.at(-1)!, body: { dead: nodes, founded, sets: none } });
/** Open as they stand: of each subject the nodes from it to the root; and what their open conditions rest on. */
export const opens = (each: Json[], sets: Json = none): Draft => ({ verdict: 'unknown', subject: 'all', body: { each, sets: { ...none, ...sets } } });
export const standing = (path: string[], more: Json = {}): Json => ({ subject: path[0]!.split('@')[0]!, missing: [], open: path, ...more });
export const unknown = (path: string[], sets: Json = none, more: Json = {}): Draft => opens([standing(path, more)], sets);
/** Independence: groups of nodes that are not dead. */
export const undecided = (alive: string[][], sets: Json = none, subject = 'quad'): Draft =>
  ({ verdict: 'unknown', subject, body: { missing: [], alive, sets: { ...none, ...sets } } });
