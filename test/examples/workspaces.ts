/** The example workspaces, read from disk. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { questionOf } from '../../src/engine/question.ts';
import type { Workspace } from '../../src/formats/workspace/workspace.ts';
import { chooseRulebooks, loadRulebooks, rulebookFolders } from '../../src/host/rulebooks.ts';
import { loadWorkspace } from '../../src/host/workspace.ts';
import type { Rulebook } from '../../src/rules/rulebook.ts';
import type { Question } from '../../src/select/predicate.ts';
import { root } from '../house/sources.ts';

export const EXAMPLES: readonly string[] = ['flight-controller', 'quad-x', 'quad-clear', 'recycled-magnet', 'quad-asked'];
/** Chains to be stressed: they ask for no verdict. */
export const CHAINS: readonly string[] = ['ai-server', 'chip-materials'];
export const folder = (name: string): string => join(root, 'examples', name);
export const open = (name: string): Workspace => {
  const { value, issues } = loadWorkspace(folder(name));
  expect(issues).toEqual([]);
  return value;
};
export const asked = (workspace: Workspace, given: Parameters<typeof questionOf>[2] = {}): Question => questionOf(workspace.config, '1970-01-01', given);
export const rulebooks = (name: string, ids: readonly string[] | undefined): Rulebook[] => chooseRulebooks(loadRulebooks(rulebookFolders(folder(name))), ids);
export const bound: { readonly asIfBound: true } = { asIfBound: true };
