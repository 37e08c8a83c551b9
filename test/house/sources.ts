/** The project's own files, read once for the house tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** From the lowest floor up; a room that does not exist yet is only a word. */
export const FLOORS: readonly (readonly string[])[] = [
  ['base', 'text', 'checker'],
  ['model', 'graph', 'lp', 'geo'],
  ['formats', 'names', 'owners'],
  ['trace'],
  ['screen'],
  ['select'],
  ['rules', 'stress'],
  ['ask', 'connect', 'source', 'certify'],
  ['store', 'log', 'host'],
  ['engine'],
  ['wire'],
  ['report', 'jobs'],
  ['server', 'cli', 'web'],
];
/** Up to the rules and what is beside and just above them: bytes, the day, the seed and crypto come in as arguments. */
export const PURE: readonly string[] = FLOORS.slice(0, FLOORS.findIndex((floor) => floor.includes('host'))).flat();

export interface Source {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** All files below a folder whose name ends so; nothing where there is no such folder. */
export function sources(folder: string, ending: string): Source[] {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)(node_modules|out)\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The room of a file of src/: `base` of src/base/issue.ts, nothing of src/index.ts. */
export const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

/** What a file imports or re-exports: packages and `node:` modules by name, files by their path from the root. */
export function importsOf({ path, text }: Source): string[] {
  const names = [...code(text).matchAll(/\b(?:from\s+|import\s+|import\(\s*)'([^']+)'/g)].map((match) => match[1]!);
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

/** A file without its comments; texts stay. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\/[^\n]*/g, (_, string) => string ?? '');
}
