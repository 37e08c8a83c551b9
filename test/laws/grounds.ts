/**
 * Grounds on random networks: the checker accepts what the engine proves, and of forgeries only those that claim what the
 * plain reference evaluator says.
 */
import { canonical } from '../../src/base/canonical.ts';
import { check, open, prove } from '../../src/checker/check.ts';
import { normalizeName } from '../../src/names/normalize.ts';
import type { Grounds } from '../../src/rules/grounds.ts';
import { ask, evaluateRulebook } from '../../src/rules/evaluate.ts';
import { forge, type Forgeable, numbers } from '../checker/forge.ts';
import { reference, type Result } from '../reference/evaluate.ts';
import { digestOf, sha256 } from '../support/digest.ts';
import { generate, type Network, seedsOf } from '../support/generate.ts';

export interface GroundsTally {
  networks: number;
  /** By verdict: accepted, refused. */
  readonly proofs: Record<'clear' | 'red' | 'unknown', { accepted: number; refused: number }>;
  forgeries: number;
  forgeriesAccepted: number;
  bytes: number;
  readonly faults: string[];
}

export async function runGrounds(count: number, forgeries: number, first = 0): Promise<GroundsTally> {
  const empty = (): { accepted: number; refused: number } => ({ accepted: 0, refused: 0 });
  const tally: GroundsTally = { networks: 0, proofs: { clear: empty(), red: empty(), unknown: empty() }, forgeries: 0, forgeriesAccepted: 0, bytes: 0, faults: [] };
  const random = numbers(first + 1);
  for (const seed of seedsOf(count, first)) {
    const net = generate(seed);
    await groundsOf(net, seed, Math.ceil(forgeries / count), random, tally);
    tally.networks++;
  }
  return tally;
}

async function groundsOf({ records, question, rulebook }: Network, seed: number, forgeries: number, random: () => number, tally: GroundsTally): Promise<void> {
  const opened = await open(records, sha256);
  const sealed: Grounds[] = [];
  const { outcomes } = evaluateRulebook(ask(records, question, sha256), rulebook);
  for (const [draft, { verdict, clause }] of new Map(outcomes.map((one) => [one.draft, one]))) {
    const answer = await prove(opened, { grounds: draft, question, rulebook });
    tally.proofs[verdict][answer.outcome]++;
    if (answer.outcome !== 'accepted') {
      tally.faults.push(`seed ${seed} ${clause.id} ${draft.subject} ${verdict}: ${answer.outcome} ${answer.fault?.code ?? ''} ${answer.fault?.at ?? ''}`);
      continue;
    }
    const whole = { ...draft, cites: answer.reads };
    const grounds: Grounds = { ...whole, seal: sha256(canonical(whole)) };
    const again = await check(opened, { grounds, question, rulebook }, 'full');
    if (again.outcome !== answer.outcome) tally.faults.push(`seed ${seed} ${clause.id} ${draft.subject}: sealed ${again.outcome} ${again.fault?.code ?? ''}`);
    sealed.push(grounds);
    for (const changed of oneByteChanged(grounds, seed, random)) {
      tally.bytes++;
      const { outcome } = await check(opened, { grounds: changed, question, rulebook }, 'full');
      if (outcome === 'accepted') tally.faults.push(`seed ${seed} ${clause.id} ${draft.subject}: a changed byte is accepted`);
    }
  }
  if (sealed.length === 0) return;
  const truth = reference(records, question, rulebook, digestOf, (a, b) => normalizeName(a) === normalizeName(b));
  for (let i = 0; i < forgeries; i++) {
    const grounds = sealed[Math.floor(random() * sealed.length)]!;
    const forged = await forge({ grounds, question, rulebook, records, others: sealed } as unknown as Forgeable, opened, random);
    tally.forgeries++;
    const answer = await check(opened, { grounds: forged.grounds, question, rulebook }, 'full');
    if (answer.outcome !== 'accepted') continue;
    tally.forgeriesAccepted++;
    const claim = forged.grounds as unknown as Grounds;
    if (!isTrue(claim, truth, question.product)) tally.faults.push(`seed ${seed} forged (${forged.how}): ${claim.clause} ${claim.subject} ${claim.verdict} accepted, but it is not so`);
  }
}

/** Is the verdict what the reference gives for that clause and subject? */
function isTrue({ clause, subject, verdict, body }: Grounds, { applies, clauses }: Result, product: string): boolean {
  const found = clauses.find(({ id }) => id === clause);
  if (found === undefined) return false;
  if (verdict === 'clear') return (subject === 'all' || subject === product) && found.verdict === 'clear'; // independence speaks of the root
  const of = (id: string): readonly string[] => [...found.subjects].filter(([node]) => node.replace(/@\d+$/, '') === id).map(([, value]) => value);
  if (verdict === 'red') return applies === 'yes' && of(subject).includes('red');
  if (subject === 'all') return 'each' in body && body.each.length > 0 && body.each.every((one) => of(one.subject).includes('unknown'));
  return of(subject).includes('unknown') || (applies === 'unknown' && of(subject).includes('red'));
}

/** One character of the grounds' JSON changed, where it is still JSON. */
function oneByteChanged(grounds: Grounds, seed: number, random: () => number): unknown[] {
  const text = canonical(grounds);
  const at = Math.floor(random() * text.length);
  const other = String.fromCharCode(33 + ((text.charCodeAt(at) + seed) % 90));
  if (other === text[at]) return [];
  try {
    return [JSON.parse(text.slice(0, at) + other + text.slice(at + 1))];
  } catch {
    return []; // no longer JSON: refused before the checker sees it
  }
}

export function reportGrounds({ networks, proofs, forgeries, forgeriesAccepted, bytes, faults }: GroundsTally): string {
  const rows = Object.entries(proofs).map(([verdict, { accepted, refused }]) => `${verdict}: ${accepted} accepted, ${refused} refused`);
  return [
    `grounds on ${networks} networks`, ...rows,
    `bytes changed: ${bytes}, accepted 0`.replace('accepted 0', `accepted ${faults.filter((fault) => fault.includes('byte')).length}`),
    `forgeries: ${forgeries}, accepted ${forgeriesAccepted}, of those untrue ${faults.filter((fault) => fault.includes('forged')).length}`,
  ].join('\n');
}
