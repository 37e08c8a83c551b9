/**
 * A scenario: dated changes to what a selector picks. One YAML file, read whole or refused with every fault.
 *
 * A selector is `{of: KIND, id: [...], where: CONDITION}` with the conditions of rulebooks, or a flow
 * `{of: flow, from, goods, to, via}` for what moves between two places. A change does exactly one thing.
 */
import type { Issue, Read } from '../base/issue.ts';
import { issue } from '../base/issue.ts';
import { checkShape, day, flag, object, type Shape, whole, word, z } from '../formats/shape.ts';
import { parseYaml } from '../formats/yaml.ts';
import type { Day, Id } from '../model/record.ts';
import type { Pred } from '../select/predicate.ts';
import { pred } from '../select/shape.ts';

export type OpenMode = 'affected' | 'spared' | 'both';
export const TARGETS = ['facility', 'party', 'owner', 'country', 'product', 'recipe', 'supply', 'demand', 'flow'] as const;
/** One end of a flow, or its goods: all that is given has to hold. */
export interface Side { readonly country?: readonly string[]; readonly id?: readonly Id[]; readonly where?: Pred }
export interface Selector {
  readonly of: (typeof TARGETS)[number];
  /** Ids of the kind; countries as codes. */
  readonly id?: readonly string[];
  readonly where?: Pred;
  readonly from?: Side;
  readonly goods?: Side;
  readonly to?: Side;
  /** Passes one of these. */
  readonly via?: readonly string[];
}
/** Capacity from so many days after the end of the change, as a fraction of what it was. */
export interface Stage { readonly after: number; readonly to: number }
export interface AddedSupplier {
  readonly id: Id;
  readonly product: Id;
  readonly capacityPerDay: number;
  readonly leadTimeDays?: number;
  /** Days from the start of the change until it may deliver: audits, samples, tooling. */
  readonly qualifyDays?: number;
  /** More than the present source, a unit. */
  readonly extraCost?: number;
}
export interface Change {
  readonly note?: string;
  /** First day; the start of the scenario where absent. */
  readonly from?: Day;
  /** First day without it; for good where absent. */
  readonly until?: Day;
  readonly select?: Selector;
  readonly remove?: true;
  /** Capacity, as a fraction. */
  readonly scale?: number;
  /** All that is selected together, units a day. */
  readonly cap?: number;
  readonly delayDays?: number;
  /** Of the price. */
  readonly duty?: number;
  readonly addStock?: number;
  /** Fraction of what is there. */
  readonly drawStock?: number;
  readonly scaleDemand?: number;
  readonly ban?: { readonly leak?: number };
  readonly licence?: { readonly leadDays: number; readonly approval: number; readonly leak?: number };
  readonly quota?: { readonly perDay?: number; readonly share?: number };
  readonly addSupplier?: AddedSupplier;
  readonly recover?: readonly Stage[];
}
export interface Localised { readonly en: string; readonly 'zh-Hant': string }
export interface Scenario {
  readonly id: string;
  readonly title: Localised;
  readonly about?: Localised;
  readonly madeUp?: true;
  readonly sources?: readonly { readonly text: string; readonly confirmed: boolean }[];
  readonly start?: Day;
  readonly days?: number;
  readonly stepDays?: number;
  /** Days of demand that customers wait for before they are lost. */
  readonly backlogDays?: number;
  readonly open?: OpenMode;
  readonly changes: readonly Change[];
}

export const ACTIONS = ['remove', 'scale', 'cap', 'delayDays', 'duty', 'addStock', 'drawStock', 'scaleDemand', 'ban', 'licence', 'quota', 'addSupplier'] as const;
export type Action = (typeof ACTIONS)[number];
/** The one thing that a change does. */
export function actionOf(change: Change): Action {
  return ACTIONS.find((action) => change[action] !== undefined)!;
}

