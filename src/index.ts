/**
 * What `import ... from 'nonred'` gives. All else can change at any time. The checker is a door of its own,
 * `nonred/checker`: it shares nothing with this one. A wrong argument throws NonredError `api/argument`.
 */
import { door } from './base/door.ts';
import { check as checkInner } from './engine/check.ts';
import { questionOf as questionOfInner } from './engine/question.ts';
import { replay as replayInner } from './engine/replay.ts';
import { why as whyInner } from './engine/why.ts';
import { readWorkspace as readWorkspaceInner } from './formats/workspace/workspace.ts';
import { sha256 as sha256Inner } from './host/crypto.ts';
import { chooseRulebooks as chooseRulebooksInner, loadRulebooks as loadRulebooksInner, rulebookFolders as rulebookFoldersInner } from './host/rulebooks.ts';
import { loadWorkspace as loadWorkspaceInner } from './host/workspace.ts';
import { loadRulebook as loadRulebookInner } from './rules/load.ts';
import { packResult as packResultInner, resultText as resultTextInner, unpackResult as unpackResultInner } from './wire/result.ts';

export { canonical, type Sha256 } from './base/canonical.ts';
export { type ErrorCode, type Issue, NonredError, type Read } from './base/issue.ts';
export type { CheckInput } from './engine/check.ts';
export type { Difference, Replay } from './engine/replay.ts';
export type { Applies, Assessment, CheckResult } from './engine/result.ts';
export type { WhyLine } from './engine/why.ts';
export type { Workspace } from './formats/workspace/workspace.ts';
export type { Digest, Day, Id, Rec } from './model/record.ts';
export type { Grounds, Verdict } from './rules/grounds.ts';
export type { Rulebook } from './rules/rulebook.ts';
export type { Question } from './select/predicate.ts';
export type { ResultFile } from './wire/result.ts';

/** The question's answer over all records, each verdict with grounds that the checker has accepted. */
export const check: typeof checkInner = door('check', [{ records: 'records', rulebooks: 'rulebooks', question: { product: 'a text', asOf: 'a day', knownAt: 'a day' } }, 'a function'], checkInner);
/** The question that nonred.yaml asks, on that day where it names none. */
export const questionOf: typeof questionOfInner = door('questionOf', ['an object', 'a day', 'an object?'], questionOfInner);
/** The same question again, and what came out otherwise. */
export const replay: typeof replayInner = door('replay', [{ question: 'an object', rulebooks: 'rulebooks', assessments: 'a list', honesty: 'an object' }, 'records', 'a text', 'a function'], replayInner);
/** The grounds in sentences. */
export const why: typeof whyInner = door('why', [{ question: 'an object', records: 'records', rulebooks: 'rulebooks', assessments: 'a list' }, 'a text', 'a function', 'an object?'], whyInner);
/** Files by name to records, all faults at once. */
export const readWorkspace: typeof readWorkspaceInner = door('readWorkspace', ['a map', { sha256: 'a function' }], readWorkspaceInner);
/** The digest, in hex. */
export const sha256: typeof sha256Inner = door('sha256', ['a text or bytes'], sha256Inner);
/** Those of these ids, or all. */
export const chooseRulebooks: typeof chooseRulebooksInner = door('chooseRulebooks', ['a map', 'a list of texts?'], chooseRulebooksInner);
/** The rulebooks of folders, or those that come with the package. */
export const loadRulebooks: typeof loadRulebooksInner = door('loadRulebooks', ['a list of texts?', 'a list of texts?', 'a list?'], loadRulebooksInner);
/** Where rulebooks lie: the package's, and a workspace's own. */
export const rulebookFolders: typeof rulebookFoldersInner = door('rulebookFolders', ['a text?'], rulebookFoldersInner);
/** A workspace folder or a single bill from disk. */
export const loadWorkspace: typeof loadWorkspaceInner = door('loadWorkspace', ['a text', 'a map?'], loadWorkspaceInner);
/** A rulebook from its text. */
export const loadRulebook: typeof loadRulebookInner = door('loadRulebook', ['a text', 'a text', 'an object?'], loadRulebookInner);
/** A result in the shape that is promised. */
export const packResult: typeof packResultInner = door('packResult', [{ question: 'an object', assessments: 'a list', records: 'records', rulebooks: 'rulebooks' }, 'a function'], packResultInner);
/** Its bytes as text. */
export const resultText: typeof resultTextInner = door('resultText', [{ assessments: 'a list', grounds: 'a list', records: 'a list' }], resultTextInner);
/** The way back, all faults at once. */
export const unpackResult: typeof unpackResultInner = door('unpackResult', ['anything', 'a text', 'a function'], unpackResultInner);
