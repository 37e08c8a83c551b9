/**
 * The commands and their options: the only file that imports commander. `run` answers with the exit status. A command's own
 * file is read when it is asked for: who checks needs no solver, and who asks for help needs nothing.
 */
import { type Argument, Command, CommanderError, type Help, Option } from 'commander';
import { isDay } from '../base/day.ts';
import { type ErrorCode, issue, NonredError } from '../base/issue.ts';
import { own } from '../base/own.ts';
import { widthOf, wrapLine } from '../report/table.ts';
import { type Lang, LANGS, langOf, say } from '../text/catalogue.ts';
import { countIn, EXIT, type Io, refuseIdle, tellFaults, tellIssues, textIn } from './io.ts';
import { EACH } from '../stress/each.ts';

/** What a command line says: `argv` without the program's name. Nothing is thrown; the status is one of EXIT. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const lang = langAsked(argv, io);
  let status: number = EXIT.done;
  const program = commands(lang, io, (done) => void (status = done));
  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.refused;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (thrown) {
    return failed(thrown instanceof CommanderError && thrown.code === 'commander.help' && thrown.exitCode !== 0 ? helpless(argv, program, lang) : thrown, lang, io);
  }
}

/** A group of commands without one of them, or help about a command that there is not. */
function helpless(argv: readonly string[], program: Command, lang: Lang): NonredError {
  const group = program.commands.find((one) => one.name() === argv[0]);
  const given = group ? say(lang, 'cli.usage.group', { commands: group.commands.map((one) => `${group.name()} ${one.name()}`).join(' | ') }) : say(lang, 'cli.usage.command', { name: argv[1] ?? '' });
  return new NonredError([issue('cli/usage', '', '', { given })]);
}

type Done = (status: number) => void;

/** A command inside another one takes the other's options too, and heeds `kept` of them. */
function refuseParents(self: Command, kept: readonly string[]): void {
  const given = self.parent!.opts();
  refuseIdle(self.parent!.name(), given, ...Object.keys(given).filter((name) => name !== 'lang' && !kept.includes(name)));
}

/** Headings and choices in the language asked for, lines as wide as a terminal shows them. That a command has options goes without saying in a list of them. */
function helpIn(lang: Lang): Partial<Help> {
  const headings: Readonly<Record<string, string>> = { 'Usage:': say(lang, 'cli.help.usage'), 'Options:': say(lang, 'cli.help.options'), 'Commands:': say(lang, 'cli.help.commands') };
  return {
    styleTitle: (title) => headings[title] ?? title,
    subcommandTerm: (one) => [one.name(), ...one.registeredArguments.map(placeholder)].join(' '),
    optionDescription: ({ description, argChoices }) => (argChoices === undefined ? description : say(lang, 'text.bracket', { text: description, more: argChoices.join(', ') })),
    displayWidth: widthOf,
    boxWrap: (text, width) => text.split('\n').map((line) => wrapLine(line, Math.max(width, 40))).join('\n'),
  };
}

