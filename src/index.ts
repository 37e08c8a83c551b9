/**
 * What `import ... from 'nonred'` gives. All else can change at any time. The checker is a door of its own,
 * `nonred/checker`: it shares nothing with this one.
 */
export { canonical, type Sha256 } from './base/canonical.ts';
export { type ErrorCode, type Issue, NonredError, type Read } from './base/issue.ts';
export { check, type CheckInput } from './engine/check.ts';
export { questionOf } from './engine/question.ts';
export { type Difference, type Replay, replay } from './engine/replay.ts';
export type { Applies, Assessment, CheckResult } from './engine/result.ts';
export { why, type WhyLine } from './engine/why.ts';
export { readWorkspace, type Workspace } from './formats/workspace/workspace.ts';
export { sha256 } from './host/crypto.ts';
export { chooseRulebooks, loadRulebooks, rulebookFolders } from './host/rulebooks.ts';
export { loadWorkspace } from './host/workspace.ts';
export type { Digest, Day, Id, Rec } from './model/record.ts';
export type { Grounds, Verdict } from './rules/grounds.ts';
export { loadRulebook } from './rules/load.ts';
export type { Rulebook } from './rules/rulebook.ts';
export type { Question } from './select/predicate.ts';
export { packResult, type ResultFile, resultText, unpackResult } from './wire/result.ts';
