/** Rulebooks on disk: those that come with the package, and those that a workspace keeps under `rulebooks/`. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonical } from '../base/canonical.ts';
import { type Issue, issue, NonredError } from '../base/issue.ts';
import { own } from '../base/own.ts';
import { pointerOf } from '../base/pointer.ts';
import { parseYaml } from '../formats/yaml.ts';
import { readCases, type Cases } from '../rules/cases.ts';
import { type Choices, loadRulebook } from '../rules/load.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { sha256 } from './crypto.ts';

/** src/host and dist/host stand equally deep. */
const SHIPPED = fileURLToPath(new URL('../../rulebooks/', import.meta.url));
/** Rulebooks of the package as this program's loader settles them, by the digest of their text; made by the build. */
const SETTLED = import.meta.url.endsWith('.js') ? fileURLToPath(new URL('../../dist/rulebooks/', import.meta.url)) : undefined;

/** Where to look, later folders winning: the package's own, then the workspace's. */
export function rulebookFolders(workspace?: string): string[] {
  const theirs = workspace === undefined ? [] : [join(workspace, 'rulebooks')];
  return [SHIPPED, ...theirs].filter((folder) => existsSync(folder));
}

/** Options of parameters by rulebook, and where they were said: a file and a pointer in it, or an option of the command line. */
export interface Chosen { readonly source: string; readonly pointer: string; readonly options: Readonly<Record<string, Choices>> }

/**
 * The rulebooks of the folders by id, sorted; given `ids`, of the package only the files of those names and of a workspace only the
 * files that say one of them is their id, where there is one for each: what lies beside them and is not asked for cannot refuse them.
 * `chosen`: options of their parameters, later ones winning. Throws NonredError with all faults of all files read, and
 * `rulebook/no-such-option`.
 */
