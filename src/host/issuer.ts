/** The issuer's folder of a workspace, `DIR/issued/`: the register, status lists, the latest checkpoint, and a bundle for each certificate. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import { canonical } from '../base/canonical.ts';
import { type Bundle, readBundle } from '../certify/bundle.ts';
import { type Register, registerShape } from '../certify/register.ts';
import type { StatusList } from '../certify/status.ts';
import { writeWhole } from './write.ts';

export const ISSUED = 'issued';
const at = (dir: string, ...path: readonly string[]): string => join(dir, ISSUED, ...path);

/** Nothing where nothing has been issued. Throws NonredError where the file is not what this program wrote. */
export function readRegister(dir: string): Register | undefined {
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
  writeWhole(at(dir, 'register.json'), `${canonical(register)}\n`);
  writeWhole(at(dir, 'checkpoint.txt'), checkpoint);
  return statusLists.map((list) => {
    const path = at(dir, `status-${list.credentialSubject.statusPurpose}.json`);
    writeWhole(path, `${canonical(list)}\n`);
    return path;
  });
}

/** The file of a certificate: the end of its id. */
export const bundlePath = (dir: string, id: string): string => at(dir, `${id.split(':').at(-1)}.bundle.json`);

export function readIssued(dir: string, id: string): Bundle {
  const path = bundlePath(dir, id);
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  const read = readBundle(readFileSync(path));
  if ('fault' in read) throw new NonredError([issue('certify/not-a-bundle', path, read.at, { fault: read.fault })]);
  return read.bundle;
}
