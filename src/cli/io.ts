/** What a command may touch of the outside: two streams, the clock, the folder it was called in. Tests give their own. */
import { type Issue, issue, NonredError } from '../base/issue.ts';
import type { Day } from '../model/record.ts';
import { issueInWords } from '../report/issues.ts';
import { type Lang, say } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import type { Look } from '../report/terminal.ts';

export interface Io {
  out(text: string): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Is standard output a terminal, and how wide? */
  readonly terminal?: { readonly columns: number };
  today(): Day;
  /** RFC 3339, whole seconds, UTC; the beginning of today where it is left out. */
  now?(): string;
  /** Asks at the terminal without showing what is typed; absent where nobody can be asked. */
  secret?(question: string): Promise<string>;
  /** Milliseconds of some clock, for the time left. */
  clock?(): number;
  /** One line of standard error that the next one replaces; absent where it is no terminal. */
  progress?(line: string): void;
  /** From now on Ctrl-C is kept for the command, which asks. */
  onInterrupt?(): void;
  interrupted?(): boolean;
  /** Until the user stops a server; at once where it is left out. */
  untilStopped?(): Promise<void>;
  /** A line typed at the terminal; absent where nobody sits at one. */
  prompt?(question: string): Promise<string | undefined>;
  /** All lines of standard input; absent where it is a terminal. */
  lines?(): Promise<readonly string[]>;
  /** Of this package. */
  readonly version: string;
}
/** Exit statuses: a promise (README.md). */
export const EXIT = { done: 0, failed: 1, red: 2, refused: 3, unknown: 4 } as const;
export const EXIT_OF: Readonly<Record<'clear' | 'red' | 'unknown', number>> = { clear: EXIT.done, red: EXIT.red, unknown: EXIT.unknown };

/** Width where nobody says: a line of a log or of a page. */
const WIDTH = 100;

export function lookOf(io: Io, lang: Lang): Look {
  const colour = io.terminal !== undefined && io.env.NO_COLOR === undefined && io.env.TERM !== 'dumb';
  return { lang, colour, width: Math.max(60, io.terminal?.columns ?? WIDTH) };
}

/** Warnings shown; the rest is counted. */
const SHOWN = 10;

/** Faults with code, place and hint. */
export function tellIssues(io: Io, lang: Lang, issues: readonly Issue[]): void {
  tellFaults(io, lang, issues);
  io.err(`${say(lang, 'cli.refused', { count: issues.length })}\n`);
}

export function tellFaults(io: Io, lang: Lang, issues: readonly Issue[]): void {
  for (const fault of issues) io.err(`${issueText(lang, fault)}\n`);
}

export function tellWarnings(io: Io, lang: Lang, warnings: readonly Issue[]): void {
  if (warnings.length === 0) return;
  for (const warning of warnings.slice(0, SHOWN)) io.err(`${issueText(lang, warning)}\n`);
  io.err(`${say(lang, 'cli.warnings', { count: warnings.length })}\n`);
}

function issueText(lang: Lang, one: Issue): string {
  const { code, place, message, hint } = issueInWords(lang, one);
  return `${say(lang, 'cli.issue', { code, place, message })}\n  ${say(lang, 'cli.hint', { hint })}`;
}

/** The most that an option's number may be. */
export const MOST_COUNT = 99_999;

/** An option's whole number. Throws NonredError `cli/not-a-count`. */
export function countIn(option: string, least = 1, most: number = MOST_COUNT): (text: string) => number {
  return (text) => {
    if (!/^(?:0|[1-9][0-9]{0,8})$/.test(text) || Number(text) < least || Number(text) > most) throw new NonredError([issue('cli/not-a-count', option, '', { given: text, least, most })]);
    return Number(text);
  };
}

/** An option's text that is signed and read by others. Throws NonredError `cli/usage`. */
export function textIn(option: string, lang: Lang, most: number): (text: string) => string {
  return (text) => {
    if (text.trim() === '' || text.length > most) throw new NonredError([issue('cli/usage', option, '', { given: say(lang, 'cli.usage.text', { option, most }) })]);
    return text;
  };
}

/** `writeLp` as it is typed: `--write-lp`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Options of another form of the command are refused, and not passed over. `form`: where they belong. Throws NonredError `cli/idle-option`. */
export function refuseIdle<T extends object>(form: string, options: T, ...names: readonly (keyof T & string)[]): void {
  const idle = names.filter((name) => options[name] !== undefined);
  if (idle.length > 0) throw new NonredError(idle.map((name) => issue('cli/idle-option', flagOf(name), '', { option: flagOf(name), form })));
}

/** Throws NonredError `cli/usage` with the form in which the command is written. */
export function misuse(form: string, lang: Lang): never {
  throw new NonredError([issue('cli/usage', '', '', { given: say(lang, 'cli.usage.form', { form }) })]);
}

/** A path as it is shown. */
export const shownPath = (path: string): string => plain(path);
