/** The issuer's folder of a workspace, `DIR/issued/`: the register, status lists, the latest checkpoint, and a bundle for each certificate. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import { canonical } from '../base/canonical.ts';
import { bitAt, decodeBits } from '../certify/bitstring.ts';
import { type Bundle, readBundle, readStatusList } from '../certify/bundle.ts';
import { fileText } from '../certify/claim.ts';
import { sameBytes, utf8 } from '../certify/crypto.ts';
import { toHex } from '../certify/multibase.ts';
import { readCheckpoint } from '../certify/note.ts';
import { type Entry, isFinal, type Register, registerShape, treeOfRegister } from '../certify/register.ts';
import { type StatusList, statusListShape } from '../certify/status.ts';
import { leafHash, rootOf } from '../certify/tree.ts';
import { logOrigin } from '../certify/verify.ts';
import { nodeCrypto } from './certify-crypto.ts';
import { sha256 } from './crypto.ts';
import { writeWhole } from './write.ts';

export const ISSUED = 'issued';
const at = (dir: string, ...path: readonly string[]): string => join(dir, ISSUED, ...path);

const WAIT_MS = 100;
const WAITS = 300;

/** Two that sign in one folder at once would give two certificates one place, and one of them would be in no register: one waits for the other. */
export async function alone<T>(dir: string, run: () => Promise<T>): Promise<T> {
  const path = at(dir, 'register.lock');
  for (let waits = 0; ; waits++) {
    try {
      mkdirSync(at(dir), { recursive: true });
      writeFileSync(path, `${process.pid} ${hostname()}\n`, { flag: 'wx' });
      break;
    } catch (cause) {
      const { code = String(cause) } = cause as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw new NonredError([issue('cli/cannot-write', path, '', { path, why: code })]);
      if (isLeft(path)) rmSync(path, { force: true });
      else if (waits >= WAITS) throw new NonredError([issue('certify/busy', path, '', { path })]);
      else await new Promise((done) => setTimeout(done, WAIT_MS));
    }
  }
  try {
    return await run();
  } finally {
    rmSync(path, { force: true });
    try {
      rmdirSync(at(dir)); // where nothing was issued there is no folder
    } catch {} // something is in it
  }
}

