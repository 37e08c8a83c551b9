/**
 * What an issuer keeps of its certificates: the leaves of its log in order, and the state of each. The place in the log is also the
 * certificate's place in the status lists. Plain data; every function gives a new register.
 */
import { canonical } from '../base/canonical.ts';
import { addDays } from '../base/day.ts';
import { type Bundle, bundleText } from './bundle.ts';
import { type Claim, claimOf, fileText, type GroundsFile } from './claim.ts';
import { issueCertificate } from './credential.ts';
import { type Crypto, type Signer, utf8 } from './crypto.ts';
import type { DidDocument } from './did.ts';
import { type Item, itemsOf } from './items.ts';
import { fromHex, toBase64, toHex } from './multibase.ts';
import { signCheckpoint } from './note.ts';
import { day, digest, list, object, oneOf, pattern, type Shape, text } from './shape.ts';
import { issueStatusList, type Reason, statusEntries, type StatusList } from './status.ts';
import { type Hash, inclusionProof, leafHash, rootOf, type Tree, treeOf } from './tree.ts';
import { logOrigin } from './verify.ts';

export interface Entry {
  readonly id: string;
  /** Hash of the leaf, hex. */
  readonly leaf: string;
  readonly product: string;
  readonly until: string;
  readonly state: 'in-force' | 'lapsed' | 'revoked' | 'suspended';
  /** All that the status lists say of it, oldest first. */
  readonly reasons: readonly Omit<Reason, 'statusListIndex'>[];
}
/** `log`: sets its log and its lists apart from those of another register of this issuer, whose places are others' too. Absent in the first ones. */
export interface Register { readonly nonred: 'register/1'; readonly issuer: string; readonly log?: string; readonly name: string; readonly entries: readonly Entry[] }

const reason: Shape = object({ on: day, kind: oneOf('lapsed', 'revoked', 'suspended', 'reaffirmed'), 'fault?': text, 'clause?': text, 'changed?': text });
export const registerShape: Shape = object({
  nonred: oneOf('register/1'), issuer: text, 'log?': pattern(/^[0-9a-f]{16}$/), name: text,
  entries: list(object({ id: text, leaf: digest, product: text, until: day, state: oneOf('in-force', 'lapsed', 'revoked', 'suspended'), reasons: list(reason) })),
});

/** How long a status list says something, where nobody says otherwise. */
export const STATUS_DAYS = 30;

export interface Today { readonly day: string; /** RFC 3339, whole seconds. */ readonly now: string; readonly statusDays?: number }
export interface Wanted {
  readonly until: string;
  readonly lot?: string;
  readonly serials?: readonly string[];
  readonly hidden?: { readonly names: number };
}
export interface Issued { readonly register: Register; readonly bundle: Bundle; readonly text: string; readonly items: readonly Item[] }

/** The claim of a result file, with the digests that it needs. */
export async function claimOfFile(file: GroundsFile, crypto: Pick<Crypto, 'sha256'>): Promise<Claim> {
  const sha256 = async (value: string): Promise<string> => toHex(await crypto.sha256(utf8(value)));
  return claimOf(file, await sha256(fileText(file)), await Promise.all(file.records.map((rec) => sha256(canonical(rec)))));
}

/** Signs a certificate over a result file and enters it: its bundle, and the register with it in it. */
export async function enter(register: Register, file: GroundsFile, wanted: Wanted, today: Today, document: DidDocument, signer: Signer, crypto: Crypto): Promise<Issued> {
  const claim = await claimOfFile(file, crypto);
  const index = register.entries.length;
  const { until, lot, serials: numbers, hidden } = wanted;
  const name = toHex(await crypto.sha256(utf8(canonical([register.issuer, index, claim, lot ?? null, until, today.now])))).slice(0, 32);
  const id = `urn:nonred:certificate:${name}`;
  const { serials, items } = numbers ? await itemsOf(id, numbers, crypto) : { serials: undefined, items: [] };
  const credential = await issueCertificate({
    id, issuerName: register.name, created: today.now, from: claim.asOf, until, status: statusEntries(register.issuer, index, register.log), claim,
    ...(lot !== undefined && { lot }), ...(serials && { serials }), ...(hidden && { hidden }),
  }, signer, crypto);
  const leaf = await leafHash(utf8(canonical(credential)), crypto);
  const entry: Entry = { id, leaf: toHex(leaf), product: claim.product.name, until, state: 'in-force', reasons: [] };
  const next: Register = { ...register, entries: [...register.entries, entry] };
  const tree = await treeOfRegister(next, crypto);
  const bundle: Bundle = {
    nonred: 'bundle/1', credential, issuerDocument: document, statusLists: await statusListsOf(next, today, signer, crypto),
    inclusion: { index, path: (await inclusionProof(tree, index, crypto)).map(toBase64) }, checkpoint: await checkpointOf(next, tree, signer, crypto), grounds: file,
  };
  return { register: next, bundle, text: bundleText(bundle), items };
}

export async function treeOfRegister({ entries }: Register, crypto: Pick<Crypto, 'sha256'>): Promise<Tree> {
  return treeOf(entries.map(({ leaf }) => fromHex(leaf) as Hash), crypto);
}

export async function checkpointOf({ issuer, log }: Register, tree: Tree, signer: Signer, crypto: Pick<Crypto, 'sha256'>): Promise<string> {
  return signCheckpoint({ origin: logOrigin(issuer, log), size: tree.size, root: await rootOf(tree, crypto) }, signer.publicKey, signer.sign, crypto);
}

/** Both lists, as of today. */
export async function statusListsOf({ entries, name, log }: Register, { day: from, now, statusDays = STATUS_DAYS }: Today, signer: Signer, crypto: Crypto): Promise<StatusList[]> {
  const until = addDays(from, statusDays);
  const lists: StatusList[] = [];
  for (const purpose of ['revocation', 'suspension'] as const) {
    const off = (state: Entry['state']): boolean => (purpose === 'suspension' ? state === 'suspended' : isFinal(state));
    const set = entries.flatMap(({ state }, i) => (off(state) ? [i] : []));
    const reasons = entries.flatMap(({ reasons: all }, i) =>
      all.filter(({ kind }) => (kind === 'suspended') === (purpose === 'suspension')).map((one) => ({ statusListIndex: String(i), ...one })));
    lists.push(await issueStatusList({ ...(log !== undefined && { log }), purpose, set, reasons }, name, from, until, now, signer, crypto));
  }
  return lists;
}

/** What a certificate is for good: it never comes back from there. */
export const isFinal = (state: Entry['state']): boolean => state === 'lapsed' || state === 'revoked';

/** The register with another state of one certificate, and why. RangeError where it would come back from one that is for good. */
export function mark(register: Register, id: string, state: Entry['state'], why?: Entry['reasons'][number]): Register {
  if (!isFinal(state) && register.entries.some((entry) => entry.id === id && isFinal(entry.state))) throw new RangeError(`${id} is over for good`);
  const said = why && (Object.fromEntries(Object.entries(why).flatMap(([member, value]) => (value === '' ? [] : [[member, clipped(value)]]))) as typeof why);
  return { ...register, entries: register.entries.map((entry) => (entry.id === id ? { ...entry, state, reasons: said ? [...entry.reasons, said] : entry.reasons } : entry)) };
}

/** A verifier reads 10,000 letters of a text at most, and of a list with a longer one nothing. */
const clipped = (text: string): string => (text.length <= MOST_LETTERS ? text : `${[...text.slice(0, MOST_LETTERS)].slice(0, -1).join('')}…`);
const MOST_LETTERS = 2_000;
