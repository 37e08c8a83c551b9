/** A workspace folder, or a single bill of materials, from disk. */
import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { issue, type Issue, type Read } from '../base/issue.ts';
import { type FileInput, wholeOf } from '../formats/file.ts';
import { readWorkspace, type Workspace } from '../formats/workspace/workspace.ts';
import { saltWith, sha256 } from './crypto.ts';
import { fileOn, filesOf } from './files.ts';

/** Beside nonred.yaml, kept out of version control: any bytes, at least 16 of them. */
export const SECRET_NAME = 'nonred.secret';
const SECRET_BYTES = 4096;

/** Everything about the path in one answer: faults of the folder and of what is in it. Throws as Node does where there is no such path. */
export function loadWorkspace(path: string): Read<Workspace> {
  if (!statSync(path).isDirectory()) return readWorkspace(new Map([[basename(path), fileOn(path)]]), { sha256 });
  const folder = filesOf(path);
  const files = new Map(folder.value);
  const faults: Issue[] = [...folder.issues];
  const secret = files.get(SECRET_NAME);
  files.delete(SECRET_NAME);
  const salt = secret && saltOf(secret, faults);
  const read = readWorkspace(files, salt ? { sha256, hmac: salt } : { sha256 });
  return { value: read.value, issues: [...faults, ...read.issues] };
}

function saltOf(file: FileInput, faults: Issue[]): ((id: string) => string) | undefined {
  const secret = wholeOf(file, SECRET_BYTES);
  if (secret && secret.length >= 16) return saltWith(secret);
  faults.push(issue('input/wrong-shape', SECRET_NAME, '', { wanted: 'a secret of 16 to 4096 bytes' }));
  return undefined;
}
