import { createHash } from 'node:crypto';
import type { Read } from '../../src/base/issue.ts';
import { type FileInput, fileOf } from '../../src/formats/file.ts';
import { readWorkspace, type Workspace, type WorkspaceHost } from '../../src/formats/workspace/workspace.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textFile = (text: string): FileInput => fileOf(bytesOf(text));
export const host: WorkspaceHost = { sha256: (data) => createHash('sha256').update(data).digest('hex') };

/** A workspace of text files; nonred.yaml names the product `p` where it is not given. */
export function workspace(files: Readonly<Record<string, string>>, by: WorkspaceHost = host): Read<Workspace> {
  const all = { 'nonred.yaml': 'product: p\n', ...files };
  return readWorkspace(new Map(Object.entries(all).map(([name, text]) => [name, textFile(text)])), by);
}

/** Faults as `code source pointer`. */
export function places(issues: Read<unknown>['issues']): string[] {
  return issues.map(({ code, at }) => `${code} ${at.source}${at.pointer}`);
}
