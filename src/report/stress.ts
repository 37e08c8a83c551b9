/** Results of `nonred stress` at a terminal. */
import { countryName } from '../base/countries.ts';
import type { Concentration } from '../stress/concentration.ts';
import type { EachResult, StressResult } from '../engine/stress-result.ts';
import type { Interval, ScenarioResult } from '../engine/stress.ts';
import type { LimitSource } from '../stress/timed.ts';
import { commas, type Key, type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { table } from './table.ts';
import type { Look } from './terminal.ts';

/** Rows of a ranking that are shown; the rest is in --csv and --json. */
const SHOWN = 25;
const BAR = 20;
const BLOCKS = '▁▂▃▄▅▆▇█';

export function stressReport(result: StressResult, look: Look): string {
  const { lang } = look;
  const parts: string[] = [];
  if (result.madeUp) parts.push(`*** ${say(lang, 'report.madeUp')} ***`);
  parts.push(say(lang, 'stress.title', { product: name(result, result.question.product), asOf: result.question.asOf }));
  for (const scenario of result.scenarios) parts.push(scenarioText(result, scenario, look));
  if (result.each) parts.push(eachText(result, result.each, look));
  parts.push([`${say(lang, 'stress.blind')}`, ...blindSpots(result, lang).map((line) => `  - ${line}`), `  ${say(lang, 'stress.checked')}`].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function scenarioText(result: StressResult, scenario: ScenarioResult, { lang, width }: Look): string {
  const lines: string[] = [`== ${plain(scenario.title[lang])}`, say(lang, 'stress.horizon', { days: scenario.days, start: scenario.start, count: scenario.stepDays })];
  lines.push(scenario.loss.hi <= NONE ? say(lang, 'stress.loss.none') : say(lang, 'stress.loss', { loss: interval(result, scenario.loss, lang) }));
  lines.push(...besideLoss(result, scenario, lang));
  const open = scenario.changes.reduce((sum, change) => sum + change.open.length, 0);
  if (open > 0) lines.push(say(lang, 'stress.open', { count: open }));
  for (const line of changeLines(scenario, lang)) lines.push(`  ${line}`);
  if (scenario.loss.hi > NONE) {
    lines.push('', `${say(lang, 'stress.over')}${say(lang, 'text.colon')}${sparkline(scenario.time.map(({ hi }) => hi))}`);
    const most = Math.max(...scenario.demands.map(({ lost }) => lost.hi), NONE);
    const room = Math.max(12, width - 82);
    lines.push(table(
      [{ head: say(lang, 'stress.head.customer'), width: room }, { head: say(lang, 'stress.head.asked'), width: 9 }, { head: say(lang, 'stress.head.lost'), width: 15 }, { head: '', width: BAR }, { head: say(lang, 'stress.head.survives'), width: 20 }],
      [...scenario.demands].sort((a, b) => (a.survivalDays.lo ?? Infinity) - (b.survivalDays.lo ?? Infinity)).map((demand) => [
        plain(demand.customer ?? demand.id), number(demand.asked, lang), range(demand.lost, lang), bar(demand.lost.hi / most), survives(demand.survivalDays, lang, 'stress.beyond'),
      ]),
    ));
    const less = scenario.output.filter(({ made, normal }) => normal > NONE && made < normal * (1 - 1e-6)).sort((a, b) => a.made / a.normal - b.made / b.normal).slice(0, 10);
    if (less.length > 0) {
      lines.push(`${say(lang, 'stress.output')}${say(lang, 'text.colon').trim()}`);
      for (const { product, made, normal } of less) lines.push(`  ${bar(made / normal)} ${number((100 * made) / normal, lang)} % ${name(result, product)}`);
    }
    if (scenario.conflict) {
      lines.push(`${say(lang, scenario.conflict.length > 0 ? 'stress.conflict' : 'stress.conflict.times')}`);
      for (const part of conflictLines(result, scenario, lang)) lines.push(`  - ${part}`);
    }
  }
  if (scenario.sources.length > 0) {
    lines.push(`${say(lang, 'stress.sources')}${say(lang, 'text.colon').trim()}`);
    for (const { text, confirmed } of scenario.sources) lines.push(`  - ${confirmed ? plain(text) : say(lang, 'text.bracket', { text: plain(text), more: say(lang, 'stress.unconfirmed') })}`);
  }
  return lines.join('\n');
}

/** What the loss is to be read with: what is lost without the scenario, and how long customers wait. */
export function besideLoss(result: Pick<StressResult, 'currency'>, { base, loss, backlogDays }: ScenarioResult, lang: Lang): string[] {
  const told = base <= NONE ? [] : [say(lang, base <= loss.lo * (1 + 1e-6) ? 'stress.base' : 'stress.base.alone', { base: amount(result, base, lang) })];
  return backlogDays === undefined ? told : [...told, say(lang, 'stress.backlog', { count: backlogDays })];
}

/** What each change does, to how much, and what it leaves open. */
export function changeLines({ changes }: ScenarioResult, lang: Lang): string[] {
  return changes.map(({ action, note, picked, open, unmatched = [] }) => {
    const counts = [...(picked.length > 0 ? [say(lang, 'stress.picked', { count: picked.length })] : []), ...(open.length > 0 ? [say(lang, 'stress.picked.open', { count: open.length })] : []), ...(unmatched.length > 0 ? [say(lang, 'stress.picked.unmatched', { ids: commas(lang, unmatched.map(plain)) })] : [])];
    const what = `${say(lang, `stress.action.${action}` as Key)}${note === undefined ? '' : `${say(lang, 'text.colon')}${plain(note)}`}`;
    return counts.length > 0 ? say(lang, 'text.bracket', { text: what, more: commas(lang, counts) }) : what;
  });
}

export function conflictLines(result: StressResult, { conflict = [] }: ScenarioResult, lang: Lang): string[] {
  return conflict.map(({ kind, of, by, amount: given, limit }) => say(lang, `stress.conflict.${kind}`, { of: limit ? limitName(result, limit, lang) : name(result, of), by: by === undefined ? '?' : name(result, by), amount: given === undefined ? '?' : number(given, lang) }));
}

/** `the strait: germanium > Optics works`; what has no note is told by its action. */
function limitName(result: StressResult, { action, note, product, user }: LimitSource, lang: Lang): string {
  const set = note === undefined ? say(lang, `stress.action.${action}` as Key) : plain(note);
  return product === undefined || user === undefined ? set : `${set}${say(lang, 'text.colon')}${name(result, product)} > ${name(result, user)}`;
}

function eachText(result: StressResult, { by, days, rows, finished, count }: EachResult, { lang, width }: Look): string {
  const lines: string[] = [`== ${say(lang, `stress.each.${by}`, { days })}`];
  if (finished < count) lines.push(say(lang, 'cli.stress.stopped', { done: finished, count }));
  const shown = rows.filter(({ loss, survivalDays }) => loss.hi > NONE || (survivalDays !== undefined && Number.isFinite(survivalDays.lo))).slice(0, SHOWN);
  const most = Math.max(...rows.map(({ loss }) => loss.hi), NONE);
  const money = 25;
  const survival = rows.some(({ survivalDays }) => survivalDays !== undefined);
  const columns = [{ head: say(lang, 'stress.head.what'), width: Math.max(14, width - money - BAR - (survival ? 33 : 10)) }, { head: say(lang, 'stress.head.loss'), width: money }, { head: say(lang, 'stress.head.share'), width: BAR }];
  if (survival) columns.push({ head: say(lang, 'stress.head.survives'), width: 20 });
  lines.push(table(columns, shown.map((row) => [nameOf(result, by, row.id, lang), interval(result, row.loss, lang), bar(row.loss.hi / most), ...(survival ? [survives(row.survivalDays ?? {}, lang, 'stress.forever')] : [])])));
  if (rows.length > shown.length) lines.push(say(lang, 'stress.each.none', { count: rows.length - shown.length }));
  const skipped = rows.filter((row) => row.skipped).length;
  if (skipped > 0) lines.push(say(lang, 'stress.each.skipped', { count: skipped }));
  return lines.join('\n');
}

/** Every limit of the method that bears on this result. */
export function blindSpots({ gaps, scenarios, each }: StressResult, lang: Lang): string[] {
  const listed = (ids: readonly string[]): { count: number; ids: string } => ({ count: ids.length, ids: `${ids.slice(0, 6).join(', ')}${ids.length > 6 ? ', …' : ''}` });
  return [
    say(lang, 'stress.blind.bound'),
    ...(each ? [say(lang, 'stress.blind.aggregated')] : []),
    ...(scenarios.length > 0 ? [say(lang, 'stress.blind.horizon')] : []),
    say(lang, 'stress.blind.prices'), say(lang, 'stress.blind.stock'),
    ...(['noCapacity', 'noSource', 'noPlace', 'claims'] as const).flatMap((gap) => (gaps[gap].length > 0 ? [say(lang, `stress.blind.${gap}`, listed(gaps[gap]))] : [])),
  ];
}

const NONE = 1e-6;

export function name({ labels }: Pick<StressResult, 'labels'>, id: string): string {
  const label = labels[id];
  return plain(label === undefined || label === id ? id : label);
}
export function nameOf(result: StressResult, by: string, id: string, lang: Lang): string {
  return by === 'country' ? countryName(id, lang) : name(result, id);
}

export function number(value: number, lang: Lang): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return new Intl.NumberFormat(lang === 'en' ? 'en' : 'zh-Hant-TW', { maximumFractionDigits: digits }).format(value === 0 ? 0 : value);
}
/** Money in its currency, or units. */
export function amount({ currency }: Pick<StressResult, 'currency'>, value: number, lang: Lang): string {
  return currency === undefined ? say(lang, 'stress.units', { amount: number(value, lang) }) : `${currency} ${number(value, lang)}`;
}
export function interval(result: Pick<StressResult, 'currency'>, { lo, hi }: Interval, lang: Lang): string {
  return hi - lo <= 1e-6 * (1 + hi) ? amount(result, hi, lang) : say(lang, 'stress.range', { lo: amount(result, lo, lang), hi: number(hi, lang) });
}
export function range({ lo, hi }: Interval, lang: Lang): string {
  return hi - lo <= 1e-6 * (1 + hi) ? number(hi, lang) : say(lang, 'stress.range', { lo: number(lo, lang), hi: number(hi, lang) });
}
/** Absent or infinite: nothing is lost as far as one can see. */
export function survives({ lo = Infinity, hi = Infinity }: { readonly lo?: number; readonly hi?: number }, lang: Lang, never: 'stress.forever' | 'stress.beyond'): string {
  const end = (days: number): string => (Number.isFinite(days) ? number(days, lang) : say(lang, never));
  if (Number.isFinite(lo) && !Number.isFinite(hi)) return say(lang, 'stress.atLeast', { days: number(lo, lang) });
  return Math.abs(hi - lo) <= 1e-6 || lo === hi ? end(lo) : say(lang, 'stress.range', { lo: end(lo), hi: end(hi) });
}

function bar(share: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * BAR * 8);
  return '█'.repeat(eighths >> 3) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths & 7]!;
}
function sparkline(values: readonly number[]): string {
  const most = Math.max(...values);
  return values.map((value) => (value <= NONE ? '·' : BLOCKS[Math.min(7, Math.floor((value / most) * 8))]!)).join('');
}

export function concentrationReport(rows: readonly Concentration[], { lang, width }: Look): string {
  const columns = [{ head: say(lang, 'stress.concentration.item'), width: Math.max(16, width - 70) }, { head: say(lang, 'stress.concentration.sources'), width: 8 }, { head: say(lang, 'stress.concentration.index'), width: 7 }, { head: '', width: BAR }, { head: say(lang, 'stress.concentration.top'), width: 20 }];
  const shown = rows.map(({ item, sources, index, top, topShare }) => [plain(item), number(sources, lang), index.toFixed(4), bar(index), `${plain(countryName(top, lang))} ${number(100 * topShare, lang)} %`]);
  return `${say(lang, 'stress.concentration')}\n${table(columns, shown)}\n`;
}