export function loadRulebooks(folders: readonly string[] = rulebookFolders(), ids?: readonly string[], chosen: readonly Chosen[] = []): ReadonlyMap<string, Rulebook> {
  const found = new Map<string, Rulebook>();
  const faults: Issue[] = [];
  const files = folders.flatMap((folder) => yamlIn([folder]).map((file) => ({ ...file, folder, id: folder === SHIPPED ? basename(file.path, '.yaml') : idIn(file.text) })));
  const named = files.filter(({ id }) => id !== undefined && ids?.includes(id));
  const enough = ids?.every((id) => named.some((file) => file.id === id));
  const read = enough ? named : files;
  for (const [i, { path, folder, id }] of read.entries()) {
    const other = id === undefined ? undefined : read.find((one, j) => j < i && one.id === id && one.folder === folder);
    if (other !== undefined) faults.push(issue('rulebook/two-files', path, '/id', { id: id!, other: basename(other.path) }));
  }
  for (const { path, text } of read) {
    const plain = loadOnce(text, path);
    const strange = plain.value ? chosen.flatMap((one) => strangeOptions(plain.value!, one)) : [];
    const choices = Object.assign({}, ...chosen.map(({ options }) => own(options, plain.value?.id ?? '') ?? {})) as Choices;
    const { value, issues } = strange.length > 0 || Object.keys(choices).length === 0 ? plain : loadOnce(text, path, choices);
    faults.push(...issues, ...strange);
    if (value) found.set(value.id, value);
  }
  if (faults.length > 0) throw new NonredError(faults);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A warning for each that has the id of one of the package and another text, whatever options it is settled with: who reads
 * the id takes it for the law that the package encodes. `source`: the file in which it was found, by its id.
 */
export function otherTexts(rulebooks: readonly Rulebook[], source: (id: string) => string): Issue[] {
  return rulebooks.filter(hasOtherText).map(({ id }) => issue('rulebook/other-text', source(id), '', { id }));
}

export type RulebookText = 'shipped' | 'changed' | 'own';
/** Whose text is judged by: the package's, another one under its id, or one of the workspace's own. */
export function textOfRulebook(rulebook: Rulebook): RulebookText {
  return !loadRulebooks([SHIPPED], [rulebook.id]).has(rulebook.id) ? 'own' : hasOtherText(rulebook) ? 'changed' : 'shipped';
}

const compared = new WeakMap<Rulebook, boolean>(); // a portfolio asks the same ones again and again
function hasOtherText(rulebook: Rulebook): boolean {
  let other = compared.get(rulebook);
  if (other === undefined) compared.set(rulebook, (other = compareToShipped(rulebook)));
  return other;
}

function compareToShipped(rulebook: Rulebook): boolean {
  const { id, parameters = {} } = rulebook;
  const shipped = loadRulebooks([SHIPPED], [id]).get(id);
  if (shipped === undefined) return false;
  const options = Object.fromEntries(Object.entries(parameters).flatMap(([name, { value }]) => (value === own(shipped.parameters ?? {}, name)?.value ? [] : [[name, value]])));
  const chosen = { source: '', pointer: '', options: { [id]: options } };
  if (strangeOptions(shipped, chosen).length > 0) return true;
  const same = loadRulebooks([SHIPPED], [id], [chosen]).get(id)!;
  return same !== rulebook && canonical(same) !== canonical(rulebook);
}

/** The rulebooks asked for, in that order; all where none is named. Throws NonredError `cli/no-such-rulebook`. */
export function chooseRulebooks(all: ReadonlyMap<string, Rulebook>, ids: readonly string[] | undefined): Rulebook[] {
  if (ids === undefined) return [...all.values()];
  const lost = ids.filter((id) => !all.has(id));
  if (lost.length > 0) throw new NonredError(lost.map((id) => issue('cli/no-such-rulebook', '', '', { id, options: [...all.keys()].join(', ') })));
  return [...new Set(ids)].map((id) => all.get(id)!);
}

/**
 * Those that are asked for, their parameters settled; `wanted` absent: all. What the command line sets (`pointer` empty) is
 * of one of them; a workspace may settle more than it asks for. Throws as `loadRulebooks` and `chooseRulebooks` do.
 */
export function judgedBy(wanted: readonly string[] | undefined, chosen: readonly Chosen[], folders: readonly string[] = rulebookFolders()): Rulebook[] {
  const named = chosen.flatMap(({ options }) => Object.keys(options));
  const all = loadRulebooks(folders, wanted && [...wanted, ...named], chosen);
  const rulebooks = chooseRulebooks(all, wanted);
  const lost = chosen.flatMap(({ source, pointer, options }): Issue[] => {
    const known = pointer === '' ? rulebooks.map(({ id }) => id) : [...all.keys()];
    return Object.keys(options).filter((id) => !known.includes(id)).map((id) => issue('cli/no-such-rulebook', source, pointer && pointer + pointerOf(id), { id, options: known.join(', ') }));
  });
  if (lost.length > 0) throw new NonredError(lost);
  return rulebooks;
}

export interface CasesFile { readonly path: string; readonly cases: Cases; readonly rulebookText: string; readonly rulebookPath: string }

/** The cases beside the rulebooks of a workspace, its own or the package's; absent: those of the package. */
export function casesOf(workspace: string | undefined): CasesFile[] {
  const own = workspace === undefined ? [SHIPPED] : [join(workspace, 'rulebooks')];
  return loadCases(rulebookFolders(workspace), own.filter((folder) => existsSync(folder)));
}

/** The cases beside the rulebooks, each with the text of its rulebook: a case may choose parameters. */
function loadCases(folders: readonly string[], beside: readonly string[]): CasesFile[] {
  const faults: Issue[] = [];
  const rulebooks = new Map(yamlIn(folders).map((file) => [loadRulebook(file.text, file.path).value?.id, file]));
  const files = yamlIn(beside.map((folder) => join(folder, 'cases')).filter((folder) => existsSync(folder))).flatMap(({ path, text }): CasesFile[] => {
    const { value, issues } = readCases(text, path, sha256);
    faults.push(...issues);
    if (!value) return [];
    const rulebook = rulebooks.get(value.rulebook);
    if (!rulebook) faults.push(issue('cli/no-such-rulebook', path, '/rulebook', { id: value.rulebook, options: [...rulebooks.keys()].join(', ') }));
    return rulebook ? [{ path, cases: value, rulebookText: rulebook.text, rulebookPath: rulebook.path }] : [];
  });
  if (faults.length > 0) throw new NonredError(faults);
  return files;
}

/** Names and options that the rulebook has not. */
function strangeOptions({ id, parameters = {} }: Rulebook, { source, pointer, options }: Chosen): Issue[] {
  return Object.entries(own(options, id) ?? {}).flatMap(([name, option]): Issue[] => {
    if (own(parameters, name)?.options.includes(option)) return [];
    const known = Object.entries(parameters).map(([one, { options: its }]) => `${one}: ${its.join(' | ')}`);
    return [issue('rulebook/no-such-option', source, pointer && pointer + pointerOf(id, name), { id, name, option, options: known.join('; ') || '-' })];
  });
}

const read = new Map<string, ReturnType<typeof loadRulebook>>();

/** The same text from the same place is the same rulebook: a portfolio reads each once. */
function loadOnce(text: string, path: string, choices: Choices = {}): ReturnType<typeof loadRulebook> {
  const key = `${path}\n${JSON.stringify(Object.entries(choices).sort())}\n${text}`;
  let known = read.get(key);
  if (known === undefined) read.set(key, (known = (Object.keys(choices).length === 0 ? settled(text) : undefined) ?? loadRulebook(text, path, choices)));
  return known;
}

function settled(text: string): ReturnType<typeof loadRulebook> | undefined {
  const file = SETTLED && join(SETTLED, `${sha256(text)}.json`);
  return file !== undefined && existsSync(file) ? { value: JSON.parse(readFileSync(file, 'utf8')), issues: [] } : undefined;
}

/** The id that a file gives itself, whether it is a sound rulebook or not. */
function idIn(text: string): string | undefined {
  const file = parseYaml(text, '').value;
  const id = typeof file === 'object' && file !== null && 'id' in file ? file.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

const RULEBOOK_FILE = /\.ya?ml$/i;

/** Bytes of a file beside the tables that is looked into: a rulebook is smaller. */
const RULEBOOK_BYTES = 1 << 20;

/** What lies under `rulebooks/` of a workspace, may be meant for a rulebook and is not read, and a rulebook beside the tables. Texts may lie there. */
export function unreadRulebooks(workspace: string): Issue[] {
  const told = (place: string): Issue => issue('rulebook/not-read', place, '', { file: basename(place) });
  const folder = join(workspace, 'rulebooks');
  const inside = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const beside = readdirSync(workspace, { withFileTypes: true }).filter((entry) => entry.isFile() && RULEBOOK_FILE.test(entry.name));
  return [
    ...inside.flatMap((entry) => {
      const passed = entry.name.startsWith('.') || (entry.isDirectory() ? entry.name === 'cases' : RULEBOOK_FILE.test(entry.name) || /\.(?:md|txt|pdf)$/i.test(entry.name));
      return passed ? [] : [told(`rulebooks/${entry.name}`)];
    }),
    ...beside.flatMap(({ name }) => {
      const path = join(workspace, name);
      return statSync(path).size < RULEBOOK_BYTES && /^\W*clauses\W*:/m.test(readFileSync(path, 'utf8')) ? [told(name)] : [];
    }),
  ];
}

function yamlIn(folders: readonly string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => RULEBOOK_FILE.test(name) && statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
  );
}
