/** Columns of one's own that say that a row counts no longer: kept as notes, they end nothing, and whoever wrote them thinks that they do. */
import { type Issue, issue } from '../../base/issue.ts';
import { saysNotKnown } from './cell.ts';
import type { TableRow } from './rows.ts';

const SAYS_ENDED = /retract|revok|rescind|withdraw|cancel|\bvoid|invalid|supersed|obsolete|discontinu|expire[ds]?\b|terminated|撤回|撤銷|作廢|失效|廢止|註銷|過期|停用/i;
const NOT_SO = /^(?:no|n|false|0|none|not?[ _-]\w+|valid|active|in force|current|否|無|未.*|有效)$/i;

/** The rows of one sheet. Said once a column, at the first row that it would end. */
export function unreadEnds(rows: readonly TableRow[]): Issue[] {
  const said = new Map<string, Issue>();
  for (const { cells, notes } of rows)
    for (const [name, given] of notes) {
      const text = given.normalize('NFKC').trim();
      if (said.has(name) || text === '' || NOT_SO.test(text) || saysNotKnown(text, 'text')) continue;
      if (SAYS_ENDED.test(name) || (/^(?:status|state|狀態|状态)$/i.test(name.trim()) && SAYS_ENDED.test(text))) said.set(name, issue('input/unread-end', cells.source, cells.place(name), { given: name, example: text.slice(0, 80) }));
    }
  return [...said.values()];
}
