/** A result file from disk, and the workspace that it came from, if that is there. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { issue, NonredError } from '../base/issue.ts';
import { parseJson } from '../base/json.ts';
import { assemble } from '../engine/assembled.ts';
import type { CheckResult } from '../engine/result.ts';
import { CONFIG_NAME } from '../formats/workspace/config.ts';
import { sha256 } from '../host/crypto.ts';
import { reference } from '../host/reference.ts';
import { otherTexts } from '../host/rulebooks.ts';
import { loadWorkspace } from '../host/workspace.ts';
import type { Rec } from '../model/record.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { unpackResult } from '../wire/result.ts';
import type { Lang } from '../text/catalogue.ts';
import { RESULT } from './check.ts';
import { type Io, tellWarnings } from './io.ts';

export interface Opened { readonly text: string; readonly result: CheckResult }

/** Throws NonredError where it is no result file of ours. That a rulebook in it is not what its id says is told on stderr. */
export function openResult(path: string, lang: Lang, io: Io): Opened {
  if (!existsSync(path)) throw new NonredError([issue('input/no-such-file', '', '', { given: path })]);
  if (!statSync(path).isFile()) throw new NonredError([issue('input/not-a-file', path, '', { given: path })]);
  const bytes = readFileSync(path);
  const { value: given, issues: faults } = parseJson(bytes, { source: path });
  if (faults.length > 0) throw new NonredError(faults);
  const { value: result, issues } = unpackResult(given, path, sha256);
  if (result === undefined) throw new NonredError(issues);
  tellWarnings(io, lang, otherTexts(result.rulebooks, () => path));
  return { text: bytes.toString('utf8'), result };
}

/** All records that the rulebooks are put to, of the workspace that is named, or that the file lies in (`DIR/out/result.json`); nothing where there is none. */
export function recordsBeside(file: string, workspace: string | undefined, rulebooks: readonly Rulebook[]): readonly Rec[] | undefined {
  const dir = workspace ?? folderOf(file);
  if (dir === undefined) return undefined;
  if (!existsSync(dir)) throw new NonredError([issue('input/no-such-file', '', '', { given: dir })]);
  const { value, issues } = loadWorkspace(dir);
  if (issues.length > 0) throw new NonredError(issues);
  return assemble(value.records, rulebooks, reference(), sha256).records;
}

function folderOf(file: string): string | undefined {
  const dir = dirname(dirname(resolve(file)));
  return join(basename(dirname(resolve(file))), basename(file)) === RESULT && existsSync(join(dir, CONFIG_NAME)) ? dir : undefined;
}
