/** `nonred lapse`: which certificates still hold on the records of today; the status lists say so to every verifier. */
import { issue, NonredError } from '../base/issue.ts';
import type { Bundle } from '../certify/bundle.ts';
import { hideNames } from '../certify/hide.ts';
import type { Signer } from '../certify/crypto.ts';
import { type Entry, isFinal, mark, type Register } from '../certify/register.ts';
import { assemble } from '../engine/assembled.ts';
import { standingOf } from '../engine/lapse.ts';
import type { CheckResult } from '../engine/result.ts';
import { sha256 } from '../host/crypto.ts';
import { alone, readIssued } from '../host/issuer.ts';
import { reference } from '../host/reference.ts';
import { keyedBy, loadWorkspace } from '../host/workspace.ts';
import type { Day, Rec } from '../model/record.ts';
import { type Lang, list, say } from '../text/catalogue.ts';
import { unpackResult } from '../wire/result.ts';
import { type KeyOptions, registerOf, saveRegister, signerOf, todayOf } from './certify.ts';
import { EXIT, type Io, refuseIdle, shownPath, tellWarnings } from './io.ts';

export interface LapseOptions extends KeyOptions {
  readonly asOf?: string;
  readonly statusDays?: number;
  readonly revoke?: string;
  readonly suspend?: string;
  readonly resume?: string;
  readonly because?: string;
}

/** Of an id, as much as no slip of a finger meets: a certificate is revoked for good. */
const LEAST_ID = 8;

/** 2 where something lapsed now, else 0. */
export async function lapseCommand(folder: string, options: LapseOptions, lang: Lang, io: Io): Promise<number> {
  if (options.revoke === undefined && options.suspend === undefined) refuseIdle('lapse DIR --revoke ID', options, 'because');
  const { value: workspace, issues } = loadWorkspace(folder);
  tellWarnings(io, lang, workspace.warnings);
  if (issues.length > 0) throw new NonredError(issues);
  const signer = await signerOf(options, lang, io);
  return alone(folder, () => readAgain(folder, workspace.records, signer, options, lang, io));
}

async function readAgain(folder: string, own: readonly Rec[], signer: Signer, options: LapseOptions, lang: Lang, io: Io): Promise<number> {
  const day = options.asOf ?? io.today();
  let register = byHand(await registerOf(folder, signer, ''), options, day);
  if (register.entries.length === 0) {
    io.out(`${say(lang, 'cli.lapse.none')}\n`);
    return EXIT.done;
  }
  let [lapsed, lines] = [0, ''];
  for (const { id } of register.entries) {
    const before = register;
    register = await checkAgain(register, id, folder, own, day);
    const entry = entryOf(register, id);
    if (entry.state === 'lapsed' && entryOf(before, id).state !== 'lapsed') lapsed++;
    lines += `${told(entry, entryOf(before, id), day, lang)}\n`;
  }
  const today = todayOf(io, options.statusDays);
  // Signed today: of a later day it says nothing that holds today.
  const paths = await saveRegister(folder, register, { ...today, day: day < today.day ? day : today.day }, signer);
  io.out(`${lines}${say(lang, 'cli.lapse.total', { count: register.entries.length, lapsed, paths: list(lang, paths.map(shownPath)) })}\n`);
  return lapsed > 0 ? EXIT.red : EXIT.done;
}

async function checkAgain(register: Register, id: string, folder: string, own: readonly Rec[], day: Day): Promise<Register> {
  const entry = entryOf(register, id);
  const { state, until, reasons } = entry;
  if (isFinal(state) || day >= until) return register;
  const bundle = await readIssued(folder, entry);
  const certified = certifiedResult(bundle, id);
  const { records } = assemble(own, certified.rulebooks, reference(), sha256);
  const { state: now, ...why } = await standingOf(certified, bundle.credential.credentialSubject.hidden ? hiddenAgain(folder, certified, records) : records, day, sha256);
  if (now === 'in-force') return register;
  const last = reasons.at(-1);
  if (now === 'reaffirmed' && last?.kind === 'reaffirmed' && last.on === day) return register;
  return mark(register, id, now === 'lapsed' ? 'lapsed' : state, { on: day, kind: now, ...why });
}

/** Today's records hidden as they were: the same secret gives the same digests. */
function hiddenAgain(folder: string, certified: CheckResult, records: readonly Rec[]): readonly Rec[] {
  const keyed = keyedBy(folder);
  if (keyed === undefined) throw new NonredError([issue('certify/no-secret', folder, '')]);
  const idOf = hideNames([], new Set(), keyed, sha256).idOf;
  const root = records.find((rec) => rec.kind === 'product' && idOf(rec.id) === certified.question.product);
  const makers = records.flatMap((rec) => (rec.kind === 'product' && rec.id === root?.id && rec.maker !== undefined ? [rec.maker] : []));
  return hideNames(records, new Set([...(root ? [root.id] : []), ...makers]), keyed, sha256).records;
}

function certifiedResult({ grounds }: Bundle, id: string): CheckResult {
  const { value, issues } = unpackResult(grounds, id, sha256);
  if (value === undefined) throw new NonredError(issues);
  return value;
}

const entryOf = (register: Register, id: string): Entry => register.entries.find((one) => one.id === id)!;

function told(entry: Entry, before: Entry, day: Day, lang: Lang): string {
  const { id, product, until, state, reasons } = entry;
  const fresh = reasons.length > before.reasons.length ? reasons.at(-1) : undefined;
  const kind = state !== 'in-force' ? state : day >= until ? 'expired' : fresh?.kind === 'reaffirmed' ? 'reaffirmed' : 'in-force';
  const { fault = '-', clause = '-', changed = '-' } = reasons.at(-1) ?? {};
  return say(lang, `cli.lapse.${kind}`, { id: id.split(':').at(-1)!, product, until, fault, clause, changed });
}

/** What a person decided: revoked for good, suspended, resumed. Throws NonredError where it is over for good. */
function byHand(register: Register, { revoke, suspend, resume, because }: LapseOptions, on: Day): Register {
  const why = { on, ...(because !== undefined && { fault: because }) };
  let next = register;
  if (revoke !== undefined) next = mark(next, named(next, revoke), 'revoked', { kind: 'revoked', ...why });
  for (const given of [suspend, resume]) {
    const entry = given === undefined ? undefined : entryOf(next, named(next, given));
    if (entry && isFinal(entry.state)) throw new NonredError([issue('certify/final', '', '', { id: entry.id.split(':').at(-1)!, state: entry.state })]);
  }
  if (suspend !== undefined) next = mark(next, named(next, suspend), 'suspended', { kind: 'suspended', ...why });
  if (resume !== undefined && entryOf(next, named(next, resume)).state !== 'suspended') throw new NonredError([issue('cli/idle-option', '--resume', '', { option: '--resume', form: 'lapse DIR --suspend ID' })]);
  if (resume !== undefined) next = mark(next, named(next, resume), 'in-force');
  return next;
}

function named({ entries }: Register, given: string): string {
  const found = entries.filter(({ id }) => id === given || (given.length >= LEAST_ID && id.split(':').at(-1)!.startsWith(given)));
  if (found.length !== 1) throw new NonredError([issue('certify/no-such-certificate', '', '', { given })]);
  return found[0]!.id;
}
