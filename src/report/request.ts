/** A request to one sender: a letter in both languages, and a sheet with fixed cells and choices to send back. */
import { HEADS, AS_RECORDED, FORMAT, KINDS, NO, OWNER_HEADS, USE_WORDS, YES } from '../ask/returned.ts';
import { OWN } from '../ask/senders.ts';
import type { Plan, Request } from '../ask/plan.ts';
import { type AnswerKind, readRef, refOf, type Questions, type SheetQuestion } from '../ask/questions.ts';
import { countryName } from '../base/countries.ts';
import type { CheckResult } from '../engine/result.ts';
import { missingInWords } from '../engine/why.ts';
import { kinds, type Namer, term } from '../engine/words.ts';
import { type SheetCell, type SheetOut, writeWorkbook } from '../formats/table/workbook.ts';
import type { Day, Id } from '../model/record.ts';
import { STEPS } from '../rules/vocabulary.ts';
import { commas, type Key, type Lang, LANGS, list, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { markdown } from './markdown.ts';

export interface Letter {
  readonly request: Request;
  readonly questions: Questions;
  readonly plan: Plan;
  readonly result: CheckResult;
  /** What people call a thing, without its id where it has a name. */
  readonly name: Namer;
  /** What each recipe makes. */
  readonly outputs: ReadonlyMap<Id, Id>;
  readonly product: Id;
  readonly on: Day;
}

/** Blank rows for owners that are not on record yet, for each company. */
const BLANK = 8;

export function returnSheet(letter: Letter): Uint8Array {
  const { request, questions } = letter;
  const two = (key: Key, params: Record<string, string> = {}): string => LANGS.map((lang) => say(lang, key, params)).join('\n');
  const head = [HEADS.ref[0], two('ask.sheet.about'), two('ask.sheet.question'), HEADS.recorded.join('\n'), HEADS.answer.join('\n'), two('ask.sheet.note')];
  const signed = (ref: string, key: Key): SheetCell[] => [{ text: ref, style: 'soft' }, { text: '' }, { text: two(key), style: 'wrap' }, { text: '' }, { text: '', style: 'input' }, { text: '' }];
  const rows: SheetCell[][] = [
    [{ text: two('ask.sheet.title'), style: 'title' }],
    [{ text: '', style: 'soft' }, { text: FORMAT, style: 'soft' }, { text: letter.product, style: 'soft' }, { text: request.from, style: 'soft' }],
    ...(letter.result.madeUp ? [[{ text: two('report.madeUp'), style: 'unknown' } as SheetCell]] : []),
    [{ text: '' }, { text: '' }, { text: two('ask.sheet.how'), style: 'wrap' }],
    signed('by', 'ask.sheet.by'), signed('company', 'ask.sheet.company'), signed('date', 'ask.sheet.date'),
    head.map((text): SheetCell => ({ text, style: 'head' })),
  ];
  const first = rows.length;
  for (const question of questions.questions) rows.push([{ text: refOf(question), style: 'soft' }, { text: aboutOf(question, letter), style: 'wrap' }, { text: LANGS.map((lang) => inWords(question, lang)).join('\n'), style: 'wrap' }, { text: question.recorded, style: 'wrap' }, { text: '', style: 'input' }, { text: '', style: 'input' }]);
  const choices = questions.questions.flatMap((question, i) => {
    const of = choicesOf(kindOf(question), question.recorded);
    return of.length > 0 ? [{ row: first + i, column: 4, of, ...(kindOf(question) === 'steps' && { open: true as const }) }] : [];
  });
  const sheets: SheetOut[] = [{ name: 'answers 回答', rows, widths: [30, 30, 60, 26, 30, 30], frozen: first, locked: true, choices }];
  const companies = questions.questions.filter(({ what }) => what === 'owners').map(({ id }) => id);
  if (companies.length > 0) sheets.push(ownersSheet(letter, companies, two('ask.sheet.owners')));
  return writeWorkbook(sheets);
}

function ownersSheet({ questions, name }: Letter, companies: readonly Id[], title: string): SheetOut {
  const heads = [OWNER_HEADS.ref[0], '', ...([OWNER_HEADS.owner, OWNER_HEADS.kind, OWNER_HEADS.country, OWNER_HEADS.share] as const).map((pair) => pair.join('\n'))];
  const rows: SheetCell[][] = [[{ text: title, style: 'wrap' }], heads.map((text): SheetCell => ({ text, style: 'head' }))];
  const choices: { row: number; column: number; of: string[] }[] = [];
  for (const company of companies) {
    const known = questions.owners.filter(({ asset }) => asset === company);
    for (const one of known) rows.push([{ text: `owners/${company}>${one.owner}`, style: 'soft' }, { text: name(company), style: 'wrap' }, ...[one.name, one.kind, one.country, one.share].map((text): SheetCell => ({ text, style: 'input' }))]);
    for (let i = 0; i < BLANK; i++) rows.push([{ text: `owners/${company}`, style: 'soft' }, { text: name(company), style: 'wrap' }, ...['', '', '', ''].map((text): SheetCell => ({ text, style: 'input' }))]);
  }
  for (let row = 2; row < rows.length; row++) choices.push({ row, column: 3, of: Object.values(KINDS).flat() });
  return { name: 'owners 股東', rows, widths: [30, 30, 40, 16, 20, 14], frozen: 2, locked: true, choices };
}

function choicesOf(kind: AnswerKind, recorded: string): string[] {
  const same = recorded !== '' && !recorded.includes(' | ') ? [...AS_RECORDED] : [];
  if (kind === 'yesNo') return [YES[0], NO[0], YES[1], NO[1]];
  if (kind === 'partyKind') return Object.values(KINDS).flat();
  if (kind === 'use') return Object.keys(USE_WORDS);
  if (kind === 'steps') return [...same, ...[...STEPS].map((step) => `${step} ${term('zh-Hant', step)}`)].filter((word) => !word.includes(','));
  return [];
}

function kindOf(question: SheetQuestion): AnswerKind {
  return readRef(refOf(question))!.kind;
}

/** The product, bill, company or plant, by name. */
function aboutOf({ table, id }: SheetQuestion, { name, outputs }: Letter): string {
  return name(table === 'recipes' ? (outputs.get(id) ?? id) : id);
}

/** On the sheet: what is on record stands in a cell beside it. */
function inWords(question: SheetQuestion, lang: Lang): string {
  const { what, recorded } = question;
  const text = asked(question, lang);
  return recorded !== '' && what !== 'parts' && what !== 'sellers' && what !== 'only' && what !== 'owners' ? `${text} ${say(lang, 'ask.q.same')}` : text;
}

/** A question about a list that has nothing in it would be answered with a yes to nothing. */
function asked({ what, recorded }: SheetQuestion, lang: Lang): string {
  return say(lang, `ask.q.${what === 'parts' && recorded !== '' ? 'listed' : what === 'sellers' && recorded === '' ? 'onlySeller' : what}` as Key, { recorded: commas(lang, recorded.split(' | ')) });
}

/** Plain Markdown. No word of advice, and nothing that the sender does not need to know. */
export function letterText(letter: Letter, lang: Lang): string {
  const { request, questions, plan, result, name, on, product } = letter;
  const own = request.from === OWN;
  const lines = [
    ...(result.madeUp ? [`> ${say(lang, 'report.madeUp')}`, ''] : []),
    `# ${markdown(say(lang, 'ask.letter.title', { product: name(product) }))}`, '',
    say(lang, 'ask.letter.date', { date: on }), '',
    own ? say(lang, 'ask.letter.own') : markdown(say(lang, 'ask.letter.dear', { party: name(request.from) })), '',
    markdown(say(lang, 'ask.letter.why', { rulebooks: list(lang, [...new Set(request.turns.map((turn) => turn.split(' ')[0]!))].map((id) => plain(result.rulebooks.find((one) => one.id === id)?.title[lang] ?? id))) })), '',
    ...(questions.questions.some(({ recorded }) => recorded !== '') ? [say(lang, 'ask.letter.same'), ''] : []),
    say(lang, 'ask.letter.sheet', { count: questions.questions.length }), '',
  ];
  let before = '';
  for (const question of questions.questions) {
    const about = aboutOf(question, letter);
    if (about !== before) lines.push(...(before === '' ? [] : ['']), `**${markdown(about)}**`, '');
    before = about;
    const listed = kindOf(question) === 'yesNo' && question.what !== 'only'; // the question itself says what is on record
    const recorded = commas(lang, question.recorded.split(' | ').map((one) => recordedInWords(question, one, lang)));
    lines.push(`- ${markdown(question.recorded === '' || listed ? asked(question, lang) : say(lang, 'text.bracket', { text: asked(question, lang), more: say(lang, 'ask.letter.recorded', { recorded }) }))}`);
  }
  if (questions.papers.length > 0) lines.push('', say(lang, 'ask.letter.papers'), '', ...questions.papers.map((missing) => `- ${markdown(missingInWords(lang, { ...missing, of: missing.of }, name))}`));
  if (plan.papers.length > 0) lines.push('', markdown(say(lang, 'ask.letter.enclose', { kinds: kinds(lang, { kind: plan.papers }) })));
  lines.push('', say(lang, 'ask.letter.declaration'), '', say(lang, 'report.notLegal'), '');
  return lines.join('\n');
}

function recordedInWords({ what }: SheetQuestion, value: string, lang: Lang): string {
  if (/^(?:country|makerCountry|domicile|principalPlace|citizenship|only)$/.test(what)) return countryName(value, lang);
  return what === 'steps' || what === 'roles' ? commas(lang, value.split(/, ?/).map((word) => term(lang, word))) : value;
}
