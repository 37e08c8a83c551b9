/** How much an answer rests on, in sentences: the first one is the heading's own. */
import type { CheckResult } from '../engine/result.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { percent } from '../text/plain.ts';

export function honestyLines({ honesty }: Pick<CheckResult, 'honesty'>, lang: Lang): string[] {
  const { lines: read, below, valuePpm, confirmed, inferred, oldestFact, oldestList, conflicts, sensitive } = honesty;
  return [
    say(lang, 'honesty.read', { count: read }),
    say(lang, 'honesty.lines', { known: below.traced, count: below.all }),
    valuePpm === undefined ? say(lang, 'honesty.value.none') : say(lang, 'honesty.value', { share: percent(Math.floor(valuePpm / 1000) * 1000) }),
    say(lang, 'honesty.levels', { confirmed, inferred }),
    oldestFact === undefined ? say(lang, 'honesty.oldestFact.none') : say(lang, 'honesty.oldestFact', { date: oldestFact }),
    oldestList === undefined ? say(lang, 'honesty.oldestList.none') : say(lang, 'honesty.oldestList', oldestList),
    say(lang, 'honesty.conflicts', { count: conflicts }),
    sensitive === undefined ? say(lang, 'honesty.notTried') : sensitive.length > 0 ? say(lang, 'honesty.sensitive', { count: sensitive.length }) : say(lang, 'honesty.notSensitive'),
  ];
}
