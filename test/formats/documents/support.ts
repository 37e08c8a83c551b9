/** Documents as the tests give them: text in, records or faults out. */
import type { Read } from '../../../src/base/issue.ts';
import { fileOf } from '../../../src/formats/file.ts';
import { readWorkspace, type Workspace } from '../../../src/formats/workspace/workspace.ts';
import type { Kind, RecOf } from '../../../src/model/record.ts';
import { bytesOf, host } from '../../support/files.ts';

/** One document alone, as `nonred check FILE` reads it. */
export function readFile(name: string, content: string | Uint8Array): Read<Workspace> {
  return readWorkspace(new Map([[name, fileOf(typeof content === 'string' ? bytesOf(content) : content)]]), host);
}

/** The records of a kind, without what says where they were read. */
export function recordsOf<K extends Kind>({ value }: Read<Workspace>, kind: K): Omit<RecOf<K>, 'origin' | 'kind'>[] {
  return value.records.filter((rec): rec is RecOf<K> => rec.kind === kind).map(({ origin: _, kind: __, ...rec }) => rec);
}

export const codes = ({ issues }: Read<unknown>): string[] => issues.map(({ code, at }) => `${code} ${at.pointer}`);