/** The scenario of a YAML text, or every fault, with its line. */
export function loadScenario(text: string, source: string): Read<Scenario | undefined> {
  const { value, issues, lineOf } = parseYaml(text, source);
  if (issues.length > 0) return { value: undefined, issues };
  const shaped = checkShape(scenarioShape, value, source, lineOf);
  if (shaped.value === undefined) return shaped;
  const faults = shaped.value.changes.flatMap((change, i) => changeFaults(change, shaped.value!.start, `/changes/${i}`, source, lineOf));
  return { value: faults.length > 0 ? undefined : shaped.value, issues: faults };
}

const FLOW_ONLY: ReadonlySet<Action> = new Set(['ban', 'licence', 'quota', 'duty']);

/** Whose end can come in stages. */
const IN_STAGES: ReadonlySet<Action> = new Set(['remove', 'scale', 'ban', 'licence', 'quota']);

/** What is written in a change and would do nothing: it must not look as if it did. */
function idle(action: Action, { from, until, select, recover, quota }: Change, start: Day | undefined): string[] {
  const found: string[] = [];
  if (recover && (!IN_STAGES.has(action) || quota?.perDay !== undefined || (until === undefined && (action !== 'remove' || select?.of === 'flow')))) found.push('recover');
  if (action === 'drawStock' && from !== undefined && from !== start) found.push('from'); // stock is drawn before the first day
  if ((action === 'drawStock' || action === 'addStock') && until !== undefined) found.push('until');
  if (action === 'addSupplier') return select ? [...found, 'select'] : found;
  const unread = select?.of === 'flow' ? (['id', 'where'] as const) : select?.of === 'demand' ? (['where', 'from', 'goods', 'to', 'via'] as const) : (['from', 'goods', 'to', 'via'] as const);
  return [...found, ...unread.filter((member) => select?.[member] !== undefined).map((member) => `select/${member}`)];
}

function changeFaults(change: Change, start: Day | undefined, at: string, source: string, lineOf: (pointer: string) => number): Issue[] {
  const faults: Issue[] = [];
  const fault = (code: 'input/missing' | 'stress/wrong-target' | 'stress/idle' | 'input/ends-before-start', member: string, params: Issue['params']): void =>
    void faults.push(issue(code, source, `${at}/${member}`, { line: lineOf(`${at}/${member}`), ...params }));
  const actions = ACTIONS.filter((action) => change[action] !== undefined);
  if (actions.length !== 1) fault('stress/wrong-target', '', { action: actions.join(', ') || '-', wanted: ACTIONS.join(' | ') });
  const [action] = actions;
  if (action === undefined) return faults;
  if (change.from !== undefined && change.until !== undefined && change.until <= change.from) fault('input/ends-before-start', 'until', { from: change.from, to: change.until });
  for (const member of idle(action, change, start)) fault('stress/idle', member, { member, action });
  if (action === 'addSupplier') return faults;
  const { select } = change;
  if (select === undefined) fault('input/missing', 'select', { field: 'select' });
  else if (FLOW_ONLY.has(action) !== (select.of === 'flow') && !(select.of === 'flow' && (action === 'delayDays' || action === 'cap' || action === 'remove')))
    fault('stress/wrong-target', 'select/of', { action, wanted: FLOW_ONLY.has(action) ? 'flow' : TARGETS.filter((of) => of !== 'flow').join(' | ') });
  else if ((action === 'scaleDemand') !== (select.of === 'demand')) fault('stress/wrong-target', 'select/of', { action, wanted: action === 'scaleDemand' ? 'demand' : TARGETS.filter((of) => of !== 'demand').join(' | ') });
  else if (select.of === 'flow' ? !(select.from ?? select.goods ?? select.to ?? select.via) : !(select.id ?? select.where)) fault('input/missing', 'select', { field: select.of === 'flow' ? 'from, goods, to or via' : 'id or where' });
  return faults;
}