function placeholder(argument: Argument): string {
  const shown = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${shown}>` : `[${shown}]`;
}

function commands(lang: Lang, io: Io, done: Done): Command {
  const program = new Command('nonred').description(say(lang, 'cli.description')).addHelpText('after', `\n${say(lang, 'cli.exit')}`);
  program.addOption(langOption(lang)).version(io.version, '--version', say(lang, 'cli.option.version'));
  program.configureHelp(helpIn(lang)).helpOption('-h, --help', say(lang, 'cli.help')).helpCommand('help [command]', say(lang, 'cli.help'));
  program.exitOverride().configureOutput({ writeOut: (text) => io.out(text), writeErr: () => {} });
  program.hook('preAction', async (_program, asked) => {
    const options = asked.optsWithGlobals();
    if (Object.keys(options).length > 0) (await import('./targets.ts')).checkTargets(asked.args, options, lang);
  });
  const command = (parent: Command, name: string, about: string): Command =>
    parent.command(name).description(about).addOption(langOption(lang)).addHelpText('after', `\n${say(lang, 'cli.exit')}`);

  command(program, 'check <path...>', say(lang, 'cli.check'))
    .option('--rules <ids>', say(lang, 'cli.option.rules'), ids)
    .option('--set <choice>', say(lang, 'cli.option.set'), choice)
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--timeline', say(lang, 'cli.option.timeline'))
    .option('--until <date>', say(lang, 'cli.option.until'), day('--until'))
    .option('--aging', say(lang, 'cli.option.aging'))
    .option('--json <file>', say(lang, 'cli.option.json'))
    .option('--html <file>', say(lang, 'cli.option.html'))
    .option('--markdown <file>', say(lang, 'cli.option.markdown'))
    .option('--csv <file>', say(lang, 'cli.option.csv'))
    .option('--xlsx <file>', say(lang, 'cli.option.xlsx'))
    .option('--sarif <file>', say(lang, 'cli.option.sarif'))
    .option('--threads <n>', say(lang, 'cli.option.threads'), countIn('--threads'))
    .addOption(new Option('--fail-on <verdict>', say(lang, 'cli.option.failOn')).choices(['red', 'unknown']))
    .action(async (paths: string[], options) => done(await (await import('./check.ts')).checkCommand(paths, options, lang, io)));
  command(program, 'why <path> [subject]', say(lang, 'cli.why'))
    .option('--rule <id>', say(lang, 'cli.option.rule'))
    .option('--set <choice>', say(lang, 'cli.option.set'), choice)
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .action(async (path: string, subject: string | undefined, options) => done(await (await import('./why.ts')).whyCommand(path, subject, options, lang, io)));
  command(program, 'export <path>', say(lang, 'cli.export'))
    .option('--cyclonedx <file>', say(lang, 'cli.option.cyclonedx'))
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--bods <file>', say(lang, 'cli.export.bods'))
    .action(async (path: string, options) => done(await (await import('./export.ts')).exportCommand(path, options, lang, io)));
  command(program, 'ask <path>', say(lang, 'cli.ask'))
    .option('--rules <ids>', say(lang, 'cli.option.rules'), ids)
    .option('--set <choice>', say(lang, 'cli.option.set'), choice)
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--out <folder>', say(lang, 'cli.option.out'))
    .action(async (path: string, options) => done(await (await import('./ask.ts')).askCommand(path, options, lang, io)));
  const imports = command(program, 'import', say(lang, 'cli.import'));
  command(imports, 'answers <file>', say(lang, 'cli.import.answers'))
    .option('--workspace <dir>', say(lang, 'cli.option.into'))
    .action(async (file: string, options) => done(await (await import('./import-answers.ts')).importAnswersCommand(file, options, lang, io)));
  command(program, 'judge <path>', say(lang, 'cli.judge'))
    .option('--by <name>', say(lang, 'cli.option.by'))
    .option('--file <file>', say(lang, 'cli.option.file'))
    .option('--csv <file>', say(lang, 'cli.option.judgeCsv'))
    .option('--withdraw <record>', say(lang, 'cli.option.withdraw'))
    .option('--why <text>', say(lang, 'cli.option.why'))
    .action(async (path: string, options) => done(await (await import('./judge.ts')).judgeCommand(path, options, lang, io)));
  const papers = command(program, 'evidence', say(lang, 'cli.evidence'));
  command(papers, 'add <file>', say(lang, 'cli.evidence.add'))
    .requiredOption('--about <records>', say(lang, 'cli.option.about'))
    .option('--kind <kind>', say(lang, 'cli.option.kind'))
    .option('--issuer <name>', say(lang, 'cli.option.paperIssuer'))
    .option('--issued <date>', say(lang, 'cli.option.issued'))
    .option('--custody <chain>', say(lang, 'cli.option.custody'))
    .option('--workspace <dir>', say(lang, 'cli.option.into'))
    .action(async (file: string, options) => done(await (await import('./evidence.ts')).evidenceAddCommand(file, options, lang, io)));
  command(program, 'demo [dir]', say(lang, 'cli.demo')).action(async (dir: string | undefined) => done(await (await import('./demo.ts')).demoCommand(dir ?? 'nonred-demo', lang, io, run)));
  command(program, 'diff <a> <b>', say(lang, 'cli.diff'))
    .option('--json', say(lang, 'cli.option.diffJson'))
    .action(async (a: string, b: string, options) => done(await (await import('./diff.ts')).diffCommand(a, b, options, lang, io)));
  command(program, 'init <dir>', say(lang, 'cli.init')).action(async (dir: string) => done(await (await import('./init.ts')).initCommand(dir, lang, io)));

  const stress = command(program, 'stress', say(lang, 'cli.stress'))
    .argument('[dir]')
    .option('--scenario <files...>', say(lang, 'cli.stress.option.scenario'))
    .addOption(new Option('--each <kind>', say(lang, 'cli.stress.option.each')).choices(EACH))
    .option('--survive', say(lang, 'cli.stress.option.survive'))
    .option('--days <n>', say(lang, 'cli.stress.option.days'), countIn('--days'))
    .addOption(new Option('--open <mode>', say(lang, 'cli.stress.option.open')).choices(['affected', 'spared', 'both']))
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--json <file>', say(lang, 'cli.option.json'))
    .option('--csv <file>', say(lang, 'cli.stress.option.csv'))
    .option('--html <file>', say(lang, 'cli.stress.option.html'))
    .option('--write-lp <file>', say(lang, 'cli.stress.option.writeLp'))
    .option('--time-limit <seconds>', say(lang, 'cli.stress.option.timeLimit'))
    .option('--threads <n>', say(lang, 'cli.stress.option.threads'), countIn('--threads'))
    .action(async (dir: string | undefined, options) => done(await (await import('./stress.ts')).stressCommand(dir, options, lang, io)));
  command(stress, 'concentration <file>', say(lang, 'cli.stress.concentration'))
    .option('--json <file>', say(lang, 'cli.option.json'))
    .action(async (file: string, _options, self: Command) => {
      refuseParents(self, ['json']);
      done(await (await import('./stress.ts')).concentrationCommand(file, self.optsWithGlobals(), lang, io));
    });
  command(stress, 'scenarios', say(lang, 'cli.stress.scenarios')).action(async (_options, self: Command) => {
    refuseParents(self, []);
    done(await (await import('./stress.ts')).scenariosCommand(lang, io));
  });

  const rulebooks = command(program, 'rulebooks', say(lang, 'cli.rulebooks'))
    .option('--workspace <dir>', say(lang, 'cli.option.rulebooksOf'))
    .action(async (options) => done(await (await import('./rulebooks.ts')).rulebooksCommand(options, lang, io)));
  command(rulebooks, 'show <id>', say(lang, 'cli.rulebooks.show'))
    .option('--set <choice>', say(lang, 'cli.option.set'), choice)
    .action(async (id: string, _options, self: Command) => done(await (await import('./rulebooks.ts')).showCommand(id, self.optsWithGlobals(), lang, io)));
  command(rulebooks, 'diff <names...>', say(lang, 'cli.rulebooks.diff'))
    .option('--from <date>', say(lang, 'cli.option.from'), day('--from'))
    .option('--to <date>', say(lang, 'cli.option.to'), day('--to'))
    .option('--json <file>', say(lang, 'cli.option.json'))
    .action(async (names: string[], options, self: Command) => {
      refuseParents(self, []);
      done(await (await import('./timeline.ts')).rulebooksDiffCommand(names, options, lang, io));
    });
  command(rulebooks, 'test', say(lang, 'cli.rulebooks.test'))
    .action(async (_options, self: Command) => done(await (await import('./rulebooks.ts')).testCommand(self.optsWithGlobals(), lang, io)));

  command(program, 'check-grounds <file>', say(lang, 'cli.checkGrounds'))
    .option('--bundle', say(lang, 'cli.option.bundle'))
    .option('--workspace <dir>', say(lang, 'cli.option.workspace'))
    .action(async (file: string, options) => done(await (await import('./check-grounds.ts')).checkGroundsCommand(file, options, lang, io)));
  command(program, 'replay <file>', say(lang, 'cli.replay'))
    .option('--workspace <dir>', say(lang, 'cli.option.workspace'))
    .action(async (file: string, options) => done(await (await import('./replay.ts')).replayCommand(file, options, lang, io)));
  screening(command, program, lang, io, done);
  certificates(command, program, lang, io, done);
  return program;
}

/** Names and lists. */
function screening(command: (parent: Command, name: string, about: string) => Command, program: Command, lang: Lang, io: Io, done: Done): void {
  command(program, 'screen [names...]', say(lang, 'cli.screen'))
    .option('--file <file>', say(lang, 'screen.option.file'))
    .option('--lists <dir>', say(lang, 'screen.option.lists'))
    .option('--person', say(lang, 'screen.option.person'))
    .option('--max-age <days>', say(lang, 'screen.option.maxAge'), countIn('--max-age', 0))
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--json <file>', say(lang, 'cli.option.json'))
    .option('--html <file>', say(lang, 'cli.option.html'))
    .action(async (names: string[], options) => done(await (await import('./screen.ts')).screenCommand(names, options, lang, io)));
  const imports = program.commands.find((one) => one.name() === 'import')!;
  command(imports, 'lists <dir>', say(lang, 'cli.import.lists'))
    .requiredOption('--to <dir>', say(lang, 'screen.option.to'))
    .option('--edition <date>', say(lang, 'screen.option.edition'), day('--edition'))
    .option('--whole', say(lang, 'screen.option.whole'))
    .option('--gone <number>', say(lang, 'screen.option.gone'), countIn('--gone', 1, 999_999_999))
    .action(async (dir: string, options) => done(await (await import('./import-lists.ts')).importListsCommand(dir, options, lang, io)));
  command(program, 'watch <dir>', say(lang, 'cli.watch'))
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .action(async (dir: string, options) => done(await (await import('./watch.ts')).watchCommand(dir, options, lang, io)));
}

/** Signing, verifying, lapsing. */
function certificates(command: (parent: Command, name: string, about: string) => Command, program: Command, lang: Lang, io: Io, done: Done): void {
  const withKey = (one: Command): Command => one.option('--key <file>', say(lang, 'cli.option.key')).option('--passphrase-file <file>', say(lang, 'cli.option.passphraseFile'))
    .option('--issuer <did>', say(lang, 'cli.option.issuer')).option('--status-days <days>', say(lang, 'cli.option.statusDays'), countIn('--status-days'));
  withKey(command(program, 'certify [dir]', say(lang, 'cli.certify')))
    .option('--new-key <file>', say(lang, 'cli.option.newKey'))
    .option('--rules <ids>', say(lang, 'cli.option.rules'), ids)
    .option('--set <choice>', say(lang, 'cli.option.set'), choice)
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--name <name>', say(lang, 'cli.option.issuerName'), textIn('--name', lang, 200))
    .option('--lot <id>', say(lang, 'cli.option.lot'), textIn('--lot', lang, 200))
    .option('--serials <file>', say(lang, 'cli.option.serials'))
    .option('--days <days>', say(lang, 'cli.option.days'), countIn('--days'))
    .option('--hide-names', say(lang, 'cli.option.hideNames'))
    .option('--all-records', say(lang, 'cli.option.allRecords'))
    .option('--pdf <file>', say(lang, 'cli.option.pdf'))
    .option('--font <file>', say(lang, 'cli.option.font'))
    .option('--untp', say(lang, 'cli.option.untp'))
    .option('--jwt', say(lang, 'cli.option.jwt'))
    .option('--accept-unverified', say(lang, 'cli.option.acceptUnverified'))
    .action(async (dir: string | undefined, options) => done(await (await import('./certify.ts')).certifyCommand(dir, options, lang, io)));
  command(program, 'verify [bundles...]', say(lang, 'cli.verify'))
    .option('--trust <file>', say(lang, 'cli.option.trust'))
    .option('--as-of <date>', say(lang, 'cli.option.verifyAsOf'), day('--as-of'))
    .option('--lot <id>', say(lang, 'cli.option.verifyLot'), textIn('--lot', lang, 200))
    .option('--status <file>', say(lang, 'cli.option.status'), (path: string, all: string[] = []) => [...all, path])
    .option('--item <file>', say(lang, 'cli.option.item'))
    .option('--document <file>', say(lang, 'cli.option.document'), (path: string, all: string[] = []) => [...all, path])
    .option('--json <file>', say(lang, 'cli.option.verifyJson'))
    .option('--open <file>', say(lang, 'cli.option.open'))
    .option('--page <dir>', say(lang, 'cli.option.page'))
    .action(async (paths: string[], options) => done(await (await import('./verify.ts')).verifyCommand(paths, options, lang, io)));
  withKey(command(program, 'serve', say(lang, 'cli.serve')))
    .option('--vc-api', say(lang, 'cli.option.vcApi'))
    .option('--port <port>', say(lang, 'cli.option.port'), countIn('--port'))
    .action(async (options) => done(await (await import('./serve.ts')).serveCommand(options, lang, io)));
  withKey(command(program, 'lapse <dir>', say(lang, 'cli.lapse')))
    .option('--as-of <date>', say(lang, 'cli.option.asOf'), day('--as-of'))
    .option('--revoke <id>', say(lang, 'cli.option.revoke'))
    .option('--suspend <id>', say(lang, 'cli.option.suspend'))
    .option('--resume <id>', say(lang, 'cli.option.resume'))
    .option('--because <text>', say(lang, 'cli.option.because'), textIn('--because', lang, 1000))
    .action(async (dir: string, options) => done(await (await import('./lapse.ts')).lapseCommand(dir, options, lang, io)));
}

/** Read before anything is parsed (`langAsked`); here for the help and for refusing a language that there is not. */
function langOption(lang: Lang): Option {
  return new Option('--lang <lang>', say(lang, 'cli.option.lang')).choices(LANGS);
}

/** None at all would judge by nothing. */
function ids(text: string): string[] {
  const found = text.split(',').map((id) => id.trim()).filter(Boolean);
  if (found.length === 0) throw new NonredError([issue('input/missing', '--rules', '', { field: 'rules' })]);
  return found;
}

/** `tw-non-red.depth=chips`, and those that were said before it. */
function choice(text: string, before: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const [, id, name, option] = /^([^=]+)\.([^.=]+)=(.+)$/.exec(text) ?? [];
  if (id === undefined || name === undefined || option === undefined) throw new NonredError([issue('cli/bad-choice', '--set', '', { given: text })]);
  return { ...before, [id]: { ...own(before, id), [name]: option } };
}

function day(option: string): (text: string) => string {
  return (text) => {
    if (!isDay(text)) throw new NonredError([issue('input/bad-day', option, '', { given: text })]);
    return text;
  };
}

/** Known before anything is parsed, since help and faults are in it too. */
function langAsked(argv: readonly string[], { env }: Io): Lang {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1];
  return LANGS.find((lang) => lang === given) ?? langOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
}

const OURS: ReadonlySet<string> = new Set<ErrorCode>(['cli/cannot-write', 'lp/time-limit', 'lp/solver-failed', 'lp/not-proved']);

function failed(thrown: unknown, lang: Lang, io: Io): number {
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return EXIT.done; // help, which has been printed
    tellIssues(io, lang, [issue('cli/usage', '', '', { given: misused(thrown, lang) })]);
    return EXIT.refused;
  }
  const missing = missingPath(thrown);
  if (missing !== undefined) {
    tellIssues(io, lang, [issue('input/no-such-file', '', '', { given: missing })]);
    return EXIT.refused;
  }
  if (thrown instanceof NonredError) {
    // A solver that gave up, or a disk that is full, is no fault of the input.
    if (thrown.issues.some(({ code }) => OURS.has(code))) {
      tellFaults(io, lang, thrown.issues);
      return EXIT.failed;
    }
    tellIssues(io, lang, thrown.issues);
    return EXIT.refused;
  }
  io.err(`${say(lang, 'cli.crash', { message: thrown instanceof Error ? thrown.message : String(thrown) })}\n`);
  if (io.env.NONRED_DEBUG && thrown instanceof Error) io.err(`${thrown.stack}\n`);
  return EXIT.failed;
}

/** What Node says of a path that is not there, where no command has said it. */
function missingPath(thrown: unknown): string | undefined {
  const { code, path } = (thrown ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  return (code === 'ENOENT' || code === 'ENOTDIR') && typeof path === 'string' ? path : undefined;
}

/** commander's sentences, whose quoted words are the user's, in the language asked for; one that we do not know stays as it is. */
const MISUSES: Readonly<Record<string, readonly [RegExp, (lang: Lang, words: readonly string[]) => string]>> = {
  'commander.missingArgument': [/argument '(.+)'/s, (lang, [name = '']) => say(lang, 'cli.usage.missing', { name: `<${name}>` })],
  'commander.missingMandatoryOptionValue': [/option '(.+)' not/s, (lang, [name = '']) => say(lang, 'cli.usage.missing', { name })],
  'commander.optionMissingArgument': [/option '(.+)' argument missing/s, (lang, [name = '']) => say(lang, 'cli.usage.valueMissing', { name })],
  'commander.unknownOption': [/option '(.+?)'(?:\n\(Did you mean (.+?)\?\))?$/s, (lang, [name = '', near]) => meant(lang, say(lang, 'cli.usage.option', { name }), near)],
  'commander.unknownCommand': [/command '(.+?)'(?:\n\(Did you mean (.+?)\?\))?$/s, (lang, [name = '', near]) => meant(lang, say(lang, 'cli.usage.command', { name }), near)],
  'commander.invalidArgument': [/option '(.+?)' argument '(.*)' is invalid\. Allowed choices are (.+?)\.?$/s, (lang, [name = '', given = '', choices = '']) => say(lang, 'cli.usage.choice', { name, given, choices })],
  'commander.excessArguments': [/(?:)/, (lang) => say(lang, 'cli.usage.excess')],
};

function misused({ code, message }: CommanderError, lang: Lang): string {
  const [pattern, told] = own(MISUSES, code) ?? [];
  const found = pattern?.exec(message);
  return found && told ? told(lang, found.slice(1)) : message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ').replace(/\.$/, '');
}

function meant(lang: Lang, text: string, near: string | undefined): string {
  return near === undefined ? text : say(lang, 'text.bracket', { text, more: say(lang, 'cli.usage.meant', { near }) });
}
