import type { Question } from '../select/predicate.ts';
import type { NodeName } from '../trace/reach.ts';
import type { ClauseOnNetwork } from './clause.ts';
import type { NotRun, Unknown } from './grounds.ts';
import { missingOf } from './missing.ts';
import type { Rulebook, Version } from './rulebook.ts';

export class Assumer {
  readonly #on: ClauseOnNetwork;
  constructor(on: ClauseOnNetwork, _question: Question, _rulebook: Rulebook, _version: Version) { this.#on = on; }
  exposure(name: NodeName): Unknown | NotRun { return { missing: missingOf(this.#on.opensAt(name), this.#on.net), notRun: 'later' }; }
  independence(): Unknown | NotRun { return { missing: [], notRun: 'later' }; }
}