/** `40 %` or `120%` as a fraction. */
const percentage: Shape<number> = z.preprocess((given) => {
  const found = typeof given === 'string' ? /^([0-9]{1,6}(?:\.[0-9]{1,9})?)\s*[%％]$/u.exec(given.trim()) : null;
  return found ? Number(found[1]) / 100 : given;
}, z.number({ error: () => '40 %' }));
const fraction: Shape<number> = percentage.refine((value) => value <= 1, { params: { wanted: '0 % .. 100 %' } });
const amount: Shape<number> = z.preprocess((given) => (typeof given === 'string' && /^[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(given) ? Number(given) : given), z.number({ error: () => '1234.5' }).min(0));
const ids = z.array(word).min(1);
const codes = z.array(z.string().regex(/^[A-Z]{2}$/)).min(1);
const side: Shape<Side> = object({ country: z.exactOptional(codes), id: z.exactOptional(ids), where: z.exactOptional(pred) });
const selector: Shape<Selector> = object({
  of: z.enum(TARGETS).describe('What is selected.'),
  id: z.exactOptional(ids), where: z.exactOptional(pred), from: z.exactOptional(side), goods: z.exactOptional(side), to: z.exactOptional(side), via: z.exactOptional(ids),
});
const localised: Shape<Localised> = object({ en: word, 'zh-Hant': word });
const change: Shape<Change> = object({
  note: z.exactOptional(word), from: z.exactOptional(day), until: z.exactOptional(day), select: z.exactOptional(selector),
  remove: z.exactOptional(flag).describe('It does nothing any more.'),
  scale: z.exactOptional(percentage).describe('Capacity, as a percentage of what it is.'),
  cap: z.exactOptional(amount).describe('Units a day that all that is selected makes together at most.'),
  delayDays: z.exactOptional(whole(0, 3650)).describe('Everything takes so many days longer.'),
  duty: z.exactOptional(percentage).describe('Percentage of the price.'),
  addStock: z.exactOptional(amount).describe('Units added to each selected stock or source on the first day.'),
  drawStock: z.exactOptional(fraction).describe('Percentage of the selected stock that is gone from the first day.'),
  scaleDemand: z.exactOptional(percentage).describe('Demand, as a percentage of what it is.'),
  ban: z.exactOptional(object({ leak: z.exactOptional(fraction) })).describe('Nothing passes, but for what leaks through third countries.'),
  licence: z.exactOptional(object({ leadDays: whole(0, 3650), approval: fraction, leak: z.exactOptional(fraction) })).describe('Nothing passes for leadDays, then the approved share.'),
  quota: z.exactOptional(object({ perDay: z.exactOptional(amount), share: z.exactOptional(fraction) }).refine((given) => (given.perDay === undefined) !== (given.share === undefined), { params: { wanted: 'perDay | share' } })),
  addSupplier: z.exactOptional(object({ id: word, product: word, capacityPerDay: amount, leadTimeDays: z.exactOptional(whole(0, 3650)), qualifyDays: z.exactOptional(whole(0, 3650)), extraCost: z.exactOptional(amount) })),
  recover: z.exactOptional(z.array(object({ after: whole(0, 36_500), to: fraction })).min(1)).describe('Stages after `until`: days, and the percentage of capacity that is back.'),
}) as unknown as Shape<Change>;
const yesOrNo: Shape<boolean> = z.preprocess((given) => (given === 'true' ? true : given === 'false' ? false : given), z.boolean());

export const scenarioShape: Shape<Scenario> = object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/).max(64), title: localised, about: z.exactOptional(localised), madeUp: z.exactOptional(flag),
  sources: z.exactOptional(z.array(object({ text: word, confirmed: yesOrNo }))),
  start: z.exactOptional(day).describe('First day; the day of the question where absent.'),
  days: z.exactOptional(whole(1, 3650)).describe('How many days are looked at.'),
  stepDays: z.exactOptional(whole(1, 365)).describe('Days in a period.'),
  backlogDays: z.exactOptional(whole(0, 3650)),
  open: z.exactOptional(z.enum(['affected', 'spared', 'both'])).describe('What happens to what a selector leaves open.'),
  changes: z.array(change).min(1),
}) as unknown as Shape<Scenario>;