/** Was whoever made it stopped before the end? Of another machine nobody here can tell. */
function isLeft(path: string): boolean {
  try {
    const [pid = '', host = ''] = readFileSync(path, 'utf8').trim().split(' ');
    if (host !== hostname() || !/^[1-9][0-9]*$/.test(pid)) return false;
    process.kill(Number(pid), 0); // asks only
    return false;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Of this folder alone: who signs in two with one key has two logs and two pairs of lists. */
export const newRegister = (issuer: string, name: string): Register => ({ nonred: 'register/1', issuer, log: randomBytes(8).toString('hex'), name, entries: [] });

/** Nothing where nothing has been issued. Throws NonredError where it is not what this program wrote, or not what was signed from last. */
export async function readRegister(dir: string): Promise<Register | undefined> {
  const register = registerIn(dir);
  const path = at(dir, 'register.json');
  for await (const file of notContinued(dir, register)) throw new NonredError([issue('certify/older-register', path, '', { file })]);
  return register;
}

/**
 * Files of the folder that have what the register has not. Each is written after the register, so an interrupted run leaves none; an older
 * register put back does, and would give places anew and take back what was revoked.
 */
async function* notContinued(dir: string, register: Register | undefined): AsyncGenerator<string> {
  if (!existsSync(at(dir))) return;
  const { issuer, entries } = register ?? { issuer: undefined, entries: [] };
  const known = new Set(entries.map(({ id }) => id.split(':').at(-1)));
  for (const name of readdirSync(at(dir)).sort()) if (name.endsWith(BUNDLE) && !known.has(name.slice(0, -BUNDLE.length))) yield name;
  const checkpoint = textIn(dir, 'checkpoint.txt');
  if (checkpoint !== undefined) {
    const read = readCheckpoint(checkpoint);
    const tree = register && (await treeOfRegister(register, nodeCrypto));
    if (!read || !tree || read.origin !== logOrigin(register.issuer, register.log) || read.size > tree.size || !sameBytes(read.root, await rootOf(tree, nodeCrypto, read.size))) yield 'checkpoint.txt';
  }
  for (const name of ['status-revocation.json', 'status-suspension.json']) {
    const text = textIn(dir, name);
    if (text === undefined) continue;
    const read = readStatusList(utf8(text));
    if ('fault' in read || read.list.issuer.id !== issuer || !(await isFrom(read.list, entries))) yield name;
  }
}

/** Does the register have each bit and each reason of the list? What is said of a certificate is only ever added to. */
async function isFrom({ credentialSubject: { statusPurpose, encodedList, reasons } }: StatusList, entries: readonly Entry[]): Promise<boolean> {
  for (const { statusListIndex, ...reason } of reasons) if (!entries[Number(statusListIndex)]?.reasons.some((own) => canonical(own) === canonical(reason))) return false;
  const read = await decodeBits(encodedList, nodeCrypto);
  if ('fault' in read) return false;
  // A suspension ends with nothing said of it, so of that list only the reasons tell.
  return statusPurpose === 'suspension' || entries.every(({ state }, i) => isFinal(state) || bitAt(read.bits, i) === false);
}

function textIn(dir: string, name: string): string | undefined {
  return existsSync(at(dir, name)) ? readFileSync(at(dir, name), 'utf8') : undefined;
}

function registerIn(dir: string): Register | undefined {
  const path = at(dir, 'register.json');
  if (!existsSync(path)) return undefined;
  const { value, issues } = parseJson(readFileSync(path), { source: path });
  if (issues.length > 0) throw new NonredError(issues);
  const fault = registerShape(value);
  if (fault !== undefined) throw new NonredError([issue('certify/register', path, fault)]);
  return value as Register;
}

/** Before the bundle that it has in it leaves: a certificate that is out always has its place and its status. */
export function writeRegister(dir: string, register: Register, checkpoint: string, statusLists: readonly StatusList[]): string[] {
  // What could not be read again is not written: without a register nothing can be revoked.
  if (registerShape(register) !== undefined || statusLists.some((list) => statusListShape(list) !== undefined)) throw new RangeError(`no register: ${registerShape(register) ?? 'status list'}`);
  writeWhole(at(dir, 'register.json'), `${canonical(register)}\n`);
  writeWhole(at(dir, 'checkpoint.txt'), checkpoint);
  return statusLists.map((list) => {
    const path = at(dir, `status-${list.credentialSubject.statusPurpose}.json`);
    writeWhole(path, `${canonical(list)}\n`);
    return path;
  });
}

/** The file of a certificate: the end of its id. */
export const bundlePath = (dir: string, id: string): string => at(dir, `${id.split(':').at(-1)}${BUNDLE}`);
const BUNDLE = '.bundle.json';

/** The bundle of an entry as it was signed: the leaf of the log is its credential, and the grounds are those of the credential. */
export async function readIssued(dir: string, { id, leaf }: Entry): Promise<Bundle> {
  const path = bundlePath(dir, id);
  const read = existsSync(path) ? readBundle(readFileSync(path)) : undefined;
  if (read === undefined || 'fault' in read || read.bundle.grounds === undefined) throw new NonredError([issue('certify/no-bundle', path, '', { id })]);
  const { credential, grounds } = read.bundle;
  const own = toHex(await leafHash(utf8(canonical(credential)), nodeCrypto)) === leaf && sha256(fileText(grounds)) === credential.credentialSubject.grounds.digest;
  if (!own) throw new NonredError([issue('certify/no-bundle', path, '', { id })]);
  return read.bundle;
}
