/** A rulebook as people read it: whom it binds, each clause as it is implemented, and what it leaves out. */
import { condition, consequence, exemption, placeSets, term } from '../engine/words.ts';
import type { Clause, Rulebook } from '../rules/rulebook.ts';
import { commas, type Lang, list, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { wrapLine } from './table.ts';

/** `width`: columns of the terminal. Ends with a line feed. */
export function rulebookText(rulebook: Rulebook, lang: Lang, width: number): string {
  const latest = rulebook.versions.at(-1)!;
  const sets = placeSets(rulebook, latest.version);
  const lines: [depth: number, text: string][] = [
    [0, `${plain(rulebook.id)}${say(lang, 'text.colon')}${plain(rulebook.title[lang])}`],
    [1, say(lang, 'rulebooks.cite', { text: rulebook.cite })],
    [1, say(lang, 'rulebooks.binds', { text: rulebook.binds[lang] })],
    [1, say(lang, 'rulebooks.checked', { date: rulebook.statusChecked })],
    [1, say(lang, 'rulebooks.versions')],
    ...rulebook.versions.map(({ version, from, to, status, unverified }): [number, string] => {
      const text = to === undefined ? say(lang, 'rulebooks.version', { version, from, status: say(lang, `status.${status}`) }) : say(lang, 'rulebooks.version.to', { version, from, to, status: say(lang, `status.${status}`) });
      return [2, mark(text, unverified, lang)];
    }),
    ...(rulebook.scope ? [[1, say(lang, 'rulebooks.scope', { condition: condition(lang, rulebook.scope, sets) })] as [number, string]] : []),
    [1, say(lang, 'rulebooks.clauses')],
    ...rulebook.clauses.flatMap((clause) => clauseLines(clause, lang, sets)),
    ...Object.entries(rulebook.parameters ?? {}).map(([name, { value, options, why }]): [number, string] => [1, say(lang, 'rulebooks.parameter', { name, value, options: options.join(', '), why: why[lang] })]),
    [1, say(lang, 'rulebooks.unknown', { text: consequence(lang, rulebook.consequence) })],
    [1, say(lang, 'rulebooks.sources')],
    ...rulebook.sources.map(({ key, text, confirmed }): [number, string] => [2, say(lang, confirmed ? 'rulebooks.source.confirmed' : 'rulebooks.source.unconfirmed', { key, text })]),
    [1, say(lang, 'rulebooks.notModelled')],
    ...rulebook.notModelled.map((text): [number, string] => [2, plain(text[lang])]),
    [0, say(lang, 'report.notLegal')],
  ];
  return lines.map(([depth, text]) => `${indent(text, depth, width)}\n`).join('');
}

/** One line for each rulebook. */
export function rulebookList(rulebooks: Iterable<Rulebook>, lang: Lang): string {
  return [...rulebooks]
    .map(({ id, title, versions }) => {
      const { version, status } = versions.at(-1)!;
      return `${plain(id)}  ${say(lang, 'text.bracket', { text: plain(title[lang]), more: `${plain(version)}${say(lang, 'text.colon')}${say(lang, `status.${status}`)}` })}\n`;
    })
    .join('');
}

function clauseLines(clause: Clause, lang: Lang, sets: ReturnType<typeof placeSets>): [number, string][] {
  const { id, cite, redIf, unless = [], reading = 'exposure', expects } = clause;
  return [
    [2, mark(say(lang, 'rulebooks.clause', { id, cite, condition: condition(lang, redIf, sets) }), clause.unverified, lang)],
    [3, say(lang, 'rulebooks.for', { parts: subjectsInWords(clause, lang) })],
    [3, say(lang, 'rulebooks.reading', { reading: say(lang, `reading.${reading}`) })],
    ...(expects ? [[3, say(lang, 'rulebooks.expects', { roles: list(lang, expects.map((role) => term(lang, role))) })] as [number, string]] : []),
    ...unless.map((one): [number, string] => [3, mark(say(lang, 'rulebooks.unless', { cite: one.cite, condition: exemption(lang, one, sets) }), one.unverified, lang)]),
  ];
}

function subjectsInWords({ for: of }: Clause, lang: Lang): string {
  if (of === 'product') return say(lang, 'for.product');
  if ('parties' in of) return say(lang, 'for.parties', { parties: commas(lang, of.parties.map((party) => say(lang, `field.${party}`))) });
  const { walk, roles, materials } = of.components;
  const reach = typeof walk === 'object' ? say(lang, 'for.tiers', { count: walk.tiers }) : say(lang, `for.${walk}`);
  const wanted = [...(roles ?? []), ...(materials ?? [])];
  return wanted.length > 0 ? say(lang, 'for.only', { reach, wanted: commas(lang, wanted.map((word) => term(lang, word))) }) : reach;
}

function mark(text: string, unverified: true | undefined, lang: Lang): string {
  return unverified ? `${text} [${say(lang, 'report.unverified')}]` : text;
}

function indent(text: string, depth: number, width: number): string {
  const [first = '', ...rest] = wrapLine(text, Math.max(20, width - 2 * depth - 2)).split('\n');
  return [`${'  '.repeat(depth)}${first}`, ...rest.map((line) => `${'  '.repeat(depth + 1)}${line}`)].join('\n');
}
